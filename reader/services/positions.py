"""Where the user was reading: the last place in each document, and which documents were open."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass

from reader.services.library import Library
from reader.storage.connections import light_transaction, transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now
from reader.storage.packing import pack, unpack

_SESSION = "session"


@dataclass(frozen=True, slots=True)
class Session:
    """The documents that were open, in the order of their tabs, and the one in front, by their keys; then the same of
    the other side of a split view, and whether that side had the focus. `passing`: those whose tabs were not kept."""

    open: tuple[str, ...] = ()
    current: str | None = None
    beside: tuple[str, ...] = ()
    beside_current: str | None = None
    beside_active: bool = False
    passing: tuple[str, ...] = ()


def save_position(library: Library, key: str, offset: int) -> None:
    """Remember the place in a document: code points on its text. UserError library.read_only, disk.full."""
    save_positions(library, {key: offset})


def save_positions(library: Library, offsets: Mapping[str, int]) -> None:
    """Remember the places in several documents at once.

    Args:
        offsets: code points on the text, by the document's key; in the order in which they were read.

    Raises:
        UserError: library.read_only, disk.full.
    """
    with worded(library.root), light_transaction(library.notes) as notes:
        rows = [(key, offset, now()) for key, offset in offsets.items()]
        notes.executemany("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", rows)


def position(library: Library, key: str) -> int | None:
    """The place last read in a document; None when it was never open."""
    row = library.notes.execute('SELECT "offset" FROM positions WHERE key = ?', (key,)).fetchone()
    return None if row is None else int(row[0])


def recent(library: Library, limit: int) -> tuple[str, ...]:
    """The keys of the documents read last, the latest first."""
    rows = library.notes.execute("SELECT key FROM positions ORDER BY modified DESC, rowid DESC LIMIT ?", (limit,))
    return tuple(str(key) for (key,) in rows)


def save_session(library: Library, session: Session) -> None:
    """Remember what is open. UserError library.read_only, disk.full."""
    with worded(library.root), light_transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_SESSION, pack(session, Session)))


def session(library: Library) -> Session:
    """What was open last."""
    row = library.notes.execute("SELECT value FROM settings WHERE name = ?", (_SESSION,)).fetchone()
    if row is None:
        return Session()
    found: Session = unpack(row[0], Session)
    return found


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to: `offset` in code points on the text of the document with that key."""

    id: str
    key: str
    offset: int
    label: str
    created: str


def bookmarks(library: Library, key: str | None = None) -> tuple[Bookmark, ...]:
    """The bookmarks of a document in text order, or all of them by document."""
    found = library.notes.execute(
        'SELECT id, key, "offset", label, created FROM bookmarks WHERE ?1 IS NULL OR key = ?1'
        ' ORDER BY key, "offset", created', (key,))
    return tuple(Bookmark(*row) for row in found)


def save_bookmark(library: Library, bookmark: Bookmark) -> None:
    """Insert a bookmark, or replace the one of its id: what undo and redo call. UserError library.read_only,
    disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO bookmarks VALUES (?, ?, ?, ?, ?)",
                      (bookmark.id, bookmark.key, bookmark.offset, bookmark.label, bookmark.created))


def add_bookmark(library: Library, key: str, offset: int, label: str) -> Bookmark:
    """Mark a place. UserError library.read_only, disk.full."""
    made = Bookmark(str(uuid.uuid4()), key, offset, label, now())
    save_bookmark(library, made)
    return made


def remove_bookmark(library: Library, bookmark_id: str) -> None:
    """Drop a bookmark; of no consequence when it is gone. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark_id,))
