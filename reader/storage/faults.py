"""Turn what SQLite and the operating system say into `UserError`s, where the user can do something about it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.model.errors import UserError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}

# Primary result codes are the low byte of the extended ones: https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_WRITING = {"SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE", "SQLITE_IOERR_SHMSIZE"}


_NOT_UTF8 = "Could not decode to UTF-8"


class Unreadable(sqlite3.DatabaseError):
    """A stored value is not what was written: the file is damaged where SQLite itself cannot see it."""


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Run a block that works on the file or folder `path`; its known faults leave as `UserError`.

    Raises:
        UserError: disk.full, library.broken, library.in_use, library.read_only or library.unreadable.
        sqlite3.Error, OSError: anything else, which is a fault of ours.
    """
    try:
        yield
    except sqlite3.DatabaseError as fault:
        code = _of_sqlite(fault)
        if code is None:
            raise
        raise UserError(code, path=str(path)) from fault
    except OSError as fault:
        code = of_system(fault)
        if code is None:
            raise
        raise UserError(code, path=str(fault.filename or path)) from fault


def _of_sqlite(fault: sqlite3.DatabaseError) -> str | None:
    if isinstance(fault, Unreadable) or str(fault).startswith(_NOT_UTF8):
        return "library.broken"
    # The driver's other complaints (closed connection, wrong thread) carry no code: they are ours.
    number: int = getattr(fault, "sqlite_errorcode", 0)
    name: str = getattr(fault, "sqlite_errorname", "")
    if name in _WRITING:
        return "disk.full"
    return {_FULL: "disk.full", _CORRUPT: "library.broken", _NOTADB: "library.broken", _BUSY: "library.in_use",
            _LOCKED: "library.in_use", _READONLY: "library.read_only", _CANTOPEN: "library.unreadable",
            _IOERR: "library.unreadable"}.get(number & 0xFF)


def of_system(fault: OSError) -> str | None:
    """The code for a fault of the operating system while writing a library, or None."""
    if fault.errno in FULL:
        return "disk.full"
    if fault.errno in READ_ONLY:
        return "library.read_only"
    if fault.errno in {errno.ENOENT, errno.ENOTDIR, errno.EIO, errno.EEXIST, errno.ENAMETOOLONG}:
        return "library.unreadable"
    return None
