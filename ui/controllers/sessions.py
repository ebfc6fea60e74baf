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
        passing=tuple(tab.facts.key for tab in tabs if not tab.kept),
    )


def restore(library: Library, session: Session, tabs: Tabs) -> None:
    """Put the tabs of a session into empty `tabs`, without their texts; what is in the library no more is left out."""
    _fill(library, tabs.sides[LEFT], tabs, session.open, session.current)
    _fill(library, tabs.sides[RIGHT], tabs, session.beside, session.beside_current)
    for tab in tabs:
        tab.kept = tab.facts.key not in session.passing
    tabs.active = RIGHT if session.beside_active and tabs.sides[RIGHT].tabs else LEFT
    tabs.settle()


def _keys(side: Side) -> tuple[str, ...]:
    return tuple(tab.facts.key for tab in side.tabs)


def _front(side: Side) -> str | None:
    return side.front.facts.key if side.front is not None else None


def _fill(library: Library, side: Side, tabs: Tabs, keys: Sequence[str], current: str | None) -> None:
    for key in keys:
        editions = catalogue.editions(library, key)
        if editions and side.holding(editions[0].id) is None:
            tab = tabs.make(editions[0])
            tab.offset = positions.position(library, key) or 0
            side.insert(tab, len(side.tabs))
            if key == current:
                side.front = tab
    if side.tabs:
        side.front = side.front or side.tabs[0]
        side.used = [tab for tab in side.tabs if tab is not side.front]
