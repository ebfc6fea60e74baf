"""The forms in which a document or a range can be cited, by name: what the command line and the copy menu offer."""

from __future__ import annotations

from enum import StrEnum

from reader.exporting.citations import address_at, cite, cite_range, cite_short, title_at
from reader.exporting.csl import csl_text
from reader.exporting.gbt7714 import gbt7714
from reader.model.document import Document, IssueFacts


class CitationForm(StrEnum):
    """How to cite. Values are the names on the command line."""

    OFFICIAL = "official"  # 《办法》（安政发〔2023〕7号）第三条
    SOURCE = "source"  # the same, with the gazette it stands in
    SHORT = "short"  # for later mentions: 安政发〔2023〕7号第三条
    GBT7714 = "gbt7714"  # a reference after GB/T 7714—2015
    CSL = "csl"  # CSL-JSON for reference managers


def citation(form: CitationForm, issue: IssueFacts, document: Document, place: tuple[int, int] | None = None, *,
             repealed: bool = False) -> str:
    """A document, or a range of it, cited.

    Args:
        document: without `place` its facts alone are looked at.
        place: code points on document.text, half-open; None for the document.
        repealed: the archive says that it no longer holds: the official forms say （已失效）, CSL as its status.
    """
    facts = document.facts
    title = title_at(document, *place) if place is not None else ""
    if form is CitationForm.SHORT:
        return cite_short(facts, address_at(document, *place) if place is not None else "", title=title)
    if form is CitationForm.GBT7714:
        return gbt7714(issue, facts, title=title)
    if form is CitationForm.CSL:
        return csl_text(issue, facts, title=title, repealed=repealed,
                        section=address_at(document, *place) if place is not None else "")
    with_source = form is CitationForm.SOURCE
    if place is None:
        return cite(issue, facts, repealed=repealed, with_source=with_source)
    return cite_range(issue, document, *place, repealed=repealed, with_source=with_source)
