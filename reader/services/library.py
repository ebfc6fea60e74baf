"""A library folder, opened: its two databases, its index, and the right to change them."""

from __future__ import annotations

import datetime
import errno
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.model.errors import UserError
from reader.model.search import SearchEngine, TextOf
from reader.services.remembering import Memory
from reader.storage import backups, schema
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.connections import Access, Connections, connect
from reader.storage.faults import worded
from reader.storage.library_reading import text_of
from reader.storage.library_schema import LIBRARY
from reader.storage.schema import Schema

if TYPE_CHECKING:
    from filelock import FileLock

EngineFactory = Callable[[Path, TextOf], SearchEngine]
"""Makes the search engine: folder of the index, and the stored text by document id."""

LIBRARY_FILE = "library.db"
ANNOTATIONS_FILE = "annotations.db"
INDEX_FOLDER = "index"
LOCK_FILE = "library.lock"


class Library:
    """An open library. Thread-safe: each thread has its own connections. A context manager that closes itself.

    Attributes:
        root: its folder.
        read_only: whether it was opened to be read only; then nothing here or in `index/` is changed.
        memory: values made of the databases that services keep between calls.
    """

    def __init__(self, root: Path, engine_factory: EngineFactory, lock: FileLock | None, access: Access) -> None:
        """Not to be called but by `open`."""
        self.root = root
        self.read_only = access != "write"
        self._factory = engine_factory
        self._lock = lock
        self._texts = Connections(root / LIBRARY_FILE, access, synchronous="NORMAL")
        self._notes = Connections(root / ANNOTATIONS_FILE, access, synchronous="FULL")
        self._engine: SearchEngine | None = None
        self._engine_guard = threading.Lock()
        self.memory = Memory()

    @classmethod
    def open(cls, root: Path, engine_factory: EngineFactory, *, write: bool = True) -> Self:
        """Open the library in the folder `root`, making it when it is not there.

        Args:
            write: take the one right to change it. Reading needs none, and goes on while another program writes.

        Raises:
            UserError: library.newer, library.in_use (write only), library.broken, library.read_only, disk.full,
                library.unreadable.
        """
        root = root.expanduser().absolute()
        lock = None
        try:
            work = [(root / name, kind) for name, kind in ((LIBRARY_FILE, LIBRARY), (ANNOTATIONS_FILE, ANNOTATIONS))
                    if schema.needs_work(root / name, kind)]
            if write or work:
                lock = _take_lock(root)
            for path, kind in work:
                _bring_up_to_date(path, kind)
            if lock is not None and not write:
                lock.release()
                lock = None
            return cls(root, engine_factory, lock, _access(root, write))
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @property
    def texts(self) -> sqlite3.Connection:
        """The calling thread's connection to library.db. For the modules of `reader.services` only."""
        return self._texts.get()

    @property
    def notes(self) -> sqlite3.Connection:
        """The calling thread's connection to annotations.db. For the modules of `reader.services` only."""
        return self._notes.get()

    @property
    def engine(self) -> SearchEngine:
        """The search engine, made at first use: it loads dictionaries."""
        with self._engine_guard:
            if self._engine is None:
                self._engine = self._factory(self.root / INDEX_FOLDER, lambda found: text_of(self.texts, found))
            return self._engine

    @property
    def engine_is_open(self) -> bool:
        """Whether somebody has used the engine yet."""
        return self._engine is not None

    def close(self) -> None:
        """Let go of the databases, the index and the right to write. No job may be at work. May be called again."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._texts.close()
        self._notes.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """The right to change a library that is not open. UserError library.in_use, library.read_only."""
    lock = _take_lock(root)
    try:
        yield
    finally:
        lock.release()


def _take_lock(root: Path) -> FileLock:
    """The operating system's lock, which goes with the process however that ends."""
    from filelock import FileLock, Timeout

    path = root / LOCK_FILE
    try:
        with worded(path):
            root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(path, timeout=0, thread_local=False)
            lock.acquire()
    except Timeout as fault:
        raise UserError("library.in_use", path=str(root)) from fault
    return lock


def _bring_up_to_date(path: Path, kind: Schema) -> None:
    """Make or migrate one database; one that holds something is copied into `backups/` first."""
    if path.exists() and path.stat().st_size > 0:
        connection = connect(path, "write")
        try:
            version = schema.version_of(connection)
            if version:
                moment = datetime.datetime.now(datetime.UTC)
                backups.copy(connection, path.parent / backups.FOLDER /
                             f"{kind.name}-before-{kind.version:03}-{moment:%Y%m%dT%H%M%S}Z.db")
        finally:
            connection.close()
    schema.migrate(path, kind)


def _access(root: Path, write: bool) -> Access:
    if write:
        return "write"
    return "read" if os.access(root, os.W_OK) and not _on_read_only_medium(root) else "frozen"


def _on_read_only_medium(root: Path) -> bool:
    """Whether the folder lies on a file system mounted for reading, which `os.access` does not always tell."""
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(root).f_flag & os.ST_RDONLY)
    except OSError as fault:
        if fault.errno == errno.ENOENT:
            return False
        raise
