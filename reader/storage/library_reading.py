"""Ask library.db: lists without texts, single documents, whole issues, reports."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model.document import Document, DocumentFacts, Issue, IssueFacts, Matter
from reader.model.errors import UserError
from reader.model.outline import Heading
from reader.model.report import Doubt, ParseReport
from reader.storage import library_rows as rows
from reader.storage.packing import unpack

# Reading order of a shelf: by publisher, then as the issues came out; files that are no issue come last.
ISSUE_ORDER = "issues.publisher IS NULL, issues.publisher, issues.year, issues.number, issues.date, issues.title"


_SOURCE = ("SELECT sources.sha256, issue_id, rules_version, issues.source = sources.sha256 FROM sources"
           " JOIN issues ON issues.id = issue_id")


@dataclass(frozen=True, slots=True)
class StoredSource:
    """What the library knows of a file's content. `current`: its issue has it still, no newer content in its place."""

    sha256: str
    issue_id: str
    rules_version: int
    current: bool


@dataclass(frozen=True, slots=True)
class IssueCounts:
    """The size of a stored issue: documents, code points and removed code points that are not white space, repairs."""

    documents: int
    characters: int
    removed: int
    repairs: int


def issues(connection: sqlite3.Connection) -> list[IssueFacts]:
    """All issues in reading order."""
    found = connection.execute(f"SELECT {rows.ISSUE_COLUMNS} FROM issues ORDER BY {ISSUE_ORDER}, issues.id")
    return [rows.issue_facts(row) for row in found]


def documents(connection: sqlite3.Connection) -> Iterator[DocumentFacts]:
    """All documents, without texts: issue by issue, in the order of each."""
    found = connection.execute(f"SELECT {rows.DOCUMENT_COLUMNS} FROM documents ORDER BY issue_id, ordinal")
    return map(rows.document_facts, found)


