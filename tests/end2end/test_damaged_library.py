"""A library whose files are lost or damaged: every command says so, and there is a way back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.end2end.command import Program


@pytest.fixture
def noted(program: Program, sample: Path) -> Program:
    """The sample issue with one note."""
    program.json("import", sample)
    document_id = program.json("documents")["issues"][0]["documents"][0]["id"]
    program.json("annotate", document_id, "--range", "0:4", "--note", "要紧")
    return program


def lose(program: Program) -> None:
    for path in program.library.glob("library.db*"):
        path.unlink()


def break_head(program: Program) -> None:
    (program.library / "library.db").write_bytes(b"\xff" * 20_000)


def break_pages(program: Program) -> None:
    path = program.library / "library.db"
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 20_000)


@pytest.mark.parametrize(("harm", "code"), [
    (lose, "library.lost"), (break_head, "library.broken"), (break_pages, "library.broken")])
def test_a_lost_or_damaged_library_is_told_and_rebuilt(noted: Program, harm: Callable[[Program], None],
                                                       code: str) -> None:
    before, notes = noted.json("documents"), noted.json("annotations")
    harm(noted)
    for command in (("documents",), ("annotations",), ("search", "桥"), ("check",)):
        told = noted.run(*command, "--json")
        assert (told.status, told.json["error"]) == (3, code)
        assert "reindex" in told.err
    rebuilt = noted.json("reindex")
    assert (rebuilt["documents"], rebuilt["rebuilt"]) == (3, 1)
    assert (rebuilt["aside"] is None) == (harm is lose)
    if rebuilt["aside"]:
        assert b"\xff" * 1000 in Path(rebuilt["aside"]).read_bytes()
    assert noted.json("documents") == before
    assert noted.json("annotations") == notes
    assert noted.json("check") == {"ok": True, "findings": []}
    assert noted.json("reindex")["aside"] is None


@pytest.mark.parametrize(("harm", "commands"), [
    ("UPDATE documents SET title = CAST(x'e4ff' AS TEXT)", ("documents", "check")),
    ("UPDATE parts SET text = CAST(x'e4ff' AS TEXT)", ("check",)),
    ("UPDATE parts SET structure = substr(structure, 1, length(structure) / 2)", ("check",)),
    ("UPDATE parts SET headings = '[1]' WHERE document_id IS NOT NULL", ("documents", "check")),
    ("UPDATE documents SET attachments = 'a'", ("documents", "check"))])
def test_stored_values_that_cannot_be_read_are_told_as_damage(noted: Program, harm: str,
                                                              commands: tuple[str, ...]) -> None:
    before = noted.json("documents")
    with closing(sqlite3.connect(noted.library / "library.db")) as connection:
        connection.execute(harm)
        connection.commit()
    for command in commands:
        told = noted.run(command, "--json")
        assert (told.status, told.json["error"]) == (3, "library.broken"), command
        assert "reindex" in told.err
    assert noted.json("reindex")["rebuilt"] == 1
    assert noted.json("documents") == before


def test_a_damaged_library_without_originals_is_left_as_it_is(noted: Program) -> None:
    (noted.library / "originals").rename(noted.library / "elsewhere")
    break_head(noted)
    told = noted.run("reindex", "--json")
    assert (told.status, told.json["error"]) == (3, "library.broken")
    assert (noted.library / "library.db").read_bytes() == b"\xff" * 20_000
