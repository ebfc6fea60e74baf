"""Screen readers are told of the annotations under the caret, and read the text itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, AnchorState, Mark, PlacedAnnotation
from reader.model.document import Document
from ui.text.view import DocumentView

QUOTE = "明确责任人，每季度至少研究一次"


@pytest.fixture
def view(qtbot: QtBot, notice: Document, mark: Callable[..., PlacedAnnotation]) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(820, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    placed = (mark(notice, QUOTE, "责任", note="谁来办？", tags=("安全/渡口", "待办")),
              mark(notice, "每季度", "期限", mark=Mark.UNDERLINE, state=AnchorState.UNCERTAIN))
    pane.show_document(notice, placed, DEFAULT_STYLES)
    yield pane
    pane.clear()


def described(view: DocumentView, notice: Document, words: str) -> str:
    """What is said where the caret stands before `words`."""
    view.place_caret(notice.text.index(words))
    return str(QAccessible.queryAccessibleInterface(view.page).text(QAccessible.Text.Description))


def test_the_annotation_under_the_caret_is_described(view: DocumentView, notice: Document) -> None:
    assert described(view, notice, "明确责任人") == "标注：责任，标签：安全/渡口、待办，批注：谁来办？"
    assert described(view, notice, "联席会议") == ""


def test_of_several_all_are_described_and_an_uncertain_place_says_so(view: DocumentView, notice: Document) -> None:
    assert described(view, notice, "季度至少").split("；")[1:] == ["下划线：期限，位置待确认，请核对"]


def test_the_text_is_read_character_by_character(view: DocumentView) -> None:
    text = QAccessible.queryAccessibleInterface(view.page).textInterface()
    assert QUOTE in text.text(0, text.characterCount())


def test_a_change_is_described_without_moving_the_caret(
        view: DocumentView, notice: Document, mark: Callable[..., PlacedAnnotation]) -> None:
    assert described(view, notice, "联席会议") == ""
    view.set_annotations((mark(notice, "联席会议", "重点"),))
    assert view.page.accessibleDescription() == "标注：重点"
