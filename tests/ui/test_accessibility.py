"""Whoever cannot see the window or has no mouse: names, roles and the way of the Tab key. For dialogs see
test_every_dialog.py."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.accessible import faults, tab_way
from tests.ui.cut_off import cut_off
from ui.controllers.desk import Desk
from ui.panels.side_panel import NAMES


@pytest.mark.parametrize("panel", NAMES)
def test_everything_in_the_window_has_name_and_role_and_is_visited_in_order(desk: Desk, panel: str) -> None:
    desk.window.resize(1366, 768)
    desk.window.show_panel(panel)
    assert faults(desk.window) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("panel", NAMES)
def test_all_words_of_the_window_can_be_read(
    desk: Desk, panel: str, language: str, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: desk.choosing.change(language="zh"))
    desk.choosing.change(language=language)
    desk.window.resize(1366, 768)
    desk.window.show_panel(panel)
    desk.window.actions_["find"].trigger()
    QApplication.processEvents()
    assert cut_off(desk.window) == []


def test_the_find_bar_is_visited_between_tree_and_text(desk: Desk) -> None:
    desk.window.actions_["find"].trigger()
    names = [widget.objectName() for widget in tab_way(desk.window)]
    assert names.index("libraryTree") < names.index("findText") < names.index("findClose") < names.index("documentPage")
    assert faults(desk.window) == []
