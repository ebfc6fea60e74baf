"""The clause pointed at by mouse or caret, and its address in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES, PlacedAnnotation
from reader.model.document import BlockKind, Document
from ui.text.address_label import LARGEST, SMALLEST, arrange
from ui.text.view import DocumentView

K = BlockKind
FIRST, SECOND = "第一条 为了渡口安全，制定本办法。", "第二条 本办法适用于渡口。"


@pytest.fixture
def rules(make: Callable[..., Document]) -> Document:
    return make([(K.TITLE, "渡口办法"), (K.PARAGRAPH, FIRST, 0, "第一条"), (K.PARAGRAPH, SECOND, 0, "第二条"),
                 *((K.PARAGRAPH, f"第{word}条 " + "渡口安全。" * 60, 0, f"第{word}条") for word in "三四五六七八九")])


@pytest.fixture
def view(qtbot: QtBot, rules: Document) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(rules, (), DEFAULT_STYLES)
    yield pane
    pane.clear()


def point_at(view: DocumentView, words: str) -> None:
    assert view.document is not None
    assert view._sheet is not None
    start = view.document.text.index(words)
    box = view._sheet.geometry.rectangles(start, start + 1)[0].translated(0, -view.page.top())
    QTest.mouseMove(view.page.viewport(), QPoint(1, 1))  # a mouse that is there already does not move
    QTest.mouseMove(view.page.viewport(), QPoint(round(box.center().x()) + 20, round(box.center().y())))


def range_of(view: DocumentView, words: str) -> tuple[int, int]:
    assert view.document is not None
    start = view.document.text.index(words)
    return start, start + len(words)


def test_mouse_over_a_clause_shows_its_address(view: DocumentView, qtbot: QtBot) -> None:
    point_at(view, SECOND)
    qtbot.waitUntil(lambda: view._clause.label.text() == "第二条", timeout=2000)
    assert view._clause.label.isVisible()
    assert "第二条" in view._clause.label.accessibleName()


def test_address_stands_beside_its_paragraph(view: DocumentView, qtbot: QtBot) -> None:
    point_at(view, SECOND)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    assert view._sheet is not None
    line = view._sheet.geometry.line(range_of(view, SECOND)[0])
    middle = view._clause.label.geometry().center().y() + view.page.top()
    assert line.top() <= middle <= line.bottom()


def test_mouse_over_the_margin_shows_the_address_too(view: DocumentView, qtbot: QtBot) -> None:
    assert view._sheet is not None
    line = view._sheet.geometry.line(range_of(view, FIRST)[0])
    QTest.mouseMove(view.page.strip, QPoint(3, round(line.center().y() - view.page.top())))
    qtbot.waitUntil(lambda: view._clause.label.text() == "第一条", timeout=2000)


def test_moving_the_caret_shows_the_address(view: DocumentView, qtbot: QtBot) -> None:
    view.page.setFocus()
    qtbot.waitUntil(view.page.hasFocus, timeout=2000)
    view.place_caret(range_of(view, FIRST)[0])
    QTest.keyClick(view.page, Qt.Key.Key_Down)
    assert view.clause() == (*range_of(view, SECOND), "第二条")


def test_title_has_no_clause(view: DocumentView) -> None:
    view.place_caret(0)
    assert view.clause() is None
    assert not view.tag_clause()


def test_click_on_the_address_takes_exactly_the_clause(view: DocumentView, qtbot: QtBot) -> None:
    point_at(view, SECOND)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    with qtbot.waitSignal(view.clauseTagRequested, timeout=2000) as told:
        QTest.mouseClick(view._clause.label, Qt.MouseButton.LeftButton)
    assert told.args == [*range_of(view, SECOND), "第二条"]
    assert view.selection() == range_of(view, SECOND)


def test_taking_a_clause_longer_than_the_screen_does_not_scroll(view: DocumentView, qtbot: QtBot) -> None:
    view.resize(400, 200)
    view.goto(range_of(view, "第八条")[0] + 200, flash=False)
    before = view.page.top()
    with qtbot.waitSignal(view.clauseTagRequested, timeout=2000):
        assert view.tag_clause()
    assert view.page.top() == before


def test_address_stays_on_the_screen_when_its_paragraph_begins_above(view: DocumentView, qtbot: QtBot) -> None:
    view.resize(400, 200)
    view.goto(range_of(view, "第八条")[0], flash=False)
    view.page.verticalScrollBar().setValue(round(view.page.top()) + 260)
    QTest.mouseMove(view.page.viewport(), QPoint(100, 20))
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    assert 0 <= view._clause.label.y() < 20


def test_address_keeps_clear_of_marks(view: DocumentView, mark: Callable[..., PlacedAnnotation],
                                      qtbot: QtBot, rules: Document) -> None:
    view.set_annotations([mark(rules, "第二条")])
    point_at(view, SECOND)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    label = QRectF(view._clause.label.geometry())
    assert not any(label.intersects(taken) for taken in view.page.strip.taken())


def test_address_makes_way_for_a_mark_that_comes(
    view: DocumentView, mark: Callable[..., PlacedAnnotation], qtbot: QtBot, rules: Document
) -> None:
    point_at(view, SECOND)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    view.set_annotations([mark(rules, "第二条")])
    (taken,) = view.page.strip.taken()
    assert not taken.intersects(QRectF(view._clause.label.geometry()))


def test_mouse_reaches_an_address_that_stands_beside_the_next_clause(
        view: DocumentView, mark: Callable[..., PlacedAnnotation], qtbot: QtBot, rules: Document) -> None:
    view.set_annotations([mark(rules, "第二条")])
    point_at(view, SECOND)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    label = view._clause.label.geometry()
    assert view._sheet is not None
    third = view._sheet.geometry.line(range_of(view, "第三条")[0]).translated(0, -view.page.top())
    assert label.bottom() > third.top()
    QTest.mouseMove(view.page.strip, QPoint(1, label.bottom() - 1))
    qtbot.wait(20)
    assert view._clause.label.text() == "第二条"


def test_tint_shows_what_a_click_would_take(view: DocumentView, qtbot: QtBot) -> None:
    point_at(view, FIRST)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    assert view.page._clause is not None
    assert not view.page._clause[2]
    QTest.mouseMove(view._clause.label, view._clause.label.rect().center())
    qtbot.waitUntil(lambda: view.page._clause is not None and view.page._clause[2], timeout=2000)


def test_mouse_at_rest_does_not_win_over_a_place_one_has_gone_to(view: DocumentView, qtbot: QtBot) -> None:
    view.resize(900, 300)
    view.page.setFocus()
    qtbot.waitUntil(view.page.hasFocus, timeout=2000)
    point_at(view, FIRST)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    start = range_of(view, "第八条")[0]
    view.goto(start, flash=False)
    assert view.page.top() > 0
    clause = view.clause()
    assert clause is not None
    assert (clause[0], clause[2]) == (start, "第八条")


def test_another_document_points_at_nothing(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    point_at(view, FIRST)
    qtbot.waitUntil(view._clause.label.isVisible, timeout=2000)
    view.show_document(notice)
    assert not view._clause.label.isVisible()


@pytest.mark.parametrize(("address", "room", "expected"), [
    ("第三条", 60, (LARGEST, ("第三条",))),
    ("第三条第二款第（一）项", 60, (LARGEST, ("第三条", "第二款", "第(一)项"))),
    ("附件2第一部分至第三部分", 60, (LARGEST, ("附件2", "第一部分", "至", "第三部分"))),
    ("第二十一条", 50, (10, ("第二十一条",))),
    ("第一百二十三条之一", 50, (SMALLEST, ("第一百二十", "三条之一"))),
    ("", 50, (LARGEST, ())),
])
def test_address_is_broken_into_the_margin(address: str, room: int, expected: tuple[int, tuple[str, ...]]) -> None:
    assert arrange(address, room) == expected
