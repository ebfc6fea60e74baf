"""What the library holds: lists, documents, issues, reports, editions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.model.document import Document, DocumentFacts, Issue, IssueFacts
from reader.model.errors import UserError
from reader.model.outline import Heading
from reader.model.report import Doubt, ParseReport
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage import originals

__all__ = ["Heading", "IssueEntry", "all_headings", "document", "document_facts", "documents_of", "doubts", "editions",
           "find_number", "headings", "holds", "issue", "issue_facts", "issues", "original", "original_lines", "report",
           "source_path"]


@dataclass(frozen=True, slots=True)
class IssueEntry:
    """An issue with its documents in its order, without texts."""

    facts: IssueFacts
    documents: tuple[DocumentFacts, ...]


def issues(library: Library) -> tuple[IssueEntry, ...]:
    """All issues in reading order: by publisher, year and number; files that are no issue last."""
    by_issue: dict[str, list[DocumentFacts]] = {}
    for facts in reading.documents(library.texts):
        by_issue.setdefault(facts.issue_id, []).append(facts)
    return tuple(IssueEntry(facts, tuple(by_issue.get(facts.id, ()))) for facts in reading.issues(library.texts))


def is_empty(library: Library) -> bool:
    """Whether the library has no issue; without reading the list of them."""
    return library.texts.execute("SELECT 1 FROM issues LIMIT 1").fetchone() is None


def document(library: Library, document_id: str) -> Document:
    """A document, whole. UserError document.unknown."""
    return reading.document(library.texts, document_id)


def document_facts(library: Library, document_id: str) -> DocumentFacts:
    """A document's facts. UserError document.unknown."""
    return reading.document_facts(library.texts, document_id)


def holds(library: Library, document_id: str) -> bool:
    """Whether the library has a document of this id."""
    return reading.text_of(library.texts, document_id) is not None


def issue(library: Library, issue_id: str) -> Issue:
    """An issue, whole. UserError issue.unknown."""
    return reading.issue(library.texts, issue_id)


def issue_facts(library: Library, issue_id: str) -> IssueFacts:
    """An issue's facts. UserError issue.unknown."""
    return reading.issue_facts(library.texts, issue_id)


def headings(library: Library, document_id: str) -> tuple[Heading, ...]:
    """The headings of a document in its order. UserError document.unknown."""
    return reading.headings(library.texts, document_id)


def all_headings(library: Library) -> dict[str, tuple[Heading, ...]]:
    """The headings of every document, by its id."""
    return dict(reading.all_headings(library.texts))


def report(library: Library, issue_id: str) -> ParseReport:
    """What the import of an issue removed, repaired and doubted. UserError issue.unknown."""
    return reading.report(library.texts, issue_id)


def doubts(library: Library, issue_id: str) -> tuple[Doubt, ...]:
    """What the import of an issue doubted: quicker than the whole report. UserError issue.unknown."""
    return reading.doubts(library.texts, issue_id)


def editions(library: Library, key: str) -> tuple[DocumentFacts, ...]:
    """The same document from several files, in reading order."""
    return tuple(reading.documents_by(library.texts, "documents.key = ?", (key,)))


def documents_of(library: Library, issue_id: str) -> tuple[DocumentFacts, ...]:
    """The documents of an issue in its order; none of an issue that is not there."""
    return tuple(reading.documents_of(library.texts, issue_id))


def find_number(library: Library, typed: str) -> tuple[DocumentFacts, ...]:
    """The documents whose number was typed, in whatever form (长政发56 2022); the closest first, none for no number."""
    from reader.searching.folding import fold
    from reader.searching.numbers import TypedNumber, typed_number

    wanted = typed_number(typed)
    if wanted is None:
        return ()
    found = []
    for facts in reading.documents_by(library.texts, "documents.number_sequence = ?", (wanted.sequence,)):
        assert facts.number is not None
        own = TypedNumber("".join(fold(facts.number.prefix).split()), facts.number.year, facts.number.sequence)
        found.append((wanted.closeness(own), facts))
    return tuple(facts for closeness, facts in sorted(found, key=lambda pair: -pair[0]) if closeness)


def original(library: Library, issue_id: str) -> Path:
    """The kept original of an issue. UserError issue.unknown, original.missing."""
    facts = reading.issue_facts(library.texts, issue_id)
    path = originals.place(library.root, facts.source, facts.source_name)
    if not path.exists():
        raise UserError("original.missing", name=facts.source_name)
    return path


def original_lines(library: Library, issue_id: str) -> tuple[str, ...]:
    """The lines of an issue's original, before anything was removed: line n of reports and blocks is number n - 1.

    Raises:
        UserError: issue.unknown, original.missing, and as `reader.importing.importer.parse`.
    """
    from reader.importing.importer import decoded

    path = original(library, issue_id)
    name = reading.issue_facts(library.texts, issue_id).source_name
    return tuple(line.rstrip("\r") for line in decoded(path.read_bytes(), name).split("\n"))


def source_path(library: Library, issue_id: str) -> str:
    """Where an issue's file was last imported from; "" when that is not known. UserError issue.unknown."""
    paths = reading.paths_of(library.texts, reading.issue_facts(library.texts, issue_id).source)
    return paths[0] if paths else ""
