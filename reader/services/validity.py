"""Whether a document holds, as far as the archive at hand says so（依据本库推定）: always with the words that say it.

Never that a document *is* in force: what the archive does not hold, it cannot tell.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from reader.model.document import DocumentFacts
from reader.model.job import JobContext
from reader.services import catalogue, meaning
from reader.services.citing import repealed
from reader.services.library import Library
from reader.services.meaning import Declared
from reader.validity.renewals import GOES_ON, renewals
from reader.validity.terms import Term, term


class Standing(StrEnum):
    """What may be inferred for a day."""

    UNKNOWN = "unknown"  # nothing is said
    NOT_YET = "not_yet"  # it begins later
    BEGUN = "begun"  # it has begun, and nothing is said of an end that is past
    PAST = "past"  # its own term is over
    RENEWED = "renewed"  # its own term is over, and another document says that it goes on
    REPEALED = "repealed"  # another document ends it


@dataclass(frozen=True, slots=True)
class Validity:
    """What the archive says of a document's validity.

    Attributes:
        standing: for the day asked about.
        term: by its own words; ranges are code points on its text.
        evidence: the sentences of `term`, by range.
        repealed: by another document, or None.
        renewed: where its own term is over, the latest document that says it goes on, or None.
    """

    standing: Standing
    term: Term
    evidence: dict[tuple[int, int], str]
    repealed: Declared | None
    renewed: Declared | None = None


def validity(library: Library, document_id: str, today: datetime.date | None = None,
             job: JobContext | None = None) -> Validity:
    """What may be inferred of a document for a day, today if none is given. For any thread.

    Raises:
        UserError: document.unknown.
        Cancelled: by the job.
    """
    document = catalogue.document(library, document_id)
    day = today or datetime.date.today()
    said = term(document)
    ended = repealed(library, document.facts, day, job)
    evidence = {(one.start, one.end): " ".join(document.text[one.start:one.end].split())
                for one in (said.begins, said.ends) if one is not None}
    standing = _standing(said, ended, day.isoformat())
    going_on = _renewed(library, document.facts) if standing is Standing.PAST else None
    if going_on is not None and (not going_on.date or going_on.date >= day.isoformat()):
        standing = Standing.RENEWED
    return Validity(standing, said, evidence, ended, going_on)


def _standing(said: Term, ended: Declared | None, day: str) -> Standing:
    if ended is not None:
        return Standing.REPEALED
    if said.ends is not None and said.ends.date and said.ends.date < day:
        return Standing.PAST
    if said.begins is not None and said.begins.date:
        return Standing.NOT_YET if day < said.begins.date else Standing.BEGUN
    return Standing.UNKNOWN


def _renewed(library: Library, facts: DocumentFacts) -> Declared | None:
    """The latest document that says so; every text is looked through, in the database."""
    says = " OR ".join("instr(text, ?) > 0" for _ in GOES_ON)
    found: list[Declared] = []
    for one in meaning.signs(facts):
        names = " AND ".join("instr(text, ?) > 0" for _ in one)
        ids = library.texts.execute(
            f"SELECT document_id FROM parts WHERE document_id IS NOT NULL AND ({says}) AND {names}", (*GOES_ON, *one))
        for (document_id,) in ids.fetchall():
            document = catalogue.document(library, document_id)
            said = (mention for mention in renewals(document)
                    if meaning.is_about(library, document.facts, mention, facts))
            found += [meaning.declared(library, document.facts, mention) for mention in said]
    return max(found, key=lambda one: one.by.date or "", default=None)
