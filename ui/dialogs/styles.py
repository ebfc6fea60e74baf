"""The named colours: rename, recolour, give another key, add."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import Style
from ui.theme import contrast, load

KEYS = 8
LEGIBLE = 4.5
"""Contrast that text needs on a colour (WCAG 2.1 AA)."""

NEW_LIGHT, NEW_DARK = "#d9e2b4", "#47511f"


def swap_shortcut(styles: Sequence[Style], name: str, key: int) -> list[tuple[Style, Style]]:
    """The changes by which a style gets a key (0 for none): whoever had it gets the other's."""
    own = next(style for style in styles if style.name == name)
    changes = [(own, dataclasses.replace(own, shortcut=key))]
    for other in styles:
        if key and other.name != name and other.shortcut == key:
            changes.append((other, dataclasses.replace(other, shortcut=own.shortcut)))
    return changes


def new_style(styles: Sequence[Style], label: str) -> Style:
    """A style of that label with a name of its own and a key if one is free."""
    names, number = {style.name for style in styles}, 2
    name = label
    while name in names:
        name, number = f"{label} {number}", number + 1
    used = {style.shortcut for style in styles}
    free = next((key for key in range(1, KEYS + 1) if key not in used), 0)
    return Style(name, label, NEW_LIGHT, NEW_DARK, free)


SWATCH = QSize(34, 16)
"""Pixels: the colour, and a little room before the words beside it."""


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.fillRect(0, 0, SWATCH.width() - 6, SWATCH.height(), QColor(colour))
    painter.end()
    return QIcon(pixmap)


class StylesEditor(QWidget):
    """Each change takes effect at once and can be undone.

    Signals:
        changed: a style before and after; None before it was added.
    """

    changed = Signal(object, object)

    def __init__(self, styles: Sequence[Style], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stylesEditor")
        self._styles: tuple[Style, ...] = ()
        about = QLabel(
            self.tr("每种颜色的含义由您定。改名、换色立即生效，已有的标注随之改变；可按 Ctrl+Z 撤销。"), self
        )
        about.setWordWrap(True)
        about.setProperty("muted", True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to whatever inside has the focus
        self.fault = QLabel(self)
        self.fault.setObjectName("stylesFault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.name = QLineEdit(self)
        self.name.setObjectName("stylesNew")
        self.name.setAccessibleName(self.tr("新颜色的名称"))
        self.name.setPlaceholderText(self.tr("新颜色的名称，如：已办"))
        self.name.returnPressed.connect(self._on_add)
        self.add = QPushButton(self.tr("添加(&A)"), self)
        self.add.setObjectName("stylesAdd")
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.fault)
        layout.addLayout(row)
        self.show_styles(styles)

    def show_styles(self, styles: Sequence[Style]) -> None:
        """Show these styles."""
        self._styles = tuple(styles)
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(10)
        for column, text in enumerate((self.tr("名称"), self.tr("明亮、米黄"), self.tr("夜间"), self.tr("按键"))):
            head = QLabel(text, inside)
            head.setProperty("muted", True)
            grid.addWidget(head, 0, column)
        for row, style in enumerate(self._styles, 1):
            self._add_row(grid, row, style, inside)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._styles) + 1, 1)
        self._area.setWidget(inside)
        last: QWidget | None = inside.findChild(QComboBox, f"styleKey{len(self._styles)}")
        if last is not None:
            for widget in (self.name, self.add):
                self.setTabOrder(last, widget)
                last = widget

    def _add_row(self, grid: QGridLayout, row: int, style: Style, inside: QWidget) -> None:
        label = QLineEdit(style.label, inside)
        label.setObjectName(f"styleLabel{row}")
        label.setAccessibleName(self.tr("颜色名称"))
        label.editingFinished.connect(lambda: self._on_label(style, label))
        grid.addWidget(label, row, 0)
        for column, field in enumerate(("light", "dark"), 1):
            button = QPushButton(self.tr("选色…"), inside)
            button.setObjectName(f"style_{field}{row}")
            button.setAccessibleName(self.tr("{style}的颜色").format(style=style.label))
            button.setAutoDefault(False)
            button.setIcon(_swatch(getattr(style, field)))
            button.setIconSize(SWATCH)
            button.clicked.connect(partial(self._on_colour, style, field))
            grid.addWidget(button, row, column)
        key = QComboBox(inside)
        key.setObjectName(f"styleKey{row}")
        key.setAccessibleName(self.tr("{style}的按键").format(style=style.label))
        key.addItems([self.tr("无"), *(str(number) for number in range(1, KEYS + 1))])
        key.setCurrentIndex(style.shortcut)
        key.activated.connect(partial(self._on_key, style))
        grid.addWidget(key, row, 3)

    def _on_label(self, style: Style, label: QLineEdit) -> None:
        text = " ".join(label.text().split())
        if text and text != style.label:
            self._change(style, dataclasses.replace(style, label=text))
        elif not text:
            label.setText(style.label)

    def _on_colour(self, style: Style, field: str) -> None:
        chosen = QColorDialog.getColor(
            QColor(getattr(style, field)),
            self,
            self.tr("“{style}”的颜色").format(style=style.label),
            QColorDialog.ColorDialogOption.DontUseNativeDialog,
        )
        if chosen.isValid():
            self.set_colour(style, field, chosen.name())

    def set_colour(self, style: Style, field: str, colour: str) -> None:
        """Give a style a colour, `light` or `dark`; one on which the text cannot be read is refused."""
        papers = ("light", "sepia") if field == "light" else ("dark",)
        if any(contrast(load(paper).ink, colour) < LEGIBLE for paper in papers):
            self.fault.setText(self.tr("这个颜色上的字看不清，请选浅一些（夜间选深一些）的颜色。"))
            self.fault.show()
            return
        light = field == "light"
        self._change(
            style, dataclasses.replace(style, light=colour) if light else dataclasses.replace(style, dark=colour)
        )

    def _on_key(self, style: Style, key: int) -> None:
        for before, after in swap_shortcut(self._styles, style.name, key):
            self._change(before, after)

    def _on_add(self) -> None:
        label = " ".join(self.name.text().split())
        if label:
            self.name.clear()
            self._change(None, new_style(self._styles, label))

    def _change(self, before: Style | None, after: Style) -> None:
        self.fault.hide()
        self.changed.emit(before, after)
