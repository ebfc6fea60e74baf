"""A table of a document, or a part of it, for the clipboard: plain text, and HTML that Excel and WPS take over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from reader.exporting.csv import harmless

_FIGURE = re.compile(r"[-+−]?\d[\d,，]*(\.\d+)?%?")
_BORDER = "border:0.5pt solid windowtext"
_AS_TEXT = "mso-number-format:'\\@'"
"""Excel and WPS: text, whatever it looks like; 1-3 is no day in January, and =1+1 is not reckoned."""


@dataclass(frozen=True, slots=True)
class ClippedCell:
    """A cell by its place in what is copied; `header` for a cell of the table's head."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False


def plain_table(cells: Sequence[ClippedCell]) -> str:
    """The cells with tabs between columns and a line a row; what a span covers is empty."""
    if not cells:
        return ""
    width = max(cell.column + cell.column_span for cell in cells)
    rows = [[""] * width for _ in range(max(cell.row + cell.row_span for cell in cells))]
    for cell in cells:
        text = " ".join(cell.text.split())
        rows[cell.row][cell.column] = text if _FIGURE.fullmatch(text) else harmless(text)
    return "\n".join("\t".join(row) for row in rows)


def html_table(cells: Sequence[ClippedCell]) -> str:
    """The same as an HTML page with one table, spans and head kept."""
    rows: list[list[str]] = [[] for _ in range(max((cell.row + cell.row_span for cell in cells), default=0))]
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        name = "th" if cell.header else "td"
        spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
            f' colspan="{cell.column_span}"' if cell.column_span > 1 else "")
        text = cell.text.strip()
        style = _BORDER if _FIGURE.fullmatch(text) else f"{_BORDER};{_AS_TEXT}"
        rows[cell.row].append(f'<{name}{spans} style="{style}">{escape(text)}</{name}>')
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return ('<html><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse">'
            f"{lines}</table></body></html>")
