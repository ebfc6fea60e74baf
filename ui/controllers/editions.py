"""The same document in several sources: telling of them, and comparing them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.panels.document_head import Edition


class Editions(QObject):
    """Answers the head above the text."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._messages = messages
        window.pane.head.editionWanted.connect(reading.open)

    def others(self, opened: Opened) -> tuple[Edition, ...]:
        """The other sources of an open document, with the issues they stand in."""
        found = catalogue.editions(self._library, opened.facts.key)
        return tuple(
            (facts, catalogue.issue_facts(self._library, facts.issue_id))
            for facts in found
            if facts.id != opened.facts.id
        )
