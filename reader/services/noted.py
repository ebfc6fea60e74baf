"""The annotations as search sees them: which documents they stand on, and which of them hold a string."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.model.annotation import Annotation
from reader.model.search import IndexedDocument, SearchQuery
from reader.searching.folding import fold
from reader.searching.parsing import parse
from reader.searching.query import Field, FieldTerm, free_terms
from reader.searching.scanning import scan
from reader.services import placing
from reader.services.library import Library
from reader.storage import annotations_rows as rows
from reader.storage import library_reading as reading


@dataclass(frozen=True, slots=True)
class Noted:
    """All annotations, folded for searching, and the documents they stand on.

    Attributes:
        annotations: all but those in the trash.
        folded: their notes, by id.
        editions: ids of the documents of each key.
        labels: what the user calls each style, folded, by its name.
    """

    annotations: tuple[Annotation, ...]
    folded: Mapping[str, str]
    editions: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    tags: Mapping[str, frozenset[str]]

    def documents_of(self, annotations: Iterable[Annotation]) -> frozenset[str]:
        """The documents that annotations stand on, in all editions."""
        return frozenset(found for one in annotations for found in self.editions.get(one.key, ()))

    def tags_of(self, document_id: str) -> frozenset[str]:
        """The tags of all annotations on a document."""
        return self.tags.get(document_id, frozenset())


@dataclass(frozen=True, slots=True)
class NoteHit:
    """An annotation that answers a query by its note.

    Attributes:
        text: the note; `ranges` are the matches in it.
        place: the annotation's range in the document, or None.
    """

    annotation_id: str
    document_id: str
    text: str
    ranges: tuple[tuple[int, int], ...]
    place: tuple[int, int] | None
    score: float


def noted(library: Library) -> Noted:
    """The annotations as they are now."""
    annotations, folded, labels = library.memory.get("noted", library.notes, _annotations)
    editions = library.memory.get("editions", library.texts, _editions)
    tags: dict[str, set[str]] = {}
    for one in annotations:
        for document_id in editions.get(one.key, ()) if one.tags else ():
            tags.setdefault(document_id, set()).update(one.tags)
    return Noted(annotations, folded, editions, labels, {found: frozenset(names) for found, names in tags.items()})


def _annotations(connection: sqlite3.Connection) -> tuple[tuple[Annotation, ...], dict[str, str], dict[str, str]]:
    annotations = tuple(rows.select(connection))
    return (annotations, {one.id: fold(one.note) for one in annotations if one.note},
            {style.name: fold(style.label) for style in rows.styles(connection)})


def _editions(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for document_id, key, _ in reading.editions(connection):
        found[key] = (*found.get(key, ()), document_id)
    return found


def held_by(notes: Noted, term: FieldTerm) -> Iterator[Annotation]:
    """The annotations that answer a tag, note or style term."""
    wanted = fold(term.text).strip()
    for one in notes.annotations:
        if term.field is Field.NOTE:
            held = wanted in notes.folded.get(one.id, "")
        elif term.field is Field.TAG:
            held = any(tag == wanted or tag.startswith(wanted + "/") for tag in map(fold, one.tags))
        else:
            held = wanted in (fold(one.style), notes.labels.get(one.style))
        if held:
            yield one


def note_hits(library: Library, query: SearchQuery, notes: Noted,
              given: Mapping[FieldTerm, frozenset[str]]) -> list[NoteHit]:
    """The annotations whose note answers a query, best first; fields of the query are those of their document."""
    wanted = [fold(term.text).strip() for term in free_terms(parse(query.text))]
    candidates = [one for one in notes.annotations if any(
        word and word in notes.folded.get(one.id, "") for word in wanted)]
    if not candidates:
        return []
    placed = {one.annotation.id: one for one in placing.place_all(library, candidates) if one.document_id}
    by_id = {one.id: one for one in candidates}
    # A note is asked as if it were the text of its document.
    texts = [_as_text(library, by_id[found], one.document_id) for found, one in placed.items()]
    held = {term: frozenset(one.id for one in texts if placed[one.id].document_id in documents)
            for term, documents in given.items()}
    hits = []
    for scored in scan(query, texts, given=held):
        one = placed[scored.id]
        start, end = one.placement.start, one.placement.end
        hits.append(NoteHit(scored.id, one.document_id, by_id[scored.id].note,
                            tuple(library.engine.places(query, by_id[scored.id].note)),
                            None if start is None or end is None else (start, end), scored.score))
    return hits


def _as_text(library: Library, annotation: Annotation, document_id: str) -> IndexedDocument:
    facts = reading.document_facts(library.texts, document_id)
    issue = reading.issue_facts(library.texts, facts.issue_id)
    return IndexedDocument(annotation.id, annotation.note, publisher=issue.publisher or "", year=issue.year,
                           issue_number=issue.number, date=facts.date or "", section=facts.section, kind=facts.kind,
                           issuer=facts.issuer)
