"""The user's choices about the program: kept in a file, in effect at once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from reader.services.library import Library
from ui import preferences as choices
from ui.controllers.annotating import Annotating
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.theme import apply_theme


class Choosing(QObject):
    """Connects the theme actions and the settings."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        file: Path,
        annotating: Annotating,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._file = file
        self._annotating = annotating
        self._messages = messages
        self.preferences = choices.load(file)
        window.actions_.connect_all(
            {
                "theme_light": lambda: self.set_theme("light"),
                "theme_sepia": lambda: self.set_theme("sepia"),
                "theme_dark": lambda: self.set_theme("dark"),
                "preferences": self.show_settings,
            }
        )

    def begin(self) -> None:
        """Put the choices into effect; the theme is already."""
        self._window.pane.view.set_zoom(self.preferences.zoom / 100)
        self._window.actions_[f"theme_{self.preferences.theme}"].setChecked(True)
        self._annotating.author = self.preferences.author

    def shut_down(self, style: str) -> None:
        """Store what was chosen on the way: the zoom and the colour used last."""
        chosen = dataclasses.replace(self.preferences, zoom=self._zoom(), style=style)
        if chosen != self.preferences:
            choices.save(self._file, chosen)

    def set_theme(self, name: str) -> None:
        """Change the look of the whole program."""
        self._change(dataclasses.replace(self.preferences, theme=name))

    def show_settings(self) -> None:
        """Let the user choose."""
        from ui.dialogs.settings import SettingsDialog

        now = dataclasses.replace(self.preferences, zoom=self._zoom())
        dialog = SettingsDialog(now, str(self._library.root), self._window)
        dialog.changed.connect(self._change)
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    def _change(self, chosen: Preferences) -> None:
        before, self.preferences = self.preferences, chosen
        app = QApplication.instance()
        if chosen.theme != before.theme and isinstance(app, QApplication):
            apply_theme(app, chosen.theme)
            self._window.refresh_icons()
        self.begin()
        try:
            choices.save(self._file, chosen)
        except OSError as error:
            self._messages.notice(self.tr("设置没能保存：{reason}").format(reason=error.strerror))

    def _zoom(self) -> int:
        return round(self._window.pane.view.zoom * 100)
