"""Typing where to go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.document import Document
from ui.text.view import DocumentView


@pytest.fixture
def view(qtbot: QtBot, notice: Document) -> Iterator[DocumentView]:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.resize(900, 600)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.show_document(notice)
    pane.begin_go_to()
    yield pane
    pane.clear()


def test_clause_is_shown_while_typing(view: DocumentView) -> None:
    QTest.keyClicks(view._go_to.line, "2")
    assert view._go_to.outcome.text().startswith("第二条　第二条 本办法适用于")
    assert view._go_to.line.accessibleDescription() == view._go_to.outcome.text()


@pytest.mark.parametrize("typed", ["国办发", "国办发 7", "国办发〔2024〕7号", "7 国办发 2024"])
def test_a_number_being_typed_is_not_taken_for_a_clause(view: DocumentView, typed: str) -> None:
    view._go_to.line.setText(typed)
    assert view._go_to.outcome.text() == "按回车，在库中找这个文号"


@pytest.mark.parametrize("typed", ["第九十九条", "99", "附件9"])
def test_a_clause_that_is_not_there_is_told(view: DocumentView, typed: str) -> None:
    view._go_to.line.setText(typed)
    assert view._go_to.outcome.text().startswith("本文没有这一条款")


def test_return_goes_to_the_clause_and_closes(view: DocumentView, notice: Document, qtbot: QtBot) -> None:
    QTest.keyClicks(view._go_to.line, "2")
    with qtbot.waitSignal(view.placeRequested, timeout=2000) as told:
        QTest.keyClick(view._go_to.line, Qt.Key.Key_Return)
    start = notice.text.index("第二条 本办法")
    assert told.args == [start, notice.text.index("\n", start)]
    assert not view._go_to.isVisible()


def test_what_is_no_clause_is_given_to_the_window(view: DocumentView, qtbot: QtBot) -> None:
    QTest.keyClicks(view._go_to.line, "abc 7 2025")
    with qtbot.waitSignal(view.documentNumberRequested, timeout=2000) as told:
        QTest.keyClick(view._go_to.line, Qt.Key.Key_Return)
    assert told.args == ["abc 7 2025"]
    assert view._go_to.isVisible()


def test_esc_closes_and_gives_the_focus_back(view: DocumentView, qtbot: QtBot) -> None:
    QTest.keyClick(view._go_to.line, Qt.Key.Key_Escape)
    assert not view._go_to.isVisible()
    qtbot.waitUntil(view.page.hasFocus, timeout=2000)


def test_box_closes_when_another_document_is_shown(view: DocumentView, notice: Document) -> None:
    view.show_document(notice)
    assert not view._go_to.isVisible()


def test_return_on_nothing_does_nothing(view: DocumentView) -> None:
    QTest.keyClick(view._go_to.line, Qt.Key.Key_Return)
    assert view._go_to.isVisible()


def test_box_without_a_document_asks_for_a_number(qtbot: QtBot) -> None:
    pane = DocumentView()
    qtbot.addWidget(pane)
    pane.show()
    pane.begin_go_to()
    QTest.keyClicks(pane._go_to.line, "82")
    with qtbot.waitSignal(pane.documentNumberRequested, timeout=2000):
        QTest.keyClick(pane._go_to.line, Qt.Key.Key_Return)
