"""A table in a window of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.model.document import BlockKind, Document
from tests.ui.text.conftest import write
from ui.dialogs.table_window import TableWindow
from ui.models.table_model import letters
from ui.text import faces
from ui.text.plan import shape_of

ROWS = [["县区", "渡口", "客运量", ""], ["", "", "2023年", "2024年"],
        *([f"东江县{n}", f"第{n}渡口", f"{n},200", f"{n},350"] for n in range(1, 81)), ["合计", "", "", "=1"]]
SPANS = {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2), (82, 0): (1, 2)}


@pytest.fixture
def document() -> Document:
    return write([(BlockKind.PARAGRAPH, "表前的话。"), (ROWS, SPANS)], header=2)


@pytest.fixture
def window(qtbot: QtBot, document: Document) -> Iterator[TableWindow]:
    shown = TableWindow("客运量", "", shape_of(document.tables[0], document.text), 15)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.resize(640, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    yield shown
    shown.close()


def test_the_head_stays_in_sight_when_the_body_scrolls(window: TableWindow) -> None:
    grid = window.grid
    grid.go_to(81, 0)
    assert grid.body.verticalScrollBar().value() > 0
    assert grid.head.verticalScrollBar().value() == 0
    assert [grid.head.isRowHidden(row) for row in range(4)] == [False, False, True, True]
    assert [grid.body.isRowHidden(row) for row in range(4)] == [True, True, False, False]
    assert grid.head.visualRect(grid.model.index(0, 0)).height() > grid.head.rowHeight(0)  # the span


def test_columns_of_head_and_body_are_as_wide_and_scroll_together(window: TableWindow, qtbot: QtBot) -> None:
    grid = window.grid
    grid.head.setColumnWidth(1, 900)
    assert grid.body.columnWidth(1) == 900
    bars = grid.head.horizontalScrollBar(), grid.body.horizontalScrollBar()
    qtbot.waitUntil(lambda: bars[0].maximum() == bars[1].maximum() > 0)
    bars[1].setValue(bars[1].maximum())
    assert bars[0].value() == bars[1].value()


def test_type_and_columns_grow_together(window: TableWindow, qtbot: QtBot) -> None:
    grid = window.grid
    height, font = grid.body.rowHeight(5), grid.model.font(5).pixelSize()
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.model.font(5).pixelSize() > font * 1.4)
    assert grid.body.rowHeight(5) > height * 1.2
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: grid.model.font(5).pixelSize() == font)


def test_finding_walks_the_cells_in_a_circle(window: TableWindow) -> None:
    window.query.setText("渡口")
    assert (window.grid.current(), window.outcome.text()) == ((2, 1), "第 2 / 81 格")
    window.step(forward=False)
    window.step(forward=False)
    assert (window.grid.current(), window.outcome.text()) == ((81, 1), "第 81 / 81 格")
    window.step(forward=True)
    assert window.grid.current() == (0, 1)
    window.query.setText("灯塔")
    assert window.outcome.text() == "没有找到"
    assert window.grid.model.found == frozenset()


def test_the_whole_table_and_chosen_cells_are_copied(window: TableWindow) -> None:
    window.copy_all.click()
    board = QGuiApplication.clipboard()
    lines = board.text().split("\n")
    assert (len(lines), lines[2], lines[82]) == (83, "东江县1\t第1渡口\t1,200\t1,350", "合计\t\t\t'=1")
    assert 'colspan="2"' in board.mimeData().html()
    window.grid.go_to(3, 1)
    QTest.keyClick(window.grid.body, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert board.text() == "第2渡口"


def test_enter_on_a_cell_asks_for_its_place_in_the_text(window: TableWindow, document: Document, qtbot: QtBot) -> None:
    window.grid.go_to(10, 1)
    with qtbot.waitSignal(window.placeRequested) as told:
        QTest.keyClick(window.grid.body, Qt.Key.Key_Return)
    assert told.args == [document.text.index("第9渡口")]


def test_escape_leaves_the_box_first_and_the_window_then(window: TableWindow, qtbot: QtBot) -> None:
    window.query.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.grid.body.hasFocus())
    QTest.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_in_spreadsheets(column: int, name: str) -> None:
    assert letters(column) == name


@pytest.mark.parametrize("pixels", [13, 17, 24])
def test_rows_are_as_high_as_their_text(qtbot: QtBot, pixels: int) -> None:
    units = "市规划和自然资源局、市发展改革委、市文化和旅游局、市体育局、市行政审批服务管理局、各县（市、区）人民政府、"
    rows = [["事项", "责任单位"], *([f"第{n}项", units[n:] + units[:n]] for n in range(1, 40))]
    faces.bring()
    prose = write([(rows, {})], header=1)
    shown = TableWindow("分工", "", shape_of(prose.tables[0], prose.text), pixels)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.resize(640, 400)
    with qtbot.waitExposed(shown):
        shown.show()
    body = shown.grid.body
    for width in range(12 * pixels, 30 * pixels, pixels // 2):
        shown.grid.head.setColumnWidth(1, width)
        for row in range(1, len(rows)):
            metrics = QFontMetrics(shown.grid.model.font(row))
            room = QRect(0, 0, body.columnWidth(1) - 8, 10_000)
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), rows[row][1]).height()
            assert needed <= body.rowHeight(row), (width, row)
