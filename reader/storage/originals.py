"""`originals/`: every imported file as it was, by the hash of its content."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from reader.storage import atomic

FOLDER = "originals"
CARD = ".origin.json"
REMOVED = ".removed.json"
"""What a card is called while its issue is taken out of the library: the file stays, but nothing is made of it."""
PLAIN_ENDING = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Original:
    """A kept file. `name` is the name it was imported under, `path` the place it came from, `imported` when that was:
    UTC, ISO 8601 with Z, to the millisecond. `again` and `again_from` are when and from where it came last, after
    another content had taken its place; "" for never."""

    sha256: str
    name: str
    path: str
    imported: str
    again: str = ""
    again_from: str = ""


def sha256_of(data: bytes) -> str:
    """The content's hash: 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def place(root: Path, sha256: str, name: str) -> Path:
    """Where the library at `root` keeps the file with that content; it keeps the ending of the name it came under."""
    ending = Path(name).suffix.lower()
    return root / FOLDER / sha256[:2] / (sha256 + (ending if PLAIN_ENDING.fullmatch(ending) else ""))


def keep(root: Path, data: bytes, original: Original, *, again: bool = False) -> Path:
    """Keep a file's content and, in a small file beside it, what it was called. Keeping it again mends what is kept, if
    it is no longer that content, and changes nothing else.

    Args:
        again: the content is known, and comes in the place of what has replaced it.

    Raises:
        UserError: disk.full, library.read_only.
    """
    path = place(root, original.sha256, original.name)
    if not path.exists() or sha256_of(path.read_bytes()) != original.sha256:
        atomic.write(path, data)
    card = path.with_name(original.sha256 + CARD)
    if not card.exists():
        _write(card, original)
    elif again:
        _write(card, replace(_read(card), again=original.imported, again_from=original.path))
    path.with_name(original.sha256 + REMOVED).unlink(missing_ok=True)
    return path


def _write(card: Path, original: Original) -> None:
    atomic.write(card, json.dumps(asdict(original), ensure_ascii=False).encode())


def _read(card: Path) -> Original:
    return Original(**json.loads(card.read_text(encoding="utf-8")))


def set_aside(root: Path, sha256: str) -> None:
    """Let a kept file no longer be one that the library is rebuilt from; of no consequence when it is not kept."""
    _rename(root, sha256, CARD, REMOVED)


def bring_back(root: Path, sha256: str) -> None:
    """Undo `set_aside`."""
    _rename(root, sha256, REMOVED, CARD)


def _rename(root: Path, sha256: str, old: str, new: str) -> None:
    card = root / FOLDER / sha256[:2] / (sha256 + old)
    if card.exists():
        card.replace(card.with_name(sha256 + new))


def any_kept(root: Path) -> bool:
    """Whether there is any kept file at all, of issues that were not removed."""
    return next((root / FOLDER).glob(f"*/*{CARD}"), None) is not None


def arrivals(root: Path) -> Iterator[Original]:
    """All kept files in the order they came in, without those of removed issues: what library.db can be rebuilt from.
    A content that came again comes twice."""
    cards = [_read(card) for card in (root / FOLDER).glob(f"*/*{CARD}")]
    cards += [replace(one, imported=one.again, path=one.again_from) for one in cards if one.again]
    yield from sorted(cards, key=lambda one: (one.imported, one.sha256))
