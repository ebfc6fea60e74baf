"""Files for others are written whole or not at all, and what stands in the way is told."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.services import saving
from reader.services.saving import save
from reader.storage import atomic


def told(out: Path) -> UserError:
    with pytest.raises(UserError) as found:
        save(out, b"new")
    return found.value


def test_a_file_is_written_over_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "摘录.md"
    for data in (b"old", b"new"):
        save(out, data)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("摘录.md", b"new")]


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path: Path) -> None:
    out = tmp_path / f"{'长' * 83}.csv"
    assert len(out.name.encode()) > 250
    save(out, b"new")
    assert out.read_bytes() == b"new"


@pytest.mark.parametrize(("target", "code"), [
    ("folder", "export.unreachable"),
    ("old.md/out.md", "export.unreachable"),
    ("none/out.md", "export.no_folder"),
    (f"{'长' * 100}.md", "export.name"),
    ("一\n二.md", "export.name"),
    ("一\x00二.md", "export.name"),
    ("\ud800.md", "export.name"),
])
def test_what_cannot_be_written_is_told(tmp_path: Path, target: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "old.md").write_bytes(b"old")
    assert told(tmp_path / target).code == code
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "old.md"]


def fault(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(("number", "code"), [
    (errno.ENOSPC, "disk.full"),
    (errno.EDQUOT, "disk.full"),
    (errno.EACCES, "export.read_only"),  # what Windows says of a file that Word has open
    (errno.EINVAL, "export.name"),  # what Windows says of a:b.docx
])
def test_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"old")
    monkeypatch.setattr(atomic.os, "fsync", fault(number))
    assert told(out).code == code
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("out.docx", b"old")]


def test_a_proposed_name_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "WINDOWS", True)
    found = told(tmp_path / "CON.md")
    assert found.facts == {"name": "CON.md", "proposed": "_CON.md"}
