"""Texts that stand on widgets and actions, replaced by what they say in another language.

A window is not made anew for this: then everything begun in it (typing, jobs, undo) would have to be carried over.
Every text on it came from `tr()`, so the phrasebook of the translation knows what it says in the other language; names,
titles and what the user typed are in no phrasebook and stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtGui import QAction, QUndoStack
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from ui.i18n import CHINESE, TRANSLATIONS
from ui.phrases import Phrasebook, read

PROPERTIES = (
    "windowTitle",
    "title",
    "text",
    "iconText",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "prefix",
    "suffix",
    "specialValueText",
)
"""Properties that widgets and actions show or tell."""

_SCROLLING = {"ScrollLeftButton": "Scroll Left", "ScrollRightButton": "Scroll Right"}
_qt_words = QCoreApplication.translate

_TYPED = (QLineEdit, QTextEdit, QAbstractSpinBox)
"""What the text of these says is the user's."""


def retranslate(app: QApplication, language: str) -> None:
    """Replace the texts of all windows of the application, open or hidden.

    Args:
        app: the application.
        language: the one spoken from now on, `zh` or `en`; the texts are in the other one.
    """
    book = _book("en" if language == CHINESE else language, to_source=language == CHINESE)
    for window in app.topLevelWidgets():
        if window.parent() is None:
            # Calendars and number boxes write in the locale that they began with.
            window.setLocale(QLocale())
            retranslate_tree(window, book)


@cache
def _book(other: str, *, to_source: bool) -> Phrasebook:
    return Phrasebook(read(TRANSLATIONS / f"dibao_{other}.ts"), to_source=to_source)


def retranslate_tree(root: QObject, book: Phrasebook) -> None:
    """Replace the texts of an object and of all beneath it."""
    for one, contexts in _with_contexts(root, ()):
        _properties(one, contexts, book)
        if isinstance(one, QWidget):
            _items(one, contexts, book)
        elif isinstance(one, QUndoStack):
            _steps(one, contexts, book)


def _with_contexts(root: QObject, above: Collection[str]) -> Iterator[tuple[QObject, Collection[str]]]:
    """Every object with the classes it and its parents are of: where its texts were written."""
    contexts = frozenset(above).union(cls.__name__ for cls in type(root).__mro__)
    yield root, contexts
    for child in root.children():
        yield from _with_contexts(child, contexts)


def _properties(one: QObject, contexts: Collection[str], book: Phrasebook) -> None:
    if not isinstance(one, (QWidget, QAction)):
        return
    meta = one.metaObject()
    for name in PROPERTIES:
        if meta.indexOfProperty(name) < 0 or (name == "text" and isinstance(one, _TYPED)):
            continue
        text = one.property(name)
        wanted = book.other(text, contexts) if isinstance(text, str) and text else None
        if wanted is not None and wanted != text:
            one.setProperty(name, wanted)


def _items(one: QWidget, contexts: Collection[str], book: Phrasebook) -> None:
    """The lines of lists, boxes and tabs that hold texts of their own."""
    if isinstance(one, QComboBox):
        for row in range(one.count()):
            one.setItemText(row, book.other(one.itemText(row), contexts) or one.itemText(row))
            tip = one.itemData(row, Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str):
                one.setItemData(row, book.other(tip, contexts) or tip, Qt.ItemDataRole.ToolTipRole)
    elif isinstance(one, QTreeWidget):
        head = one.headerItem()
        for column in range(one.columnCount()):
            head.setText(column, book.other(head.text(column), contexts) or head.text(column))
    elif isinstance(one, QTabBar):
        for button in one.findChildren(QToolButton):
            if button.objectName() in _SCROLLING:
                # Qt names them once, when they are made.
                button.setAccessibleName(_qt_words("QTabBar", _SCROLLING[button.objectName()]))
        for row in range(one.count()):
            one.setTabText(row, book.other(one.tabText(row), contexts) or one.tabText(row))
            one.setTabToolTip(row, book.other(one.tabToolTip(row), contexts) or one.tabToolTip(row))
            name = one.accessibleTabName(row)
            one.setAccessibleTabName(row, book.other(name, contexts) or name)


def _steps(stack: QUndoStack, contexts: Collection[str], book: Phrasebook) -> None:
    """The names of the steps that can be undone and redone."""
    for number in range(stack.count()):
        step = stack.command(number)
        step.setText(book.other(step.text(), contexts) or step.text())
