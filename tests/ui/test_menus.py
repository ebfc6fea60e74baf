"""Menus and keys as a clerk uses them: everything has its place, and nothing stands in its own way."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.controllers.desk import Desk
from ui.controllers.palette import menu_paths
from ui.shortcuts import fault, sequences


def menus(desk: Desk) -> dict[str, list[QAction]]:
    """The entries of all menus of the bar, by title."""
    return {menu.title(): menu.actions() for menu in desk.window.menuBar().findChildren(QMenu) if menu.title()}


def test_every_action_is_in_a_menu(desk: Desk) -> None:
    paths = menu_paths(desk.window.menuBar().actions())
    actions = desk.window.actions_
    assert [name for name in actions.names if actions[name] not in paths] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_menu_has_a_letter_twice(desk: Desk, language: str, request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: desk.choosing.change(language="zh"))
    desk.choosing.change(language=language)
    for title, held in {"": desk.window.menuBar().actions(), **menus(desk)}.items():
        letters = [found[1].upper() for action in held if (found := re.search(r"&(\w)", action.text()))]
        assert len(letters) == len(set(letters)), title


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_entry_of_ours_has_a_letter(desk: Desk, language: str, request: pytest.FixtureRequest) -> None:
    request.addfinalizer(lambda: desk.choosing.change(language="zh"))
    desk.choosing.change(language=language)
    # The colours are named by the user, and have keys of their own.
    lacking = [f"{title}: {action.text()}" for title, held in menus(desk).items() for action in held
               if not action.isSeparator() and not action.objectName().startswith("action_style_")
               and not re.search(r"&\w", action.text())]
    assert lacking == []


def test_a_named_change_keeps_the_letters_of_undo_and_of_names(desk: Desk) -> None:
    reading = desk.reading.current
    assert reading is not None
    desk.annotating.create(reading.facts.id, [(0, 4)], "重点")
    made = desk.annotating.of_document(reading.facts.id)[0].annotation
    desk.annotating.set_tags(made, ["甲&乙"])
    desk.annotating.rename_tag("甲&乙", "丙&丁")
    text = desk.window.actions_["undo"].text()
    assert text.startswith("撤销(&U)：")
    assert "&" not in text.removeprefix("撤销(&U)：").replace("&&", "")


def test_no_menu_begins_or_ends_with_a_line_or_has_two_of_them_together(desk: Desk) -> None:
    for title, held in menus(desk).items():
        lines = [action.isSeparator() for action in held if action.isVisible()]
        assert not lines or not (lines[0] or lines[-1] or (True, True) in pairwise(lines)), title


def test_no_two_actions_have_a_key_in_common_and_none_has_one_it_cannot_have(desk: Desk) -> None:
    actions = desk.window.actions_
    titles = [action.text() for action in desk.window.menuBar().actions()]
    held = [(name, key) for name in actions.names for key in sequences(actions.keys(name))]
    keys = [key.toString() for _, key in held]
    assert len(keys) == len(set(keys))
    wrong = [name for name, key in held if fault(key, in_text=actions.spec(name).in_text, menus=titles)]
    assert wrong == []
