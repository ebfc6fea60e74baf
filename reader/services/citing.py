"""The citation of a document or of a range of it."""

from __future__ import annotations

from reader.exporting import cite as cite_document
from reader.exporting import cite_range
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.library import Library


def cite(library: Library, document_id: str, range: tuple[int, int] | None = None) -> str:
    """The citation of a document or, with `range` (code points, half-open), of the clauses there.

    Raises:
        UserError: document.unknown, range.invalid.
    """
    facts = catalogue.document_facts(library, document_id)
    issue = catalogue.issue_facts(library, facts.issue_id)
    if range is None:
        return cite_document(issue, facts)
    document = catalogue.document(library, document_id)
    start, end = range
    if not 0 <= start <= end <= len(document.text):
        raise UserError("range.invalid", start=start, end=end, length=len(document.text))
    return cite_range(issue, document, start, end)
