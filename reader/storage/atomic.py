"""Write a file whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.storage.faults import worded

_RECOGNISED = 40
"""Characters of a name that its temporary file bears too: all of a long one, and more, might not be allowed."""


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` through a temporary file beside it, made durable before it takes the name.

    Raises:
        UserError: disk.full, library.read_only, library.unreadable; what was there before stays.
    """
    with replacing(path) as fresh, fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside `path` for a new file, which takes the name of `path` when the block ends without a fault.

    The block makes its file durable itself where that matters.
    """
    with worded(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name[:_RECOGNISED]}.{secrets.token_hex(4)}.part")
        try:
            yield fresh
            fresh.replace(path)
            _make_durable(path.parent)
        finally:
            fresh.unlink(missing_ok=True)


def _make_durable(folder: Path) -> None:
    """Have the new name reach the disk. Windows cannot open a folder for that, and writes names through by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
