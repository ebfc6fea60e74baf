"""Values made of a database, kept until it changes, and mended where it is known what has changed."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from reader.storage import annotations_rows as rows

Value = TypeVar("Value")

MOST_FOLLOWED = 24
"""Values that are followed by one thread: the annotations of so many documents, and those of the library."""
MOST_TOUCHED = 300
"""From so many changed annotations on, a list is made anew rather than mended."""


def version(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Differs when anybody has written to a connection's database: `data_version` tells of other connections' writes,
    `total_changes` of this one's."""
    return id(connection), connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes


@dataclass(slots=True)
class _Followed:
    others: tuple[int, int]
    state: object
    changes: int
    number: int
    value: Any


class Memory:
    """One value a name and thread, valid as long as nobody has written to the database it was made of."""

    def __init__(self) -> None:
        self._own = threading.local()

    def get(self, name: str, connection: sqlite3.Connection, make: Callable[[sqlite3.Connection], Value]) -> Value:
        """The value called `name`, made from `connection` when it is not known or the database has changed."""
        now = version(connection)
        known: dict[str, tuple[tuple[int, ...], Any]] = self._own.__dict__.setdefault("known", {})
        found = known.get(name)
        if found is None or found[0] != now:
            found = known[name] = (now, make(connection))
        return cast(Value, found[1])

    def follow(self, name: str, notes: sqlite3.Connection, state: object, make: Callable[[], Value],
               mend: Callable[[Value, frozenset[str]], Value]) -> Value:
        """The value called `name`, made of annotations.db: as it was when nothing has changed, mended when this thread
        alone has changed a few annotations, else made anew.

        Args:
            notes: this thread's connection to annotations.db.
            state: of whatever else the value is made of; when it differs, the value is made anew.
            mend: given the last value and the ids of the annotations that were written or deleted since.
        """
        followed: dict[str, _Followed] = self._own.__dict__.setdefault("followed", {})
        *others, changes = version(notes)
        found = followed.get(name)
        if found is not None and (found.others, found.state) == (tuple(others), state):
            if found.changes == changes:
                return cast(Value, found.value)
            number, ids = rows.touched_since(notes, found.number)
            if number >= 0 and len(ids) <= MOST_TOUCHED:
                value = cast(Value, mend(found.value, ids) if ids else found.value)
                followed[name] = _Followed(found.others, state, notes.total_changes, number, value)
                return value
        if len(followed) >= MOST_FOLLOWED:
            followed.clear()
        number, _ = rows.touched_since(notes, 0)
        value = make()
        # What making it wrote down, as placements, is no change of it.
        followed[name] = _Followed((others[0], others[1]), state, notes.total_changes, number, value)
        return value

    def forget(self) -> None:
        """Drop all that this thread has: the database was replaced as a whole."""
        self._own.__dict__.clear()
