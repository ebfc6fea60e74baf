"""The command palette: every command by a few letters, documents and tags below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DeskMaker
from ui.controllers.desk import Desk
from ui.models.command_words import other_names
from ui.models.palette_entries import Entry, Kind


def ask(desk: Desk, typed: str = "") -> list[Entry]:
    """Open the palette and type; what it offers."""
    desk.window.activateWindow()
    desk.window.actions_["palette"].trigger()
    desk.palette.box.line.insert(typed)
    return list(desk.palette.box.model.entries)


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(desk.palette.box.line, key)


def test_every_action_but_itself_is_offered_with_its_menu_and_keys(desk: Desk) -> None:
    offered = {entry.name: entry for entry in ask(desk)}
    assert set(offered) == set(desk.window.actions_.names) - {"palette"}
    assert offered["find"].detail == "编辑"
    assert offered["find"].keys == "Ctrl+F"
    assert offered["theme_dark"].detail == "视图 → 纸色"
    assert [entry.name for entry in offered.values() if not entry.detail] == []


def test_enter_carries_out_what_stands_first(desk: Desk, qtbot: QtBot) -> None:
    ask(desk, "夜间")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.choosing.preferences.theme == "dark"
    assert not desk.palette.box.isVisible()


def test_the_arrows_choose_and_go_round(desk: Desk, qtbot: QtBot) -> None:
    entries = ask(desk, ">纸色")
    press(desk, qtbot, Qt.Key.Key_Up)
    assert desk.palette.box.list.currentIndex().row() == len(entries) - 1
    press(desk, qtbot, Qt.Key.Key_Down)
    press(desk, qtbot, Qt.Key.Key_Down)
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.palette.box.model.entries[1].name == desk.choosing.preferences.recent[0]


def test_what_was_used_last_comes_first_also_after_another_start(
    desk: Desk, qtbot: QtBot, make_desk: DeskMaker
) -> None:
    ask(desk, "米黄")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert ask(desk)[0].name == "theme_sepia"
    desk.choosing.shut_down(desk.marking.style)
    assert ask(make_desk())[0].name == "theme_sepia"


def test_what_cannot_be_done_now_is_offered_with_the_reason_and_does_nothing(desk: Desk, qtbot: QtBot) -> None:
    entry = ask(desk, "undo")[0]
    assert (entry.name, entry.enabled, entry.why) == ("undo", False, "没有可以撤销的")
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.palette.box.isVisible()
    assert "没有可以撤销的" in desk.palette.box.hint.text()


def test_escape_closes_and_gives_the_focus_back(desk: Desk, qtbot: QtBot) -> None:
    desk.window.activateWindow()
    desk.window.pane.view.setFocus()
    ask(desk)
    press(desk, qtbot, Qt.Key.Key_Escape)
    assert not desk.palette.box.isVisible()
    qtbot.waitUntil(lambda: desk.window.focusWidget() is desk.window.pane.view.page)


def test_documents_are_found_by_title_below_the_commands(desk: Desk, qtbot: QtBot) -> None:
    entries = ask(desk, "夜市")
    assert [entry.kind for entry in entries] == [Kind.DOCUMENT, Kind.SEARCH]
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.reading.current is not None
    assert desk.reading.current.facts.title == "云汀市人民政府关于夜市的意见"


def test_a_number_typed_anyhow_finds_its_document(desk: Desk) -> None:
    facts = next(one for one in desk.documents.values() if one.number is not None)
    assert facts.number is not None
    entries = ask(desk, f"@{facts.number.prefix}{facts.number.sequence} {facts.number.year}")
    assert entries[0].name == facts.id


def test_a_tag_opens_the_annotations_that_have_it(desk: Desk, qtbot: QtBot) -> None:
    desk.window.pane.view.select(0, 4)
    made = desk.marking.mark("重点")
    assert made is not None
    desk.annotating.set_tags(made, ["防汛"])
    assert [entry.name for entry in ask(desk, "#防")] == ["防汛"]
    press(desk, qtbot, Qt.Key.Key_Return)
    panel = desk.window.side.annotations
    assert panel.isVisible()
    assert panel.whole_library
    assert panel.selection().tags == ("防汛",)


def test_nothing_found_is_said(desk: Desk, qtbot: QtBot) -> None:
    assert ask(desk, ">量子") == []
    assert desk.palette.box.hint.text() == "没有这样的命令、公文或标签"
    press(desk, qtbot, Qt.Key.Key_Return)
    assert desk.palette.box.isVisible()


def test_what_is_no_command_is_searched_for_in_the_library(desk: Desk, qtbot: QtBot) -> None:
    assert [(entry.kind, entry.title) for entry in ask(desk, "六时开市")] == [(Kind.SEARCH, "检索全库：六时开市")]
    with qtbot.waitSignal(desk.searching.answered):
        press(desk, qtbot, Qt.Key.Key_Return)
    panel = desk.window.side.search
    assert panel.isVisible()
    assert (panel.query.text(), panel.model.rowCount()) == ("六时开市", 1)


@pytest.mark.parametrize(("typed", "name"), [("拆分", "correct_split"), ("深色", "theme_dark"), ("字号", "zoom_in"),
                                             ("搜索", "search"), ("分屏", "split")])
def test_a_command_is_found_by_what_others_call_it(desk: Desk, typed: str, name: str) -> None:
    assert name in [entry.name for entry in ask(desk, typed)]


def test_other_names_are_of_commands_that_exist(desk: Desk) -> None:
    assert set(other_names()) <= set(desk.window.actions_.names)
