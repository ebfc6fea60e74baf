"""Which documents the user has read: kept by key, so that it holds in every edition and after another import."""

from __future__ import annotations

from collections.abc import Iterable

from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage.connections import light_transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now


def read_keys(library: Library) -> frozenset[str]:
    """The keys of the documents that are read."""
    return frozenset(key for (key,) in library.notes.execute("SELECT key FROM read_documents"))


def mark_read(library: Library, document_ids: Iterable[str]) -> frozenset[str]:
    """Note that documents are read, in one transaction; of no consequence for those that are.

    Returns:
        Their keys.

    Raises:
        UserError: document.unknown; library.read_only, disk.full.
    """
    keys = frozenset(reading.key_of(library.texts, found) for found in document_ids)
    moment = now()
    with worded(library.notes_root), light_transaction(library.notes) as notes:
        notes.executemany("INSERT OR IGNORE INTO read_documents VALUES (?, ?)", [(key, moment) for key in keys])
    return keys


def mark_unread(library: Library, document_ids: Iterable[str]) -> frozenset[str]:
    """Note that documents are not read, by whatever key they were known when they were.

    Returns:
        Their keys, those they had before too.

    Raises:
        UserError: document.unknown; library.read_only, disk.full.
    """
    keys = frozenset(key for found in document_ids for key in reading.keys_of(library.texts, found))
    with worded(library.notes_root), light_transaction(library.notes) as notes:
        notes.executemany("DELETE FROM read_documents WHERE key = ?", [(key,) for key in keys])
    return keys
