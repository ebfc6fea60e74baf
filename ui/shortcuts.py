"""The keys of actions: how they are written, who has a key already, and which keys an action may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEPT = frozenset(
    {
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Menu,
    }
)
"""Keys that move within the text and from one part of the window to the next, as long as nothing is held down."""


class Fault(Enum):
    """Why an action cannot have a key."""

    KEPT = "kept"  # the key moves the caret or the focus
    TEXT_ONLY = "text"  # a letter, digit or sign that elsewhere is typed
    MENU = "menu"  # opens a menu


def sequences(keys: str) -> list[QKeySequence]:
    """Shortcuts from their portable form, apart by spaces."""
    return [QKeySequence(key) for key in keys.split(" ") if key]


def shown(keys: Iterable[QKeySequence]) -> str:
    """Shortcuts as the user's system writes them."""
    return " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def fault(key: QKeySequence, *, in_text: bool, menus: Sequence[str] = ()) -> Fault | None:
    """Why an action cannot have a key, or None.

    Args:
        in_text: whether its shortcuts work in the text only.
        menus: titles of the menus, whose letters with Alt open them.
    """
    stroke: QKeyCombination = key[0]  # type: ignore[index]  # missing in the stubs
    if key.toString() in {QKeySequence.mnemonic(title).toString() for title in menus}:
        return Fault.MENU
    if stroke.keyboardModifiers() & _MODIFIERS:
        return None
    if stroke.key() in _KEPT:
        return Fault.KEPT
    return None if in_text or not _is_typed(stroke) else Fault.TEXT_ONLY


def holder(key: QKeySequence, name: str, keys: Mapping[str, str]) -> str:
    """Name of another action than `name` that has a key already, "" where there is none.

    A key that works in the text only is taken for the whole window all the same: in the text both would be meant.

    Args:
        keys: shortcuts of all actions by name, as `sequences` reads them.
    """
    return next((other for other, held in keys.items() if other != name and key in sequences(held)), "")


def taken_over(custom: Mapping[str, str], keys: Mapping[str, str], name: str, key: QKeySequence) -> dict[str, str]:
    """The user's own shortcuts when action `name` gets a key as its only one, which whoever else had it loses.

    Args:
        custom: the user's own shortcuts up to now.
        keys: shortcuts of all actions in effect.
    """
    result = dict(custom)
    for other, held in keys.items():
        if other != name and key in sequences(held):
            result[other] = " ".join(one.toString() for one in sequences(held) if one != key)
    result[name] = key.toString()
    return result


def _is_typed(stroke: QKeyCombination) -> bool:
    """Whether a key without Ctrl or Alt means something where text is typed: a character, its deletion, the end."""
    return stroke.key() <= Qt.Key.Key_Escape or stroke.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
