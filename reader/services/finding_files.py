"""The gazette files among what the user chose: files as they are, folders searched through."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from reader.importing.formats.archive import belongs_to_page, members
from reader.importing.formats.registry import ENDINGS as READ
from reader.model.errors import UserError

ENDINGS = READ | {".zip"}
"""What is looked for in folders. A file named by itself is read whatever its ending."""

CONVERTIBLE = frozenset({".doc", ".wps", ".rtf", ".ofd"})
"""Documents that cannot be read as they are: passed over in silence they would be missed by nobody."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to import, or why there is none: `error` is a code, for `path` itself."""

    path: Path
    error: str | None = None


def find(paths: Iterable[Path], leave_out: Path, *, convertible: bool = True) -> Iterator[Found]:
    """The files to import, in the order chosen, folders by name, each file once.

    Args:
        leave_out: the library's own folder, whose kept originals are no new files.
        convertible: also find what is to be told about, because another program must convert it first.
    """
    endings = ENDINGS | CONVERTIBLE if convertible else ENDINGS
    seen: set[Path] = set()
    for path in paths:
        for found in _within(path, leave_out.resolve(), endings):
            real = found.path.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def gazettes_in(archive: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of a zip archive that could be gazettes, as they are or converted: path inside, and content.

    Args:
        name: the archive's name, for messages.

    Raises:
        UserError: file.no_members, file.broken, file.encrypted, file.too_large; what came before stays good.
    """
    nothing = True
    for member in members(archive, name):
        if PurePosixPath(member.name).suffix.lower() in READ | CONVERTIBLE:
            nothing = False
            yield member.name, member.data
    if nothing:
        raise UserError("file.no_members", path=name)


def _within(path: Path, leave_out: Path, endings: frozenset[str]) -> Iterator[Found]:
    if not path.is_dir():
        yield Found(path, None if path.exists() else "file.missing")
        return
    nothing = True
    faults: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not belongs_to_page(name, names))
        if Path(folder).resolve() == leave_out:
            folders.clear()
            continue
        for name in sorted(names):
            # Word and WPS leave ~$… beside an open file; hidden files are the system's.
            if Path(name).suffix.lower() in endings and not name.startswith((".", "~$")):
                nothing = False
                yield Found(Path(folder) / name)
    for fault in faults:
        nothing = False
        yield Found(Path(str(fault.filename)), "folder.unreadable")
    if nothing:
        yield Found(path, "folder.no_gazettes")
