"""Make library.db anew from the kept originals, when it was lost or damaged and moved away."""

from __future__ import annotations

import datetime
import logging
import sqlite3
from pathlib import Path

from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.import_files import corrections_of
from reader.services.library import LIBRARY_FILE, Library, locked
from reader.services.parsing_pool import Work, parse
from reader.storage import integrity, originals, schema
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage.faults import worded
from reader.storage.library_schema import LIBRARY

LOG = logging.getLogger(__name__)

ENDINGS = ("-wal", "-shm", "")
"""Of the files of one database of SQLite, which stay together; the main file goes last, so that a program that dies
between them leaves what is still found to be damaged."""


def can_rebuild(root: Path) -> bool:
    """Whether there are originals to make library.db of."""
    return originals.any_kept(root)


def begin_anew(root: Path) -> Path | None:
    """Give a library that nobody has open an empty library.db, to be filled by `rebuild`; tells where the old one is.

    Returns:
        The file that was there, kept under another name beside the new one; None when there was none.

    Raises:
        UserError: library.in_use, library.read_only, disk.full.
    """
    path = root / LIBRARY_FILE
    moment = datetime.datetime.now(datetime.UTC)
    aside = path.with_name(f"broken-{moment:%Y%m%dT%H%M%S%fZ}-{path.name}")
    with locked(root), worded(path):
        for ending in ENDINGS:
            piece = path.with_name(path.name + ending)
            if piece.exists():
                piece.rename(aside.with_name(aside.name + ending))
        schema.migrate(path, LIBRARY)
    return aside if aside.exists() else None


def is_damaged(library: Library) -> bool:
    """Whether library.db is not what it should be. Reads all of it."""
    try:
        with worded(library.root / LIBRARY_FILE):
            return any(True for found in (integrity.of_database, integrity.of_texts) for _ in found(library.texts))
    except UserError as fault:
        if fault.code != "library.broken":
            raise
    except (sqlite3.DatabaseError, ValueError) as fault:
        # No table of that name, no JSON or UTF-8 where there must be some.
        LOG.warning("library.db cannot be read: %s", type(fault).__qualname__)
    return True


def rebuild(library: Library, job: JobContext) -> int:
    """Take in the kept originals the library does not know, in the order they once came; tells how many.

    A file that came again with other content takes the place of what it was before, as it did then; ids become what
    they were. An original that is gone or cannot be read any more is left out: `check` tells of it.

    Raises:
        UserError: library.read_only, disk.full. Cancelled: what was taken in before stays.
    """
    if library.texts_read_only:
        raise UserError("library.read_only", path=str(library.root))
    kept = [one for one in originals.arrivals(library.root) if reading.source(library.texts, one.sha256) is None]
    taken: set[str] = set()
    for done, original in enumerate(kept):
        job.check_cancelled()
        job.report(done, len(kept), original.name)
        path = originals.place(library.root, original.sha256, original.name)
        if path.exists() and _take_in(library, original, path):
            taken.add(original.sha256)
    return len(taken)


def _take_in(library: Library, original: originals.Original, path: Path) -> bool:
    from reader.importing.importer import RULES_VERSION

    data = path.read_bytes()
    before = reading.source_at(library.texts, original.path)
    replacing = before.issue_id if before is not None and before.current else None
    outcome = parse(Work(0, data, original.name, corrections_of(library, original.sha256, replacing)))
    if outcome.parsed is None:
        LOG.error("a kept original cannot be read: %s", outcome.fault or outcome.error)
        return False
    source = writing.Source(original.sha256, original.name, original.path, len(data), RULES_VERSION)
    with worded(library.root):
        writing.store(library.texts, outcome.parsed, source, replacing=replacing)
    return True
