"""A list of search hits as CSV, as an Excel workbook or as Markdown."""

from __future__ import annotations

import csv as standard
import io
from collections.abc import Sequence
from dataclasses import dataclass

from reader.exporting.csv import harmless
from reader.exporting.markdown import escaped
from reader.model.search import Match

FORMATS = ("xlsx", "csv", "md")
"""The formats of `render`, which are the suffixes of their files too."""

COLUMNS = ("标题", "文号", "发文机关", "成文日期", "公报", "栏目", "文种", "命中", "处数", "位置", "上下文", "出处")
WIDTHS = (48, 24, 22, 12, 28, 16, 10, 8, 6, 24, 60, 60)
"""Of the columns of the workbook, in digits of the standard font, as Excel counts."""

MATCHES = {Match.EXACT: "原文", Match.WORDS: "词语", Match.NOTE: "批注"}


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

    def cells(self) -> tuple[str, ...]:
        """The hit under `COLUMNS`."""
        return (self.title, self.number, self.issuer, self.date, self.issue, self.section, self.kind,
                MATCHES[self.match], str(self.places), self.address, self.snippet, self.citation)


def render(form: str, query: str, rows: Sequence[HitRow]) -> bytes:
    """The list in a format.

    Args:
        form: one of `FORMATS`.
        query: what was searched for.

    Raises:
        KeyError: there is no such format.
    """
    writers = {"xlsx": _xlsx, "csv": _csv, "md": _markdown}
    return writers[form](query, rows)


def _csv(_query: str, rows: Sequence[HitRow]) -> bytes:
    out = io.StringIO()
    writer = standard.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row.cells()] for row in rows)
    # Excel takes UTF-8 without a byte order mark for the local code page.
    return ("\ufeff" + out.getvalue()).encode()


def _xlsx(_query: str, rows: Sequence[HitRow]) -> bytes:
    # Loaded when asked for: it costs a start a tenth of a second.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, NamedStyle
    from openpyxl.utils import get_column_letter

    from reader.exporting.xlsx import fitting

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "检索结果"
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    style = NamedStyle("检索文字", alignment=Alignment(wrap_text=True, vertical="top"), number_format="@")
    book.add_named_style(style)
    sheet.append(COLUMNS)
    for name in sheet[1]:
        name.font = Font(bold=True)
    count = COLUMNS.index("处数")
    for row in rows:
        cells = row.cells()
        sheet.append(["" for _ in cells])
        for column, (cell, value) in enumerate(zip(sheet[sheet.max_row], cells, strict=True)):
            cell.value = row.places if column == count else fitting(value)
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


def _markdown(query: str, rows: Sequence[HitRow]) -> bytes:
    lines = [f"# {escaped(f'检索结果：{query}')}", "", f"共 {len(rows)} 条。", ""]
    for number, row in enumerate(rows, 1):
        lines += [f"{number}. **{escaped(row.title)}**", ""]
        about = (row.number, row.date, row.issue, row.address, f"{MATCHES[row.match]} {row.places} 处")
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
