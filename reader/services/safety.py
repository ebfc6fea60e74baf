"""Backups of the annotations: make one, make the scheduled one, put one back."""

from __future__ import annotations

import datetime
from pathlib import Path

from reader.model.errors import UserError
from reader.services.checking import Finding, check
from reader.services.library import ANNOTATIONS_FILE, Library, locked
from reader.storage import backups, schema
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.atomic import replacing
from reader.storage.connections import connect
from reader.storage.faults import worded

__all__ = ["Finding", "back_up_when_due", "backup", "check", "restore_backup", "restore_closed"]


def backup(library: Library, out: Path | None = None) -> Path:
    """Copy all annotations into one file, verified: `out`, or a new one in the library's `backups/`.

    Raises:
        UserError: disk.full, library.read_only, backup.broken.
    """
    moment = datetime.datetime.now(datetime.UTC)
    folder = library.notes_root / backups.FOLDER
    path = folder / backups.name(moment) if out is None else out.expanduser().absolute()
    if path.is_dir():
        path /= backups.name(moment)
    with worded(path):
        backups.copy(library.notes, path)
        if out is None:
            backups.thin_out(folder, moment)
    return path


def back_up_when_due(library: Library) -> Path | None:
    """Make the scheduled backup if the last is old enough and there is anything to keep; tells where.

    Raises:
        UserError: disk.full, backup.broken.
    """
    if library.read_only or library.notes.execute("SELECT 1 FROM annotations LIMIT 1").fetchone() is None:
        return None
    if not backups.due(library.notes_root / backups.FOLDER, datetime.datetime.now(datetime.UTC)):
        return None
    return backup(library)


def restore_backup(library: Library, file: Path) -> Path:
    """Put the annotations of a backup in the place of the present ones, which are first copied to a file of their own.

    The library goes on with the restored annotations; other threads may be reading.

    Returns:
        The file with the replaced annotations.

    Raises:
        UserError: file.missing, backup.broken, library.newer, library.read_only, disk.full. Nothing has changed then.
    """
    if library.read_only:
        raise UserError("library.read_only", path=str(library.root))
    backups.verify(file)
    aside = _aside(library.notes_root)
    with worded(library.root):
        backups.copy(library.notes, aside)
        source = connect(file, "frozen")
        try:
            # One transaction of SQLite's: whole, or not at all.
            source.backup(library.notes)
        finally:
            source.close()
    schema.migrate(library.notes_root / ANNOTATIONS_FILE, ANNOTATIONS)
    return aside


def restore_closed(root: Path, file: Path) -> Path:
    """Put the annotations of a backup into a library that nobody has open and whose own may be damaged.

    Returns:
        The file that was replaced, kept under another name.

    Raises:
        UserError: file.missing, backup.broken, library.newer, library.in_use, library.read_only, disk.full.
    """
    backups.verify(file)
    path = root / ANNOTATIONS_FILE
    aside = _aside(root)
    with locked(root), worded(root), replacing(path) as fresh:
        fresh.write_bytes(file.read_bytes())
        schema.migrate(fresh, ANNOTATIONS)
        aside.parent.mkdir(exist_ok=True)
        # SQLite finds what is not in the main file yet beside it, by name: the three stay together.
        for ending in ("-wal", "-shm", ""):
            piece = path.with_name(path.name + ending)
            if piece.exists():
                piece.rename(aside.with_name(aside.name + ending))
    return aside


def _aside(root: Path) -> Path:
    moment = datetime.datetime.now(datetime.UTC)
    return root / backups.FOLDER / f"replaced-{moment:%Y%m%dT%H%M%S%f}Z.db"
