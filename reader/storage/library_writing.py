"""Put what the importer made of a file into library.db, or take it out: one transaction a file."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.document import Document, Issue, Matter
from reader.model.outline import outline
from reader.model.report import ParsedFile
from reader.storage.connections import transaction
from reader.storage.library_rows import DOUBTS, REMOVALS, REPAIRS, document_row, issue_row, part_row
from reader.storage.packing import pack
from reader.storage.succession import successors


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it comes in. `path` is absolute, "" when it was read from the kept original; `rules_version` is that of
    the importer which read it."""

    sha256: str
    name: str
    path: str
    size: int
    rules_version: int


@dataclass(frozen=True, slots=True)
class Former:
    """A document as it was before its issue was replaced, with the keys it had still earlier."""

    id: str
    key: str
    text: str
    former_keys: tuple[str, ...]


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
        before = _former(connection, replacing) if replacing else ()
        issue_id = replacing or _free_id(connection, "issues", "i", source.sha256)
        issue = _with_ids(connection, parsed.issue, issue_id, source, before)
        # With the documents go their former keys, and places in the index's books.
        for table in ("reports", "parts", "documents"):
            connection.execute(f"DELETE FROM {table} WHERE issue_id = ?", (issue_id,))
        # The source it had before stays known: annotations made on it belong to this issue.
        db.table("issues").upsert(issue_row(issue.facts, issue.contents), pk="id")
        db.table("sources").upsert({
            "sha256": source.sha256, "issue_id": issue_id, "size": source.size, "format": parsed.format,
            "encoding": parsed.encoding, "rules_version": source.rules_version, "imported": now()}, pk="sha256")
        hashes = {part.facts.id: text_hash(part.text) for part in issue.documents}
        db.table("documents").insert_all(document_row(part.facts, hashes[part.facts.id]) for part in issue.documents)
        db.table("former_keys").insert_all(_former_keys(before, issue), pk=("key", "document_id"), ignore=True)
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


def remove(connection: sqlite3.Connection, issue_ids: Iterable[str]) -> None:
    """Take issues out, with their documents, reports and sources, all in one transaction."""
    with transaction(connection):
        connection.executemany("DELETE FROM issues WHERE id = ?", [(issue_id,) for issue_id in issue_ids])


def remember_path(connection: sqlite3.Connection, path: str, sha256: str) -> None:
    """Note that a content the library holds was also seen at `path`."""
    with transaction(connection):
        _remember_path(connection, path, sha256)


def _remember_path(connection: sqlite3.Connection, path: str, sha256: str) -> None:
    if not path:
        return
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


def _former(connection: sqlite3.Connection, issue_id: str) -> tuple[Former, ...]:
    """The documents of an issue as they are before it is replaced."""
    keys: dict[str, list[str]] = {}
    for document_id, key in connection.execute(
            "SELECT document_id, former_keys.key FROM former_keys JOIN documents ON documents.id = document_id"
            " WHERE issue_id = ?", (issue_id,)):
        keys.setdefault(document_id, []).append(key)
    found = connection.execute(
        "SELECT documents.id, key, text FROM documents JOIN parts ON document_id = documents.id"
        " WHERE documents.issue_id = ? ORDER BY ordinal", (issue_id,))
    return tuple(Former(id_, key, text, tuple(keys.get(id_, ()))) for id_, key, text in found)


def _former_keys(before: tuple[Former, ...], issue: Issue) -> list[dict[str, str]]:
    """For each document that was changed, lost its key or was split: its keys, and the documents it lives on in."""
    keys = {part.facts.id: part.facts.key for part in issue.documents}
    texts = {part.facts.id: part.text for part in issue.documents}
    unchanged = {(part.facts.key, part.text) for part in issue.documents}
    found = []
    for one in before:
        kept = (one.key, one.text) in unchanged
        heirs = [one.id] if kept and one.id in keys else successors(one.text, texts)
        found += [{"key": key, "document_id": heir} for heir in heirs for key in (one.key, *one.former_keys)
                  if key != keys[heir]]
    return found


def _with_ids(connection: sqlite3.Connection, issue: Issue, issue_id: str, source: Source,
              before: tuple[Former, ...]) -> Issue:
    """The issue with ids: a document keeps the id of the one that had its key, or whose successor it is."""
    names = _numbered([part.facts.key for part in issue.documents])
    known = {name: one.id for name, one in zip(_numbered([one.key for one in before]), before, strict=True)}
    ids = {name: known[name] for name in names if name in known}
    gone = [one for name, one in zip(_numbered([one.key for one in before]), before, strict=True) if name not in ids]
    new = {name: part.text for name, part in zip(names, issue.documents, strict=True) if name not in ids}
    for one in gone:
        heirs = [name for name in successors(one.text, new) if name not in ids]
        if heirs:
            ids[heirs[0]] = one.id
    parts: list[Document | Matter] = []
    ordinal = 0
    for part in issue.parts:
        if isinstance(part, Document):
            name = names[ordinal]
            ids[name] = ids.get(name) or _free_id(connection, "documents", "d", f"{issue_id} {name}", ids.values())
            part = dataclasses.replace(
                part, facts=dataclasses.replace(part.facts, id=ids[name], issue_id=issue_id, ordinal=ordinal))
            ordinal += 1
        parts.append(part)
    facts = dataclasses.replace(issue.facts, id=issue_id, source=source.sha256, source_name=source.name)
    return dataclasses.replace(issue, facts=facts, parts=tuple(parts))


def _numbered(keys: Sequence[str]) -> list[tuple[str, int]]:
    """Each key with how many of it came before: a misread issue may hold the same number twice."""
    seen: Counter[str] = Counter()
    names = []
    for key in keys:
        names.append((key, seen[key]))
        seen[key] += 1
    return names


def _free_id(connection: sqlite3.Connection, table: str, letter: str, seed: str, taken: Iterable[str] = ()) -> str:
    """An id nobody has. Made from the seed, so that a library rebuilt from its originals gets the same ids."""
    for attempt in range(1_000):
        found = letter + hashlib.sha256(f"{seed} {attempt}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
        used = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (found,)).fetchone()
        if not used and found not in taken:
            return found
    raise RuntimeError(f"no free id in {table}")
