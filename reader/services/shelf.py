"""The library as a list: its issues and documents, and what the user has done with each; quick with 15,000 of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.model.correction import CorrectionKind
from reader.model.document import DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import annotate, catalogue, read_state
from reader.services.library import Library
from reader.storage import correction_rows
from reader.storage import library_reading as reading
from reader.storage.library_rows import Listed

__all__ = ["Documents", "Listed", "Marks", "Noted", "Shelf", "load", "marks"]


class Documents(Mapping[str, DocumentFacts]):
    """The facts of every document by its id, each read when it is first asked for. For one thread: that of the window.

    Those of a document that has gone from the library since the list was made are missing.
    """

    def __init__(self, library: Library, listed: Mapping[str, Listed]) -> None:
        self._library = library
        self._listed = listed
        self._known: dict[str, DocumentFacts] = {}

    def __getitem__(self, document_id: str) -> DocumentFacts:
        found = self._known.get(document_id)
        if found is None:
            if document_id not in self._listed:
                raise KeyError(document_id)
            try:
                found = catalogue.document_facts(self._library, document_id)
            except UserError as gone:
                raise KeyError(document_id) from gone
            self._known[document_id] = found
        return found

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._listed

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


@dataclass(frozen=True, slots=True)
class Noted:
    """The annotations on a document: how many, and their tags."""

    count: int
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user has done with documents.

    Attributes:
        read: ids of the documents that are read.
        noted: the documents with annotations, by id.
        tags: all tags on documents of the library, in the order of their names.
        corrected: ids of the issues whose own facts were put right.
    """

    read: frozenset[str] = frozenset()
    noted: Mapping[str, Noted] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    corrected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shelf:
    """All issues in reading order, the documents of each by its id, and all documents by theirs."""

    issues: tuple[IssueFacts, ...]
    of_issue: Mapping[str, tuple[Listed, ...]]
    listed: Mapping[str, Listed]
    marks: Marks


def load(library: Library) -> Shelf:
    """The library as it is now; in any thread."""
    grouped: dict[str, list[Listed]] = {}
    listed = reading.listed(library.texts)
    for one in listed:
        grouped.setdefault(one.issue_id, []).append(one)
    of_issue = {issue_id: tuple(found) for issue_id, found in grouped.items()}
    return Shelf(tuple(reading.issues(library.texts)), of_issue, {one.id: one for one in listed},
                 marks(library, listed))


def marks(library: Library, listed: list[Listed] | None = None) -> Marks:
    """What the user has done with documents. `listed`: all of them, where they have just been read."""
    documents = reading.listed(library.texts) if listed is None else listed
    former = reading.former_keys(library.texts)
    keys = read_state.read_keys(library)
    read = {one.id for one in documents if one.key in keys}
    read |= {found for found, names in former.items() if not keys.isdisjoint(names)}
    noted = _noted(library, documents, former)
    tags = sorted({tag for one in noted.values() for tag in one.tags})
    own = reading.issues_by_source(library.texts)
    corrected = {own.get(one.source, "") for one in correction_rows.select(library.notes)
                 if one.kind is CorrectionKind.ISSUE}
    return Marks(frozenset(read), noted, tuple(tags), frozenset(corrected))


def _noted(library: Library, documents: list[Listed], former: Mapping[str, tuple[str, ...]]) -> dict[str, Noted]:
    counts: dict[str, int] = dict(library.notes.execute(
        "SELECT key, count(*) FROM annotations WHERE deleted IS NULL GROUP BY key"))
    if not counts:
        return {}
    tags: dict[str, set[str]] = {}
    for key, tag in library.notes.execute(
            "SELECT DISTINCT key, tag FROM tags JOIN annotations ON annotations.id = annotation_id"
            " WHERE deleted IS NULL"):
        tags.setdefault(key, set()).add(tag)
    found = {one.id: Noted(counts[one.key], frozenset(tags.get(one.key, ())))
             for one in documents if one.key in counts}
    # A document that was split shares its old key with what was split off: only their places tell whose they are.
    shared = {name for document_id, names in former.items() for name in names if name in counts}
    for one in documents if shared else ():
        if one.key in shared or not shared.isdisjoint(former.get(one.id, ())):
            placed = annotate.annotations_of(library, one.id)
            found[one.id] = Noted(len(placed), frozenset(tag for each in placed for tag in each.annotation.tags))
    return {document_id: noted for document_id, noted in found.items() if noted.count}
