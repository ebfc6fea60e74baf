"""The settings: opens the dialog, tells it what it shows, and carries out what it asks for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.services.library import Library
from ui.controllers.choosing import Choosing
from ui.main_window import MainWindow


class Settings(QObject):
    """Connects the action preferences."""

    def __init__(self, window: MainWindow, library: Library, choosing: Choosing, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._choosing = choosing
        window.actions_.connect_all({"preferences": self.show})

    def show(self) -> None:
        """Let the user choose."""
        from ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._choosing.preferences, str(self._library.root), self._window)
        dialog.changed.connect(
            lambda new: self._choosing.change(
                author=new.author, theme=new.theme, zoom=new.zoom, language=new.language
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()
