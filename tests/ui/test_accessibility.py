"""Whoever cannot see the window or has no mouse: names, roles and the way of the Tab key, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.services import annotate
from ui.controllers.desk import Desk
from ui.panels.side_panel import NAMES

DIALOGS = ("export", "export_document", "styles", "tags", "review", "trash", "backups", "preferences", "help", "about",
           "report", "correct_facts", "print_preview")
"""Actions that open a window of their own at once."""

ROLELESS = (QAccessible.Role.NoRole, QAccessible.Role.Window)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """The widgets of a window that can take the focus, but for what Qt keeps inside others."""
    for widget in root.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
        popup = any(above.metaObject().className() == "QComboBoxPrivateContainer" for above in ancestors(widget))
        blank = isinstance(widget, QLabel) and not widget.text()
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not inner and not popup and not blank:
            yield widget


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    """What a widget stands in, from near to far."""
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def shown(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"


def nameless(root: QWidget) -> list[str]:
    """Focusable widgets of which a screen reader can say neither a name nor a text."""
    spoken = {widget: QAccessible.queryAccessibleInterface(widget) for widget in focusable(root)}
    return [shown(widget) for widget, face in spoken.items() if not face.text(QAccessible.Text.Name).strip()]


def roleless(root: QWidget) -> list[str]:
    """Focusable widgets of which a screen reader cannot say what they are."""
    return [shown(widget) for widget in focusable(root)
            if QAccessible.queryAccessibleInterface(widget).role() in ROLELESS]


def tab_way(root: QWidget) -> list[QWidget]:
    """What the Tab key visits in a window, in its order."""
    way: list[QWidget] = []
    widget = root.nextInFocusChain()
    while widget is not root:
        takes = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value) and widget.focusProxy() is None
        if takes and widget.isEnabled() and widget.isVisibleTo(root) and widget.window() is root:
            way.append(widget)
        widget = widget.nextInFocusChain()
    return way


def steps_back(root: QWidget) -> list[str]:
    """Steps of the Tab key that go up in the same column or to the left in the same row."""
    found = []
    for before, after in pairwise(tab_way(root)):
        one, two = (QRect(widget.mapTo(root, QPoint()), widget.size()) for widget in (before, after))
        upward = two.bottom() <= one.top() + 2 and two.left() < one.right() and one.left() < two.right()
        leftward = two.right() <= one.left() + 2 and two.top() < one.bottom() - 4 and one.top() < two.bottom() - 4
        if upward or leftward:
            found.append(f"{shown(before)} → {shown(after)}")
    return found


def faults(root: QWidget) -> list[str]:
    return nameless(root) + roleless(root) + steps_back(root)


@pytest.mark.parametrize("panel", NAMES)
def test_everything_in_the_window_has_name_and_role_and_is_visited_in_order(desk: Desk, panel: str) -> None:
    desk.window.resize(1366, 768)
    desk.window.show_panel(panel)
    assert faults(desk.window) == []


def test_the_find_bar_is_visited_between_tree_and_text(desk: Desk) -> None:
    desk.window.actions_["find"].trigger()
    names = [widget.objectName() for widget in tab_way(desk.window)]
    assert names.index("libraryTree") < names.index("findText") < names.index("findClose") < names.index("documentPage")
    assert faults(desk.window) == []


@pytest.mark.parametrize("action", DIALOGS)
def test_everything_in_a_dialog_has_name_and_role_and_is_visited_in_order(desk: Desk, qtbot: QtBot,
                                                                          action: str) -> None:
    assert desk.reading.current is not None
    annotate.create(desk.library, desk.reading.current.facts.id, start=0, end=4, note="古桥", tags=("桥",))
    before = set(QApplication.topLevelWidgets())

    def opened() -> list[QWidget]:
        return [widget for widget in QApplication.topLevelWidgets()
                if widget not in before and widget.isVisible() and not isinstance(widget, QMenu)]

    desk.window.actions_[action].trigger()
    qtbot.waitUntil(lambda: bool(opened()), timeout=20_000)
    for window in opened():
        assert faults(window) == []
        window.close()
