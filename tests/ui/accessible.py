"""What somebody needs who cannot see a window, or has no mouse: names, roles, the way of the Tab key, letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

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


# Focus that is seen


def unseen_focus(root: QWidget) -> list[str]:
    """Widgets on the way of the Tab key that look with the focus as they look without it."""
    found = []
    before = root.focusWidget()
    for widget in tab_way(root):
        pictures = []
        for focused in (True, False):
            if focused:
                widget.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                widget.clearFocus()
            QApplication.processEvents()
            pictures.append(widget.grab().toImage())
        if pictures[0] == pictures[1]:
            found.append(shown(widget))
    if before is not None:
        before.setFocus()
    return found


# Letters that are pressed with Alt


INPUTS = (QLineEdit, QComboBox, QSpinBox, QPlainTextEdit)
REPEATED = re.compile(r"style(_light|_dark|Key|Label)\d+")
"""Widgets in the rows of a table: there are more of them than letters."""

LEFT = {"取消", "关闭", "完成", "不导入", "Cancel", "Close", "Done", "Do Not Import"}
"""What Esc does needs no letter."""


def letter(text: str) -> str:
    """The letter that is underlined in a text, or ""."""
    found = re.search(r"&(\w)", text.replace("&&", ""))
    return found[1].upper() if found else ""


def lettered(root: QWidget) -> dict[QWidget, str]:
    """The letters of what is shown in a window, those of labels by the label."""
    letters: dict[QWidget, str] = {}
    for widget in root.findChildren(QWidget):
        if isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy() is not None):
            mark = letter(widget.text())
            if mark and widget.isVisibleTo(root):
                letters[widget] = mark
    return letters


def letters_twice(root: QWidget) -> list[str]:
    """Letters that several things in a window have."""
    letters = lettered(root)
    often = [mark for mark, count in Counter(letters.values()).items() if count > 1]
    return [f"{mark}: {', '.join(shown(one) for one, its in letters.items() if its == mark)}" for mark in often]


def without_letter(root: QWidget) -> list[str]:
    """Buttons and labelled inputs that cannot be reached by Alt and a letter."""
    return [f"{widget.objectName() or type(widget).__name__} {words}" for widget, words in _lacking(root)]


def _lacking(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    letters = lettered(root)
    reached = {label.buddy() for label in letters if isinstance(label, QLabel)}
    for button in root.findChildren(QAbstractButton):
        text = button.text()
        wanted = isinstance(button, (QPushButton, QToolButton, QCheckBox, QRadioButton)) and text
        if wanted and button.isVisibleTo(root) and button not in letters and not _by_enter_or_esc(button):
            if button.focusPolicy() is Qt.FocusPolicy.NoFocus or REPEATED.fullmatch(button.objectName()):
                continue
            if isinstance(button.parent(), QTabBar) or reached & set(_group(button)) or _is_tab_or_picture(button):
                continue
            yield button, text
    for label in root.findChildren(QLabel):
        field = _field(label)
        if field is not None and label.isVisibleTo(root) and not letter(label.text()):
            yield label, label.text()


def _by_enter_or_esc(button: QAbstractButton) -> bool:
    box = button.parent()
    if isinstance(box, QDialogButtonBox):
        above = box.parent()
        if isinstance(above, QMessageBox) and button in (above.escapeButton(), above.defaultButton()):
            return True
        if box.buttonRole(button) is QDialogButtonBox.ButtonRole.RejectRole:
            return True
    return (isinstance(button, QPushButton) and button.isDefault()) or button.text() in LEFT


def _is_tab_or_picture(button: QAbstractButton) -> bool:
    """Whether a tool button is one of several between which the arrow keys go, or shows no words."""
    pictured = not button.icon().isNull() and isinstance(button, QToolButton)
    return isinstance(button, QToolButton) and (bool(_group(button)) or (
        pictured and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly))


def _group(button: QAbstractButton) -> list[QAbstractButton]:
    """The buttons among which one is chosen."""
    group = button.group()
    return group.buttons() if group is not None else []


def _field(label: QLabel) -> QWidget | None:
    """The input that a label in a form stands before."""
    for form in label.parentWidget().findChildren(QFormLayout) if label.parentWidget() else []:
        row, role = form.getWidgetPosition(label)
        if row >= 0 and role is QFormLayout.ItemRole.LabelRole:
            item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
            inside = [item.widget()] if item.widget() else [
                item.layout().itemAt(at).widget() for at in range(item.layout().count())]
            return next((one for one in inside if isinstance(one, INPUTS)), None)
    return None
