"""The pane with the original."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.panels.source_view import SourceView


def view(qtbot: QtBot) -> SourceView:
    made = SourceView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.show_lines([f"第{n}行" for n in range(1, 1001)])
    return made


def test_a_line_is_marked_and_brought_into_view(qtbot: QtBot) -> None:
    source = view(qtbot)
    source.show_line(700, 702)
    assert (source.line, source.last_line, len(source.extraSelections())) == (700, 702, 3)
    assert source.cursorRect().intersects(source.viewport().rect())
    assert source.textCursor().block().text() == "第700行"


def test_a_line_that_is_not_there_marks_none(qtbot: QtBot) -> None:
    source = view(qtbot)
    source.show_line(5000)
    assert (source.line, source.extraSelections()) == (0, [])


def test_other_lines_take_the_mark_away(qtbot: QtBot) -> None:
    source = view(qtbot)
    source.show_line(3)
    source.show_lines(["一", "二"])
    assert (source.line, source.extraSelections()) == (0, [])


def test_a_click_tells_the_line(qtbot: QtBot) -> None:
    source = view(qtbot)
    point = source.cursorRect().center()
    with qtbot.waitSignal(source.lineChosen) as told:
        qtbot.mouseClick(source.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [1]


def test_nothing_can_be_typed(qtbot: QtBot) -> None:
    source = view(qtbot)
    qtbot.keyClick(source, Qt.Key.Key_X)
    assert source.toPlainText().startswith("第1行\n")
