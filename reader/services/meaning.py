"""What documents of the library say of others: which document a mention is about, and who says it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from reader.model.document import DocumentFacts, IssueFacts
from reader.services import catalogue
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.validity.mentions import Mention

ALIKE = 0.5
"""How like the title in a list must be to the document's own, where the list gives both title and number."""
_MARKS = str.maketrans("〈〉（）", "《》()")


@dataclass(frozen=True, slots=True)
class Declared:
    """What the archive says of a document's end or going on. An inference from the archive at hand（依据本库推定）.

    Attributes:
        by: the document that says so.
        issue: the issue it stands in.
        evidence: its words.
        start, end: the mention, code points on the text of `by`.
        date: ISO date from which（废止）or until which（延长）, where the words name one; else "".
    """

    by: DocumentFacts
    issue: IssueFacts
    evidence: str
    start: int
    end: int
    date: str = ""


def declared(library: Library, by: DocumentFacts, said: Mention) -> Declared:
    """A mention with the document and the issue it stands in."""
    return Declared(by, catalogue.issue_facts(library, by.issue_id), said.evidence, said.start, said.end, said.date)


def signs(facts: DocumentFacts) -> list[tuple[str, ...]]:
    """Strings that must all stand in a text that mentions the document, for each way of mentioning it."""
    found: list[tuple[str, ...]] = [("《", title) for title in (facts.title, *facts.issued_titles) if title]
    if facts.number is not None:
        year = (str(facts.number.year),) if facts.number.year else ()
        found.append((facts.number.prefix, facts.number.sequence, *year))
    return found


def is_about(library: Library, by: DocumentFacts, said: Mention, facts: DocumentFacts) -> bool:
    """Whether a mention in `by` means a document.

    It counts by its number; where it gives a title too, that must be like the document's. One by title alone counts
    where title and issuing body fit one document only, and that is older than the one that says so.
    """
    if by.key == facts.key or (by.date and facts.date and by.date < facts.date):
        return False
    titles = {_plain(title) for title in (facts.title, *facts.issued_titles) if title}
    named = _plain(said.title)
    if said.key:
        return said.key == facts.key and (not named or any(_alike(named, title) for title in titles))
    if named not in titles or not (by.date and facts.date and by.date > facts.date) or not _one_house(by, facts):
        return False
    return not any(other.key != facts.key for other in _of_title(library, said.title))


def _of_title(library: Library, title: str) -> list[DocumentFacts]:
    """Documents that are called so, or issue a text called so."""
    called = "documents.title = ?1 OR instr(documents.issued_titles, ?1) > 0"
    known = reading.documents_by(library.texts, called, (title,))
    return [one for one in known if _plain(title) in {_plain(own) for own in (one.title, *one.issued_titles)}]


def _one_house(by: DocumentFacts, facts: DocumentFacts) -> bool:
    """Whether both come from one body, or one from an office of the other's（市人民政府、市人民政府办公室）."""
    return any(one.startswith(other) or other.startswith(one) for one in by.issuers for other in facts.issuers)


def _alike(one: str, other: str) -> bool:
    return one in other or other in one or difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _plain(title: str) -> str:
    return "".join(title.translate(_MARKS).split())
