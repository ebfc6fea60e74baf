"""Put what the importer made of a file into library.db, or take it out: one transaction a file."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.document import Document, Issue, Matter
from reader.model.outline import outline
from reader.model.report import ParsedFile
from reader.storage.connections import transaction
from reader.storage.library_rows import DOUBTS, REMOVALS, REPAIRS, document_row, issue_row, part_row
from reader.storage.packing import pack


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it comes in. `path` is absolute; `rules_version` that of the importer which read it."""

    sha256: str
    name: str
    path: str
    size: int
    rules_version: int


def store(connection: sqlite3.Connection, parsed: ParsedFile, source: Source, *, replacing: str | None = None) -> Issue:
    """Store a parsed file and remember the path it was seen at.

    Args:
        replacing: id of the issue it takes the place of (newer content or newer rules). The issue keeps its id, and so
            do its documents whose key it still holds.

    Returns:
        The issue with the ids it and its documents have got.
    """
    from sqlite_utils import Database

    db = Database(connection, execute_plugins=False)
    with transaction(connection):
        known = _document_ids(connection, replacing) if replacing else {}
        issue_id = replacing or _free_id(connection, "issues", "i", source.sha256)
        issue = _with_ids(connection, parsed.issue, issue_id, source, known)
        for table in ("reports", "parts", "documents"):
            connection.execute(f"DELETE FROM {table} WHERE issue_id = ?", (issue_id,))
        # The source it had before stays known: annotations made on it belong to this issue.
        db.table("issues").upsert(issue_row(issue.facts, issue.contents), pk="id")
        db.table("sources").upsert({
            "sha256": source.sha256, "issue_id": issue_id, "size": source.size, "format": parsed.format,
            "encoding": parsed.encoding, "rules_version": source.rules_version, "imported": now()}, pk="sha256")
        hashes = {part.facts.id: text_hash(part.text) for part in issue.documents}
        db.table("documents").insert_all(document_row(part.facts, hashes[part.facts.id]) for part in issue.documents)
        db.table("parts").insert_all(
            part_row(part, issue_id, position, outline(part.text, part.blocks) if isinstance(part, Document) else ())
            for position, part in enumerate(issue.parts))
        db.table("reports").insert({
            "issue_id": issue_id, "removals": pack(parsed.report.removals, REMOVALS),
            "repairs": pack(parsed.report.repairs, REPAIRS), "doubts": pack(parsed.report.doubts, DOUBTS),
            "characters": sum(ink(part.text) for part in issue.parts),
            "removed": sum(ink(removal.text) for removal in parsed.report.removals),
            "repair_count": len(parsed.report.repairs)})
        _remember_path(connection, source.path, source.sha256)
    return issue


def remember_path(connection: sqlite3.Connection, path: str, sha256: str) -> None:
    """Note that a content the library holds was also seen at `path`."""
    with transaction(connection):
        _remember_path(connection, path, sha256)


def _remember_path(connection: sqlite3.Connection, path: str, sha256: str) -> None:
    connection.execute("INSERT INTO paths VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET sha256 = excluded.sha256",
                       (path, sha256))


def mark_indexed(connection: sqlite3.Connection, hashes: dict[str, str]) -> None:
    """Note that the index holds these documents with these text hashes; one that changed meanwhile stays stale."""
    with transaction(connection):
        connection.executemany("UPDATE documents SET stale = 0 WHERE id = ? AND text_hash = ?", list(hashes.items()))


def mark_all_stale(connection: sqlite3.Connection) -> None:
    """Note that nothing the index holds can be relied on."""
    with transaction(connection):
        connection.execute("UPDATE documents SET stale = 1")


def text_hash(text: str) -> str:
    """What tells one text of a document from another: the first 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def ink(text: str) -> int:
    """How many code points of a text are not white space."""
    return len("".join(text.split()))


def now() -> str:
    """The time as we store it: UTC, ISO 8601 with Z, to the millisecond."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _document_ids(connection: sqlite3.Connection, issue_id: str) -> dict[tuple[str, int], str]:
    """The documents of an issue by key and how many of that key came before."""
    seen: Counter[str] = Counter()
    ids = {}
    for key, document_id in connection.execute(
            "SELECT key, id FROM documents WHERE issue_id = ? ORDER BY ordinal", (issue_id,)):
        ids[key, seen[key]] = document_id
        seen[key] += 1
    return ids


def _with_ids(connection: sqlite3.Connection, issue: Issue, issue_id: str, source: Source,
              known: dict[tuple[str, int], str]) -> Issue:
    seen: Counter[str] = Counter()
    taken = set(known.values())
    parts: list[Document | Matter] = []
    for part in issue.parts:
        if isinstance(part, Document):
            facts = part.facts
            again = seen[facts.key]
            seen[facts.key] += 1
            document_id = known.get((facts.key, again)) or _free_id(
                connection, "documents", "d", f"{issue_id} {facts.key} {again}", taken)
            taken.add(document_id)
            ordinal = sum(seen.values()) - 1
            part = dataclasses.replace(
                part, facts=dataclasses.replace(facts, id=document_id, issue_id=issue_id, ordinal=ordinal))
        parts.append(part)
    facts_of_issue = dataclasses.replace(
        issue.facts, id=issue_id, source=source.sha256, source_name=source.name)
    return dataclasses.replace(issue, facts=facts_of_issue, parts=tuple(parts))


def _free_id(connection: sqlite3.Connection, table: str, letter: str, seed: str, taken: Iterable[str] = ()) -> str:
    """An id nobody has. Made from the seed, so that a library rebuilt from its originals gets the same ids."""
    for attempt in range(1_000):
        found = letter + hashlib.sha256(f"{seed} {attempt}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
        used = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (found,)).fetchone()
        if not used and found not in taken:
            return found
    raise RuntimeError(f"no free id in {table}")
