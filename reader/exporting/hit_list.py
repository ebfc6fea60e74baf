"""A list of search hits as CSV, as an Excel workbook or as Markdown."""

from __future__ import annotations

import csv as standard
import io
from collections.abc import Sequence
from dataclasses import dataclass

from reader.exporting.csv import harmless
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.markdown import escaped
from reader.model.search import Match

FORMATS = ("xlsx", "csv", "md")
"""The formats of `render`, which are the suffixes of their files too."""

COLUMNS = ("title", "number", "issuer", "date", "gazette", "section", "kind", "match", "places", "where", "context",
           "source")
"""By the names that `Labels.columns` knows."""
WIDTHS = (48, 24, 22, 12, 28, 16, 10, 8, 6, 24, 60, 60)
"""Of the columns of the workbook, in digits of the standard font, as Excel counts."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit with what is known of its document, as text.

    Attributes:
        issue: gazette, year and number.
        places: how many places of the document answer.
        address: clause address of the first of them, or "".
        snippet: text around it, one line; `marked` are the matches in it, code points.
    """

    title: str
    number: str
    issuer: str
    date: str
    issue: str
    section: str
    kind: str
    match: Match
    places: int
    address: str
    snippet: str
    marked: tuple[tuple[int, int], ...]
    citation: str

    def cells(self, labels: Labels) -> tuple[str, ...]:
        """The hit under `COLUMNS`."""
        return (self.title, self.number, self.issuer, self.date, self.issue, self.section, self.kind,
                _match(self.match, labels), str(self.places), self.address, self.snippet, self.citation)


def render(form: str, query: str, rows: Sequence[HitRow], labels: Labels = CHINESE) -> bytes:
    """The list in a format.

    Args:
        form: one of `FORMATS`.
        query: what was searched for.

    Raises:
        KeyError: there is no such format.
    """
    writers = {"xlsx": _xlsx, "csv": _csv, "md": _markdown}
    return writers[form](query, rows, labels)


def _match(match: Match, labels: Labels) -> str:
    return labels(f"match_{match.value}")


def _csv(_query: str, rows: Sequence[HitRow], labels: Labels) -> bytes:
    out = io.StringIO()
    writer = standard.writer(out, lineterminator="\r\n")
    writer.writerow(labels.columns(COLUMNS))
    writer.writerows([harmless(cell) for cell in row.cells(labels)] for row in rows)
    # Excel takes UTF-8 without a byte order mark for the local code page.
    return ("\ufeff" + out.getvalue()).encode()


def _xlsx(_query: str, rows: Sequence[HitRow], labels: Labels) -> bytes:
    # Loaded when asked for: it costs a start a tenth of a second.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, NamedStyle
    from openpyxl.utils import get_column_letter

    from reader.exporting.xlsx import fitting

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = labels("hits")
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    style = NamedStyle(labels("hits"), alignment=Alignment(wrap_text=True, vertical="top"), number_format="@")
    book.add_named_style(style)
    sheet.append(labels.columns(COLUMNS))
    for name in sheet[1]:
        name.font = Font(bold=True)
    count = COLUMNS.index("places")
    for row in rows:
        cells = row.cells(labels)
        sheet.append(["" for _ in cells])
        for column, (cell, value) in enumerate(zip(sheet[sheet.max_row], cells, strict=True)):
            cell.value = row.places if column == count else fitting(value, labels)
            cell.style = style.name
            if column == count:
                cell.number_format = "0"
            else:
                # Text, also where it looks like a formula.
                cell.data_type = "s"
                cell.quotePrefix = value != harmless(value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _markdown(query: str, rows: Sequence[HitRow], labels: Labels) -> bytes:
    lines = [f"# {escaped(labels('hits_for', query=query))}", "", labels("hits_count", count=len(rows)), ""]
    for number, row in enumerate(rows, 1):
        lines += [f"{number}. **{escaped(row.title)}**", ""]
        about = (row.number, row.date, row.issue, row.address,
                 labels("hit_places", match=_match(row.match, labels), count=row.places))
        lines += ["   " + escaped(" · ".join(part for part in about if part)), ""]
        if row.snippet:
            lines += [f"   > {_with_marks(row.snippet, row.marked)}", ""]
        lines += [f"   ——{escaped(row.citation)}", ""]
    return ("\n".join(lines).rstrip() + "\n").encode()


def _with_marks(snippet: str, marked: Sequence[tuple[int, int]]) -> str:
    """The snippet with its matches in bold."""
    parts, at = [], 0
    for start, end in marked:
        parts += [escaped(snippet[at:start]), f"**{escaped(snippet[start:end])}**"]
        at = end
    return "".join([*parts, escaped(snippet[at:])])
