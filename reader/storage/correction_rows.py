"""Corrections in annotations.db: rows to values and back."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple, fields

from reader.model.correction import Correction, CorrectionKind

_COLUMNS = ", ".join(field.name for field in fields(Correction))


def select(connection: sqlite3.Connection) -> list[Correction]:
    """All corrections, oldest first."""
    found = connection.execute(f"SELECT {_COLUMNS} FROM corrections ORDER BY created, rowid")
    return [Correction(id_, CorrectionKind(kind), *rest) for id_, kind, *rest in found]


def write(connection: sqlite3.Connection, correction: Correction) -> None:
    """Add a correction. Inside a transaction of the caller."""
    values = astuple(correction)
    connection.execute(f"INSERT INTO corrections ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)


def delete(connection: sqlite3.Connection, correction_id: str) -> None:
    """Drop a correction. Inside a transaction of the caller."""
    connection.execute("DELETE FROM corrections WHERE id = ?", (correction_id,))
