"""The library as a list: its issues and documents, and what the user has done with each; quick with 15,000 of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

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

    def __init__(self, library: Library, ids: Mapping[str, object]) -> None:
        self._library = library
        self._ids = ids
        self._known: dict[str, DocumentFacts] = {}

    def __getitem__(self, document_id: str) -> DocumentFacts:
        found = self._known.get(document_id)
        if found is None:
            if document_id not in self._ids:
                raise KeyError(document_id)
            try:
                found = catalogue.document_facts(self._library, document_id)
            except UserError as gone:
                raise KeyError(document_id) from gone
            self._known[document_id] = found
        return found

    def __contains__(self, document_id: object) -> bool:
        return document_id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


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


Rows = Callable[[str | None], Sequence[Listed]]
"""The rows of an issue's documents in its order, by its id; for None those of all documents."""


class Shelf:
    """All issues, and which documents stand in each; what a list shows of the documents is read when it is asked for.

    Attributes:
        issues: in reading order.
        ids_of: the ids of the documents of each issue in its order, by its id; issues without documents are missing.
        issue_of: the id of each document's issue, by the document's.
        marks: what the user had done with documents.
    """

    def __init__(self, issues: tuple[IssueFacts, ...], ids_of: Mapping[str, Sequence[str]], marks: Marks,
                 rows: Rows) -> None:
        self.issues = issues
        self.ids_of = ids_of
        self.issue_of = {document_id: issue_id for issue_id, ids in ids_of.items() for document_id in ids}
        self.marks = marks
        self._rows = rows
        self._of_issue: dict[str, Sequence[Listed]] = {}

    @cached_property
    def listed(self) -> Mapping[str, Listed]:
        """The rows of all documents by their ids: with thousands it takes a moment, and a worker may do it."""
        return {one.id: one for one in self._rows(None)}

    def read_all(self) -> None:
        """Read the rows of all documents at one go, so that none is asked for by itself."""
        _ = self.listed

    def rows_of(self, issue_id: str) -> Sequence[Listed]:
        """The rows of an issue's documents in its order."""
        if "listed" in self.__dict__:
            listed = self.listed
            return [listed[one] for one in self.ids_of.get(issue_id, ()) if one in listed]
        found = self._of_issue.get(issue_id)
        if found is None:
            found = self._of_issue[issue_id] = self._rows(issue_id)
        return found


def load(library: Library) -> Shelf:
    """The library as it is now; in any thread."""
    keys = reading.keys(library.texts)
    ids_of: dict[str, list[str]] = {}
    for document_id, issue_id, _ in keys:
        ids_of.setdefault(issue_id, []).append(document_id)
    # The connection of the thread that asks, whichever that is.
    return Shelf(tuple(reading.issues(library.texts)), ids_of, marks(library, keys),
                 lambda issue_id: reading.listed(library.texts, issue_id))


def marks(library: Library, keys: Sequence[tuple[str, str, str]] | None = None) -> Marks:
    """What the user has done with documents. `keys`: `library_reading.keys`, where they have just been read."""
    documents = reading.keys(library.texts) if keys is None else keys
    former = reading.former_keys(library.texts)
    known = read_state.read_keys(library)
    read = {document_id for document_id, _, key in documents if key in known}
    read |= {found for found, names in former.items() if not known.isdisjoint(names)}
    noted = _noted(library, documents, former)
    tags = sorted({tag for one in noted.values() for tag in one.tags})
    own = reading.issues_by_source(library.texts)
    corrected = {own.get(one.source, "") for one in correction_rows.select(library.notes)
                 if one.kind is CorrectionKind.ISSUE}
    return Marks(frozenset(read), noted, tuple(tags), frozenset(corrected))


def _noted(library: Library, documents: Sequence[tuple[str, str, str]],
           former: Mapping[str, tuple[str, ...]]) -> dict[str, Noted]:
    counts: dict[str, int] = dict(library.notes.execute(
        "SELECT key, count(*) FROM annotations WHERE deleted IS NULL GROUP BY key"))
    if not counts:
        return {}
    tags: dict[str, set[str]] = {}
    for key, tag in library.notes.execute(
            "SELECT DISTINCT key, tag FROM tags JOIN annotations ON annotations.id = annotation_id"
            " WHERE deleted IS NULL"):
        tags.setdefault(key, set()).add(tag)
    found = {document_id: Noted(counts[key], frozenset(tags.get(key, ())))
             for document_id, _, key in documents if key in counts}
    # A document that was split shares its old key with what was split off: only their places tell whose they are.
    shared = {name for document_id, names in former.items() for name in names if name in counts}
    for document_id, _, key in documents if shared else ():
        if key in shared or not shared.isdisjoint(former.get(document_id, ())):
            placed = annotate.annotations_of(library, document_id)
            found[document_id] = Noted(len(placed), frozenset(tag for each in placed for tag in each.annotation.tags))
    return {document_id: noted for document_id, noted in found.items() if noted.count}
