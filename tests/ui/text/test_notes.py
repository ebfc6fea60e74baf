"""Notes beside the text, where there is room for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, PlacedAnnotation
from reader.model.document import BlockKind, Document
from ui.text.note_card import LONG, NoteCard
from ui.text.view import DocumentView

K = BlockKind
Marker = Callable[..., PlacedAnnotation]
WIDE, NARROW = 1160, 800


@pytest.fixture
def view(qtbot: QtBot, notice: Document) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(WIDE, 760)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(notice, (), DEFAULT_STYLES)
    yield pane
    pane.clear()


def cards(view: DocumentView) -> list[NoteCard]:
    found = [card for card in view._annotated.notes.findChildren(NoteCard) if card.isVisible()]
    return sorted(found, key=lambda card: card.y())


def test_note_stands_beside_its_line(view: DocumentView, notice: Document, mark: Marker) -> None:
    view.set_annotations([mark(notice, "落实责任", note="谁来落实？")])
    (card,) = cards(view)
    assert view._sheet is not None
    line = view._sheet.geometry.line(notice.text.index("落实责任")).translated(0, -view.page.top())
    assert card.y() <= line.center().y() <= card.y() + card.height()
    assert card.text() == "谁来落实？"


def test_annotation_without_a_note_has_no_card(view: DocumentView, notice: Document, mark: Marker) -> None:
    view.set_annotations([mark(notice, "落实责任", note=" \n")])
    assert not view._annotated.notes.isVisible()


def test_without_room_there_are_only_the_marks(view: DocumentView, notice: Document, mark: Marker) -> None:
    view.set_annotations([mark(notice, "落实责任", note="谁？")])
    view.resize(NARROW, 760)
    assert not view._annotated.notes.isVisible()
    assert len(view.page.strip._chips()) == 1


def test_paper_makes_room_without_being_laid_out_anew(view: DocumentView, notice: Document, mark: Marker) -> None:
    before, width = view.page.document(), view.page.viewport().width()
    left = view.page.strip.x()
    view.resize(1040, 760)
    view.set_annotations([mark(notice, "落实责任", note="谁？")])
    assert view._annotated.notes.isVisible()
    assert view.page.strip.x() < left
    assert view.page.viewport().geometry().right() < view._annotated.notes.x()
    assert (view.page.document(), view.page.viewport().width()) == (before, width)


def test_crowded_notes_do_not_overlap(view: DocumentView, notice: Document, mark: Marker) -> None:
    quotes = ("以渡口", "安全为", "落实", "先行")
    view.set_annotations([mark(notice, quote, note=f"关于{quote}" * 12) for quote in quotes])
    shown = cards(view)
    assert len(shown) == 4
    assert all(upper.y() + upper.height() < lower.y() for upper, lower in pairwise(shown))


def test_click_on_a_note_activates_its_annotation(view: DocumentView, notice: Document, mark: Marker,
                                                  qtbot: QtBot) -> None:
    view.set_annotations([mark(notice, "落实责任", note="谁？", id_="a")])
    with qtbot.waitSignal(view.annotationActivated, timeout=2000) as told:
        QTest.mouseClick(cards(view)[0], Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_chosen_note_is_shown_at_length_on_its_own_line(view: DocumentView, notice: Document, mark: Marker) -> None:
    long = "须核实资质。" * 60
    view.set_annotations([mark(notice, "以渡口", note=long), mark(notice, "落实责任", note=long, id_="b")])
    short = cards(view)[1].height()
    view.set_active_annotation("b")
    chosen = next(card for card in cards(view) if card.annotation_id == "b")
    assert short < chosen.height() <= LONG + 60
    assert view._sheet is not None
    line = view._sheet.geometry.line(notice.text.index("落实责任")).translated(0, -view.page.top())
    assert abs(chosen.y() + 13 - line.center().y()) < 5


def test_note_is_rendered_without_html_and_pictures(view: DocumentView, notice: Document, mark: Marker) -> None:
    view.set_annotations([mark(notice, "落实责任", note="# 要点\n**谁**来<b>管</b>\n![x](file:///etc/passwd)")])
    text = cards(view)[0].text()
    assert text.startswith("要点 谁来")
    assert "**" not in text
    assert "<b>" in text


def test_note_has_a_name_for_screen_readers(view: DocumentView, notice: Document, mark: Marker) -> None:
    view.set_annotations([mark(notice, "落实责任", "期限", note="月底前", tags=("渡口/责任",))])
    name = cards(view)[0].accessibleName()
    assert all(word in name for word in ("期限", "渡口/责任", "月底前"))


def test_notes_are_walked_by_keyboard(view: DocumentView, notice: Document, mark: Marker, qtbot: QtBot) -> None:
    view.set_annotations([mark(notice, "以渡口", note="一", id_="a"), mark(notice, "（此件", note="二", id_="b")])
    view.activateWindow()
    view.page.setFocus()
    qtbot.waitUntil(view.page.hasFocus, timeout=2000)
    QTest.keyClick(view.page, Qt.Key.Key_Tab)
    first, second = cards(view)
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    with qtbot.waitSignal(view.annotationActivated, timeout=2000) as told:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert told.args == ["b"]


def test_focus_comes_back_to_the_text_when_its_note_scrolls_away(view: DocumentView, make: Callable[..., Document],
                                                                 mark: Marker, qtbot: QtBot) -> None:
    long = make([(K.PARAGRAPH, f"第{number}段，" + "渡口安全。" * 40) for number in range(60)])
    view.show_document(long, [mark(long, "第1段", note="一")], DEFAULT_STYLES)
    view.activateWindow()
    cards(view)[0].setFocus()
    view.goto(long.text.index("第50段"), flash=False)
    qtbot.waitUntil(view.page.hasFocus, timeout=2000)
    assert cards(view) == []


def test_hundreds_of_notes_on_one_screen_make_few_cards(view: DocumentView, make: Callable[..., Document],
                                                        mark: Marker) -> None:
    long = make([(K.PARAGRAPH, f"第{number}段。") for number in range(300)])
    view.show_document(long, [mark(long, f"第{number}段", note="记") for number in range(300)], DEFAULT_STYLES)
    view.goto(long.text.index("第150段"), flash=False)
    assert 8 < len(cards(view)) < 40
    assert len(view._annotated.notes.findChildren(NoteCard)) < 60
