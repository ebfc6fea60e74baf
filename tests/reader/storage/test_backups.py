"""Backups of annotations.db: whole, verified, thinned out."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.storage import backups
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.connections import connect
from reader.storage.schema import migrate

NOON = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An annotations.db with one bookmark."""
    migrate(tmp_path / "annotations.db", ANNOTATIONS)
    connection = connect(tmp_path / "annotations.db", "write")
    connection.execute("INSERT INTO bookmarks VALUES ('b', 'key', 3, '这里', '2025')")
    yield connection
    connection.close()


def test_a_copy_of_a_database_in_use_is_one_whole_file(notes: sqlite3.Connection, tmp_path: Path) -> None:
    backups.copy(notes, tmp_path / "copy" / "a.db")
    assert [path.name for path in (tmp_path / "copy").iterdir()] == ["a.db"]
    copied = connect(tmp_path / "copy" / "a.db", "frozen")
    assert copied.execute("SELECT label FROM bookmarks").fetchall() == [("这里",)]
    copied.close()
    assert backups.verify(tmp_path / "copy" / "a.db") == 0


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300])
def test_what_is_no_backup_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(UserError) as fault:
        backups.verify(path)
    assert fault.value.code == "backup.broken"


def test_a_damaged_backup_is_refused(notes: sqlite3.Connection, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    backups.copy(notes, path)
    data = bytearray(path.read_bytes())
    data[4096 * 3:4096 * 5] = b"\xff" * 8192
    path.write_bytes(data)
    with pytest.raises(UserError) as fault:
        backups.verify(path)
    assert fault.value.code == "backup.broken"


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE annotations (id)")
    connection.close()
    with pytest.raises(UserError) as fault:
        backups.verify(path)
    assert fault.value.code == "backup.broken"


def test_a_backup_is_due_after_half_an_hour_or_when_the_clock_went_back(tmp_path: Path) -> None:
    assert backups.due(tmp_path, NOON)
    (tmp_path / backups.name(NOON)).touch()
    assert not backups.due(tmp_path, NOON + datetime.timedelta(minutes=29))
    assert backups.due(tmp_path, NOON + datetime.timedelta(minutes=30))
    assert backups.due(tmp_path, NOON - datetime.timedelta(days=2))


def test_a_year_of_half_hours_is_thinned_to_days_weeks_and_months() -> None:
    half_hours = [NOON - datetime.timedelta(minutes=30 * step) for step in range(2 * 24 * 365)]
    kept = set(half_hours) - set(backups.surplus(half_hours, NOON))
    last_day = {moment for moment in half_hours if NOON - moment < datetime.timedelta(days=1)}
    assert last_day <= kept
    older = kept - last_day
    days = {moment.date() for moment in kept}
    assert {(NOON - datetime.timedelta(days=back)).date() for back in range(12)} <= days
    assert len({moment.strftime("%G-%V") for moment in kept}) >= 10
    assert len({moment.strftime("%Y-%m") for moment in kept}) == 9
    assert len(older) <= 12 + 10 + 9


def test_thinning_deletes_scheduled_backups_only(tmp_path: Path) -> None:
    old = [NOON - datetime.timedelta(days=400, minutes=step) for step in range(3)]
    for moment in (NOON, *old):
        (tmp_path / backups.name(moment)).touch()
    (tmp_path / "replaced-20200101T000000Z.db").touch()
    (tmp_path / "mine.db").touch()
    backups.thin_out(tmp_path, NOON)
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {backups.name(NOON), backups.name(old[0]), "replaced-20200101T000000Z.db", "mine.db"}
