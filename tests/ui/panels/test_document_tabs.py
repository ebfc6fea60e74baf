"""The row of tabs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.panels.document_tabs import WIDEST, DocumentTabs, TabText


def texts(*titles: str) -> list[TabText]:
    return [TabText(number, title, f"{title}的全名") for number, title in enumerate(titles, 1)]


@pytest.fixture
def row(qtbot: QtBot) -> DocumentTabs:
    made = DocumentTabs()
    qtbot.addWidget(made)
    made.resize(700, 30)
    made.show_tabs(texts("甲", "乙", "丙"), 2)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(row: DocumentTabs) -> list[str]:
    return [row.tabText(at) for at in range(row.count())]


def test_what_is_told_is_shown_and_nothing_is_asked_for(row: DocumentTabs, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.show_tabs(texts("丁", "戊"), 1)
    assert (shown(row), row.currentIndex(), row.tabToolTip(1)) == (["丁", "戊"], 0, "戊的全名")


def test_a_click_asks_for_a_tab(row: DocumentTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.chosen) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(2).center())
    assert asked.args == [3]


def test_a_double_click_keeps_a_tab(row: DocumentTabs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(row.keepWanted) as asked:
        qtbot.mouseDClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(0).center())
    assert asked.args == [1]


def test_a_tab_is_dragged_to_another_place(row: DocumentTabs, qtbot: QtBot) -> None:
    start = row.tabRect(0).center()
    moved: list[tuple[int, int]] = []
    row.tabMovedTo.connect(lambda number, to: moved.append((number, to)))
    row.chosen.connect(lambda number: row.show_tabs(texts("甲", "乙", "丙"), number))
    assert row.currentIndex() == 1
    QTest.mousePress(row, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 30):
        QTest.mouseMove(row, start + QPoint(step * 8, 0))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=start + QPoint(232, 0))
    qtbot.waitUntil(lambda: moved == [(1, 2)])
    assert shown(row) == ["乙", "丙", "甲"]


def test_an_ampersand_is_shown_as_it_is(row: DocumentTabs) -> None:
    row.show_tabs([TabText(9, "A&B", "")], 9)
    assert row.tabText(0) == "A&&B"


def test_no_tab_is_wider_than_it_may_be(row: DocumentTabs) -> None:
    row.show_tabs(texts("很长的标题" * 20), 1)
    assert row.tabRect(0).width() <= WIDEST
