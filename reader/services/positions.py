"""Where the user was reading: the last place in each document, and which documents were open."""

from __future__ import annotations

from dataclasses import dataclass

from reader.services.library import Library
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now
from reader.storage.packing import pack, unpack

_SESSION = "session"


@dataclass(frozen=True, slots=True)
class Session:
    """The documents that were open, in the order of their tabs, and the one in front, by their keys."""

    open: tuple[str, ...] = ()
    current: str | None = None


def save_position(library: Library, key: str, offset: int) -> None:
    """Remember the place in a document: code points on its text. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", (key, offset, now()))


def position(library: Library, key: str) -> int | None:
    """The place last read in a document; None when it was never open."""
    row = library.notes.execute('SELECT "offset" FROM positions WHERE key = ?', (key,)).fetchone()
    return None if row is None else int(row[0])


def save_session(library: Library, session: Session) -> None:
    """Remember what is open. UserError library.read_only, disk.full."""
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_SESSION, pack(session, Session)))


def session(library: Library) -> Session:
    """What was open last."""
    row = library.notes.execute("SELECT value FROM settings WHERE name = ?", (_SESSION,)).fetchone()
    if row is None:
        return Session()
    found: Session = unpack(row[0], Session)
    return found
