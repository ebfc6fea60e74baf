"""Files written whole or not at all, and kept originals."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.storage import atomic, originals


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    atomic.write(path, b"one")
    atomic.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [found.name for found in path.parent.iterdir()] == ["a.txt"]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail() -> None:
        with atomic.replacing(path) as fresh:
            fresh.write_bytes(b"half")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(UserError) as fault:
        fail()
    assert fault.value.code == "disk.full"
    assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_originals_come_back_in_the_order_they_came_in(tmp_path: Path) -> None:
    later = originals.Original(originals.sha256_of(b"a"), "a.txt", "/a.txt", "2025-02-01T00:00:00.000Z")
    earlier = originals.Original(originals.sha256_of(b"b"), "b.json", "/b.json", "2025-01-01T00:00:00.000Z")
    for original, data in ((later, b"a"), (earlier, b"b")):
        assert originals.keep(tmp_path, data, original).read_bytes() == data
    assert list(originals.arrivals(tmp_path)) == [earlier, later]


def test_keeping_a_content_again_changes_nothing(tmp_path: Path) -> None:
    first = originals.Original(originals.sha256_of(b"a"), "a.txt", "/a.txt", "2025-01-01T00:00:00.000Z")
    originals.keep(tmp_path, b"a", first)
    originals.keep(tmp_path, b"a", originals.Original(first.sha256, "a.txt", "/other.txt", "2026-01-01T00:00:00.000Z"))
    assert list(originals.arrivals(tmp_path)) == [first]


def test_keeping_a_content_again_mends_a_kept_file_that_was_changed(tmp_path: Path) -> None:
    first = originals.Original(originals.sha256_of(b"a"), "a.txt", "/a.txt", "2025-01-01T00:00:00.000Z")
    path = originals.keep(tmp_path, b"a", first)
    path.write_bytes(b"changed")
    assert originals.keep(tmp_path, b"a", first).read_bytes() == b"a"


@pytest.mark.parametrize(("name", "ending"), [
    ("公报.TXT", ".txt"), ("无结尾", ""), ("x.附件 1", ""), ("a/../b.md", ".md")])
def test_an_original_keeps_only_a_plain_ending(tmp_path: Path, name: str, ending: str) -> None:
    path = originals.place(tmp_path, "ab" * 32, name)
    assert path == tmp_path / "originals" / "ab" / ("ab" * 32 + ending)
