"""Connections to one SQLite file: one a thread, opened when first asked for."""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from reader.storage.faults import worded

LOG = logging.getLogger(__name__)

BUSY_SECONDS = 10.0
"""How long a statement waits for a lock: far longer than any of our transactions lasts."""

Access = Literal["write", "read", "frozen"]
"""`read` refuses changes; `frozen` is for media nobody can write to, where WAL's side files cannot be made. Those that
lie there are read: they hold what a program that is at work, or was killed, has not yet put into the file itself."""

_ASKED: dict[Access, str] = {"write": "mode=rwc", "read": "mode=rw"}


def connect(path: Path, access: Access, *, synchronous: Literal["FULL", "NORMAL"] = "FULL") -> sqlite3.Connection:
    """Open a database file with our settings: WAL, foreign keys, explicit transactions.

    Raises:
        UserError: the file cannot be opened or is no database.
    """
    with worded(path):
        if access == "frozen" and _is_unfinished(path):
            try:
                return _connected(path, "mode=ro", access, synchronous)
            except sqlite3.OperationalError:
                # A share whose files cannot be mapped into memory: then as it was when it was last finished.
                LOG.warning("%s is read without its newest changes", path.name)
        return _connected(path, _ASKED.get(access, "mode=ro&immutable=1"), access, synchronous)


def _is_unfinished(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _connected(path: Path, asked: str, access: Access, synchronous: str) -> sqlite3.Connection:
    # Other threads only ever close it (`Connections.close`).
    connection = sqlite3.connect(f"file:{quote(str(path))}?{asked}", uri=True, timeout=BUSY_SECONDS,
                                 isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {synchronous}")
        if access == "write":
            connection.execute("PRAGMA journal_mode = WAL")
        else:
            connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction that takes the write lock at once; left by an exception it changes nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        # SQLite itself rolls back on some faults (disk full): then there is nothing left to undo.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def light_transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """One transaction that does not wait for the disk: what changes by the second must not hold up its reader.

    The system writes it within half a minute, and the next transaction that does wait takes it along. Should the power
    fail before, the file is whole and this was never said.
    """
    usual = connection.execute("PRAGMA synchronous").fetchone()[0]
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        with transaction(connection):
            yield connection
    finally:
        connection.execute(f"PRAGMA synchronous = {usual}")


class Connections:
    """One connection a thread to a database file; safe to share among threads."""

    def __init__(self, path: Path, access: Access, *, synchronous: Literal["FULL", "NORMAL"] = "FULL") -> None:
        self.path = path
        self.access: Access = access
        self._synchronous: Literal["FULL", "NORMAL"] = synchronous
        self._own = threading.local()
        self._all: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._guard = threading.Lock()
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """The calling thread's connection.

        Raises:
            UserError: the file cannot be opened.
            ValueError: `close` was called.
        """
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None or self._closed:
            connection = self._open()
            self._own.connection = connection
        return connection

    def _open(self) -> sqlite3.Connection:
        with self._guard:
            if self._closed:
                raise ValueError(f"{self.path.name} is closed")
            connection = connect(self.path, self.access, synchronous=self._synchronous)
            for thread, old in self._all:
                if not thread.is_alive():
                    old.close()
            self._all = [(thread, old) for thread, old in self._all if thread.is_alive()]
            self._all.append((threading.current_thread(), connection))
            return connection

    def close(self) -> None:
        """Close the connections of all threads; none may be at work."""
        with self._guard:
            self._closed = True
            for _, connection in self._all:
                connection.close()
            self._all.clear()
