"""The exact index: which documents hold a string, from one character up, and the facts that narrow a search.

A SQLite file in WAL mode. Two FTS5 tables without content hold the texts, as pairs of neighbouring characters with
their positions and as single characters without; a third one holds titles, issuers and headings. A document that is
replaced or removed leaves its row in those tables (to delete it there its old text would be needed) but not in
`documents`, which alone says what is held; row numbers are never given twice.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from index.grams import characters, marks, pairs, phrase, prefix
from reader.model.search import Filters, IndexedDocument, TextOf
from reader.searching.folding import fold
from reader.searching.numbers import TypedNumber, typed_number
from reader.searching.query import Field, FieldRange

FORMAT: Final = 1
"""Of the tables and of folding: an index of another format is made anew."""

LONGEST_PHRASE: Final = 40
"""Marks of a string that are asked of FTS5; the rest of a longer one is looked for in the stored text."""

_FACTS_SCHEMA = """
CREATE TABLE state (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE documents (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, number TEXT NOT NULL,
    number_prefix TEXT, number_year INTEGER, number_sequence TEXT, publisher TEXT NOT NULL, year INTEGER, issue INTEGER,
    date TEXT, section TEXT NOT NULL, kind TEXT NOT NULL, issuer TEXT NOT NULL, headings TEXT NOT NULL);
CREATE INDEX documents_number ON documents (number_sequence);
"""

_TEXTS_SCHEMA = """
CREATE VIRTUAL TABLE pairs USING fts5(text, content='', detail=full, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE characters USING fts5(text, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE heads USING fts5(title, issuer, heading, content='', columnsize=0, tokenize='ascii');
"""

WAIT_SECONDS = 20.0
"""For another connection's lock, held only for moments."""

_HASH_BYTES = 48 << 20
"""FTS5 collects so much before it writes a segment: few segments, few merges (default 1 MiB)."""


class OtherFormat(Exception):
    """The index is of another format."""


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the exact index; made when `write` and not there.

    Raises:
        sqlite3.Error: it cannot be opened.
    """
    if write:
        return _configured(sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS),
                           "journal_mode=WAL", "synchronous=NORMAL", "wal_autocheckpoint=4000",
                           f"journal_size_limit={16 << 20}")
    uri = path.absolute().as_uri()
    try:
        return _configured(_connected(f"{uri}?mode=ro"), "query_only=1", "schema_version")
    except sqlite3.OperationalError:
        # WAL needs a writable folder even for reading. On a read-only share nobody writes: the file stands still.
        return _configured(_connected(f"{uri}?immutable=1"), "query_only=1", "schema_version")


def _connected(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=WAIT_SECONDS)


def _configured(connection: sqlite3.Connection, *pragmas: str) -> sqlite3.Connection:
    """The connection with settings made; the first that reads the file shows whether it can be read."""
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, in the transaction that is open."""
    for statement in (_FACTS_SCHEMA + _TEXTS_SCHEMA).split(";"):
        connection.execute(statement)
    set_state(connection, "format", FORMAT)


def rebuild(connection: sqlite3.Connection, text_of: TextOf) -> None:
    """Write the texts of the documents held anew, without rows of forgotten ones; in the transaction that is open."""
    for table in ("pairs", "characters", "heads"):
        connection.execute(f"DROP TABLE {table}")
    for statement in _TEXTS_SCHEMA.split(";"):
        connection.execute(statement)
    prepare_to_write(connection)
    held = connection.execute("SELECT row, id, title, issuer, headings FROM documents").fetchall()
    for row, document_id, title, issuer, headings in held:
        text = text_of(document_id)
        if text is None:
            delete(connection, document_id)
        else:
            _insert_texts(connection, row, text, (title, issuer, headings))


def state(connection: sqlite3.Connection, name: str) -> int | str | None:
    """A value kept about the whole index, or None."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return row[0] if row else None


def set_state(connection: sqlite3.Connection, name: str, value: int | str) -> None:
    """Keep a value about the whole index."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))


def prepare_to_write(connection: sqlite3.Connection) -> None:
    """Let FTS5 collect more before it writes: settings are kept in the file, so only where they differ."""
    for table in ("pairs", "characters"):
        if connection.execute(f"SELECT v FROM {table}_config WHERE k = 'hashsize'").fetchone() is None:
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES ('hashsize', {_HASH_BYTES})")


def insert(connection: sqlite3.Connection, row: int, document: IndexedDocument) -> None:
    """Take a document in under a row number never used before."""
    number = typed_number(document.number)
    connection.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row, document.id, document.title, document.number, number.prefix if number else None,
         number.year if number else None, number.sequence if number else None, document.publisher, document.year,
         document.issue_number, document.date or None, document.section, document.kind, document.issuer,
         document.headings))
    _insert_texts(connection, row, document.text, (document.title, document.issuer, document.headings))


def _insert_texts(connection: sqlite3.Connection, row: int, text: str, heads: tuple[str, str, str]) -> None:
    connection.execute("INSERT INTO pairs(rowid, text) VALUES (?, ?)", (row, pairs(text)))
    connection.execute("INSERT INTO characters(rowid, text) VALUES (?, ?)", (row, characters(text)))
    # The line feed gives the last character a pair too, so that every character begins one.
    connection.execute("INSERT INTO heads(rowid, title, issuer, heading) VALUES (?, ?, ?, ?)",
                       (row, *(pairs(head + "\n") for head in heads)))


def delete(connection: sqlite3.Connection, document_id: str) -> bool:
    """Forget a document; tells whether it was held."""
    return connection.execute("DELETE FROM documents WHERE id = ?", (document_id,)).rowcount > 0


Rows = set[int]


def _rows(connection: sqlite3.Connection, sql: str, parameters: Iterable[object] = ()) -> Rows:
    return set(chain.from_iterable(connection.execute(sql, tuple(parameters))))


def rows_with(connection: sqlite3.Connection, string: str) -> tuple[Rows, bool]:
    """The rows whose text holds a folded string, rows of forgotten documents among them; and whether that is sure: a
    string of more than LONGEST_PHRASE marks must be looked for in the stored texts of the rows."""
    whole = marks(string)
    if len(whole) == 1:
        return _rows(connection, "SELECT rowid FROM characters WHERE characters MATCH ?", (f'"{whole}"',)), True
    asked = phrase(whole[:LONGEST_PHRASE])
    return _rows(connection, "SELECT rowid FROM pairs WHERE pairs MATCH ?", (asked,)), len(whole) <= LONGEST_PHRASE


def rows_with_all(connection: sqlite3.Connection, strings: Sequence[str]) -> tuple[Rows, bool]:
    """The rows whose text holds all of the strings, and whether that is sure (`rows_with`)."""
    wholes = [marks(string) for string in strings]
    singles = [whole for whole in wholes if len(whole) == 1]
    longer = [whole for whole in wholes if len(whole) > 1]
    found: list[Rows] = []
    if longer:
        asked = " AND ".join(phrase(whole[:LONGEST_PHRASE]) for whole in longer)
        found.append(_rows(connection, "SELECT rowid FROM pairs WHERE pairs MATCH ?", (asked,)))
    if singles:
        asked = " AND ".join(f'"{whole}"' for whole in singles)
        found.append(_rows(connection, "SELECT rowid FROM characters WHERE characters MATCH ?", (asked,)))
    return (set.intersection(*found) if found else set()), all(len(whole) <= LONGEST_PHRASE for whole in wholes)


def rows_with_any(connection: sqlite3.Connection, strings: Sequence[str]) -> Rows:
    """The rows whose text holds one of the strings: spellings of dates, of 2 to LONGEST_PHRASE marks."""
    asked = " OR ".join(phrase(string) for string in strings if 1 < len(marks(string)) <= LONGEST_PHRASE)
    return _rows(connection, "SELECT rowid FROM pairs WHERE pairs MATCH ?", (asked,)) if asked else set()


def rows_with_near(connection: sqlite3.Connection, strings: Iterable[str], distance: int) -> tuple[Rows, bool]:
    """The rows whose text holds all of the strings with at most `distance` characters between the end of each and the
    start of the last, a run of white space counted as one; and whether that is sure (`rows_with`)."""
    wholes = [marks(string) for string in strings]
    asked = " ".join(prefix(whole) if len(whole) == 1 else phrase(whole[:LONGEST_PHRASE]) for whole in wholes)
    # A phrase of pairs ends one mark before its string does; that of a single character does not.
    return (_rows(connection, "SELECT rowid FROM pairs WHERE pairs MATCH ?", (f"NEAR({asked}, {distance + 1})",)),
            all(1 < len(whole) <= LONGEST_PHRASE for whole in wholes))


_HEAD_COLUMNS = {Field.TITLE: "title", Field.ISSUER: "issuer", Field.HEADING: "heading"}
_FACTS = {Field.NUMBER: "number", Field.KIND: "kind", Field.SECTION: "section", Field.PUBLISHER: "publisher"}
_STORED = {Field.TITLE: "title", Field.ISSUER: "issuer", Field.HEADING: "headings", **_FACTS}
_SPANS = {Field.YEAR: "year", Field.ISSUE: "issue"}


def rows_with_field(connection: sqlite3.Connection, field: Field, string: str) -> Rows:
    """The rows whose title, issuer, headings, number, kind, section or publisher hold a folded string."""
    if field in _HEAD_COLUMNS:
        whole = marks(string)
        asked = prefix(whole) if len(whole) == 1 else phrase(whole)
        return _rows(connection, "SELECT rowid FROM heads WHERE heads MATCH ?", (f"{_HEAD_COLUMNS[field]} : {asked}",))
    column = _FACTS[field]
    values = [value for (value,) in connection.execute(f"SELECT DISTINCT {column} FROM documents")
              if string in fold(value)]
    return _rows_among(connection, column, values)


def field_text(connection: sqlite3.Connection, row: int, field: Field) -> str:
    """What a field of a document held says, as stored."""
    return str(connection.execute(f"SELECT {_STORED[field]} FROM documents WHERE row = ?", (row,)).fetchone()[0])


def _rows_among(connection: sqlite3.Connection, column: str, values: Iterable[object]) -> Rows:
    listed = tuple(values)
    if len(listed) > 500:
        # Too many for one statement's parameters.
        wanted = set(listed)
        return {row for row, value in connection.execute(f"SELECT row, {column} FROM documents") if value in wanted}
    marks_ = ", ".join("?" * len(listed))
    return _rows(connection, f"SELECT row FROM documents WHERE {column} IN ({marks_})", listed)


def rows_in_range(connection: sqlite3.Connection, asked: FieldRange) -> Rows:
    """The rows whose year, issue number or date lies in a range."""
    if asked.field is Field.DATE:
        return _dates(connection, asked.first, asked.last)
    column = _SPANS[asked.field]
    first, last = (None if end is None else int(end) for end in (asked.first, asked.last))
    return _rows(connection, f"SELECT row FROM documents WHERE {column} IS NOT NULL AND (?1 IS NULL OR {column} >= ?1) "
                             f"AND (?2 IS NULL OR {column} <= ?2)", (first, last))


def _dates(connection: sqlite3.Connection, first: str | None, last: str | None) -> Rows:
    return _rows(connection, "SELECT row FROM documents WHERE date IS NOT NULL AND (?1 IS NULL OR date >= ?1) "
                             "AND (?2 IS NULL OR substr(date, 1, length(?2)) <= ?2)", (first, last))


def rows_with_number(connection: sqlite3.Connection, typed: TypedNumber) -> dict[int, int]:
    """How closely the numbers of documents answer to a typed one, by row (`TypedNumber.closeness`, above 0)."""
    found = connection.execute("SELECT row, number_prefix, number_year, number_sequence FROM documents "
                               "WHERE number_sequence = ?", (typed.sequence,))
    close = ((row, typed.closeness(TypedNumber(*own))) for row, *own in found)
    return {row: closeness for row, closeness in close if closeness}


def rows_within(connection: sqlite3.Connection, filters: Filters) -> Rows | None:
    """The rows within filters by facts; None when nothing is narrowed. Tags and styles are the caller's."""
    narrowed: list[Rows] = []
    for column, values in (("publisher", filters.publishers), ("section", filters.sections), ("kind", filters.kinds),
                           ("issue", filters.numbers)):
        if values:
            narrowed.append(_rows_among(connection, column, values))
    if filters.issuers:
        folded = [fold(issuer) for issuer in filters.issuers]
        held = [value for (value,) in connection.execute("SELECT DISTINCT issuer FROM documents")
                if any(issuer in fold(value) for issuer in folded)]
        narrowed.append(_rows_among(connection, "issuer", held))
    if filters.years != (None, None):
        first, last = (None if year is None else str(year) for year in filters.years)
        narrowed.append(rows_in_range(connection, FieldRange(Field.YEAR, first, last)))
    if filters.dates != (None, None):
        narrowed.append(_dates(connection, *filters.dates))
    return set.intersection(*narrowed) if narrowed else None
