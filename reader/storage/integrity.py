"""Is a database what it should be: sound pages, whole references, blocks that tile their texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from reader.storage import library_reading as reading
from reader.storage import library_rows as rows
from reader.storage.library_writing import text_hash
from reader.storage.packing import unpack


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong: `kind` is pages, references, tiling, hash or structure; `place` a table, document or issue id."""

    kind: str
    place: str
    detail: str = ""


class _Ranged(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def of_database(connection: sqlite3.Connection) -> Iterator[Damage]:
    """What SQLite itself finds wrong with a file."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Damage("pages", "", line)
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Damage("references", table, f"{row} → {parent}")


def of_texts(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Parts whose blocks, tables or parts do not fit their text.

    Raises:
        sqlite3.DatabaseError: something that is stored, facts and headings included, cannot be read at all.
    """
    for _ in chain(reading.issues(connection), reading.documents(connection), reading.all_headings(connection)):
        pass  # to have been read is all that is asked of them
    for issue_id, document_id, text, structure, noted in connection.execute(
            "SELECT parts.issue_id, document_id, text, structure, text_hash FROM parts"
            " LEFT JOIN documents ON documents.id = document_id ORDER BY parts.issue_id, position"):
        place = document_id or issue_id
        found: rows.Structure = unpack(structure, rows.Structure)
        if noted is not None and noted != text_hash(text):
            yield Damage("hash", place)
        if not tiles(found.blocks, len(text)) or (found.parts and not tiles(found.parts, len(text))):
            yield Damage("tiling", place)
        if not all(_is_inside(table, len(text)) and all(table.start <= cell.start <= cell.end <= table.end
                                                        for cell in table.cells) for table in found.tables):
            yield Damage("structure", place)
        if not all(_is_inside(reference, len(text)) for reference in found.references):
            yield Damage("structure", place)
    for (document_id,) in connection.execute(
            "SELECT id FROM documents WHERE id NOT IN (SELECT document_id FROM parts WHERE document_id IS NOT NULL)"):
        yield Damage("structure", document_id)


def tiles(ranges: Sequence[_Ranged], length: int) -> bool:
    """Whether ranges follow one another from 0 to `length` without gap, overlap or empty one."""
    ends = [0, *(found.end for found in ranges)]
    return ends[-1] == length and all(found.start == before and found.end > found.start
                                      for found, before in zip(ranges, ends, strict=False))


def _is_inside(found: _Ranged, length: int) -> bool:
    return 0 <= found.start < found.end <= length
