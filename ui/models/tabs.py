"""The open documents as values: two sides, each with its tabs; without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.model.document import Document, DocumentFacts, IssueFacts

if TYPE_CHECKING:
    from ui.panels.find_bar import Wanted

MOST_CLOSED = 20
"""Closed tabs that can be opened again."""

MOST_HELD = 12
"""Tabs whose documents stay in memory; those of the others are read again when they come to the front."""

LEFT, RIGHT = 0, 1


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that is open, with the issue it stands in."""

    document: Document
    issue: IssueFacts

    @property
    def facts(self) -> DocumentFacts:
        """What is known about it."""
        return self.document.facts


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the library: a document and an offset in code points; `tab`: the number of the tab it was seen in."""

    document_id: str
    offset: int
    tab: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """How a document looked when its tab left the front.

    Attributes:
        offset: the first code point in view.
        selection: what was selected, code points.
        active: id of the annotation that was chosen, or "".
        find: what the find bar looked for; None while it was closed.
        hits: places marked as hits.
        hit: which of them was the current one, from 1; 0 for none.
    """

    offset: int = 0
    selection: tuple[int, int] | None = None
    active: str = ""
    find: Wanted | None = None
    hits: tuple[tuple[int, int], ...] = ()
    hit: int = 0


@dataclass(slots=True, eq=False)
class Tab:
    """A tab.

    Attributes:
        number: its own, given to no other tab while the window is open.
        facts: of its document.
        offset: the first code point in view, as told last.
        kept: it stays until it is closed; one that is not kept shows whatever is opened next.
        opened: its document, while it is held in memory.
        look: how it looked when it left the front; None for a document not seen in this tab yet.
        past, future: the way that led to its document, and back again.
    """

    number: int
    facts: DocumentFacts
    offset: int = 0
    kept: bool = False
    opened: Opened | None = None
    look: Look | None = None
    past: list[Place] = field(default_factory=list)
    future: list[Place] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Side:
    """The tabs of one side in their order, and the one in front; `used`: the others, the latest first."""

    tabs: list[Tab] = field(default_factory=list)
    front: Tab | None = None
    used: list[Tab] = field(default_factory=list)

    def holding(self, document_id: str) -> Tab | None:
        """The tab with a document, the one in front before all others."""
        if self.front is not None and self.front.facts.id == document_id:
            return self.front
        return next((tab for tab in self.tabs if tab.facts.id == document_id), None)

    def preview(self) -> Tab | None:
        """The tab that is not kept, the one in front before all others."""
        if self.front is not None and not self.front.kept:
            return self.front
        return next((tab for tab in self.tabs if not tab.kept), None)

    def insert(self, tab: Tab, at: int | None = None) -> None:
        """Add a tab, behind the one in front unless told where."""
        if at is None:
            at = self.tabs.index(self.front) + 1 if self.front is not None else len(self.tabs)
        self.tabs.insert(at, tab)
        self.used.append(tab)

    def bring(self, tab: Tab) -> None:
        """Put one of its tabs in front."""
        if self.front is not None and self.front in self.tabs:
            self.used.insert(0, self.front)
        self.used = [one for one in self.used if one is not tab]
        self.front = tab

    def remove(self, tab: Tab) -> None:
        """Take a tab out; the one used last comes to the front in its place."""
        self.tabs.remove(tab)
        self.used = [one for one in self.used if one is not tab]
        if self.front is tab:
            self.front = self.used.pop(0) if self.used else None

    def beside(self, step: int) -> Tab | None:
        """The tab so many places after the one in front, in a circle; None when there is no other."""
        if self.front is None or len(self.tabs) < 2:
            return None
        return self.tabs[(self.tabs.index(self.front) + step) % len(self.tabs)]


@dataclass(frozen=True, slots=True)
class Closed:
    """A tab that was closed, where it stood."""

    tab: Tab
    side: int
    at: int


class Tabs:
    """Both sides; `active` is the number of the one that has the focus. The right one is there while it has tabs."""

    def __init__(self) -> None:
        self.sides = (Side(), Side())
        self.active = LEFT
        self.closed: list[Closed] = []
        self._last = 0

    @property
    def side(self) -> Side:
        """The side that has the focus."""
        return self.sides[self.active]

    @property
    def front(self) -> Tab | None:
        """The tab that has the focus."""
        return self.side.front

    @property
    def split(self) -> bool:
        """Whether there are two sides."""
        return bool(self.sides[RIGHT].tabs)

    @property
    def beside(self) -> tuple[Tab, Tab] | None:
        """The tabs in front on the two sides; None where there are not two different documents."""
        left, right = (side.front for side in self.sides)
        return (left, right) if left and right and left.facts.id != right.facts.id else None

    def __iter__(self) -> Iterator[Tab]:
        for side in self.sides:
            yield from side.tabs

    def make(self, facts: DocumentFacts, opened: Opened | None = None, *, kept: bool = False) -> Tab:
        """A new tab that stands nowhere yet."""
        self._last += 1
        return Tab(self._last, facts, kept=kept, opened=opened)

    def find(self, number: int) -> tuple[int, Tab] | None:
        """The side and the tab of a number; None when it is closed."""
        for at, side in enumerate(self.sides):
            for tab in side.tabs:
                if tab.number == number:
                    return at, tab
        return None

    def close(self, number: int) -> None:
        """Close a tab and remember it; the left side takes over the tabs of the right one when it has none left."""
        found = self.find(number)
        if found is None:
            return
        at, tab = found
        side = self.sides[at]
        self.closed.append(Closed(tab, at, side.tabs.index(tab)))
        del self.closed[:-MOST_CLOSED]
        side.remove(tab)
        tab.opened = None
        self.settle()

    def settle(self) -> None:
        """Let a side that has tabs be the left one, and the active one."""
        left, right = self.sides
        if not left.tabs and right.tabs:
            left.tabs, left.front, left.used = right.tabs, right.front, right.used
            right.tabs, right.front, right.used = [], None, []
        if not right.tabs:
            self.active = LEFT

    def join(self) -> None:
        """Give all tabs to the left side, each document once; what had the focus stays in front."""
        front = self.front
        left, right = self.sides
        for tab in right.tabs:
            twin = left.holding(tab.facts.id)
            if twin is None:
                left.insert(tab, len(left.tabs))
            elif tab is front:
                left.tabs[left.tabs.index(twin)] = tab
                left.used = [one for one in left.used if one is not twin]
                left.front = None if left.front is twin else left.front
        right.tabs, right.front, right.used = [], None, []
        self.active = LEFT
        if front is not None and front is not left.front:
            left.bring(front)

    def let_go(self) -> None:
        """Let go of documents that were not looked at lately, and of all that are in no tab any more."""
        shown = [side.front for side in self.sides]
        others = [tab for side in self.sides for tab in side.used if tab not in shown]
        for tab in others[MOST_HELD:]:
            tab.opened = None
