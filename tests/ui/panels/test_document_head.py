"""The head above the text at every width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.model.document import DocumentFacts, IssueFacts
from reader.model.number import DocumentNumber
from ui.panels.document_head import DocumentHead

TITLE = "云汀市人民政府办公室关于印发云汀市渡口渡船安全管理办法和渡口标志设置规范以及渡工培训考核细则的通知"
NUMBER = DocumentNumber("云政办发", 2025, "12", "云政办发〔2025〕12号")
DOCUMENT = DocumentFacts("k", TITLE, NUMBER, ("云汀市人民政府办公室",), date="2025-03-18", page=7)
ISSUE = IssueFacts("云汀市人民政府公报", "云汀市人民政府", 2025, 3)


@pytest.fixture
def head(qtbot: QtBot) -> Iterator[DocumentHead]:
    room = QWidget()
    qtbot.addWidget(room)
    layout = QVBoxLayout(room)
    layout.setContentsMargins(0, 0, 0, 0)
    made = DocumentHead(room)
    layout.addWidget(made)
    layout.addStretch(1)
    made.show_facts(DOCUMENT, ISSUE)
    with qtbot.waitExposed(room):
        room.resize(900, 300)
        room.show()
    yield made
    room.close()


def resize(head: DocumentHead, width: int, qtbot: QtBot) -> None:
    room = head.parentWidget()
    assert room is not None
    room.resize(width, 300)
    qtbot.waitUntil(lambda: head.width() == width)


def test_a_wide_head_has_a_line_for_the_title_and_one_for_the_facts(head: DocumentHead, qtbot: QtBot) -> None:
    resize(head, 1400, qtbot)
    assert head.title.shown() == TITLE
    assert head.facts.shown().split("　·　")[0] == "云政办发〔2025〕12号"
    assert "第7页" in head.facts.shown()
    assert "\u2028" not in head.facts.shown()


@pytest.mark.parametrize("width", [380, 520, 700, 900])
def test_facts_are_broken_between_them_and_no_line_is_too_long(head: DocumentHead, qtbot: QtBot, width: int) -> None:
    resize(head, width, qtbot)
    qtbot.waitUntil(lambda: head.facts.height() >= head.facts.heightForWidth(head.facts.width()))
    lines = head.facts.shown().split("\u2028")
    assert len(lines) <= 2
    assert all(not line.startswith("　·　") and not line.endswith("　·　") for line in lines)


def test_a_long_title_takes_two_lines_before_it_is_cut(head: DocumentHead, qtbot: QtBot) -> None:
    resize(head, 1400, qtbot)
    one = head.title.height()
    resize(head, 480, qtbot)
    qtbot.waitUntil(lambda: head.title.height() > 1.6 * one)
    assert not head.title.elided
    resize(head, 300, qtbot)
    assert head.title.elided
    assert head.title.text() == TITLE  # for those who listen


def test_buttons_that_leave_too_little_room_stand_below(head: DocumentHead, qtbot: QtBot) -> None:
    resize(head, 640, qtbot)
    head.show_doubts(3)
    qtbot.waitUntil(lambda: head.doubts.x() > head.facts.geometry().right())
    head.show_facts(DOCUMENT, ISSUE, ((DOCUMENT, ISSUE),))
    head.show_doubts(3)
    qtbot.waitUntil(lambda: head.doubts.y() >= head.facts.geometry().bottom())
    assert head.doubts.y() == head.editions.y()


def test_in_a_narrow_pane_the_buttons_stand_below(head: DocumentHead, qtbot: QtBot) -> None:
    head.show_doubts(3)
    resize(head, 900, qtbot)
    qtbot.waitUntil(lambda: head.doubts.x() > head.facts.geometry().right())
    resize(head, 400, qtbot)
    qtbot.waitUntil(lambda: head.doubts.y() >= head.facts.geometry().bottom())
