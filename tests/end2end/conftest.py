"""The program with a library of its own, and a desktop to show it on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.command import Program, documents, passage
from tests.end2end.desktop import Desktop, missing_tools


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """A display with a window manager; where its tools are missing the test is skipped, but in CI it fails."""
    missing = missing_tools()
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}; `make test` installs them")
    assert missing == []
    with Desktop() as started:
        yield started


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


@pytest.fixture
def annotated(program: Program, sample: Path) -> Program:
    """The sample issue with three annotations, made in no order of the text."""
    program.json("import", sample)
    documents_ = documents(program)
    third, first_ = documents_[2]["id"], documents_[0]["id"]
    program.json("annotate", third, "--quote", passage(program, third), "--style", "期限", "--tag", "人事")
    text = program.json("show", first_)["text"]
    program.json("annotate", first_, "--range", f"{len(text) - 9}:{len(text) - 1}", "--note", "文末",
                 "--tag", "安全/桥")
    program.json("annotate", first_, "--quote", text[:6], "--note", "开头 **要紧**", "--author", "甲")
    return program
