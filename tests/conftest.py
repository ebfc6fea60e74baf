"""What many tests need: a library in a temporary folder, the shared gazettes, the sample issue."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from reader.services import import_files
from reader.services.library import Library
from tests.building import GAZETTE, FakeEngine, fake_importer

ROOT = Path(__file__).resolve().parent.parent
GAZETTES = ROOT.parent / "shared" / "gazettes"
SAMPLE = ROOT / "resources" / "sample"

# The language of the computer at hand must not decide how the program speaks.
for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"

# The same examples in every run: a test that fails, fails for everybody.
settings.register_profile("dibao", derandomize=True, deadline=None)
settings.load_profile("dibao")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library with a fake search engine, open for writing."""
    with Library.open(tmp_path / "library", FakeEngine) as opened:
        yield opened


@pytest.fixture
def simple_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake importer of tests.building in the place of the real one, for any number of files in this process."""
    monkeypatch.setattr(import_files, "FEW_FILES", 99)
    monkeypatch.setitem(sys.modules, "reader.importing.importer", fake_importer())


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    """A file for the fake importer: two documents."""
    path = tmp_path / "云汀公报.txt"
    path.write_text(GAZETTE, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def gazettes() -> Path:
    """The folder of the four shared gazettes. Without it a test is skipped, but in CI it fails."""
    if not GAZETTES.is_dir():
        if os.environ.get("CI"):
            pytest.fail(f"the shared gazettes are missing: {GAZETTES}")
        pytest.skip(f"the shared gazettes are not there: {GAZETTES}")
    return GAZETTES


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample issue that comes with the program."""
    return next(SAMPLE.glob("*.txt"))
