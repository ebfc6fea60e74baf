"""The program with a library of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end2end.command import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The command line on an empty library."""
    home = tmp_path / "home"
    home.mkdir()
    return Program(tmp_path / "library", home)


@pytest.fixture(scope="module")
def stocked(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Program:
    """The command line on a library that holds the sample issue; tests must not change what others look at."""
    home = tmp_path_factory.mktemp("home")
    program = Program(tmp_path_factory.mktemp("library") / "library", home)
    assert program.run("import", sample).status == 0
    return program
