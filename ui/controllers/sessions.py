"""What is open, kept from one start of the program to the next."""

from __future__ import annotations

from collections.abc import Sequence

from reader.services import catalogue, positions
from reader.services.library import Library
from reader.services.positions import Session
from ui.models.tabs import LEFT, RIGHT, Side, Tabs


def session_of(tabs: Tabs) -> Session:
    """What is open, by keys."""
    left, right = tabs.sides
    return Session(
        open=_keys(left),
        current=_front(left),
        beside=_keys(right),
        beside_current=_front(right),
        beside_active=tabs.active == RIGHT,
    )


def restore(library: Library, session: Session, tabs: Tabs) -> None:
    """Put the tabs of a session into empty `tabs`, without their texts; what is in the library no more is left out."""
    _fill(library, tabs, LEFT, session.open, session.current)
    _fill(library, tabs, RIGHT, session.beside, session.beside_current)
    tabs.active = RIGHT if session.beside_active and tabs.sides[RIGHT].tabs else LEFT
    tabs.settle()


def _keys(side: Side) -> tuple[str, ...]:
    return tuple(tab.facts.key for tab in side.tabs)


def _front(side: Side) -> str | None:
    return side.front.facts.key if side.front is not None else None


def _fill(library: Library, tabs: Tabs, at: int, keys: Sequence[str], current: str | None) -> None:
    side = tabs.sides[at]
    for key in keys:
        editions = catalogue.editions(library, key)
        if editions and side.holding(editions[0].id) is None:
            # A single document was perhaps only looked at; of several the user keeps a choice.
            tab = tabs.make(editions[0], kept=len(keys) > 1)
            tab.offset = positions.position(library, key) or 0
            side.insert(tab, len(side.tabs))
            if key == current:
                side.front = tab
    if side.tabs:
        side.front = side.front or side.tabs[0]
        side.used = [tab for tab in side.tabs if tab is not side.front]
