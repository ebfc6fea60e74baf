"""The list of annotations by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.controllers.desk import Desk


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp])
def test_the_first_annotation_is_reached_not_the_heading_above_it(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    reading = desk.reading.current
    assert reading is not None
    desk.annotating.create(reading.facts.id, [(20, 26), (30, 34)], "重点")
    panel = desk.window.side.annotations
    desk.window.show_panel("annotations")
    panel.show_scope(whole_library=True)
    qtbot.waitUntil(lambda: panel.model.rowCount() > 2)
    assert panel.model.placed(panel.model.index(0)) is None
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_End)
    qtbot.keyClick(panel.list, key)
    assert panel.list.currentIndex().row() == 1
    assert [one.row() for one in panel.list.selectedIndexes()] == [1]
