"""What the user put right in the structure the importer found. Corrections win, and survive a new import."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a correction says about a line of the source."""

    START = "start"  # a document starts at this line
    NO_START = "no_start"  # no document starts at this line: it belongs to the one before
    BLOCK = "block"  # the paragraph of this line is of another kind: `field` names the `BlockKind`, `value` the level
    ISSUE = "issue"  # a fact of the issue itself: `field` is its name, `value` what is right, `line` 0
    FACT = "fact"  # a fact of the document that starts at this line: `field` is its name, `value` what is right


FACT_FIELDS = ("title", "number", "issuers", "date", "section", "kind")
"""The facts a user can put right. `issuers` are joined by a tab in `value`; an empty `value` means: none."""

ISSUE_FIELDS = ("title", "publisher", "year", "number", "total", "date")
"""The facts of an issue a user can put right, each as it is written; an empty `value` means: none."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction, tied to a line of a source file.

    To split a document is a START; to merge it with the one before, a NO_START; to move a boundary, both.

    Attributes:
        id: UUID as text.
        source: sha256 of the file it was made on.
        path: name of that file: when its content changes, its corrections go along.
        line: 1-based line of the source; 0 for what is about the whole issue.
        line_text: the text of that line without white space: where the content has changed, the nearest line with the
            same text is meant; where there is none the correction does not apply and the report says so.
        created: UTC, ISO 8601 with Z, to the millisecond.
    """

    id: str
    kind: CorrectionKind
    source: str
    path: str
    line: int
    line_text: str
    created: str
    field: str = ""
    value: str = ""
