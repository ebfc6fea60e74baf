"""The real gazettes beside the repository, where they are: texts never enter the repository."""

from __future__ import annotations

import functools
import json
import os
from pathlib import Path
from typing import Any

import pytest

from reader.importing.importer import parse
from reader.model.report import ParsedFile

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "gazettes"
FILES = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
MISSING = "the shared gazettes are not beside the repository"


def need_files() -> None:
    """Skip without the gazettes; fail where tests must not be skipped."""
    if not FILES:
        if os.environ.get("CI"):
            pytest.fail(MISSING)
        pytest.skip(MISSING)


@functools.cache
def parsed(path: Path) -> ParsedFile:
    """A gazette, read once for all tests."""
    return parse(path.read_bytes(), path.name)


def truth(path: Path) -> dict[str, Any]:
    """What the file contains, read by eye."""
    found: dict[str, Any] = json.loads((path.parent / "truth" / f"{path.stem}.json").read_text(encoding="utf-8"))
    return found
