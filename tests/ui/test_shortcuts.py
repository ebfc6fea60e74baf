"""Which keys an action may have, and who has one already."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from ui.shortcuts import Fault, fault, holder, sequences, taken_over

MENUS = ("文件(&F)", "Edit (&E)")
KEYS = {"find": "Ctrl+F", "redo": "Ctrl+Shift+Z Ctrl+Y", "note": "N", "about": ""}


@pytest.mark.parametrize(
    ("key", "expected"),
    [("Ctrl+B", None), ("F5", None), ("Shift+F5", None), ("Alt+Left", None), ("Alt+F", Fault.MENU),
     ("Alt+E", Fault.MENU), ("A", Fault.TEXT_ONLY), ("Shift+A", Fault.TEXT_ONLY), ("7", Fault.TEXT_ONLY),
     ("Del", Fault.TEXT_ONLY), ("Esc", Fault.TEXT_ONLY), ("Tab", Fault.KEPT), ("Return", Fault.KEPT),
     ("PgUp", Fault.KEPT), ("Left", Fault.KEPT)],
)
def test_what_is_typed_elsewhere_is_no_key_for_the_whole_window(key: str, expected: Fault | None) -> None:
    assert fault(QKeySequence(key), in_text=False, menus=MENUS) is expected


def test_letters_and_digits_are_keys_in_the_text() -> None:
    for key in ("A", "7", "Del"):
        assert fault(QKeySequence(key), in_text=True, menus=MENUS) is None
    assert fault(QKeySequence("Tab"), in_text=True, menus=MENUS) is Fault.KEPT


def test_who_has_a_key_is_found_among_second_keys_too() -> None:
    assert holder(QKeySequence("Ctrl+Y"), "find", KEYS) == "redo"
    assert holder(QKeySequence("Ctrl+Y"), "redo", KEYS) == ""
    assert holder(QKeySequence("Ctrl+B"), "find", KEYS) == ""


def test_taking_a_key_over_leaves_the_others_their_other_keys() -> None:
    custom = taken_over({"about": "F7"}, KEYS, "find", QKeySequence("Ctrl+Y"))
    assert custom == {"about": "F7", "redo": "Ctrl+Shift+Z", "find": "Ctrl+Y"}


def test_several_shortcuts_are_written_apart_by_spaces() -> None:
    assert [one.toString() for one in sequences("Ctrl++ Ctrl+=")] == ["Ctrl++", "Ctrl+="]
    assert sequences("") == []
