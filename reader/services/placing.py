"""Where each annotation stands in the texts at hand: looked up where the text is unchanged, found anew where not."""

from __future__ import annotations

import logging
import sqlite3
from bisect import insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import attrgetter
from typing import Any

from reader.anchoring import place
from reader.model.annotation import Anchor, AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.services.library import Library
from reader.storage import annotations_rows as rows
from reader.storage import library_reading as reading
from reader.storage.connections import transaction
from reader.storage.faults import worded

LOG = logging.getLogger(__name__)

SURENESS = (AnchorState.EXACT, AnchorState.MOVED, AnchorState.UNCERTAIN, AnchorState.ORPHAN)
WHOLE_DOCUMENT = Placement(AnchorState.EXACT)
NOWHERE = Placement(AnchorState.ORPHAN)

_ID = attrgetter("annotation.id")
FEW = 400
"""Of fewer annotations than this the cached places are asked for one by one."""

Place = tuple[int, str, tuple[int, int, str, str]]
Cached = dict[tuple[str, str], tuple[str, Placement]]
"""By annotation and document: hash of the text, and the place in it."""


def place_on(library: Library, document_id: str, annotations: Iterable[Annotation]) -> list[PlacedAnnotation]:
    """Annotations of a document, placed in its text and put in its order.

    Left out are those whose words have gone to another document of the issue, split off from this one.
    """
    issue_id = reading.document_facts(library.texts, document_id).issue_id
    candidates = reading.editions_in(library.texts, issue_id)
    siblings = {found for ids in candidates.values() for found in ids}
    found = list(annotations)
    cached = (rows.placements(library.notes, [one.id for one in found]) if len(found) < FEW
              else rows.placements_in(library.notes, siblings))
    placer = _Placer(library, cached, SilentJob())
    placed = [placer.place(one, candidates.get(one.key, ())) for one in found]
    placer.keep()
    return sorted((one for one in placed if one.document_id == document_id), key=place_in_text)


def place_all(library: Library, annotations: Iterable[Annotation], job: JobContext | None = None,
              documents: frozenset[str] = frozenset()) -> list[PlacedAnnotation]:
    """Annotations placed each in the edition it was made on, or else in the first of the library; in text order.

    Args:
        documents: only what stands in one of these, whatever edition it was made on; empty: everything.
    """
    shelves = _shelves_of(library)
    wanted = {issue_id for found in shelves.editions.values() for document_id, issue_id in found
              if document_id in documents} if documents else set()
    found = list(annotations)
    some = [one.id for one in found] if len(found) < FEW else None
    placer = _Placer(library, rows.placements(library.notes, some), job or SilentJob())
    placed = [placer.place(one, _candidates(shelves.editions.get(one.key, []), shelves.own.get(one.source, ""), wanted))
              for one in found]
    placer.keep()
    return sorted((one for one in placed if not documents or one.document_id in documents),
                  key=place_in_library(library))


def place_in_library(library: Library) -> Callable[[PlacedAnnotation], Place]:
    """What sorts annotations in text order of the library: as it lists its documents, then by place. Those on documents
    that are not here come last, each document's together."""
    ranks = _shelves_of(library).ranks

    def key(found: PlacedAnnotation) -> Place:
        return (ranks.get(found.document_id, len(ranks)), "" if found.document_id else found.annotation.key,
                place_in_text(found))

    return key


def merged(placed: tuple[PlacedAnnotation, ...], gone: Collection[str], fresh: Sequence[PlacedAnnotation],
           key: Callable[[PlacedAnnotation], Any]) -> tuple[PlacedAnnotation, ...]:
    """A sorted list of annotations without some, by id, and with others put in their places."""
    result = list(placed)
    for at in reversed(list(compress(count(), map(gone.__contains__, map(_ID, placed))))):
        del result[at]
    for one in fresh:
        insort(result, one, key=key)
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Shelves:
    """Where documents are: `ranks` in the library's order, by id; `editions` by key, each with its issue; `own`: the
    issue of each source."""

    ranks: dict[str, int]
    editions: dict[str, list[tuple[str, str]]]
    own: dict[str, str]


