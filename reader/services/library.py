"""A library folder, opened: its two databases, its index, and the right to change them."""

from __future__ import annotations

import datetime
import logging
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
from reader.storage import backups, originals, schema
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

LOG = logging.getLogger(__name__)

LIBRARY_FILE = "library.db"
ANNOTATIONS_FILE = "annotations.db"
INDEX_FOLDER = "index"
LOCK_FILE = "library.lock"


class Library:
    """An open library. Thread-safe: each thread has its own connections. A context manager that closes itself.

    Attributes:
        root: its folder.
        notes_root: the folder of annotations.db and its backups: `root`, or one of the user's own when `root` is where
            nobody can write.
        read_only: whether nothing can be changed, not even annotations.
        texts_read_only: whether issues and documents, and `index/`, cannot be changed.
        memory: values made of the databases that services keep between calls.
    """

    def __init__(self, root: Path, notes_root: Path, engine_factory: EngineFactory, lock: FileLock | None,
                 access: tuple[Access, Access]) -> None:
        """Not to be called but by `open`. `access`: to texts and to annotations."""
        self.root = root
        self.notes_root = notes_root
        self.texts_read_only, self.read_only = access[0] != "write", access[1] != "write"
        self._factory = engine_factory
        self._lock = lock
        self._texts = Connections(root / LIBRARY_FILE, access[0], synchronous="NORMAL")
        self._notes = Connections(notes_root / ANNOTATIONS_FILE, access[1], synchronous="FULL")
        self._engine: SearchEngine | None = None
        self._engine_guard = threading.Lock()
        self.memory = Memory()

    @classmethod
    def open(cls, root: Path, engine_factory: EngineFactory, *, write: bool = True,
             own_notes: Path | None = None) -> Self:
        """Open the library in the folder `root`, making it when it is not there.

        Args:
            write: take the one right to change it. Reading needs none, and goes on while another program writes.
            own_notes: folder for the user's own annotations when nothing can be written to `root` (a share of the
                office, a disc); they begin as a copy of those that lie there. None: there must be a right to write.

        Raises:
            UserError: library.newer, library.in_use (write only), library.broken, library.read_only, disk.full,
                library.unreadable; library.lost: library.db is gone but originals are kept, of which
                `reader.services.rebuilding` makes another.
        """
        root = root.expanduser().absolute()
        fixed = _on_read_only_medium(root)
        notes_root = own_notes.expanduser().absolute() if fixed and own_notes is not None else root
        if fixed and write and notes_root == root:
            raise UserError("library.read_only", path=str(root))
        lock = None
        try:
            work = [(path, kind) for path, kind in (
                (root / LIBRARY_FILE, LIBRARY), (notes_root / ANNOTATIONS_FILE, ANNOTATIONS))
                    if schema.needs_work(path, kind)]
            if is_lost(root):
                raise UserError("library.lost", path=str(root / LIBRARY_FILE))
            if fixed and any(path.parent == root for path, _ in work):
                raise UserError("library.read_only", path=str(root))
            if write or work:
                lock = _take_lock(notes_root)
            for path, kind in work:
                if _begin_with_copy(path, root / path.name):
                    schema.migrate(path, kind)  # what it was lies on the share, and wants no backup
                else:
                    _bring_up_to_date(path, kind)
            if lock is not None and not write:
                lock.release()
                lock = None
            notes_fixed = fixed and notes_root == root
            return cls(root, notes_root, engine_factory, lock, (_access(write, fixed), _access(write, notes_fixed)))
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
        try:
            if self._engine is not None:
                self._engine.close()
                self._engine = None
            if self._lock is not None and not self.read_only:
                self._back_up_at_the_end()
        finally:
            self._texts.close()
            self._notes.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def _back_up_at_the_end(self) -> None:
        try:
            self.back_up_when_due()
        except UserError as error:
            # There is nobody left to tell, and nothing is lost: what is not backed up now is next time.
            LOG.warning("no backup at closing: %s", error.code)

    def back_up_when_due(self) -> Path | None:
        """Make the scheduled backup of the annotations if the last is old enough and there is anything to keep.

        Returns:
            The backup, or None where none was due.

        Raises:
            UserError: disk.full, backup.broken.
        """
        moment = datetime.datetime.now(datetime.UTC)
        folder = self.notes_root / backups.FOLDER
        if self.read_only or self.notes.execute("SELECT 1 FROM annotations LIMIT 1").fetchone() is None:
            return None
        if not backups.due(folder, moment):
            return None
        with worded(folder):
            backups.copy(self.notes, folder / backups.name(moment))
            backups.thin_out(folder, moment)
        return folder / backups.name(moment)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()


def is_lost(root: Path) -> bool:
    """Whether a library has kept originals but no library.db, or one of no bytes."""
    path = root / LIBRARY_FILE
    return not (path.exists() and path.stat().st_size) and originals.any_kept(root)


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


def _begin_with_copy(path: Path, shared: Path) -> bool:
    """Let a new annotations.db of the user's own begin with what lies in a library nobody can write to; tells whether
    it was made so."""
    if path == shared or path.exists() or not shared.exists():
        return False
    connection = connect(shared, "frozen")
    try:
        backups.copy(connection, path)
    finally:
        connection.close()
    return True


def _access(write: bool, fixed: bool) -> Access:
    if fixed:
        return "frozen"
    return "write" if write else "read"


def _on_read_only_medium(root: Path) -> bool:
    """Whether a folder is there but nothing can be written to it: by its rights, or as its file system is mounted."""
    if not root.is_dir():
        return False
    if not os.access(root, os.W_OK):
        return True
    return hasattr(os, "statvfs") and bool(os.statvfs(root).f_flag & os.ST_RDONLY)
