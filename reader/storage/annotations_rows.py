"""Rows of annotations.db to values and back, and the statements that write them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import fields
from functools import lru_cache
from typing import Any

from reader.model.annotation import Anchor, AnchorState, Annotation, Mark, Placement, Style
from reader.storage.packing import pack, pack_fields, unpack, unpack_fields

_PLAIN = ("id", "key", "source", "style", "note", "author", "created", "modified")
_REST = tuple(field.name for field in fields(Annotation)
              if field.name not in {*_PLAIN, "anchor", "mark", "tags", "history"})
MOST_KNOWN = 20_000
"""Annotations that are remembered by their rows, of about 2 KB each."""
_STATES = {state.value: state for state in AnchorState}
COLUMNS = ", ".join(f"annotations.{name}" for name in (*_PLAIN, "anchor", "mark", "more"))


@lru_cache(maxsize=MOST_KNOWN)
def annotation(row: tuple[Any, ...], tags: tuple[str, ...]) -> Annotation:
    """The annotation in a row of COLUMNS. The same row gives the same object: reading JSON takes ten times as long as
    reading the row, and lists of thousands are asked for again and again."""
    id_, key, source, style, note, author, created, modified, anchor, mark, more = row
    return Annotation(
        id=id_, key=key, source=source, anchor=None if anchor is None else unpack(anchor, Anchor), style=style,
        created=created, modified=modified, mark=Mark(mark), note=note, tags=tags, author=author,
        **unpack_fields(more, Annotation))


def select(connection: sqlite3.Connection, condition: str = "deleted IS NULL",
           values: tuple[Any, ...] = ()) -> list[Annotation]:
    """The annotations that meet a condition of SQL, with their tags, oldest first."""
    tags: dict[str, list[str]] = {}
    for annotation_id, tag in connection.execute(
            "SELECT annotation_id, tag FROM tags JOIN annotations ON annotations.id = annotation_id"
            f" WHERE {condition} ORDER BY annotation_id, position", values):
        tags.setdefault(annotation_id, []).append(tag)
    found = connection.execute(f"SELECT {COLUMNS} FROM annotations WHERE {condition} ORDER BY created, id", values)
    return [annotation(row, tuple(tags.get(row[0], ()))) for row in found]


def write(connection: sqlite3.Connection, annotation: Annotation) -> None:
    """Insert an annotation, or replace the one of its id, also in the trash. Inside a transaction of the caller."""
    row = {name: getattr(annotation, name) for name in _PLAIN}
    anchor = annotation.anchor
    row |= {"anchor": None if anchor is None else pack(anchor, Anchor), "quote": anchor.quote if anchor else "",
            "mark": annotation.mark.value, "more": pack_fields(annotation, _REST), "deleted": None}
    names = ", ".join(row)
    changes = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    connection.execute(f"INSERT INTO annotations ({names}) VALUES ({', '.join('?' * len(row))})"
                       f" ON CONFLICT (id) DO UPDATE SET {changes}", tuple(row.values()))
    connection.execute("DELETE FROM tags WHERE annotation_id = ?", (annotation.id,))
    connection.execute("DELETE FROM placements WHERE annotation_id = ?", (annotation.id,))
    connection.executemany("INSERT INTO tags VALUES (?, ?, ?)",
                           [(annotation.id, position, tag) for position, tag in enumerate(annotation.tags)])


def select_some(connection: sqlite3.Connection, ids: Collection[str]) -> list[Annotation]:
    """Those of the annotations of these ids that are not in the trash, oldest first."""
    return select(connection, "annotations.id IN (SELECT value FROM json_each(?)) AND deleted IS NULL",
                  (json.dumps(list(ids)),))


def placements(connection: sqlite3.Connection, ids: Collection[str] | None = None
               ) -> dict[tuple[str, str], tuple[str, Placement]]:
    """Every cached placement, or those of some annotations, with the hash of the text it is on, by annotation and
    document."""
    some = "" if ids is None else " WHERE annotation_id IN (SELECT value FROM json_each(?))"
    values = () if ids is None else (json.dumps(list(ids)),)
    return {(annotation_id, document_id): (text_hash, Placement(_STATES[state], start, end))
            for annotation_id, document_id, text_hash, state, start, end in connection.execute(
                f'SELECT annotation_id, document_id, text_hash, state, start, "end" FROM placements{some}', values)}


def placements_in(connection: sqlite3.Connection, document_ids: Iterable[str]
                  ) -> dict[tuple[str, str], tuple[str, Placement]]:
    """The cached placements on some documents with the hash of the text they are on, by annotation and document."""
    return {(annotation_id, document_id): (text_hash, Placement(_STATES[state], start, end))
            for document_id in document_ids
            for annotation_id, text_hash, state, start, end in connection.execute(
                'SELECT annotation_id, text_hash, state, start, "end" FROM placements WHERE document_id = ?',
                (document_id,))}


def write_placement(connection: sqlite3.Connection, annotation: Annotation, document_id: str, text_hash: str,
                    placement: Placement) -> None:
    """Cache a placement, unless its annotation is gone or has another anchor by now. Inside a transaction of the
    caller."""
    anchor = annotation.anchor and pack(annotation.anchor, Anchor)
    connection.execute(
        "INSERT OR REPLACE INTO placements SELECT id, ?, ?, ?, ?, ? FROM annotations WHERE id = ? AND anchor IS ?",
        (document_id, text_hash, placement.state.value, placement.start, placement.end, annotation.id, anchor))


def styles(connection: sqlite3.Connection) -> tuple[Style, ...]:
    """The styles in the user's order."""
    return tuple(Style(*row) for row in connection.execute(
        "SELECT name, label, light, dark, shortcut FROM styles ORDER BY position, name"))