def _shelves_of(library: Library) -> _Shelves:
    return library.memory.get("shelves", library.texts, _read_shelves)


def _read_shelves(texts: sqlite3.Connection) -> _Shelves:
    shelves = _Shelves({}, {}, reading.issues_by_source(texts))
    for document_id, key, issue_id in reading.editions(texts):
        shelves.ranks.setdefault(document_id, len(shelves.ranks))
        shelves.editions.setdefault(key, []).append((document_id, issue_id))
    return shelves


def place_anew(library: Library, job: JobContext) -> None:
    """Find the place of every annotation whose text has changed, so that lists need not wait for it."""
    place_all(library, rows.select(library.notes), job)


def place_in_text(placed: PlacedAnnotation) -> tuple[int, int, str, str]:
    """Sorts annotations of one document in text order: the whole document first, orphans where they once stood."""
    anchor = placed.annotation.anchor
    if anchor is None:
        return -1, -1, placed.annotation.created, placed.annotation.id
    start, end = placed.placement.start, placed.placement.end
    return (anchor.start if start is None else start, anchor.end if end is None else end,
            placed.annotation.created, placed.annotation.id)


def _candidates(editions: list[tuple[str, str]], own: str, wanted: set[str]) -> tuple[str, ...]:
    """The documents to place an annotation in: those of one issue; a wanted one, its own, or else the first.

    An issue has several when the document it was made on has since been split.
    """
    allowed = [edition for edition in editions if edition[1] in wanted] or editions
    issues = [issue_id for _, issue_id in allowed]
    chosen = own if own in issues else next(iter(issues), "")
    return tuple(document_id for document_id, issue_id in allowed if issue_id == chosen)


class _Placer:
    """Places annotations; looks up what is cached, and keeps what it finds anew where the library may change."""

    def __init__(self, library: Library, cached: Cached, job: JobContext) -> None:
        self._library = library
        self._cached = cached
        self._job = job
        self._hashes: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._fresh: list[tuple[Annotation, str, str, Placement]] = []

    def place(self, annotation: Annotation, candidates: tuple[str, ...]) -> PlacedAnnotation:
        """The annotation in the candidate where its place is surest."""
        if not candidates:
            return PlacedAnnotation(annotation, "", NOWHERE)
        if annotation.anchor is None:
            return PlacedAnnotation(annotation, candidates[0], WHOLE_DOCUMENT)
        places = [(document_id, self._in(annotation, annotation.anchor, document_id)) for document_id in candidates]
        best = min(places, key=lambda found: SURENESS.index(found[1].state))
        return PlacedAnnotation(annotation, *best)

    def _in(self, annotation: Annotation, anchor: Anchor, document_id: str) -> Placement:
        library = self._library
        if document_id not in self._hashes:
            self._hashes[document_id] = reading.text_hash_of(library.texts, document_id)
        text_hash, found = self._cached.get((annotation.id, document_id), ("", NOWHERE))
        if text_hash == self._hashes[document_id]:
            return found
        self._job.check_cancelled()
        self._job.report(len(self._fresh), 0, "")
        if document_id not in self._texts:
            # Hash and text from one row: an import may change the document meanwhile.
            self._hashes[document_id], self._texts[document_id] = reading.hash_and_text(library.texts, document_id)
        found = place(anchor, self._texts[document_id])
        self._fresh.append((annotation, document_id, self._hashes[document_id], found))
        return found

    def keep(self) -> None:
        """Cache what was found anew."""
        if not self._fresh or self._library.read_only:
            return
        try:
            with worded(self._library.root), transaction(self._library.notes) as notes:
                for row in self._fresh:
                    rows.write_placement(notes, *row)
        except UserError as error:
            # A full disk must not keep anyone from reading: what is not cached is found again.
            LOG.warning("placements not cached: %s", error.code)
