"""Write what was made for others to where the user wants it, whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.exporting.file_names import can_be_name, safe_name
from reader.model.errors import UserError
from reader.storage import atomic

WINDOWS = os.name == "nt"
_UNFIT = {errno.EINVAL, errno.ENAMETOOLONG}
"""What systems say of a name they do not take; Windows the first, also of an ending it knows as a device's."""


def save(out: Path, data: bytes) -> None:
    """Write a file in a folder that is there; the file of that name stays until the new one is whole.

    Raises:
        UserError: as `writable`; disk.full.
    """
    with writable(out) as path:
        atomic.write(path, data)


@contextmanager
def writable(out: Path) -> Iterator[Path]:
    """The absolute path of a file that the user has named and that is written inside.

    Raises:
        UserError: export.name: no file can be called so here; export.no_folder; export.unreachable: it is a folder, or
            stands in none; export.read_only: not permitted, or open in another program.
    """
    path = out.expanduser().absolute()
    if not can_be_name(path.name, windows=WINDOWS):
        raise _unfit(path)
    try:
        if path.is_dir():
            raise UserError("export.unreachable", path=str(path))
        if not path.parent.exists():
            # A folder that is not there is more likely a slip than a wish.
            raise UserError("export.no_folder", path=str(path), folder=str(path.parent))
        yield path
    except UserError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _UNFIT:
            raise _unfit(path) from error
        codes = {"library.read_only": "export.read_only", "library.unreadable": "export.unreachable"}
        if error.code not in codes:
            raise
        raise UserError(codes[error.code], path=str(path)) from error
    except OSError as error:
        if error.errno not in _UNFIT:
            raise
        raise _unfit(path) from error


def _unfit(path: Path) -> UserError:
    return UserError("export.name", name=path.name, proposed=safe_name(path.stem) + path.suffix)
