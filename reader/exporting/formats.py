"""The formats of exports by name, each made by its own module when asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.exporting.excerpts import ExcerptDocument
from reader.model.annotation import DEFAULT_STYLES, Style

Writer = Callable[[Sequence[ExcerptDocument], str, Sequence[Style]], bytes]


def _markdown(entries: Sequence[ExcerptDocument], order: str, styles: Sequence[Style]) -> bytes:
    from reader.exporting.markdown import markdown
    return markdown(entries, order=order, styles=styles).encode()


def _html(entries: Sequence[ExcerptDocument], order: str, styles: Sequence[Style]) -> bytes:
    from reader.exporting.html import html
    return html(entries, order=order, styles=styles).encode()


def _jsonld(entries: Sequence[ExcerptDocument], _order: str, _styles: Sequence[Style]) -> bytes:
    from reader.exporting.jsonld import jsonld
    return jsonld(entries).encode()


def _csl(entries: Sequence[ExcerptDocument], _order: str, _styles: Sequence[Style]) -> bytes:
    from reader.exporting.csl import csl
    return csl(entries).encode()


def _csv(entries: Sequence[ExcerptDocument], _order: str, styles: Sequence[Style]) -> bytes:
    from reader.exporting.csv import csv
    return csv(entries, styles=styles).encode()


def _xlsx(entries: Sequence[ExcerptDocument], _order: str, styles: Sequence[Style]) -> bytes:
    from reader.exporting.xlsx import xlsx
    return xlsx(entries, styles=styles)


def _docx(entries: Sequence[ExcerptDocument], order: str, styles: Sequence[Style]) -> bytes:
    from reader.exporting.docx import docx
    return docx(entries, order=order, styles=styles)


WRITERS: dict[str, Writer] = {
    "md": _markdown, "html": _html, "docx": _docx, "xlsx": _xlsx, "csv": _csv, "jsonld": _jsonld, "csl": _csl,
}
"""By the names of the command line, which are the files' suffixes too."""


def render(name: str, entries: Sequence[ExcerptDocument], *, order: str = "text",
           styles: Sequence[Style] = DEFAULT_STYLES) -> bytes:
    """The content of a file with these annotations.

    Args:
        name: one of `WRITERS`.
        order: text, tag, style or date; formats that are data (csv, xlsx, jsonld, csl) keep text order.

    Raises:
        KeyError: no such format.
    """
    return WRITERS[name](entries, order, styles)
