"""Values made of a database, kept until it changes: what several searches in a row would ask again."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

Value = TypeVar("Value")


class Memory:
    """One value a name and thread, valid as long as nobody has written to the database it was made of."""

    def __init__(self) -> None:
        self._own = threading.local()

    def get(self, name: str, connection: sqlite3.Connection, make: Callable[[sqlite3.Connection], Value]) -> Value:
        """The value called `name`, made from `connection` when it is not known or the database has changed."""
        # data_version tells of other connections' writes, total_changes of this one's.
        version = (id(connection), connection.execute("PRAGMA data_version").fetchone()[0], connection.total_changes)
        known: dict[str, tuple[tuple[int, ...], Any]] = self._own.__dict__.setdefault("known", {})
        found = known.get(name)
        if found is None or found[0] != version:
            found = known[name] = (version, make(connection))
        return cast(Value, found[1])
