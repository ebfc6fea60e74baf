"""Give an annotation a place by a person's decision: confirm where it was found, or attach it somewhere else."""

from __future__ import annotations

import dataclasses

from reader.anchoring import describe
from reader.exporting import address_at
from reader.model.annotation import PlacedAnnotation
from reader.model.errors import UserError
from reader.services import annotate, catalogue
from reader.services.library import Library
from reader.storage.library_writing import now


def confirm(library: Library, annotation_id: str, document_id: str) -> PlacedAnnotation:
    """Say that the place where an annotation was found in a document, moved or uncertain, is right.

    Raises:
        UserError: annotation.unknown, document.unknown, annotation.placeless: it was found nowhere there;
            library.read_only, disk.full.
    """
    placed = next((one for one in annotate.annotations_of(library, document_id) if one.annotation.id == annotation_id),
                  None)
    if placed is None or placed.placement.start is None or placed.placement.end is None:
        raise UserError("annotation.placeless", id=annotation_id)
    return attach(library, annotation_id, document_id, placed.placement.start, placed.placement.end)


def attach(library: Library, annotation_id: str, document_id: str, start: int, end: int) -> PlacedAnnotation:
    """Put an annotation on a range of a document, whatever it was on before: an orphan by hand, or a changed range.

    Args:
        start, end: code points on the document's text, half-open, not empty.

    Raises:
        UserError: annotation.unknown, document.unknown, range.invalid; library.read_only, disk.full.
    """
    before = annotate.annotation(library, annotation_id)
    document = catalogue.document(library, document_id)
    if not 0 <= start < end <= len(document.text):
        raise UserError("range.invalid", start=start, end=end, length=len(document.text))
    source = catalogue.issue_facts(library, document.facts.issue_id).source
    anchor = describe(document.text, start, end, address_at(document, start, end))
    annotate.save(library, dataclasses.replace(before, key=document.facts.key, source=source, anchor=anchor,
                                               modified=now()))
    return next(one for one in annotate.annotations_of(library, document_id) if one.annotation.id == annotation_id)
