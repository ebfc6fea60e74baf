"""Bring a database file to the version this program knows: new, older (after a backup), or refuse a newer one.

The version stands in `PRAGMA user_version`, set in the same transaction as each migration of sqlite-utils and its
record, so that a file that needs nothing opens without importing sqlite-utils at all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.model.errors import UserError
from reader.storage.connections import connect
from reader.storage.faults import worded

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]

# https://www.sqlite.org/fileformat2.html#the_database_header: user version at 60, application id at 68.
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Schema:
    """The migrations of one kind of database, oldest first; their count is the version.

    Attributes:
        name: of the migration set, and of the file's kind in messages.
        application_id: what `PRAGMA application_id` says of such a file (SQLite file header, offset 68).
    """

    name: str
    application_id: int
    steps: tuple[Step, ...]

    @property
    def version(self) -> int:
        """The version a file has when all steps are applied."""
        return len(self.steps)


def version_of(connection: sqlite3.Connection) -> int:
    """The version a database says it has; 0 for an empty one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def needs_work(path: Path, schema: Schema) -> bool:
    """Whether a file must be made or migrated before use. Reads its header alone, and leaves no trace.

    What a killed program left in the write-ahead log may be newer than the header: `migrate` looks again.

    Raises:
        UserError: library.newer: it was made by a newer program; library.broken: it is not a database;
            library.foreign: it is another program's; library.unreadable.
    """
    with worded(path):
        try:
            with path.open("rb") as file:
                header = file.read(_HEADER)
        except FileNotFoundError:
            return True
    # A file of no bytes is an empty database to SQLite: what a crash just after creation leaves.
    if not header:
        return True
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise UserError("library.broken", path=str(path))
    version = int.from_bytes(header[60:64], "big", signed=True)
    _check_version(path, schema, version)
    if version and int.from_bytes(header[68:72], "big") != schema.application_id:
        raise UserError("library.foreign", path=str(path))
    return version < schema.version


def _check_version(path: Path, schema: Schema, version: int) -> None:
    if version > schema.version:
        raise UserError("library.newer", path=str(path), version=version, known=schema.version)


def migrate(path: Path, schema: Schema) -> None:
    """Make a database or bring it up to date; each step in one transaction. The caller holds the library's lock.

    Raises:
        UserError: library.newer, disk.full, library.read_only, library.broken.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations(schema.name)
    for number, step in enumerate(schema.steps, start=1):
        migrations(name=f"{number:03}_{step.__name__}")(_numbered(step, number, schema.application_id))
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = connect(path, "write")
    try:
        _check_version(path, schema, version_of(connection))
        with worded(path):
            migrations.apply(Database(connection, execute_plugins=False))
    finally:
        connection.close()


def _numbered(step: Step, number: int, application_id: int) -> Step:
    """The step, followed by the record of its number in the file's header; both are part of the transaction."""
    def apply(db: Database) -> None:
        step(db)
        db.execute(f"PRAGMA application_id = {application_id}")
        db.execute(f"PRAGMA user_version = {number}")
    return apply
