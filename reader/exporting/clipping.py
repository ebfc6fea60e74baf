"""Passages with their citations for the clipboard: plain text, and HTML that Word, WPS and mail take over well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from reader.exporting.excerpts import quote_lines

_PARAGRAPH = "margin:0;text-indent:2em"
_TABLE = "border-collapse:collapse"
_CELL = "border:1px solid windowtext;padding:2pt 6pt"
_SOURCE = "margin:0;text-align:right"


@dataclass(frozen=True, slots=True)
class Clipping:
    """Passages and the citation they share."""

    passages: tuple[str, ...]
    citation: str


def plain_clippings(clippings: Iterable[Clipping]) -> str:
    """The passages, a line each, and below them their citation: ——《办法》（安政发〔2023〕5号）第三条.

    An empty line stands between clippings.
    """
    return "\n\n".join(_plain(one) for one in clippings)


def _plain(clipping: Clipping) -> str:
    lines = [line.strip("\n") for passage in clipping.passages for line in passage.split("\n") if line.strip()]
    return "\n".join([*lines, f"——{clipping.citation}"])


def html_clippings(clippings: Iterable[Clipping]) -> str:
    """The same as HTML: paragraphs indented by two characters, rows of a table as a table, the citation at the right.

    Fonts are not named: pasted text takes those of the document it is pasted into.
    """
    body = "".join(_html(one) for one in clippings)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _html(clipping: Clipping) -> str:
    rows: list[list[str]] = []
    parts: list[str] = []
    for line in (line for passage in clipping.passages for line in passage.split("\n") if line.strip()):
        if "\t" in line:
            rows.append([cell.strip() for cell in line.split("\t")])
            continue
        parts += _table(rows)
        rows = []
        parts += [f'<p style="{_PARAGRAPH}">{escape(words)}</p>' for words in quote_lines(line)]
    parts += _table(rows)
    source = f'<p style="{_SOURCE}">——{escape(clipping.citation)}</p>'
    return "".join(parts) + source


def _table(rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return []
    width = max(len(row) for row in rows)
    lines = "".join("<tr>" + "".join(f'<td style="{_CELL}">{escape(cell)}</td>'
                                     for cell in (*row, *[""] * (width - len(row)))) + "</tr>" for row in rows)
    return [f'<table style="{_TABLE}">{lines}</table>']
