"""Go to a clause of the open document, or to a document by its number."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.anchoring.addresses import find_address
from reader.model.document import DocumentFacts
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow


class Going(QObject):
    """Asks where to, and goes."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._messages = messages
        self._said = ""
        window.voice.placeRequested.connect(self._go_to_place)
        window.voice.documentNumberRequested.connect(self.go)
        window.voice.findChanged.connect(self._unsay)
        window.side.search.query.textChanged.connect(self._unsay)

    def ask(self) -> None:
        """Ask where to go."""
        self._unsay()
        self._window.pane.view.begin_go_to()

    def go(self, typed: str) -> None:
        """Go to the clause of the open document or the document of the library that is meant; says so when there is
        neither."""
        typed = typed.strip()
        current, view = self._reading.current, self._window.pane.view
        self._unsay()
        if not typed:
            return
        place = find_address(current.document, typed, view.visible_offset()) if current is not None else None
        if place is not None:
            self._go_to_place(*place)
            return
        found: tuple[DocumentFacts, ...] = () if typed.isdecimal() else catalogue.find_number(self._library, typed)
        if found:
            self._reading.open(found[0].id)
            view.end_go_to()
        else:
            self._said = self.tr("本文和库里都没有找到“{typed}”。").format(typed=typed)
            self._messages.notice(self._said)

    def _unsay(self) -> None:
        """Take back that something was not found: something else is looked for now."""
        status = self._window.status
        if self._said and status.currentMessage() == self._said:
            status.clearMessage()
        self._said = ""

    def _go_to_place(self, start: int, end: int) -> None:
        current = self._reading.current
        if current is not None:
            self._reading.open(current.facts.id, start, end)
