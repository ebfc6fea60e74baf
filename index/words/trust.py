"""Say whether the files of the word index are the ones this user's program wrote, whole.

whoosh's files are pickles: to open a file that somebody else made is to run what they like. So the writer leaves a list
of the files with their digests, sealed with a key from the user's own cache folder, and nothing is opened that the list
does not vouch for. Digests are reckoned again only when a file's size, times or number differ from those on the list
(a library that was copied or moved); damage by a power cut shows the same way.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

KEY_FILE = "index-key"
_KEY_BYTES = 32
_LIST = "trusted-{}.json"


def known_key(cache: Path) -> bytes | None:
    """The key of this user on this computer; None where there is none yet: then nothing is ours."""
    try:
        key = (cache / KEY_FILE).read_bytes()
    except OSError:
        return None
    return key if len(key) == _KEY_BYTES else None


def user_key(cache: Path) -> bytes:
    """The key of this user on this computer, made at first use.

    Raises:
        OSError: the folder cannot be written.
    """
    known = known_key(cache)
    if known is not None:
        return known
    cache.mkdir(parents=True, exist_ok=True)
    key = secrets.token_bytes(_KEY_BYTES)
    path = cache / KEY_FILE
    partial = path.with_name(f"{KEY_FILE}.{secrets.token_hex(4)}")
    partial.touch(mode=0o600)
    partial.write_bytes(key)
    partial.replace(path)
    # Where two programs make it at once the later one stays; both use that.
    return known_key(cache) or key


def vouch(folder: Path, generation: int, names: Iterable[str], key: bytes, known: dict[str, list[object]]) -> None:
    """Write the sealed list for a generation, on the disk for good before this returns.

    Args:
        names: the files of the generation; they too are brought to the disk.
        known: entries of the list before, by name: files that stayed need no new digest.
    """
    entries: dict[str, list[object]] = {}
    for name in sorted(names):
        stamp = _stamp(folder / name)
        before = known.get(name)
        entries[name] = before if before and before[1:] == stamp else [_digest(folder / name, sync=True), *stamp]
    body = json.dumps({"generation": generation, "files": entries}, sort_keys=True)
    path = folder / _LIST.format(generation)
    partial = path.with_suffix(".partial")
    with partial.open("w", encoding="ascii") as file:
        file.write(json.dumps({"body": body, "seal": _seal(body, key)}))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    sync_folder(folder)


def vouched(folder: Path, generation: int, key: bytes) -> dict[str, list[object]] | None:
    """The entries of a generation's list when its seal is ours and its files are as they were written; else None."""
    try:
        sealed = json.loads((folder / _LIST.format(generation)).read_text(encoding="ascii"))
        body = str(sealed["body"])
        if not hmac.compare_digest(str(sealed["seal"]), _seal(body, key)):
            return None
        listed = json.loads(body)
        entries: dict[str, list[object]] = listed["files"]
        if listed["generation"] != generation:
            return None
        for name, (digest, *stamp) in entries.items():
            found = _stamp(folder / name)
            if found[0] != stamp[0] or (found != stamp and _digest(folder / name) != digest):
                return None
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return entries


def forget_others(folder: Path, generation: int) -> None:
    """Delete the lists of other generations."""
    for path in folder.glob(_LIST.format("*")):
        if path.name != _LIST.format(generation):
            path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stamp(path: Path) -> list[object]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _digest(path: Path, *, sync: bool = False) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with path.open("rb+" if sync else "rb") as file:
        if sync:
            os.fsync(file.fileno())
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _seal(body: str, key: bytes) -> str:
    return hmac.new(key, body.encode(), hashlib.sha256).hexdigest()
