"""The citation of a document or of a range of it, and whether the archive itself says that it no longer holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.exporting.citation_forms import CitationForm, citation
from reader.model.document import Document, DocumentFacts
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.services import catalogue, meaning
from reader.services.declaring import declaring
from reader.services.library import Library
from reader.services.meaning import Declared
from reader.storage import library_reading as reading
from reader.validity.repeals import repeals


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation as text, and why it says （已失效） where it does."""

    text: str
    form: CitationForm
    repealed: Declared | None


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


def repealed(library: Library, facts: DocumentFacts, today: datetime.date | None = None,
             job: JobContext | None = None) -> Declared | None:
    """Whether a document of the library says outright that this one no longer holds, and in which words."""
    return all_repealed(library, (facts,), today, job).get(facts.key)


def all_repealed(library: Library, wanted: Iterable[DocumentFacts],
                 today: datetime.date | None = None, job: JobContext | None = None) -> Mapping[str, Declared]:
    """The same for many documents, by their keys; those that nothing is said of are left out.

    Which mentions count is told by `meaning.is_about`.

    Args:
        job: asked between the documents that may say so.

    Raises:
        Cancelled: by the job.
    """
    watched = job or SilentJob()
    moment = (today or datetime.date.today()).isoformat()
    found: dict[str, Declared] = {}
    marks = {facts.key: (facts, meaning.signs(facts)) for facts in wanted}
    if not marks:
        return found
    for document_id in declaring(library):
        watched.check_cancelled()
        text = reading.text_of(library.texts, document_id) or ""
        meant = [facts for facts, signs in marks.values()
                 if facts.key not in found and any(all(sign in text for sign in one) for one in signs)]
        if not meant:
            continue
        document = catalogue.document(library, document_id)
        said = [one for one in repeals(document) if one.date <= moment]
        for facts in meant:
            own = next((one for one in said if meaning.is_about(library, document.facts, one, facts)), None)
            if own is not None:
                found[facts.key] = meaning.declared(library, document.facts, own)
    return found
