"""Making, migrating and refusing database files."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.model.errors import UserError
from reader.storage.connections import connect
from reader.storage.schema import Schema, migrate, needs_work, version_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def first(db: Database) -> None:
    db.execute("CREATE TABLE things (name TEXT)")


def second(db: Database) -> None:
    db.execute("ALTER TABLE things ADD COLUMN size INTEGER")


def failing(db: Database) -> None:
    db.execute("ALTER TABLE things ADD COLUMN colour TEXT")
    raise RuntimeError("half way")


ONE = Schema("things", 0x1234, (first,))
TWO = Schema("things", 0x1234, (first, second))


def columns(path: Path) -> list[str]:
    connection = connect(path, "read")
    try:
        return [row[1] for row in connection.execute("PRAGMA table_info(things)")]
    finally:
        connection.close()


def test_a_new_file_gets_all_steps(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert needs_work(path, TWO)
    migrate(path, TWO)
    assert columns(path) == ["name", "size"]
    assert not needs_work(path, TWO)


def test_an_older_file_gets_the_steps_it_lacks_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    migrate(path, ONE)
    connection = connect(path, "write")
    connection.execute("INSERT INTO things VALUES ('桥')")
    connection.close()
    assert needs_work(path, TWO)
    migrate(path, TWO)
    connection = connect(path, "read")
    assert connection.execute("SELECT name, size FROM things").fetchall() == [("桥", None)]
    connection.close()


def test_a_newer_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    migrate(path, TWO)
    before = path.read_bytes()
    with pytest.raises(UserError) as fault:
        needs_work(path, ONE)
    assert (fault.value.code, fault.value.facts["version"]) == ("library.newer", 2)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_version_before_it(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    migrate(path, TWO)
    with pytest.raises(RuntimeError, match="half way"):
        migrate(path, Schema("things", 0x1234, (first, second, failing)))
    connection = connect(path, "read")
    assert version_of(connection) == 2
    connection.close()
    assert columns(path) == ["name", "size"]


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (x)")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    with pytest.raises(UserError) as fault:
        needs_work(path, ONE)
    assert fault.value.code == "library.foreign"


def test_what_is_no_database_is_told_as_broken(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes("这不是数据库".encode() * 400)
    with pytest.raises(UserError) as fault:
        needs_work(path, ONE)
    assert fault.value.code == "library.broken"


def test_a_file_of_no_bytes_is_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    assert needs_work(path, ONE)
