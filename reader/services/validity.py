"""Whether a document holds, as far as the archive at hand says so（依据本库推定）: always with the words that say it.

Never that a document *is* in force: what the archive does not hold, it cannot tell.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from reader.services import catalogue
from reader.services.citing import Repealed, repealed
from reader.services.library import Library
from reader.validity.terms import Term, term


class Standing(StrEnum):
    """What may be inferred for a day."""

    UNKNOWN = "unknown"  # nothing is said
    NOT_YET = "not_yet"  # it begins later
    BEGUN = "begun"  # it has begun, and nothing is said of an end that is past
    PAST = "past"  # its own term is over
    REPEALED = "repealed"  # another document ends it


@dataclass(frozen=True, slots=True)
class Validity:
    """What the archive says of a document's validity.

    Attributes:
        standing: for the day asked about.
        term: by its own words; ranges are code points on its text.
        evidence: the sentences of `term`, by range.
        repealed: by another document, or None.
    """

    standing: Standing
    term: Term
    evidence: dict[tuple[int, int], str]
    repealed: Repealed | None


def validity(library: Library, document_id: str, today: datetime.date | None = None) -> Validity:
    """What may be inferred of a document for a day, today if none is given. For any thread.

    Raises:
        UserError: document.unknown.
    """
    document = catalogue.document(library, document_id)
    day = today or datetime.date.today()
    said = term(document)
    ended = repealed(library, document.facts, day)
    evidence = {(one.start, one.end): " ".join(document.text[one.start:one.end].split())
                for one in (said.begins, said.ends) if one is not None}
    return Validity(_standing(said, ended, day.isoformat()), said, evidence, ended)


def _standing(said: Term, ended: Repealed | None, day: str) -> Standing:
    if ended is not None:
        return Standing.REPEALED
    if said.ends is not None and said.ends.date and said.ends.date < day:
        return Standing.PAST
    if said.begins is not None and said.begins.date:
        return Standing.NOT_YET if day < said.begins.date else Standing.BEGUN
    return Standing.UNKNOWN
