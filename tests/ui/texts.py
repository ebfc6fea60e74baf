"""Every text that a window shows or tells: by the way to its object, so that two windows can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTabBar, QTextEdit, QWidget

from ui.retranslating import PROPERTIES

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
MOST_ROWS = 200
WHEN_SHOWN = ("noteColumn",)
"""Parts that are written when they appear."""


def unlettered(text: str) -> str:
    """A text of a menu or button without the letter that is pressed with Alt."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


def texts(root: QObject, way: str = "") -> Iterator[tuple[str, str]]:
    """The texts of an object and of all beneath it, each with where it stands."""
    yield from _own(root, way)
    numbers: dict[str, int] = {}
    for child in root.children():
        name = child.objectName() or type(child).__name__
        # Shadows and layouts of Qt come and go; they say nothing.
        if not isinstance(child, (QWidget, QAction)):
            yield from texts(child, f"{way}/{name}") if child.children() else ()
            continue
        if isinstance(child, QWidget) and child.isHidden() and (
            child.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose) or name in WHEN_SHOWN
        ):
            continue
        numbers[name] = numbers.get(name, -1) + 1
        yield from texts(child, f"{way}/{name}" + (f"[{numbers[name]}]" if numbers[name] else ""))


def _own(one: QObject, way: str) -> Iterator[tuple[str, str]]:
    if not isinstance(one, (QWidget, QAction)):
        return
    meta = one.metaObject()
    for name in PROPERTIES:
        if meta.indexOfProperty(name) >= 0 and isinstance(text := one.property(name), str) and text:
            yield f"{way}.{name}", text
    if isinstance(one, QComboBox):
        for row in range(one.count()):
            yield f"{way}.item{row}", one.itemText(row)
    elif isinstance(one, QTabBar):
        for row in range(one.count()):
            yield f"{way}.tab{row}", f"{one.tabText(row)} {one.tabToolTip(row)}"
    elif isinstance(one, QAbstractItemView) and one.model() is not None:
        yield from _rows(one.model(), QModelIndex(), f"{way}.rows")
        for section in range(_columns(one.model(), QModelIndex())):
            header = one.model().headerData(section, Qt.Orientation.Horizontal)
            if isinstance(header, str):
                yield f"{way}.header{section}", header
    elif isinstance(one, QTextEdit):
        yield f"{way}.plain", one.toPlainText()


def _rows(model: QAbstractItemModel, parent: QModelIndex, way: str) -> Iterator[tuple[str, str]]:
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in ROLES:
                if isinstance(text := model.data(index, role), str) and text:
                    yield f"{way}.{row}.{column}:{role.name}", text
        yield from _rows(model, model.index(row, 0, parent), f"{way}.{row}")


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    # A list has one, and does not let itself be asked.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
