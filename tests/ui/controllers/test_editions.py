"""The same document in two files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.building import GAZETTE
from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk
from ui.dialogs.comparison import ComparisonWindow

KEY = "云政发〔2025〕7号"


@pytest.fixture
def desk(filled: Library, make_desk: DeskMaker, tmp_path: Path) -> Desk:
    """A desk on a library that holds one document twice, with the first of them open."""
    other = tmp_path / "另一来源.txt"
    other.write_text(GAZETTE.replace("古桥。", "古桥和渡口。"), encoding="utf-8")
    import_files.import_paths(filled, [other], SilentJob())
    desk = make_desk()
    desk.reading.open(next(id_ for id_, one in desk.documents.items() if one.key == KEY))
    return desk


def test_the_head_names_the_other_source_and_goes_there(desk: Desk) -> None:
    head = desk.window.pane.head
    assert head.editions.isVisible()
    assert head.editions.text().startswith("另见 ")
    assert desk.reading.current is not None
    before = desk.reading.current.facts
    next(action for action in head.editions.menu().actions() if action.text().startswith("打开")).trigger()
    after = desk.reading.current.facts
    assert (after.key, after.id != before.id) == (before.key, True)


def test_a_document_with_one_source_has_no_such_button(library: Library, desk: Desk) -> None:  # noqa: ARG001 - a fixture
    desk.window.pane.head.show_facts(desk.reading.current.facts, desk.reading.current.issue)  # type: ignore[union-attr]  # open
    assert not desk.window.pane.head.editions.isVisible()


def test_two_sources_are_compared_and_a_place_is_opened(desk: Desk, qtbot: QtBot) -> None:
    menu = desk.window.pane.head.editions.menu()
    next(action for action in menu.actions() if action.text().startswith("比较")).trigger()
    qtbot.waitUntil(lambda: bool(desk.editions.shown))
    window = desk.editions.shown[0]
    assert "1 处不同" in window.summary.text()
    line = window.model.line(window.list.currentIndex())
    assert line is not None
    assert line.row is not None
    assert "和渡口" in line.left + line.right
    window.copy_list()
    assert "和渡口" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(window.openWanted):
        window._open(window.list.currentIndex(), left=False)
    assert desk.reading.current is not None
    assert desk.reading.current.facts.id == window._compared.right.facts.id
    window.list.grab()
    window.close()
    assert desk.editions.shown == []


def test_a_comparison_may_lie_behind_the_window_and_closes_with_it(desk: Desk, qtbot: QtBot) -> None:
    menu = desk.window.pane.head.editions.menu()
    next(action for action in menu.actions() if action.text().startswith("比较")).trigger()
    qtbot.waitUntil(lambda: bool(desk.editions.shown))
    assert desk.editions.shown[0].parent() is None
    desk.window.close()
    assert desk.editions.shown == []


def compared(desk: Desk, qtbot: QtBot) -> ComparisonWindow:
    qtbot.waitUntil(lambda: bool(desk.editions.shown))
    return desk.editions.shown[0]


def test_two_documents_side_by_side_are_compared(desk: Desk, qtbot: QtBot) -> None:
    action = desk.window.actions_["compare_sides"]
    desk.window.actions_["split"].trigger()
    assert not action.isEnabled()
    desk.reading.open(next(id_ for id_, one in desk.documents.items() if one.key != KEY))
    assert action.isEnabled()
    action.trigger()
    window = compared(desk, qtbot)
    assert window._compared.left.facts.key == KEY
    assert window._names[0] == KEY
    assert window._names[1].startswith("云汀市人民政府关于夜市的意见（")
    window.close()


def test_two_documents_chosen_in_the_tree_are_compared(desk: Desk, qtbot: QtBot) -> None:
    library = desk.window.library
    tree, menu = library.tree, QMenu(desk.window)
    ids = [id_ for id_, one in desk.documents.items() if one.key != KEY]
    chosen = QItemSelectionModel.SelectionFlag.Select
    tree.selectionModel().clearSelection()
    for document_id in (next(id_ for id_, one in desk.documents.items() if one.key == KEY), ids[0]):
        tree.selectionModel().select(library.model.index_of(document_id), chosen)
    desk.tree_menu.fill(menu, library.chosen())
    next(action for action in menu.actions() if action.text() == "比较这两篇…").trigger()
    window = compared(desk, qtbot)
    assert {window._compared.left.facts.key == KEY, window._compared.right.facts.key == KEY} == {True, False}
    window.close()
