"""The program with a library of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end2end.command import Program, documents, passage


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
