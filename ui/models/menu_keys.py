"""The shortcuts as the menus hold them: for the manual's page of keys."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from ui.models.manual import KeyGroup


def shown_keys(action: QAction) -> str:
    """The shortcuts of an action as the system writes them, or ""."""
    return " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def key_groups(bar: QMenuBar) -> tuple[KeyGroup, ...]:
    """The menus of a menu bar with those of their actions that have shortcuts, each action once."""
    seen: set[QAction] = set()
    groups = []
    for entry in bar.actions():
        # QAction.menu() would take the menu from those who hold it: PySide deletes it together with what is returned.
        menu = QMenu.menuInAction(entry)
        if menu is not None:
            keys = tuple((action.iconText(), shown_keys(action)) for action in _actions(menu, seen))
            if keys:
                groups.append(KeyGroup(_plain(entry.text()), keys))
    return tuple(groups)


def _actions(menu: QMenu, seen: set[QAction]) -> list[QAction]:
    found = []
    for action in menu.actions():
        inner = QMenu.menuInAction(action)
        if inner is not None:
            found += _actions(inner, seen)
        elif not action.shortcut().isEmpty() and action not in seen:
            seen.add(action)
            found.append(action)
    return found


def _plain(title: str) -> str:
    return title.split("(&")[0].replace("&", "")
