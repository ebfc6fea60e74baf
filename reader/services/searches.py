"""Searches the user keeps under a name, and those of the last days."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model.search import SearchQuery
from reader.services.library import Library
from reader.storage.connections import light_transaction, transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now
from reader.storage.packing import pack, unpack

_HISTORY = "search_history"
LONGEST_HISTORY = 50


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name; `created`: UTC, ISO 8601 with Z."""

    name: str
    query: SearchQuery
    created: str


def saved(library: Library) -> tuple[SavedSearch, ...]:
    """The kept searches by name."""
    return tuple(SavedSearch(name, unpack(query, SearchQuery), created) for name, query, created in
                 library.notes.execute("SELECT name, query, created FROM saved_searches ORDER BY name"))


def save(library: Library, name: str, query: SearchQuery) -> None:
    """Keep a search under a name; one of that name is replaced. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO saved_searches VALUES (?, ?, ?)", (name, pack(query, SearchQuery), now()))


def forget(library: Library, name: str) -> None:
    """Drop a kept search; of no consequence when there is none. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("DELETE FROM saved_searches WHERE name = ?", (name,))


def history(library: Library) -> tuple[str, ...]:
    """What was searched for, the last first."""
    row = library.notes.execute("SELECT value FROM settings WHERE name = ?", (_HISTORY,)).fetchone()
    found: tuple[str, ...] = unpack(row[0], tuple[str, ...]) if row else ()
    return found


def remember(library: Library, text: str) -> None:
    """Put a question at the head of the history. UserError library.read_only, disk.full."""
    entries = tuple(dict.fromkeys((text, *history(library))))[:LONGEST_HISTORY]
    with worded(library.root), light_transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_HISTORY, pack(entries, tuple[str, ...])))


def clear_history(library: Library) -> None:
    """Forget what was searched for. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("DELETE FROM settings WHERE name = ?", (_HISTORY,))


