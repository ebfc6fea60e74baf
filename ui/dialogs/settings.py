"""The settings: name of the author, paper, size of type, language."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ui import i18n
from ui.preferences import Preferences

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Sizes of type to choose from, percent."""


class SettingsDialog(QDialog):
    """Each choice takes effect at once.

    Signals:
        changed: the new `Preferences`.
    """

    changed = Signal(object)

    def __init__(self, preferences: Preferences, library: str, parent: QWidget | None = None) -> None:
        """`library`: where the library lies, to be told."""
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("设置"))
        self.setMinimumWidth(480)
        self._preferences = preferences
        self.author = QLineEdit(preferences.author, self)
        self.author.setObjectName("settingsAuthor")
        self.author.setAccessibleName(self.tr("姓名"))
        self.author.setPlaceholderText(self.tr("写在新标注上，交给同事时看得出是谁写的"))
        self.author.setMaxLength(60)
        self.author.editingFinished.connect(self._on_change)
        self.theme = QComboBox(self)
        self.theme.setObjectName("settingsTheme")
        self.theme.setAccessibleName(self.tr("纸色"))
        for text, name in ((self.tr("明亮"), "light"), (self.tr("米黄"), "sepia"), (self.tr("夜间"), "dark")):
            self.theme.addItem(text, name)
        self.theme.setCurrentIndex(max(self.theme.findData(preferences.theme), 0))
        self.theme.activated.connect(lambda _: self._on_change())
        self.zoom = QComboBox(self)
        self.zoom.setObjectName("settingsZoom")
        self.zoom.setAccessibleName(self.tr("正文大小"))
        for percent in sorted({*ZOOMS, preferences.zoom}):
            self.zoom.addItem(f"{percent} %", percent)
        self.zoom.setCurrentIndex(self.zoom.findData(preferences.zoom))
        self.zoom.activated.connect(lambda _: self._on_change())
        self.language = QComboBox(self)
        self.language.setObjectName("settingsLanguage")
        self.language.setAccessibleName(self.tr("语言"))
        self.language.addItem(self.tr("跟随系统"), i18n.SYSTEM)
        for language, name in i18n.NAMES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(max(self.language.findData(preferences.language), 0))
        self.language.activated.connect(lambda _: self._on_change())
        place = QLabel(library, self)
        place.setWordWrap(True)
        place.setProperty("muted", True)
        place.setTextInteractionFlags(place.textInteractionFlags().TextSelectableByMouse)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(14)
        form.addRow(self.tr("姓名"), self.author)
        form.addRow(self.tr("纸色"), self.theme)
        form.addRow(self.tr("正文大小"), self.zoom)
        form.addRow(self.tr("语言"), self.language)
        form.addRow(self.tr("公报库位置"), place)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("完成"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("settingsClose")
        buttons.rejected.connect(self._on_close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _on_change(self) -> None:
        chosen = dataclasses.replace(
            self._preferences,
            author=" ".join(self.author.text().split()),
            theme=str(self.theme.currentData()),
            zoom=int(self.zoom.currentData()),
            language=str(self.language.currentData()),
        )
        if chosen != self._preferences:
            self._preferences = chosen
            self.changed.emit(chosen)

    def _on_close(self) -> None:
        self._on_change()
        self.accept()