def keys(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Id, issue id and key of every document: issue by issue, in the order of each."""
    return connection.execute("SELECT id, issue_id, key FROM documents ORDER BY issue_id, ordinal").fetchall()


def listed(connection: sqlite3.Connection, issue_id: str | None = None) -> list[rows.Listed]:
    """The documents of an issue as a list shows them, in its order; of no issue named: of all, issue by issue."""
    where, values = ("", ()) if issue_id is None else (" WHERE issue_id = ?", (issue_id,))
    found = connection.execute(f"SELECT {rows.LISTED_COLUMNS} FROM documents{where} ORDER BY issue_id, ordinal", values)
    return list(map(rows.Listed._make, found))


def former_keys(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The keys documents had before, by their ids."""
    found: dict[str, tuple[str, ...]] = {}
    for document_id, key in connection.execute("SELECT document_id, key FROM former_keys ORDER BY document_id, key"):
        found[document_id] = (*found.get(document_id, ()), key)
    return found


def issue_facts(connection: sqlite3.Connection, issue_id: str) -> IssueFacts:
    """One issue's facts. UserError issue.unknown."""
    row = connection.execute(f"SELECT {rows.ISSUE_COLUMNS} FROM issues WHERE id = ?", (issue_id,)).fetchone()
    if row is None:
        raise UserError("issue.unknown", id=issue_id)
    return rows.issue_facts(row)


def document_facts(connection: sqlite3.Connection, document_id: str) -> DocumentFacts:
    """One document's facts. UserError document.unknown."""
    row = connection.execute(f"SELECT {rows.DOCUMENT_COLUMNS} FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UserError("document.unknown", id=document_id)
    return rows.document_facts(row)


def document(connection: sqlite3.Connection, document_id: str) -> Document:
    """One document with text and structure. UserError document.unknown."""
    row = connection.execute(
        f"SELECT parts.text, parts.structure, {rows.DOCUMENT_COLUMNS} FROM documents"
        " JOIN parts ON parts.document_id = documents.id WHERE documents.id = ?", (document_id,)).fetchone()
    if row is None:
        raise UserError("document.unknown", id=document_id)
    return rows.document(rows.document_facts(row[2:]), row[0], row[1])


def text_of(connection: sqlite3.Connection, document_id: str) -> str | None:
    """The stored text of a document, None when there is no such document."""
    row = connection.execute("SELECT text FROM parts WHERE document_id = ?", (document_id,)).fetchone()
    return None if row is None else row[0]


def issue(connection: sqlite3.Connection, issue_id: str) -> Issue:
    """One issue, whole. UserError issue.unknown."""
    facts = issue_facts(connection, issue_id)
    contents = connection.execute("SELECT contents FROM issues WHERE id = ?", (issue_id,)).fetchone()[0]
    by_id = {found.id: found for found in documents_of(connection, issue_id)}
    parts: list[Document | Matter] = []
    for document_id, text, structure in connection.execute(
            "SELECT document_id, text, structure FROM parts WHERE issue_id = ? ORDER BY position", (issue_id,)):
        parts.append(rows.matter(text, structure) if document_id is None
                     else rows.document(by_id[document_id], text, structure))
    return Issue(facts, tuple(parts), unpack(contents, rows.CONTENTS))


def documents_of(connection: sqlite3.Connection, issue_id: str) -> list[DocumentFacts]:
    """The documents of an issue in its order."""
    found = connection.execute(
        f"SELECT {rows.DOCUMENT_COLUMNS} FROM documents WHERE issue_id = ? ORDER BY ordinal", (issue_id,))
    return [rows.document_facts(row) for row in found]


def documents_by(connection: sqlite3.Connection, condition: str, values: Iterable[str | int]) -> list[DocumentFacts]:
    """The documents that meet a condition of SQL, in reading order of the library."""
    found = connection.execute(
        f"SELECT {rows.DOCUMENT_COLUMNS} FROM documents JOIN issues ON issues.id = documents.issue_id"
        f" WHERE {condition} ORDER BY {ISSUE_ORDER}, issues.id, documents.ordinal", tuple(values))
    return [rows.document_facts(row) for row in found]


def editions(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Id, key and issue id of every document, in reading order of the library; behind them all again by the keys that
    documents had before."""
    return connection.execute(
        "SELECT documents.id, key, issue_id FROM documents JOIN issues ON issues.id = documents.issue_id"
        f" ORDER BY {ISSUE_ORDER}, issues.id, ordinal").fetchall() + connection.execute(
        "SELECT document_id, former_keys.key, issue_id FROM former_keys JOIN documents ON documents.id = document_id"
        " ORDER BY issue_id, ordinal").fetchall()


def editions_in(connection: sqlite3.Connection, issue_id: str) -> dict[str, tuple[str, ...]]:
    """The documents of an issue by their keys, behind them those that had a key before."""
    found: dict[str, tuple[str, ...]] = {}
    for key, document_id in connection.execute(
            "SELECT key, id FROM (SELECT key, id, 0 AS former, ordinal FROM documents WHERE issue_id = ?1"
            " UNION ALL SELECT former_keys.key, id, 1, ordinal FROM former_keys JOIN documents ON id = document_id"
            " WHERE issue_id = ?1) ORDER BY former, ordinal", (issue_id,)):
        found[key] = (*found.get(key, ()), document_id)
    return found


def keys_of(connection: sqlite3.Connection, document_id: str) -> tuple[str, ...]:
    """The key of a document and those it had before. UserError document.unknown."""
    found = connection.execute("SELECT key, 0 FROM documents WHERE id = ?1 UNION"
                               " SELECT key, 1 FROM former_keys WHERE document_id = ?1 ORDER BY 2, 1",
                               (document_id,)).fetchall()
    if not found:
        raise UserError("document.unknown", id=document_id)
    return tuple(dict.fromkeys(row[0] for row in found))


def key_of(connection: sqlite3.Connection, document_id: str) -> str:
    """The key of a document. UserError document.unknown."""
    row = connection.execute("SELECT key FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UserError("document.unknown", id=document_id)
    return str(row[0])


def facets(connection: sqlite3.Connection) -> dict[str, tuple[str, str, str, str]]:
    """Publisher, year, section and kind of every document, by its id; "" for what is not known."""
    return {row[0]: row[1:] for row in connection.execute(
        "SELECT documents.id, coalesce(publisher, ''), coalesce(cast(year AS TEXT), ''), section, kind"
        " FROM documents JOIN issues ON issues.id = issue_id")}


def text_hash_of(connection: sqlite3.Connection, document_id: str) -> str:
    """The hash of a document's text; "" when there is no such document."""
    row = connection.execute("SELECT text_hash FROM documents WHERE id = ?", (document_id,)).fetchone()
    return row[0] if row else ""


def hash_and_text(connection: sqlite3.Connection, document_id: str) -> tuple[str, str]:
    """A document's text and its hash as of one moment; both "" when there is no such document."""
    row = connection.execute("SELECT text_hash, text FROM documents JOIN parts ON parts.document_id = documents.id"
                             " WHERE documents.id = ?", (document_id,)).fetchone()
    return (row[0], row[1]) if row else ("", "")


def stale(connection: sqlite3.Connection) -> set[str]:
    """The documents the index does not hold as they stand here."""
    return {row[0] for row in connection.execute("SELECT id FROM documents WHERE stale = 1")}


def document_ids(connection: sqlite3.Connection) -> set[str]:
    """The ids of all documents."""
    return {row[0] for row in connection.execute("SELECT id FROM documents")}


def headings(connection: sqlite3.Connection, document_id: str) -> tuple[Heading, ...]:
    """The headings of a document. UserError document.unknown."""
    row = connection.execute("SELECT headings FROM parts WHERE document_id = ?", (document_id,)).fetchone()
    if row is None:
        raise UserError("document.unknown", id=document_id)
    found: tuple[Heading, ...] = unpack(row[0], rows.HEADINGS)
    return found


def all_headings(connection: sqlite3.Connection) -> Iterator[tuple[str, tuple[Heading, ...]]]:
    """Document id and headings of every document."""
    for document_id, packed in connection.execute(
            "SELECT document_id, headings FROM parts WHERE document_id IS NOT NULL"):
        yield document_id, unpack(packed, rows.HEADINGS)


def report(connection: sqlite3.Connection, issue_id: str) -> ParseReport:
    """What the import of an issue removed, repaired and doubted. UserError issue.unknown."""
    row = connection.execute("SELECT removals, repairs, doubts FROM reports WHERE issue_id = ?", (issue_id,)).fetchone()
    if row is None:
        raise UserError("issue.unknown", id=issue_id)
    return ParseReport(unpack(row[0], rows.REMOVALS), unpack(row[1], rows.REPAIRS), unpack(row[2], rows.DOUBTS))


def doubts(connection: sqlite3.Connection, issue_id: str) -> tuple[Doubt, ...]:
    """What the import of an issue was not sure of. UserError issue.unknown."""
    # Not by way of `report`: the removals of a web page are many thousands.
    row = connection.execute("SELECT doubts FROM reports WHERE issue_id = ?", (issue_id,)).fetchone()
    if row is None:
        raise UserError("issue.unknown", id=issue_id)
    found: tuple[Doubt, ...] = unpack(row[0], rows.DOUBTS)
    return found


def counts(connection: sqlite3.Connection, issue_id: str) -> IssueCounts:
    """The size of an issue. UserError issue.unknown."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM documents WHERE issue_id = reports.issue_id), characters, removed, repair_count"
        " FROM reports WHERE issue_id = ?", (issue_id,)).fetchone()
    if row is None:
        raise UserError("issue.unknown", id=issue_id)
    return IssueCounts(*row)


def source(connection: sqlite3.Connection, sha256: str) -> StoredSource | None:
    """What is stored of a content, None when the library never held it."""
    row = connection.execute(f"{_SOURCE} WHERE sources.sha256 = ?", (sha256,)).fetchone()
    return row and StoredSource(row[0], row[1], row[2], bool(row[3]))


def source_at(connection: sqlite3.Connection, path: str) -> StoredSource | None:
    """The content that was last seen at a path, None when nothing was."""
    row = connection.execute(f"{_SOURCE} JOIN paths USING (sha256) WHERE path = ?", (path,)).fetchone()
    return row and StoredSource(row[0], row[1], row[2], bool(row[3]))


def issues_by_source(connection: sqlite3.Connection) -> dict[str, str]:
    """The issue each content stands or once stood in."""
    return dict(connection.execute("SELECT sha256, issue_id FROM sources"))


def sources_of(connection: sqlite3.Connection, issue_id: str) -> list[str]:
    """The contents an issue has and once had."""
    return [row[0] for row in connection.execute("SELECT sha256 FROM sources WHERE issue_id = ?", (issue_id,))]


def paths_of(connection: sqlite3.Connection, sha256: str) -> list[str]:
    """Where a content was seen."""
    return [row[0] for row in connection.execute("SELECT path FROM paths WHERE sha256 = ? ORDER BY path", (sha256,))]
