"""Look through watched folders for gazettes that the library does not have; nothing is imported by that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import finding_files
from reader.services.import_files import read_bytes
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage import originals
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.packing import pack, unpack

_DISMISSED = "watched_dismissed"
MOST_DISMISSED = 5000
"""Contents remembered as unwanted; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file that changes is told: size in bytes, and time of the last change in nanoseconds."""

    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Fresh:
    """A file the library does not have as it is now. `changed`: it has the file as it was before."""

    path: Path
    sha256: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen in the folders.

    Attributes:
        stamps: of all gazette files there, by path.
        fresh: files that have come or changed, and are whole.
        unsettled: whether something is still being written: look again soon.
        unread: paths of files that could not be read.
        missing: folders that are not there now.
        folders: those that are, with the folders inside.
    """

    stamps: Mapping[str, Stamp]
    fresh: tuple[Fresh, ...] = ()
    unsettled: bool = False
    unread: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def look(library: Library, folders: Sequence[str], before: Mapping[str, Stamp], job: JobContext,
         judged: Mapping[str, Stamp] | None = None) -> Look:
    """Look through folders.

    A file counts once two looks have seen it alike: one that is being copied grows meanwhile, or cannot be read.

    Args:
        folders: to look through, with those inside.
        before: stamps of the look before.
        judged: files that need no further thought as long as they stay as they are, by path.

    Raises:
        Cancelled.
    """
    judged = judged or {}
    present = [folder for folder in folders if Path(folder).is_dir()]
    stamps: dict[str, Stamp] = {}
    fresh: list[Fresh] = []
    inside = set(present)
    unread: set[str] = set()
    unsettled = False
    unwanted = set(dismissed(library))
    for found in finding_files.find((Path(folder) for folder in present), library.root,
                                    convertible=False):
        job.check_cancelled()
        stamp = _stamp(found.path) if found.error is None else None
        if stamp is None:
            continue
        path = str(found.path)
        stamps[path] = stamp
        inside.add(str(found.path.parent))
        if judged.get(path) == stamp:
            continue
        if before.get(path) != stamp:
            unsettled = True
            continue
        try:
            one = _judge(library, found.path, unwanted) if stamp.size else None
        except UserError:
            # Locked by who writes it, or unreadable for good: importing it by hand tells why.
            unread.add(path)
            continue
        if one is not None:
            fresh.append(one)
    missing = tuple(folder for folder in folders if folder not in present)
    return Look(stamps, tuple(fresh), unsettled, frozenset(unread), missing, tuple(sorted(inside)))


def dismissed(library: Library) -> tuple[str, ...]:
    """Hashes of contents that are not to be offered again."""
    row = library.notes.execute("SELECT value FROM settings WHERE name = ?", (_DISMISSED,)).fetchone()
    found: tuple[str, ...] = unpack(row[0], tuple[str, ...]) if row else ()
    return found


def dismiss(library: Library, files: Iterable[Fresh]) -> None:
    """Offer these contents never again. UserError library.read_only, disk.full."""
    hashes = tuple(dict.fromkeys((*dismissed(library), *(one.sha256 for one in files))))[-MOST_DISMISSED:]
    with worded(library.root), transaction(library.notes) as notes:
        notes.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_DISMISSED, pack(hashes, tuple[str, ...])))


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        # It has gone between the list and the look.
        return None
    return Stamp(found.st_size, found.st_mtime_ns)


def _judge(library: Library, path: Path, unwanted: set[str]) -> Fresh | None:
    """The file as something to offer; None for what is known or unwanted. UserError as of `read_bytes`."""
    sha256 = originals.sha256_of(read_bytes(path))
    if sha256 in unwanted or reading.source(library.texts, sha256) is not None:
        return None
    return Fresh(path, sha256, reading.source_at(library.texts, str(path.absolute())) is not None)
