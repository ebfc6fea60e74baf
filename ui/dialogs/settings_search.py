"""Settings of searching."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.settings_page import SettingsPage
from ui.preferences import Preferences


class SearchPage(SettingsPage):
    """How a search begins.

    Signals:
        clearHistoryWanted: forget what was searched for.
    """

    names = ("strict_search", "search_typing")

    clearHistoryWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("检索")
        self.typing = self.check("settingsTyping", self.tr("边打字边出结果(&W)"), "search_typing")
        self.strict = self.check("settingsStrict", self.tr("默认严格检索(&S)"), "strict_search")
        self.clear = self.button("settingsClearHistory", self.tr("清除检索历史(&C)"))
        self.clear.clicked.connect(self.clearHistoryWanted)
        self.said = self.note()
        self.whole.addWidget(self.typing)
        self.whole.addWidget(self.note(self.tr("不选时，按回车才检索。")))
        self.whole.addWidget(self.strict)
        self.whole.addWidget(
            self.note(self.tr("严格：区分全角半角、大小写、繁简、括号引号的样式和空白。检索时可随时另选。"))
        )
        self.whole.addLayout(self.row(self.clear, self.said))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        self.typing.setChecked(preferences.search_typing)
        self.strict.setChecked(preferences.strict_search)

    def show_cleared(self) -> None:
        """The history is gone."""
        self.said.setText(self.tr("已清除"))
