"""Compare two documents of the library: two sources of one, or two versions."""

from __future__ import annotations

from dataclasses import dataclass

from reader.comparing import Comparison
from reader.comparing import compare as compare_texts
from reader.model.document import Document, IssueFacts
from reader.services import catalogue
from reader.services.library import Library


@dataclass(frozen=True, slots=True)
class Compared:
    """Two documents with the issues they stand in, and how they differ."""

    left: Document
    left_issue: IssueFacts
    right: Document
    right_issue: IssueFacts
    comparison: Comparison


def compare(library: Library, left_id: str, right_id: str) -> Compared:
    """Compare two documents. UserError document.unknown."""
    left, right = catalogue.document(library, left_id), catalogue.document(library, right_id)
    return Compared(left, catalogue.issue_facts(library, left.facts.issue_id),
                    right, catalogue.issue_facts(library, right.facts.issue_id), compare_texts(left, right))
