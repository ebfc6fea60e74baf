"""The citation of a document or of a range of it, and whether the archive itself says that it no longer holds."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.exporting.citation_forms import CitationForm, citation
from reader.model.document import Document, DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.declaring import declaring
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.validity.repeals import Repeal, repeals

ALIKE = 0.5
"""How like the title in a list of the repealed must be to the document's own, where it gives both title and number."""


@dataclass(frozen=True, slots=True)
class Repealed:
    """What the archive says of a document that no longer holds. An inference from the archive at hand（依据本库推定）.

    Attributes:
        by: the document that says so.
        issue: the issue it stands in.
        evidence: its words.
        start, end: the mention, code points on the text of `by`.
        since: ISO date from which, where the words name one; else "".
    """

    by: DocumentFacts
    issue: IssueFacts
    evidence: str
    start: int
    end: int
    since: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as text, and why it says （已失效） where it does."""

    text: str
    form: CitationForm
    repealed: Repealed | None


def cite(library: Library, document_id: str, range: tuple[int, int] | None = None,
         form: CitationForm = CitationForm.OFFICIAL) -> str:
    """The citation of a document or, with `range` (code points, half-open), of the clauses there.

    Raises:
        UserError: document.unknown, range.invalid.
    """
    return cited(library, document_id, range, form).text


def cited(library: Library, document_id: str, range: tuple[int, int] | None = None,
          form: CitationForm = CitationForm.OFFICIAL) -> Citation:
    """The same, with what the archive says of the document's end. Raises as `cite`."""
    facts = catalogue.document_facts(library, document_id)
    issue = catalogue.issue_facts(library, facts.issue_id)
    document = Document(facts, "", ())
    if range is not None:
        document = catalogue.document(library, document_id)
        start, end = range
        if not 0 <= start <= end <= len(document.text):
            raise UserError("range.invalid", start=start, end=end, length=len(document.text))
    ended = repealed(library, facts)
    return Citation(citation(form, issue, document, range, repealed=ended is not None), form, ended)


def repealed(library: Library, facts: DocumentFacts, today: datetime.date | None = None) -> Repealed | None:
    """Whether a document of the library says outright that this one no longer holds, and in which words."""
    return all_repealed(library, (facts,), today).get(facts.key)


def all_repealed(library: Library, wanted: Iterable[DocumentFacts],
                 today: datetime.date | None = None) -> Mapping[str, Repealed]:
    """The same for many documents, by their keys; those that nothing is said of are left out.

    A mention counts by its number; where it gives a title too, that must be like the document's. One by title alone
    counts where title and issuing body fit one document only, and that is older than the one that says so.
    """
    moment = (today or datetime.date.today()).isoformat()
    found: dict[str, Repealed] = {}
    marks = {facts.key: (facts, _signs(facts)) for facts in wanted}
    if not marks:
        return found
    for document_id in declaring(library):
        text = reading.text_of(library.texts, document_id) or ""
        meant = [facts for facts, signs in marks.values()
                 if facts.key not in found and any(all(sign in text for sign in one) for one in signs)]
        if not meant:
            continue
        document = catalogue.document(library, document_id)
        said = [one for one in repeals(document) if one.since <= moment]
        for facts in meant:
            own = next((one for one in said if _is_about(library, document.facts, one, facts)), None)
            if own is not None:
                issue = catalogue.issue_facts(library, document.facts.issue_id)
                found[facts.key] = Repealed(document.facts, issue, own.evidence, own.start, own.end, own.since)
    return found


def _signs(facts: DocumentFacts) -> list[tuple[str, ...]]:
    """Strings that must all stand in a text that mentions the document, for each way of mentioning it."""
    signs: list[tuple[str, ...]] = [("《", title) for title in (facts.title, *facts.issued_titles) if title]
    if facts.number is not None:
        year = (str(facts.number.year),) if facts.number.year else ()
        signs.append((facts.number.prefix, facts.number.sequence, *year))
    return signs


def _is_about(library: Library, by: DocumentFacts, said: Repeal, facts: DocumentFacts) -> bool:
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


_MARKS = str.maketrans("〈〉（）", "《》()")
