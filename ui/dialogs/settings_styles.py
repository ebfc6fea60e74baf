"""Settings of the annotation styles: their names, colours and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from reader.model.annotation import Style
from ui.dialogs.settings_page import SettingsPage
from ui.dialogs.styles import StylesEditor
from ui.preferences import Preferences


class StylesPage(SettingsPage):
    """The styles belong to the library, not to the preferences: their changes can be undone."""

    def __init__(self, styles: Sequence[Style], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("标注样式")
        self.editor = StylesEditor(styles, self)
        self.whole.addWidget(self.editor, 1)

    def show_preferences(self, preferences: Preferences) -> None:
        """Nothing of them is here."""
