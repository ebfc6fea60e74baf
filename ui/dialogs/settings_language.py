"""Settings of the language."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import i18n
from ui.dialogs.settings_page import SettingsPage, choose
from ui.preferences import Preferences


class LanguagePage(SettingsPage):
    """The window speaks another language as soon as it is chosen."""

    names = ("language",)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("语言")
        languages = [(self.tr("跟随系统"), i18n.SYSTEM), *((name, language) for language, name in i18n.NAMES.items())]
        self.language = self.combo("settingsLanguage", self.tr("语言"), languages, "language")
        self.form().addRow(self.tr("语言(&L)"), self.language)
        self.whole.addWidget(self.note(self.tr("公报、批注、标签和文件名保持原样。")))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        choose(self.language, preferences.language)
