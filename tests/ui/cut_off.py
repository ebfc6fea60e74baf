"""Finds words in a window that cannot be read whole: too narrow, too low, scrolled sideways, rows over one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyleOptionComboBox,
    QTreeView,
    QWidget,
)

from tests.ui.accessible import shown
from ui.panels.clamped_label import ClampedLabel

SLACK = 1  # pixels that rounding may take


def cut_off(root: QWidget) -> list[str]:
    """What cannot be read whole."""
    seen = [widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root)]
    return _overlapping(root) + [f"{shown(widget)}: {what}" for widget in seen for what in _cut(widget)]


def _overlapping(root: QWidget) -> list[str]:
    """What a layout has put over its neighbour."""
    found = []
    for parent in (root, *root.findChildren(QWidget)):
        if parent.layout() is None or isinstance(parent.layout(), QStackedLayout) or not parent.isVisibleTo(root):
            continue
        children = [one for one in parent.children() if isinstance(one, QWidget) and one.isVisibleTo(root)]
        found += [f"{shown(one)} lies over {shown(other)}" for one, other in combinations(children, 2)
                  if one.geometry().intersects(other.geometry()) and not one.isWindow() and not other.isWindow()]
    return found


def _cut(widget: QWidget) -> Iterator[str]:
    if widget.objectName() == "qt_toolbar_ext_button":
        yield "there is more in the bar than fits"
    if isinstance(widget, ClampedLabel):
        return  # says by an ellipsis that there is more, and tells it by its tip
    if isinstance(widget, QLabel) and widget.text():
        if not widget.wordWrap() and widget.sizeHint().width() > widget.width() + SLACK:
            yield f"“{widget.text()}” has {widget.width()} of {widget.sizeHint().width()} pixels"
        if widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + SLACK:
            yield f"“{widget.text()}” is {widget.height()} of {widget.heightForWidth(widget.width())} pixels high"
    elif isinstance(widget, QAbstractButton) and widget.text():
        needed = widget.sizeHint()
        if needed.width() > widget.width() + SLACK or needed.height() > widget.height() + SLACK:
            yield f"“{widget.text()}” has {widget.size().toTuple()} of {needed.toTuple()} pixels"
    elif isinstance(widget, QComboBox):
        yield from _cut_box(widget)
    elif isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        if needed > widget.width() - 16:
            yield f"“{widget.placeholderText()}” has {widget.width() - 16} of {needed} pixels"
    elif isinstance(widget, QHeaderView):
        yield from _cut_head(widget)
    elif isinstance(widget, (QListView, QTreeView)) and widget.model() is not None:
        if widget.horizontalScrollBar().isVisible():
            yield "is scrolled sideways"
        before = _rows(widget)
        widget.doItemsLayout()
        if _rows(widget) != before:
            yield f"rows stand at {before}, not at {_rows(widget)}"


def _rows(view: QListView | QTreeView) -> list[int]:
    """The heights at which the first rows stand."""
    model = view.model()
    return [view.visualRect(model.index(row, 0)).top() for row in range(min(model.rowCount(), 5))]


def _cut_box(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    if needed > room.width() + SLACK:
        yield f"“{box.currentText()}” has {room.width()} of {needed} pixels"
    line = box.lineEdit()
    if line is not None and line.height() < box.fontMetrics().height():
        yield f"“{box.currentText()}” is {line.height()} of {box.fontMetrics().height()} pixels high"


def _cut_head(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    for section in range(head.count() if model is not None else 0):
        text = str(model.headerData(section, head.orientation()) or "")
        needed = head.fontMetrics().horizontalAdvance(re.sub("&", "", text))
        if not head.isSectionHidden(section) and text and needed > head.sectionSize(section):
            yield f"“{text}” has {head.sectionSize(section)} of {needed} pixels"
