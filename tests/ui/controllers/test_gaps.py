"""What the library lacks between what it holds, in a window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from reader.services.library import Library
from tests.reader.services.test_gaps import bring_in
from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk
from ui.dialogs.table_window import TableWindow


def looked(desk: Desk, qtbot: QtBot) -> list[TableWindow]:
    desk.window.actions_["gaps"].trigger()
    qtbot.waitUntil(lambda: not desk.worker.busy)
    return desk.window.findChildren(TableWindow)


def test_each_series_with_a_gap_is_a_row(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    bring_in(library, tmp_path, 1, [2, 3])
    bring_in(library, tmp_path, 4, [5, 9])
    shown, = looked(make_desk(), qtbot)
    qtbot.addWidget(shown)
    rows = [[slot.text for slot in shown.grid.model.shape.slots if slot.row == row] for row in (1, 2)]
    assert rows == [
        ["云汀市人民政府 公报期号", "2025", "2", "1—4", "第2—3期"], ["云政发 文号", "2025", "4", "2—9", "4、6—8号"]]
    assert not shown.show_place.isVisible()


def test_a_library_without_gaps_says_so(
    library: Library, tmp_path: Path, make_desk: DeskMaker, qtbot: QtBot
) -> None:
    bring_in(library, tmp_path, 1, [2, 3, 4])
    desk = make_desk()
    assert looked(desk, qtbot) == []
    assert "没有缺漏" in desk.window.status.currentMessage()
