"""Copies of annotations.db under `backups/`: made while it is in use, verified, and thinned out with age."""

from __future__ import annotations

import datetime
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from reader.model.errors import UserError
from reader.storage.annotations_schema import ANNOTATIONS
from reader.storage.atomic import replacing
from reader.storage.connections import connect
from reader.storage.faults import worded
from reader.storage.schema import version_of

FOLDER = "backups"
SPACING = datetime.timedelta(minutes=30)
"""At most one scheduled backup in this time (PRODUCT.md, "Backups")."""
DAYS, WEEKS, MONTHS = 12, 10, 9

_NAME = re.compile(r"annotations-(\d{8}T\d{6})Z\.db")
_MOMENT = re.compile(r"-(\d{8}T\d{6})(\d{6})?Z\.db$")


def copy(source: sqlite3.Connection, out: Path) -> None:
    """Copy a database that is in use to a single file, verify the copy, and only then give it its name.

    Raises:
        UserError: disk.full, library.read_only, or backup.broken when the copy is not sound.
    """
    with replacing(out) as fresh:
        target = sqlite3.connect(fresh, isolation_level=None)
        try:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            sound = target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        finally:
            target.close()
        if not sound:
            raise UserError("backup.broken", path=str(out))


def verify(file: Path) -> int:
    """How many annotations a backup holds, trash left out.

    Raises:
        UserError: file.missing, backup.broken, library.newer.
    """
    if not file.is_file():
        raise UserError("file.missing", path=str(file))
    try:
        connection = connect(file, "frozen")
        try:
            with worded(file):
                version = version_of(connection)
                kind = connection.execute("PRAGMA application_id").fetchone()[0]
                if version > ANNOTATIONS.version:
                    raise UserError("library.newer", path=str(file), version=version, known=ANNOTATIONS.version)
                sound = (kind == ANNOTATIONS.application_id and version > 0
                         and connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok")
                count: int = connection.execute(
                    "SELECT count(*) FROM annotations WHERE deleted IS NULL").fetchone()[0] if sound else 0
        finally:
            connection.close()
    except UserError as fault:
        if fault.code == "library.newer":
            raise
        raise UserError("backup.broken", path=str(file)) from fault
    if not sound:
        raise UserError("backup.broken", path=str(file))
    return count


def name(moment: datetime.datetime) -> str:
    """The file name of a scheduled backup; `moment` is in UTC."""
    return f"annotations-{moment:%Y%m%dT%H%M%S}Z.db"


def kept(folder: Path) -> list[tuple[datetime.datetime, Path]]:
    """The scheduled backups in a folder with their moments (UTC), newest first."""
    found = []
    for path in folder.glob("annotations-*.db"):
        match = _NAME.fullmatch(path.name)
        if match:
            moment = datetime.datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=datetime.UTC)
            found.append((moment, path))
    return sorted(found, reverse=True)


def moment_of(path: Path) -> datetime.datetime:
    """When a backup of any kind was made (UTC): as its name tells, for copying a library to another place gives its
    files the time of the copying; a file that was named by the user is as old as it says."""
    match = _MOMENT.search(path.name)
    if match is None:
        return datetime.datetime.fromtimestamp(path.stat().st_mtime, tz=datetime.UTC)
    written = datetime.datetime.strptime(match[1], "%Y%m%dT%H%M%S").replace(tzinfo=datetime.UTC)
    return written.replace(microsecond=int(match[2] or 0))


def due(folder: Path, moment: datetime.datetime) -> bool:
    """Whether a scheduled backup may be made now. A newest one from the future (a clock set back) does not hinder."""
    backups = kept(folder)
    return not backups or not datetime.timedelta(0) <= moment - backups[0][0] < SPACING


def surplus(moments: Iterable[datetime.datetime], now: datetime.datetime) -> list[datetime.datetime]:
    """Which backups to drop: all of the last day stay, then the last of each of 12 days, 10 weeks and 9 months."""
    newest_first = sorted(moments, reverse=True)
    keep = {moment for moment in newest_first if now - moment < datetime.timedelta(days=1)}
    for length, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        keep |= _newest_of_each(newest_first, period, length)
    return [moment for moment in newest_first if moment not in keep]


def _newest_of_each(newest_first: Sequence[datetime.datetime], period: str, length: int) -> set[datetime.datetime]:
    found: dict[str, datetime.datetime] = {}
    for moment in newest_first:
        found.setdefault(moment.strftime(period), moment)
    return set(list(found.values())[:length])


def thin_out(folder: Path, now: datetime.datetime) -> None:
    """Delete the scheduled backups that the plan does not keep."""
    by_moment = dict(kept(folder))
    for moment in surplus(by_moment, now):
        by_moment[moment].unlink(missing_ok=True)
