"""Backups of the annotations: make one, make the scheduled one, put one back."""

from __future__ import annotations

import datetime
import logging
import tempfile
from dataclasses import dataclass
from pathlib import Path

from reader.model.errors import UserError
from reader.services import saving
from reader.services.checking import Finding, check
from reader.services.library import ANNOTATIONS_FILE, LIBRARY_FILE, Library, locked
from reader.storage import annotations_rows as rows
from reader.storage import backups, schema
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.atomic import replacing
from reader.storage.connections import connect
from reader.storage.faults import worded

__all__ = ["BackupContents", "Finding", "all_backups", "back_up_when_due", "backup", "check", "look_over",
           "newest_sound_backup", "preview", "restore_backup", "restore_closed"]

LOG = logging.getLogger(__name__)


def backup(library: Library, out: Path | None = None) -> Path:
    """Copy all annotations into one file, verified: `out`, or a new one in the library's `backups/`.

    Args:
        out: a file in a folder that is there, or that folder.

    Raises:
        UserError: disk.full, library.read_only, backup.broken; of `out` as `saving.save`.
    """
    moment = datetime.datetime.now(datetime.UTC)
    name = backups.name(moment)
    if out is not None:
        wanted = out.expanduser()
        with saving.writable(wanted / name if wanted.is_dir() else wanted) as path, worded(path):
            backups.copy(library.notes, path)
        return path
    folder = library.notes_root / backups.FOLDER
    with worded(folder / name):
        backups.copy(library.notes, folder / name)
        backups.thin_out(folder, moment)
    return folder / name


def look_over(library: Library) -> None:
    """A look at both databases that takes milliseconds, before anybody works on them; `check` looks at everything.

    The annotations are small and precious: all their pages are read. Of the texts, the list of documents.

    Raises:
        UserError: library.broken, naming the file.
    """
    with worded(library.notes_root / ANNOTATIONS_FILE):
        if library.notes.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise UserError("library.broken", path=str(library.notes_root / ANNOTATIONS_FILE))
    with worded(library.root / LIBRARY_FILE):
        library.texts.execute("SELECT count(*) FROM issues").fetchone()
        library.texts.execute("SELECT max(ordinal) FROM documents").fetchone()


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What restoring a backup would change.

    Attributes:
        annotations: how many it holds.
        back: would come back: they are not in the library now, or in its trash.
        gone: are in the library now and would go.
        changed: are in both, but differ.
    """

    annotations: int
    back: int
    gone: int
    changed: int


def preview(library: Library, file: Path) -> BackupContents:
    """What a backup holds and what restoring it would change. UserError file.missing, backup.broken, library.newer."""
    backups.verify(file)
    with tempfile.TemporaryDirectory(prefix="dibao-") as folder:
        # An older version is brought up to date in a copy, never in the backup itself.
        copied = Path(folder) / ANNOTATIONS_FILE
        copied.write_bytes(file.read_bytes())
        schema.migrate(copied, ANNOTATIONS)
        connection = connect(copied, "frozen")
        try:
            there = {one.id: one for one in rows.select(connection)}
        finally:
            connection.close()
    here = {one.id: one for one in rows.select(library.notes)}
    return BackupContents(len(there), len(there.keys() - here.keys()), len(here.keys() - there.keys()),
                          sum(there[one] != here[one] for one in there.keys() & here.keys()))


def backup_folder(library: Library) -> Path:
    """Where the backups of a library are kept; made with the first."""
    return library.notes_root / backups.FOLDER


def all_backups(root: Path) -> tuple[Path, ...]:
    """The backup files of a library, open or not, sound or not, the newest first: scheduled ones, those made before
    a migration, and what a restore replaced."""
    found = (root / backups.FOLDER).glob("*.db")
    return tuple(sorted(found, key=lambda path: (backups.moment_of(path), path.name), reverse=True))


def moment_of(backup: Path) -> datetime.datetime:
    """When a backup was made, in UTC."""
    return backups.moment_of(backup)


def newest_sound_backup(root: Path) -> Path | None:
    """The newest scheduled backup that can be restored: what to offer when annotations.db is damaged."""
    for _, path in backups.kept(root / backups.FOLDER):
        try:
            backups.verify(path)
        except UserError as error:
            LOG.warning("a backup is not sound: %s", error.code)
            continue
        return path
    return None


def back_up_when_due(library: Library) -> Path | None:
    """Make the scheduled backup (`Library.back_up_when_due`); closing a library does so too.

    Raises:
        UserError: disk.full, backup.broken.
    """
    return library.back_up_when_due()


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
    # SQLite counts no changes of its own for a file that was replaced as a whole.
    library.memory.forget()
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
