"""Connections of threads, transactions, and what SQLite's faults become."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.storage.connections import Connections, connect, light_transaction, transaction
from reader.storage.faults import worded

FULL = 2
"""What SQLite calls waiting for the disk at each commit."""


def write_and_fail(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("CREATE TABLE a (x)")
        raise KeyError("half way")


def test_a_transaction_left_by_an_exception_changes_nothing(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", "write")
    with pytest.raises(KeyError):
        write_and_fail(connection)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert not connection.in_transaction
    connection.close()


def test_each_thread_has_its_own_connection_and_dead_ones_are_let_go(tmp_path: Path) -> None:
    connections = Connections(tmp_path / "a.db", "write")
    mine = connections.get()
    seen: list[sqlite3.Connection] = []
    for _ in range(3):
        thread = threading.Thread(target=lambda: seen.append(connections.get()))
        thread.start()
        thread.join()
    assert connections.get() is mine
    assert len({id(one) for one in (mine, *seen)}) == 4
    with pytest.raises(sqlite3.ProgrammingError):
        seen[0].execute("SELECT 1")
    connections.close()
    with pytest.raises(ValueError, match="closed"):
        connections.get()


@pytest.mark.parametrize(("journal", "synchronous"), [("wal", 2)])
def test_annotations_are_written_through_to_the_disk(tmp_path: Path, journal: str, synchronous: int) -> None:
    connection = connect(tmp_path / "a.db", "write", synchronous="FULL")
    assert connection.execute("PRAGMA journal_mode").fetchone() == (journal,)
    assert connection.execute("PRAGMA synchronous").fetchone() == (synchronous,)
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    connection.close()


def test_a_reader_cannot_write(tmp_path: Path) -> None:
    connect(tmp_path / "a.db", "write").close()
    connection = connect(tmp_path / "a.db", "read")
    with pytest.raises(UserError) as fault, worded(tmp_path):
        connection.execute("CREATE TABLE a (x)")
    assert fault.value.code == "library.read_only"
    connection.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError) as fault:
        connect(tmp_path / "nowhere" / "a.db", "write")
    assert fault.value.code == "library.unreadable"


def test_our_own_faults_surface(tmp_path: Path) -> None:
    connection = connect(tmp_path / "a.db", "write")
    with pytest.raises(sqlite3.OperationalError, match="no such table"), worded(tmp_path):
        connection.execute("SELECT * FROM missing")
    connection.close()


def unfinished(folder: Path) -> Path:
    """A database of a program that has written a row and is at work still, as it lies on a share."""
    at_work = connect(folder / "a.db", "write")
    at_work.execute("CREATE TABLE a (x)")
    at_work.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    at_work.execute("INSERT INTO a VALUES (1)")
    share = folder / "share"
    share.mkdir()
    for name in ("a.db", "a.db-wal", "a.db-shm"):
        (share / name).write_bytes((folder / name).read_bytes())
    at_work.close()
    return share / "a.db"


def test_what_is_not_yet_in_the_file_is_read_on_a_medium_for_reading(tmp_path: Path) -> None:
    frozen = connect(unfinished(tmp_path), "frozen")
    assert frozen.execute("SELECT count(*) FROM a").fetchone() == (1,)
    with pytest.raises(sqlite3.OperationalError):
        frozen.execute("INSERT INTO a VALUES (2)")
    frozen.close()


def test_a_log_that_cannot_be_read_leaves_the_file_as_it_was_finished_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = unfinished(tmp_path)
    real = sqlite3.connect

    def unmapped(asked: str, **settings: object) -> sqlite3.Connection:
        if asked.endswith("?mode=ro"):
            raise sqlite3.OperationalError("unable to open database file")
        return real(asked, **settings)  # type: ignore[call-overload,no-any-return]  # passed on as they came

    monkeypatch.setattr(sqlite3, "connect", unmapped)
    frozen = connect(path, "frozen")
    assert frozen.execute("SELECT count(*) FROM a").fetchone() == (0,)
    frozen.close()
    assert "without its newest changes" in caplog.text


def test_a_light_transaction_does_not_wait_for_the_disk_and_the_next_one_does(tmp_path: Path) -> None:
    connection = connect(tmp_path / "notes.db", "write")
    connection.execute("CREATE TABLE places (number INTEGER)")

    def waits() -> bool:
        return bool(connection.execute("PRAGMA synchronous").fetchone()[0] == FULL)

    with light_transaction(connection):
        connection.execute("INSERT INTO places VALUES (1)")
        assert not waits()
    assert waits()

    def fail() -> None:
        with light_transaction(connection):
            connection.execute("INSERT INTO places VALUES (2)")
            raise KeyError("half way")

    with pytest.raises(KeyError):
        fail()
    assert waits()
    assert connection.execute("SELECT number FROM places").fetchall() == [(1,)]
    connection.close()
