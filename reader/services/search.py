"""Search the library: texts through the index, or by reading them where it lags; annotations beside them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.model.errors import UserError
from reader.model.search import Answer, Filters, Hit, Match, ScoredDocument, SearchQuery
from reader.searching.parsing import parse
from reader.searching.query import outside_terms
from reader.searching.scanning import scan
from reader.searching.snippets import snippet
from reader.services.indexing import DAMAGED, bring_in_step, indexed, is_in_step, reindex
from reader.services.library import Library
from reader.services.noted import Noted, NoteHit, held_by, note_hits, noted
from reader.storage import library_reading as reading

__all__ = ["bring_in_step", "is_in_step", "reindex", "search"]

FACETS = ("publisher", "year", "section", "kind", "tag")


@dataclass(frozen=True, slots=True)
class _Found:
    """All that answers a query, best first: documents, then notes. `scanned`: the index could not be asked."""

    documents: tuple[ScoredDocument, ...]
    notes: tuple[NoteHit, ...]
    scanned: bool


def search(library: Library, query: SearchQuery) -> Answer:
    """Answer a query: documents with the exact string, documents with the words, then annotations.

    Raises:
        UserError: search.syntax when the query cannot be understood.
    """
    begin = time.perf_counter()
    if not query.text.strip():
        return Answer(0, (), 0.0, {})
    notes = noted(library)
    found = _found(library, query, notes)
    first, last = query.offset, query.offset + query.limit
    hits = [_hit(library, query, one) for one in found.documents[first:last]]
    behind = len(found.documents)
    hits += [_note_hit(one) for one in found.notes[max(0, first - behind):max(0, last - behind)]]
    suggestions = () if found.documents or found.notes or found.scanned else library.engine.suggest(query)
    return Answer(len(found.documents) + len(found.notes), tuple(hits), (time.perf_counter() - begin) * 1_000,
                  _facets(library, found, notes), suggestions)


def _found(library: Library, query: SearchQuery, notes: Noted) -> _Found:
    given = {term: notes.documents_of(held_by(notes, term)) for term in outside_terms(parse(query.text))}
    facts = library.memory.get("facets", library.texts, reading.facets)
    scanned = False
    try:
        lagging = _lagging(library, facts.keys())
        scored = [one for one in library.engine.query(query, given) if one.id in facts and one.id not in lagging]
    except UserError as error:
        if error.code != DAMAGED:
            raise
        # Until the index is made anew, reading every text finds all that is there.
        scanned, lagging, scored = True, frozenset(facts), []
    if lagging:
        documents = (indexed(library, document_id) for document_id in sorted(lagging))
        scored = sorted([*scored, *scan(query, documents, given=given)],
                        key=lambda one: (one.match is not Match.EXACT, -one.score))
    allowed = _allowed(query.filters, notes)
    return _Found(tuple(one for one in scored if allowed is None or one.id in allowed),
                  tuple(note_hits(library, query, notes, given)), scanned)


def _lagging(library: Library, present: Iterable[str]) -> frozenset[str]:
    """The documents whose text the index does not hold, or holds as it was before."""
    stale = reading.stale(library.texts)
    ids = frozenset(present)
    if library.engine.count() == len(ids) and not stale:
        return frozenset()
    return frozenset(stale | (ids - library.engine.ids())) & ids


def _allowed(filters: Filters, notes: Noted) -> frozenset[str] | None:
    """The documents that the filters on annotations leave; None for all."""
    if not filters.tags and not filters.styles:
        return None
    return notes.documents_of(
        one for one in notes.annotations
        if (not filters.tags or any(tag == wanted or tag.startswith(wanted + "/")
                                    for tag in one.tags for wanted in filters.tags))
        and (not filters.styles or one.style in filters.styles))


def _hit(library: Library, query: SearchQuery, found: ScoredDocument) -> Hit:
    text = reading.text_of(library.texts, found.id) or ""
    ranges = tuple(library.engine.places(query, text))
    shown, inside = snippet(text, ranges)
    return Hit(found.id, found.match, ranges, shown, inside, found.score)


def _note_hit(found: NoteHit) -> Hit:
    shown, inside = snippet(found.text, found.ranges)
    place = () if found.place is None else (found.place,)
    return Hit(found.document_id, Match.NOTE, place, shown, inside, found.score, found.annotation_id)


def _facets(library: Library, found: _Found, notes: Noted) -> dict[str, dict[str, int]]:
    """How often each value occurs among all hits, the most frequent first; empty values left out."""
    facts: Mapping[str, Sequence[str]] = library.memory.get("facets", library.texts, reading.facets)
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for document_id in [*(one.id for one in found.documents), *(one.document_id for one in found.notes)]:
        for name, value in zip(FACETS, facts.get(document_id, ()), strict=False):
            if value:
                counts[name][value] += 1
        counts["tag"].update(notes.tags_of(document_id))
    return {name: dict(counted.most_common()) for name, counted in counts.items()}
