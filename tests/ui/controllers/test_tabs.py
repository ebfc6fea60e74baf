"""Documents in tabs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.ui.conftest import DeskMaker
from tests.ui.controllers.five import LINES, WORDS, id_of, row, show, shown, write
from ui.controllers.desk import Desk
from ui.controllers.reading import Where


@pytest.fixture
def desk(library: Library, make_desk: DeskMaker, tmp_path: Path, simple_importer: None) -> Desk:  # noqa: ARG001
    """A desk on five documents, with nothing open yet."""
    import_files.import_paths(library, [write(tmp_path)], SilentJob())
    return make_desk()


def trigger(desk: Desk, name: str) -> None:
    assert desk.window.actions_[name].isEnabled()
    desk.window.actions_[name].trigger()


def click(desk: Desk, qtbot: QtBot, word: str, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> QPoint:
    """Click on a document in the tree."""
    tree = desk.window.library.tree
    index = desk.window.library.model.index_of(id_of(desk, word))
    tree.scrollTo(index)
    point = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), button, pos=point)
    return point


# Where documents open


def test_single_clicks_show_one_document_after_another_in_the_same_tab(desk: Desk, qtbot: QtBot) -> None:
    click(desk, qtbot, "古桥")
    click(desk, qtbot, "夜市")
    assert (row(desk), shown(desk)) == (["夜市"], "夜市")
    assert not desk.window.area.side(0).tabs.isVisible()


def test_a_double_click_keeps_the_tab(desk: Desk, qtbot: QtBot) -> None:
    point = click(desk, qtbot, "古桥")
    qtbot.mouseDClick(desk.window.library.tree.viewport(), Qt.MouseButton.LeftButton, pos=point)
    click(desk, qtbot, "夜市")
    click(desk, qtbot, "水井")
    assert (row(desk), shown(desk)) == (["古桥", "水井"], "水井")
    assert desk.window.area.side(0).tabs.isVisible()


def test_the_middle_button_opens_a_tab_that_stays(desk: Desk, qtbot: QtBot) -> None:
    click(desk, qtbot, "古桥")
    tree = desk.window.library.tree
    index = desk.window.library.model.index_of(id_of(desk, "夜市"))
    tree.scrollTo(index)
    QTest.mousePress(tree.viewport(), Qt.MouseButton.MiddleButton, pos=tree.visualRect(index).center())
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.MiddleButton, pos=tree.visualRect(index).center())
    assert (row(desk), shown(desk)) == (["古桥", "夜市"], "夜市")


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_enter_in_the_tree_opens_a_tab_that_stays(desk: Desk, qtbot: QtBot, modifier: Qt.KeyboardModifier) -> None:
    click(desk, qtbot, "古桥")
    tree = desk.window.library.tree
    desk.window.activateWindow()
    tree.setFocus()
    tree.setCurrentIndex(desk.window.library.model.index_of(id_of(desk, "茶馆")))
    qtbot.keyClick(tree, Qt.Key.Key_Return, modifier)
    click(desk, qtbot, "渡口")
    assert row(desk) == ["渡口", "茶馆"]


def test_a_document_that_has_a_tab_is_shown_in_it(desk: Desk) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    show(desk, "古桥", Where.HERE)
    assert (row(desk), shown(desk)) == (["古桥", "夜市", "水井"], "古桥")


def test_what_is_annotated_is_kept(desk: Desk) -> None:
    show(desk, "古桥", Where.HERE)
    desk.window.pane.view.select(0, 4)
    desk.window.actions_["style_1"].trigger()
    show(desk, "夜市", Where.HERE)
    assert row(desk) == ["古桥", "夜市"]


def test_the_trees_menu_opens_in_a_tab(desk: Desk) -> None:
    show(desk, "古桥")
    menu = QMenu(desk.window)
    desk.window.library.show_document(id_of(desk, "夜市"))
    desk.tree_menu.fill(menu, desk.window.library.chosen())
    next(action for action in menu.actions() if action.text() == "在新标签页打开").trigger()
    assert row(desk) == ["古桥", "夜市"]


# Going from tab to tab


def test_tabs_are_walked_through_in_a_circle(desk: Desk) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    trigger(desk, "next_tab")
    assert shown(desk) == "古桥"
    trigger(desk, "previous_tab")
    trigger(desk, "previous_tab")
    assert shown(desk) == "夜市"
    assert desk.window.area.side(0).tabs.currentIndex() == 1


def test_a_click_on_a_tab_brings_it_to_the_front(desk: Desk, qtbot: QtBot) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    tabs = desk.window.area.side(0).tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(0).center())
    assert shown(desk) == "古桥"
    assert desk.window.windowTitle().startswith("云汀市人民政府关于古桥的通知")


def test_each_tab_keeps_place_selection_and_finding(desk: Desk, qtbot: QtBot) -> None:
    show(desk, "古桥")
    view = desk.window.pane.view
    text = desk.reading.current.document.text  # type: ignore[union-attr]  # open
    there = text.index("古桥第40段")
    view.restore_offset(there)
    qtbot.waitUntil(lambda: view.visible_offset() == there)
    view.restore_offset(there, (there + 4, there + 9))
    desk.window.pane.find_bar.begin("损毁")
    desk.window.actions_["find_next"].trigger()
    before = desk.window.pane.look()
    assert before.find is not None
    assert (before.find.text, before.hit) == ("损毁", desk.window.pane.view.hit_position()[0])
    desk.window.pane.find_bar.close_bar()
    view.restore_offset(there, (there + 4, there + 9))
    show(desk, "夜市")
    desk.window.pane.find_bar.begin("爱护")
    assert view.visible_offset() < there
    trigger(desk, "previous_tab")
    assert shown(desk) == "古桥"
    qtbot.waitUntil(lambda: view.visible_offset() == there)
    assert view.selection() == (there + 4, there + 9)
    assert not desk.window.pane.find_bar.isVisible()
    trigger(desk, "next_tab")
    assert desk.window.pane.find_bar.wanted.text == "爱护"
    assert desk.window.pane.find_bar.isVisible()
    assert view.hit_position()[1] == LINES


def test_a_tab_keeps_the_annotation_that_was_chosen(desk: Desk) -> None:
    show(desk, "古桥")
    desk.window.pane.view.select(0, 4)
    desk.window.actions_["style_1"].trigger()
    show(desk, "夜市")
    trigger(desk, "previous_tab")
    desk.window.actions_["style_3"].trigger()
    (found,) = desk.annotating.of_document(id_of(desk, "古桥"))
    assert found.annotation.style == "期限"


# Back and forward


def test_each_tab_has_a_way_back_of_its_own(desk: Desk) -> None:
    show(desk, "古桥", Where.HERE)
    show(desk, "夜市", Where.HERE)
    show(desk, "水井")
    desk.tabbing.choose(desk.reading.tabs.side.tabs[0].number)
    trigger(desk, "back")
    assert (shown(desk), row(desk)) == ("古桥", ["古桥", "水井"])


def test_back_from_a_new_tab_leads_to_where_it_was_opened(desk: Desk) -> None:
    show(desk, "古桥")
    show(desk, "夜市")
    trigger(desk, "back")
    assert (shown(desk), row(desk)) == ("古桥", ["古桥", "夜市"])
    trigger(desk, "forward")
    assert shown(desk) == "夜市"


def test_back_leads_to_a_document_whose_tab_is_closed(desk: Desk) -> None:
    show(desk, "古桥")
    show(desk, "夜市")
    desk.tabbing.close(desk.reading.tabs.side.tabs[0].number)
    trigger(desk, "back")
    assert shown(desk) == "古桥"


# Closing


def test_the_side_buttons_of_the_mouse_go_back_and_forward(desk: Desk, qtbot: QtBot) -> None:
    show(desk, "古桥")
    show(desk, "夜市")
    qtbot.mouseClick(desk.window.pane.view.page.viewport(), Qt.MouseButton.BackButton)
    assert shown(desk) == "古桥"
    qtbot.mouseClick(desk.window.library.tree.viewport(), Qt.MouseButton.ForwardButton)
    assert shown(desk) == "夜市"


def test_closing_shows_the_tab_before_and_reopening_brings_it_back(desk: Desk) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    desk.tabbing.choose(desk.reading.tabs.side.tabs[1].number)
    trigger(desk, "close_tab")
    assert (row(desk), shown(desk)) == (["古桥", "水井"], "水井")
    trigger(desk, "reopen_tab")
    assert (row(desk), shown(desk)) == (["古桥", "夜市", "水井"], "夜市")
    assert not desk.window.actions_["reopen_tab"].isEnabled()


def test_a_closed_tab_whose_document_has_gone_is_not_reopened(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    for word in WORDS[:2]:
        show(desk, word)
    trigger(desk, "close_tab")
    file = tmp_path / "五篇.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("# 云汀市人民政府关于夜市")], encoding="utf-8")
    with qtbot.waitSignal(desk.importing.finished):
        desk.open_paths((file,))
    with qtbot.waitSignal(desk.reading.failed):
        desk.window.actions_["reopen_tab"].trigger()
    assert (row(desk), shown(desk)) == (["古桥"], "古桥")


def test_a_cross_closes_its_own_tab(desk: Desk, qtbot: QtBot) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    tabs = desk.window.area.side(0).tabs
    qtbot.mouseClick(tabs.tabButton(0, tabs.ButtonPosition.RightSide), Qt.MouseButton.LeftButton)
    assert (row(desk), shown(desk)) == (["夜市", "水井"], "水井")
    qtbot.mouseClick(tabs, Qt.MouseButton.MiddleButton, pos=tabs.tabRect(1).center())
    assert (row(desk), shown(desk)) == (["夜市"], "夜市")


def test_closing_the_last_tab_leaves_an_empty_page(desk: Desk) -> None:
    show(desk, "古桥")
    trigger(desk, "close_tab")
    assert shown(desk) == ""
    assert "Ctrl+Shift+T" in desk.window.pane.view._empty.text()
    assert desk.window.windowTitle() == "邸报"
    assert desk.window.side.outline.model.rowCount() == 0
    assert not desk.window.actions_["note_document"].isEnabled()
    assert not desk.window.actions_["close_tab"].isEnabled()
    show(desk, "夜市")
    assert shown(desk) == "夜市"


def test_the_others_are_closed_together(desk: Desk) -> None:
    for word in WORDS:
        show(desk, word)
    desk.tabbing.choose(desk.reading.tabs.side.tabs[2].number)
    trigger(desk, "close_other_tabs")
    assert (row(desk), shown(desk)) == (["水井"], "水井")


def test_a_dragged_tab_stays_where_it_was_dropped(desk: Desk) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    desk.tabbing.move(desk.reading.tabs.side.tabs[2].number, 0)
    assert (row(desk), shown(desk)) == (["水井", "古桥", "夜市"], "水井")


# Across starts, and when the library changes


def test_all_tabs_are_there_at_the_next_start(desk: Desk, make_desk: DeskMaker) -> None:
    for word in WORDS[:4]:
        show(desk, word)
    desk.tabbing.choose(desk.reading.tabs.side.tabs[1].number)
    desk.reading.moved(70)
    desk.window.close()
    desk.reading.save_session()
    again = make_desk()
    assert (row(again), shown(again)) == (list(WORDS[:4]), "夜市")
    assert again.reading.tabs.front is not None
    assert again.reading.tabs.front.offset == 70


def test_a_tab_that_was_not_kept_is_not_kept_at_the_next_start(desk: Desk, make_desk: DeskMaker) -> None:
    show(desk, "古桥")
    show(desk, "夜市", Where.HERE)
    desk.window.close()
    desk.reading.save_session()
    again = make_desk()
    show(again, "水井", Where.HERE)
    assert row(again) == ["古桥", "水井"]


def test_tabs_of_documents_that_have_gone_are_closed(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    for word in WORDS[:3]:
        show(desk, word)
    desk.tabbing.choose(desk.reading.tabs.side.tabs[0].number)
    file = tmp_path / "五篇.txt"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("# 云汀市人民政府关于夜市")].replace("不得损毁", "不得移动"), encoding="utf-8")
    with qtbot.waitSignal(desk.importing.finished):
        desk.open_paths((file,))
    qtbot.waitUntil(lambda: len(desk.documents) == 1)
    assert (row(desk), shown(desk)) == (["古桥"], "古桥")
    assert "不得移动" in desk.reading.current.document.text  # type: ignore[union-attr]  # open
