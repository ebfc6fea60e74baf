"""Opening documents: what is open in which tab, where one was reading, back and forward, and the session across
starts."""

from __future__ import annotations

import dataclasses
from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from reader.model.document import DocumentFacts
from reader.model.errors import UserError
from reader.services import catalogue, positions
from reader.services.library import Library
from ui.controllers import sessions
from ui.models.tabs import Opened, Place, Tab, Tabs

__all__ = ["Opened", "Place", "Reading", "Where"]

SAVE_AFTER = 800
"""Milliseconds without scrolling after which the place is stored."""

LONGEST_HISTORY = 200


class Where(Enum):
    """Where a document is opened.

    HERE is the tab that is not kept, else a new one that is not kept either; TAB a tab that stays; BESIDE the other
    side of a split view, which is split for it. A document that has a tab on that side already is shown in that one.
    """

    HERE = "here"
    TAB = "tab"
    BESIDE = "beside"


class Reading(QObject):
    """Knows the open documents and the way that led to them. `current` is the one that has the focus.

    Whoever rearranges `tabs` calls `leave` before and `settle` afterwards.

    Signals:
        opened: another document has the focus: an `Opened` and the offset to show, as two arguments; the offset is
            None for the top.
        closed: no document is open any more.
        shown: a side has another tab in front: its number and the `Tab`, None for nothing. Sent before `opened`.
        leaving: a side's front tab may go: its number and the `Tab`, whose `look` is to be set now.
        sideChanged: the number of the side that has the focus now. Sent before all others.
        tabsChanged: tabs came, went, moved, or were named anew.
        placed: within the open document: offset, and end or None.
        historyChanged: back or forward became possible or impossible.
        failed: a `UserError`.
    """

    opened = Signal(object, object)
    closed = Signal()
    shown = Signal(int, object)
    leaving = Signal(int, object)
    sideChanged = Signal(int)
    tabsChanged = Signal()
    placed = Signal(int, object)
    historyChanged = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self.tabs = Tabs()
        self._told_side = self.tabs.active
        self._told: list[tuple[Tab, Opened] | None] = [None, None]
        self._told_current: tuple[int, Tab, Opened] | None = None
        self._unsaved: dict[str, int] = {}
        self._save = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save.timeout.connect(self.save_session)
        self._session = positions.Session()

    @property
    def current(self) -> Opened | None:
        """The document that has the focus; None when none is open."""
        return self.tabs.front.opened if self.tabs.front is not None else None

    def restore(self) -> bool:
        """Open what was open last; False when there is nothing."""
        self._session = positions.session(self._library)
        sessions.restore(self._library, self._session, self.tabs)
        self.settle()
        return self.current is not None

    def open(
        self, document_id: str, offset: int | None = None, end: int | None = None, where: Where = Where.HERE
    ) -> bool:
        """Open a document, or go to a place in an open one.

        Args:
            document_id: id in the library.
            offset, end: code points to go to; without them the place where it was left.
            where: in which tab.
        """
        tabs = self.tabs
        at = 1 - tabs.active if where is Where.BESIDE and tabs.front is not None else tabs.active
        tab = tabs.sides[at].holding(document_id)
        new = tab is None or tab is not tabs.front
        before = self._here()
        if new:
            opened = tab.opened if tab is not None and tab.opened is not None else self._read(document_id)
            if opened is None:
                return False
            self.leave()
            tab = tab or self._tab_for(at, opened, where)
            self._put(at, tab, opened)
        assert tab is not None
        tab.kept = tab.kept or where is Where.TAB
        if before is not None and (new or offset is not None):
            tab.past.append(before)
            del tab.past[:-LONGEST_HISTORY]
            tab.future.clear()
        self.settle()
        if offset is not None:
            self.placed.emit(offset, end)
        return True

    def activate(self, side: int) -> None:
        """Give a side the focus; nothing where it has no tabs."""
        if side != self.tabs.active and self.tabs.sides[side].tabs:
            self.tabs.active = side
            self.settle()

    def reload(self) -> None:
        """Show the open documents anew, after an import; what has gone is closed."""
        self._renew()
        self.settle()

    def show_anew(self, document_id: str, offset: int) -> None:
        """After a correction: show a document that was read anew in the place of the one that is open, which is no
        step of the way."""
        self._renew()
        front, opened = self.tabs.front, self._read(document_id)
        if opened is not None:
            self._put(self.tabs.active, front or self.tabs.make(opened.facts), opened)
            self.settle()
            self.placed.emit(offset, None)
        else:
            self.settle()

    def back(self) -> None:
        """Go to where one came from, if need be in another tab."""
        if self.tabs.front is not None:
            self._travel(self.tabs.front.past, forward=False)

    def forward(self) -> None:
        """Undo `back`."""
        if self.tabs.front is not None:
            self._travel(self.tabs.front.future, forward=True)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place to go back to."""
        return self.tabs.front is not None and bool(self.tabs.front.past)

    @property
    def can_go_forward(self) -> bool:
        """Whether `back` was used."""
        return self.tabs.front is not None and bool(self.tabs.front.future)

    def moved(self, offset: int, side: int | None = None) -> None:
        """The reader scrolled: `offset` is the first code point seen, on the side that has the focus unless told."""
        tab = self.tabs.sides[self.tabs.active if side is None else side].front
        if tab is not None:
            tab.offset = self._unsaved[tab.facts.key] = offset
            self._save.start()

    def save_session(self) -> None:
        """Store what is open and the places in it: soon after each move, for the power may fail at any time."""
        self._save.stop()
        if self._library.read_only:
            return
        session = sessions.session_of(self.tabs)
        unsaved, self._unsaved = self._unsaved, {}
        try:
            if unsaved:
                positions.save_positions(self._library, unsaved)
            if session != self._session:
                positions.save_session(self._library, session)
                self._session = session
        except UserError as error:
            self.failed.emit(error)

    def leave(self) -> None:
        """Before tabs are rearranged: remember how the documents in front look."""
        for at, side in enumerate(self.tabs.sides):
            if side.front is not None and self._told[at] is not None:
                self.leaving.emit(at, side.front)

    def settle(self) -> None:
        """After tabs were rearranged: show and tell what is in front now."""
        tabs = self.tabs
        for side in tabs.sides:
            while side.front is not None and side.front.opened is None:
                self._read_into(side.front)
                if side.front.opened is None:
                    side.remove(side.front)
        tabs.settle()
        if tabs.active != self._told_side:
            self._told_side = tabs.active
            self.sideChanged.emit(tabs.active)
        for at, side in enumerate(tabs.sides):
            front = (side.front, side.front.opened) if side.front is not None and side.front.opened else None
            if not _same(front, self._told[at]):
                self._told[at] = front
                self.shown.emit(at, side.front)
        self._tell_current()
        tabs.let_go()
        self.tabsChanged.emit()
        self.historyChanged.emit()
        self._save.start()

    def _tell_current(self) -> None:
        front = self.tabs.front
        now = (self.tabs.active, front, front.opened) if front is not None and front.opened is not None else None
        if _same(now, self._told_current):
            return
        self._told_current = now
        if now is None:
            self.closed.emit()
        else:
            _, tab, opened = now
            self._unsaved.setdefault(opened.facts.key, tab.offset)
            self.opened.emit(opened, tab.offset or None)

    def _tab_for(self, at: int, opened: Opened, where: Where) -> Tab:
        found = self.tabs.sides[at].preview() if where is not Where.TAB else None
        return found or self.tabs.make(opened.facts)

    def _put(self, at: int, tab: Tab, opened: Opened) -> None:
        """Let a tab show a document, in front of a side that gets the focus."""
        side = self.tabs.sides[at]
        if tab not in side.tabs:
            side.insert(tab)
        if tab.facts.id != opened.facts.id or tab.look is None:
            tab.look, tab.offset = None, self._left_at(opened.facts.key)
        tab.facts, tab.opened = opened.facts, opened
        side.bring(tab)
        self.tabs.active = at

    def _left_at(self, key: str) -> int:
        if key in self._unsaved:
            return self._unsaved[key]
        return positions.position(self._library, key) or 0

    def _read(self, document_id: str) -> Opened | None:
        try:
            document = catalogue.document(self._library, document_id)
            return Opened(document, catalogue.issue_facts(self._library, document.facts.issue_id))
        except UserError as error:
            self.failed.emit(error)
            return None

    def _read_into(self, tab: Tab) -> None:
        # It may have come in anew, under another id, since the tab was closed. What is gone is told.
        facts = self._facts_now(tab.facts) or tab.facts
        tab.opened = self._read(facts.id)
        if tab.opened is not None:
            tab.facts = tab.opened.facts

    def _renew(self) -> None:
        """The library changed: let go of all texts, and close the tabs of documents that have gone."""
        self.leave()
        for side in self.tabs.sides:
            for tab in tuple(side.tabs):
                facts = self._facts_now(tab.facts)
                if facts is None:
                    side.remove(tab)
                else:
                    before, tab.facts, tab.opened = tab.opened, facts, None
                    if tab is side.front:
                        self._read_into(tab)
                    if tab.look is not None and not _same_text(before, tab.opened):
                        # Its ranges mean nothing on another text.
                        tab.look = dataclasses.replace(tab.look, selection=None, hits=())

    def _facts_now(self, facts: DocumentFacts) -> DocumentFacts | None:
        if catalogue.holds(self._library, facts.id):
            # A corrected number gives the document another key, but not another id.
            return catalogue.document_facts(self._library, facts.id)
        return next(iter(catalogue.editions(self._library, facts.key)), None)

    def _here(self) -> Place | None:
        front = self.tabs.front
        return Place(front.facts.id, front.offset, front.number) if front is not None else None

    def _tab_of(self, place: Place) -> tuple[int, Tab | None]:
        """The side and the tab to show a place in: one that has the document, else the one it was seen in; None where
        that is closed and the tab in front is kept."""
        found = self.tabs.find(place.tab)
        at = found[0] if found is not None else self.tabs.active
        tab = self.tabs.sides[at].holding(place.document_id)
        if tab is None and found is not None:
            tab = found[1]
        return at, tab

    def _travel(self, way: list[Place], *, forward: bool) -> None:
        if not way:
            return
        here, place = self._here(), way.pop()
        at, tab = self._tab_of(place)
        moves = tab is not None and tab is self.tabs.front and tab.facts.id == place.document_id
        if not moves:
            held = tab.opened if tab is not None and tab.facts.id == place.document_id else None
            opened = held or self._read(place.document_id)
            if opened is None:
                self.historyChanged.emit()
                return
            self.leave()
            tab = tab or self._tab_for(at, opened, Where.HERE)
            self._put(at, tab, opened)
            tab.offset = place.offset
            if tab.look is not None:
                tab.look = dataclasses.replace(tab.look, offset=place.offset, selection=None)
        assert tab is not None
        if here is not None:
            (tab.past if forward else tab.future).append(here)
        self.settle()
        if moves:
            self.placed.emit(place.offset, None)


def _same_text(one: Opened | None, other: Opened | None) -> bool:
    return one is not None and other is not None and one.document.text == other.document.text


def _same(one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> bool:
    """Whether both are the same objects, in the same order."""
    if one is None or other is None:
        return one is other
    return all(a is b for a, b in zip(one, other, strict=True))
