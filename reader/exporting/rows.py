"""Annotations as the rows of a table, one each: what CSV and Excel are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.exporting.citations import issue_name
from reader.exporting.excerpts import ExcerptDocument, excerpts
from reader.exporting.labels import CHINESE, Labels
from reader.model.annotation import DEFAULT_STYLES, Style

COLUMNS = ("publisher", "issue", "document", "number", "date", "address", "quote", "note", "tags", "style", "state",
           "made", "author", "citation", "source")
"""By the names that `Labels.columns` knows."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def rows(entries: Sequence[ExcerptDocument], styles: Sequence[Style] = DEFAULT_STYLES,
         labels: Labels = CHINESE) -> Iterator[tuple[str, ...]]:
    """A row for each annotation, in text order; cells as `COLUMNS` names them. Dates are ISO 8601."""
    for entry in entries:
        facts = entry.document.facts
        for one in excerpts(entry, styles):
            made = one.annotation
            yield tuple(printable(cell) for cell in (
                entry.issue.publisher or "", issue_name(entry.issue), facts.title,
                facts.number.normal if facts.number else "", facts.date or "", one.address, one.quote.strip("\n"),
                made.note, "; ".join(made.tags), one.style, labels.state(one.state), made.created[:10], made.author,
                one.citation, one.source))


def printable(text: str) -> str:
    """Text without the control characters that XML cannot hold and no table shows."""
    return _CONTROLS.sub("", text)
