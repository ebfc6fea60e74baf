"""Search the library: texts through the index, or by reading them where it lags; annotations beside them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reader.exporting.citations import address_at
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.model.search import Answer, Filters, Hit, Match, ScoredDocument, SearchQuery
from reader.searching.parsing import parse
from reader.searching.query import outside_terms
from reader.searching.scanning import scan
from reader.searching.snippets import snippet, telling
from reader.services.indexing import DAMAGED, bring_in_step, indexed, is_in_step, reindex
from reader.services.library import Library
from reader.services.noted import Noted, NoteHit, held_by, note_hits, noted
from reader.storage import library_reading as reading

__all__ = ["addresses", "bring_in_step", "is_in_step", "reindex", "search"]

FACETS = ("publisher", "year", "section", "kind", "tag")


@dataclass(frozen=True, slots=True)
class _Found:
    """All that answers a query, best first: documents, then notes. `scanned`: the index could not be asked."""

    documents: tuple[ScoredDocument, ...]
    notes: tuple[NoteHit, ...]
    scanned: bool


def search(library: Library, query: SearchQuery, job: JobContext | None = None) -> Answer:
    """Answer a query: documents with the exact string, documents with the words, then annotations.

    Args:
        job: is asked now and then whether the answer is still wanted.

    Raises:
        UserError: search.syntax when the query cannot be understood.
        Cancelled: `job` said so.
    """
    job = job or SilentJob()
    begin = time.perf_counter()
    if not query.text.strip():
        return Answer(0, (), 0.0, {})
    notes = noted(library)
    found = _found(library, query, notes, job)
    first, last = query.offset, query.offset + query.limit
    hits = [_hit(library, query, one, job) for one in found.documents[first:last]]
    behind = len(found.documents)
    hits += [_note_hit(one) for one in found.notes[max(0, first - behind):max(0, last - behind)]]
    suggestions = () if found.documents or found.notes or found.scanned else library.engine.suggest(query)
    return Answer(len(found.documents) + len(found.notes), tuple(hits), (time.perf_counter() - begin) * 1_000,
                  _facets(library, found, notes), suggestions)


def _found(library: Library, query: SearchQuery, notes: Noted, job: JobContext) -> _Found:
    given = {term: notes.documents_of(held_by(notes, term)) for term in outside_terms(parse(query.text))}
    facts = library.memory.get("facets", library.texts, reading.facets)
    scanned = False
    try:
        lagging = _lagging(library, facts.keys())
        scored = [one for one in library.engine.query(query, given, job) if one.id in facts and one.id not in lagging]
    except UserError as error:
        if error.code != DAMAGED:
            raise
        # Until the index is made anew, reading every text finds all that is there.
        scanned, lagging, scored = True, frozenset(facts), []
    if lagging:
        documents = (indexed(library, document_id) for document_id in sorted(lagging))
        scored = sorted([*scored, *scan(query, documents, library.engine.pieces, given, job)],
                        key=lambda one: (one.match is not Match.EXACT, -one.score))
    allowed = _allowed(query.filters, notes)
    return _Found(tuple(one for one in scored if allowed is None or one.id in allowed),
                  tuple(one for one in note_hits(library, query, notes, given)
                        if allowed is None or one.document_id in allowed), scanned)


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


def _hit(library: Library, query: SearchQuery, found: ScoredDocument, job: JobContext) -> Hit:
    job.check_cancelled()
    text = reading.text_of(library.texts, found.id) or ""
    ranges = tuple(library.engine.places(query, text))
    place = telling(text, ranges)
    shown, inside = snippet(text, ranges, at=place)
    return Hit(found.id, found.match, ranges, shown, inside, found.score, telling=place)


def addresses(library: Library, hits: Iterable[Hit], job: JobContext | None = None) -> tuple[str, ...]:
    """The clause address of the telling place of each hit, as it is cited; "" outside clauses.

    Apart from `search` because it reads the structure of the documents: a list of hits need not wait for it.

    Raises:
        Cancelled: `job` said so.
    """
    job = job or SilentJob()
    found = []
    for hit in hits:
        job.check_cancelled()
        found.append(_address(library, hit) if hit.ranges else "")
    return tuple(found)


def _address(library: Library, hit: Hit) -> str:
    try:
        document = reading.document(library.texts, hit.document_id)
    except UserError:
        return ""  # removed since the search
    start, end = hit.ranges[hit.telling]
    return address_at(document, start, min(end, len(document.text)))


def _note_hit(found: NoteHit) -> Hit:
    shown, inside = snippet(found.text, found.ranges)
    place = () if found.place is None else (found.place,)
    return Hit(found.document_id, Match.NOTE, place, shown, inside, found.score, found.annotation_id)


def _facets(library: Library, found: _Found, notes: Noted) -> dict[str, dict[str, int]]:
    """How often each value occurs among all hits, the most frequent first, then by name; empty values left out."""
    facts = library.memory.get("facets", library.texts, reading.facets)
    ids = Counter(one.id for one in found.documents)
    ids.update(one.document_id for one in found.notes)
    # Thousands of documents have but some hundred different sets of values: those are counted one by one.
    alike: Counter[tuple[str, ...]] = Counter()
    for document_id, times in ids.items():
        alike[facts.get(document_id, ())] += times
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for values, times in alike.items():
        for name, value in zip(FACETS, values, strict=False):
            if value:
                counts[name][value] += times
    for document_id, tags in notes.tags.items():
        if document_id in ids:
            for tag in tags:
                counts["tag"][tag] += ids[document_id]
    return {name: dict(sorted(counted.items(), key=lambda one: (-one[1], one[0]))) for name, counted in counts.items()}
