"""Opening documents: what is open, where one was reading, back and forward, and the session across starts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import Document, DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import catalogue, positions
from reader.services.library import Library

SAVE_AFTER = 800
"""Milliseconds without scrolling after which the place is stored."""

LONGEST_HISTORY = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the library: a document and an offset in code points."""

    document_id: str
    offset: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that is open, with the issue it stands in."""

    document: Document
    issue: IssueFacts

    @property
    def facts(self) -> DocumentFacts:
        """What is known about it."""
        return self.document.facts


class Reading(QObject):
    """Knows the open document and the way that led to it.

    Signals:
        opened: an `Opened` and the offset to show, as two arguments; the offset is None for the top.
        placed: within the open document: offset, and end or None.
        historyChanged: back or forward became possible or impossible.
        failed: a `UserError`.
    """

    opened = Signal(object, object)
    placed = Signal(int, object)
    historyChanged = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.current: Opened | None = None
        self._offset = 0
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._save = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save.timeout.connect(self.save_session)
        self._session_key = ""

    def restore(self) -> bool:
        """Open what was read last; False when there is nothing."""
        session = positions.session(self._library)
        if session.current is None:
            return False
        editions = catalogue.editions(self._library, session.current)
        return bool(editions) and self._show(editions[0].id, positions.position(self._library, session.current))

    def open(self, document_id: str, offset: int | None = None, end: int | None = None) -> bool:
        """Open a document, or go to a place in the open one.

        Args:
            document_id: id in the library.
            offset, end: code points to go to; without them the place where it was left.
        """
        before = self._here()
        if self.current is not None and self.current.facts.id == document_id:
            if offset is not None:
                self._remember(before)
                self.placed.emit(offset, end)
            return True
        if not self._show(document_id, None if offset is not None else self._left_at(document_id)):
            return False
        self._remember(before)
        if offset is not None:
            self.placed.emit(offset, end)
        return True

    def reload(self) -> None:
        """Show the open document anew, after an import or a correction; nothing when it is gone."""
        if self.current is None:
            return
        own = self.current.facts
        if catalogue.holds(self._library, own.id):
            # A corrected number gives the document another key, but not another id.
            self._show(own.id, self._offset)
            return
        others = catalogue.editions(self._library, own.key)
        if others:
            self._show(others[0].id, self._offset)

    def show_anew(self, document_id: str, offset: int) -> None:
        """Show a document that was read anew, in the place of the one that is open: no step of the way."""
        if self._show(document_id, offset):
            self.placed.emit(offset, None)

    def back(self) -> None:
        """Go to where one came from."""
        self._travel(self._past, self._future)

    def forward(self) -> None:
        """Undo `back`."""
        self._travel(self._future, self._past)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether `back` was used."""
        return bool(self._future)

    def moved(self, offset: int) -> None:
        """The reader scrolled: `offset` is the first code point seen."""
        self._offset = offset
        self._save.start()

    def save_session(self) -> None:
        """Store what is open and the place in it: soon after each move, for the power may fail at any time."""
        self._save.stop()
        if self.current is None or self._library.read_only:
            return
        key = self.current.facts.key
        try:
            positions.save_position(self._library, key, self._offset)
            if key != self._session_key:
                positions.save_session(self._library, positions.Session(open=(key,), current=key))
                self._session_key = key
        except UserError as error:
            self.failed.emit(error)

    def _left_at(self, document_id: str) -> int | None:
        try:
            facts = catalogue.document_facts(self._library, document_id)
        except UserError:
            return None  # `_show` tells the user
        return positions.position(self._library, facts.key)

    def _show(self, document_id: str, offset: int | None) -> bool:
        if self._save.isActive():
            self.save_session()
        try:
            document = catalogue.document(self._library, document_id)
            issue = catalogue.issue_facts(self._library, document.facts.issue_id)
        except UserError as error:
            self.failed.emit(error)
            return False
        self.current = Opened(document, issue)
        self._offset = offset or 0
        self.opened.emit(self.current, offset)
        self._save.start()
        return True

    def _here(self) -> Place | None:
        return Place(self.current.facts.id, self._offset) if self.current is not None else None

    def _remember(self, before: Place | None) -> None:
        if before is not None:
            self._past.append(before)
            del self._past[:-LONGEST_HISTORY]
        self._future.clear()
        self.historyChanged.emit()

    def _travel(self, source: list[Place], target: list[Place]) -> None:
        if not source:
            return
        here, place = self._here(), source.pop()
        same = self.current is not None and self.current.facts.id == place.document_id
        if same:
            self.placed.emit(place.offset, None)
        elif not self._show(place.document_id, place.offset):
            here = None
        if here is not None:
            target.append(here)
        self.historyChanged.emit()