def histories(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The versions of each annotation that others have, as `Annotation.history`; by id."""
    found: dict[str, list[str]] = {}
    for annotation_id, modified in connection.execute(
            "SELECT annotation_id, modified FROM exchanged ORDER BY annotation_id, modified"):
        found.setdefault(annotation_id, []).append(modified)
    return {annotation_id: tuple(moments) for annotation_id, moments in found.items()}


def add_versions(connection: sqlite3.Connection, versions: Iterable[tuple[str, str]]) -> None:
    """Note that others have these versions: ids of annotations that are here, each with a `modified`. Inside a
    transaction of the caller."""
    connection.executemany("INSERT OR IGNORE INTO exchanged VALUES (?, ?)", versions)


def remove_versions(connection: sqlite3.Connection, versions: Iterable[tuple[str, str]]) -> None:
    """Take back what `add_versions` noted. Inside a transaction of the caller."""
    connection.executemany("DELETE FROM exchanged WHERE annotation_id = ? AND modified = ?", versions)


def in_trash(connection: sqlite3.Connection) -> dict[str, str]:
    """When each annotation in the trash was put there, by id."""
    return dict(connection.execute("SELECT id, deleted FROM annotations WHERE deleted IS NOT NULL"))


def put_in_trash(connection: sqlite3.Connection, moments: Iterable[tuple[str, str]]) -> None:
    """Put annotations, by id, into the trash as if at a moment. Inside a transaction of the caller."""
    connection.executemany("UPDATE annotations SET deleted = ? WHERE id = ?",
                           [(moment, annotation_id) for annotation_id, moment in moments])


def erase(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Delete annotations for good, wherever they are. Inside a transaction of the caller."""
    connection.executemany("DELETE FROM annotations WHERE id = ?", [(annotation_id,) for annotation_id in ids])


def write_style(connection: sqlite3.Connection, style: Style) -> None:
    """Change the style of that name, or add it after the others. Inside a transaction of the caller."""
    connection.execute(
        "INSERT INTO styles SELECT ?, coalesce(max(position), -1) + 1, ?, ?, ?, ? FROM styles WHERE true"
        " ON CONFLICT (name) DO UPDATE SET label = excluded.label, light = excluded.light, dark = excluded.dark,"
        " shortcut = excluded.shortcut", (style.name, style.label, style.light, style.dark, style.shortcut))


def remove_styles(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Take styles away, by name; one that an annotation has, in the trash or not, stays. Inside a transaction of the
    caller."""
    connection.executemany(
        "DELETE FROM styles WHERE name = ? AND name NOT IN (SELECT style FROM annotations)",
        [(name,) for name in names])


def touched_since(connection: sqlite3.Connection, number: int) -> tuple[int, frozenset[str]]:
    """Which annotations this connection has written or deleted after the one of that number, by id; and the number of
    the last. SQLite notes them by itself, from the first call on. (-1, none) for a connection that only reads."""
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return -1, frozenset()
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS touched (number INTEGER PRIMARY KEY, id TEXT NOT NULL)")
    for event, row in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old")):
        connection.execute(f"CREATE TEMP TRIGGER IF NOT EXISTS touched_by_{event} AFTER {event} ON main.annotations"
                           f" BEGIN INSERT INTO touched (id) VALUES ({row}.id); END")
    found = connection.execute("SELECT number, id FROM touched WHERE number > ? ORDER BY number", (number,)).fetchall()
    return (found[-1][0] if found else number), frozenset(row[1] for row in found)
