"""Where each annotation stands in the texts at hand: looked up where the text is unchanged, found anew where not."""

from __future__ import annotations

from collections.abc import Iterable

from reader.anchoring import place
from reader.model.annotation import AnchorState, Annotation, PlacedAnnotation, Placement
from reader.model.job import JobContext, SilentJob
from reader.services.library import Library
from reader.storage import annotations_rows as rows
from reader.storage import library_reading as reading
from reader.storage.connections import transaction

WHOLE_DOCUMENT = Placement(AnchorState.EXACT)
NOWHERE = Placement(AnchorState.ORPHAN)

Cached = dict[tuple[str, str], tuple[str, Placement]]
"""By annotation and document: hash of the text, and the place in it."""


def place_on(library: Library, document_id: str, annotations: Iterable[Annotation]) -> list[PlacedAnnotation]:
    """Annotations of a document, placed in its text and put in its order."""
    cached = {(found, document_id): entry for found, entry in rows.placements_on(library.notes, document_id).items()}
    placed = _place(library, [(annotation, document_id) for annotation in annotations], cached, SilentJob())
    return sorted(placed, key=place_in_text)


def place_all(library: Library, annotations: Iterable[Annotation], job: JobContext | None = None,
              documents: frozenset[str] = frozenset()) -> list[PlacedAnnotation]:
    """Annotations placed each in the edition it was made on, or else in the first of the library; in text order.

    Args:
        documents: place only in these, where an annotation belongs to one of them; empty: in any.
    """
    editions: dict[str, list[tuple[str, str, int]]] = {}
    for rank, (document_id, key, issue_id) in enumerate(reading.editions(library.texts)):
        editions.setdefault(key, []).append((document_id, issue_id, rank))
    own = reading.issues_by_source(library.texts)
    pairs = []
    ranks = {}
    for annotation in annotations:
        document_id, rank = _edition(editions.get(annotation.key, []), own.get(annotation.source, ""), documents)
        pairs.append((annotation, document_id))
        ranks[document_id] = rank
    placed = _place(library, pairs, rows.placements(library.notes), job or SilentJob())
    # Annotations of documents that are not here come last, each document's together.
    return sorted(placed, key=lambda found: (found.document_id == "", ranks[found.document_id],
                                             "" if found.document_id else found.annotation.key, place_in_text(found)))


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


def _edition(editions: list[tuple[str, str, int]], own: str, wanted: frozenset[str]) -> tuple[str, int]:
    """Id and rank of the document to place an annotation in: one that is wanted, of its own issue, first of all."""
    allowed = [edition for edition in editions if edition[0] in wanted] or editions
    for document_id, _, rank in [edition for edition in allowed if edition[1] == own] or allowed:
        return document_id, rank
    return "", len(editions)


def _place(library: Library, pairs: list[tuple[Annotation, str]], cached: Cached,
           job: JobContext) -> list[PlacedAnnotation]:
    """Place pairs of annotation and document id, in their order; new places are cached where the library may change."""
    hashes: dict[str, str] = {}
    texts: dict[str, str] = {}
    fresh: list[tuple[Annotation, str, str, Placement]] = []
    placed = []
    for done, (annotation, document_id) in enumerate(pairs):
        if annotation.anchor is None or not document_id:
            place_ = WHOLE_DOCUMENT if document_id else NOWHERE
            placed.append(PlacedAnnotation(annotation, document_id, place_))
            continue
        if document_id not in hashes:
            hashes[document_id] = reading.text_hash_of(library.texts, document_id)
        text_hash, found = cached.get((annotation.id, document_id), ("", NOWHERE))
        if text_hash != hashes[document_id]:
            job.check_cancelled()
            job.report(done, len(pairs), annotation.id)
            if document_id not in texts:
                # Hash and text from one row: an import may change the document meanwhile.
                hashes[document_id], texts[document_id] = reading.hash_and_text(library.texts, document_id)
            found = place(annotation.anchor, texts[document_id])
            fresh.append((annotation, document_id, hashes[document_id], found))
        placed.append(PlacedAnnotation(annotation, document_id, found))
    if fresh and not library.read_only:
        with transaction(library.notes) as notes:
            for row in fresh:
                rows.write_placement(notes, *row)
    return placed
