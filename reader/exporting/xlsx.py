"""Annotations as an Excel workbook: one row each, with filters and widths set."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter

from reader.exporting.csv import harmless
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.rows import COLUMNS, rows
from reader.model.annotation import DEFAULT_STYLES, Style

WIDTHS = (18, 26, 40, 22, 12, 22, 60, 40, 18, 8, 10, 12, 10, 50, 40)
"""Of the columns, in digits of the standard font, as Excel counts."""
LONGEST_CELL = 32_767
"""Characters (UTF-16 units) a cell can hold, by Excel's specification."""
STYLE_COLUMN = COLUMNS.index("style")


def xlsx(entries: Sequence[ExcerptDocument], *, styles: Sequence[Style] = DEFAULT_STYLES,
         labels: Labels = CHINESE) -> bytes:
    """A workbook with a row for each annotation, in text order.

    Cells are text, also those that look like formulas. A cell longer than Excel allows is cut and says so.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = labels("sheet")
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    text = NamedStyle(labels("sheet"), alignment=Alignment(wrap_text=True, vertical="top"), number_format="@")
    book.add_named_style(text)
    fills = {style.label: PatternFill("solid", fgColor=style.light.removeprefix("#").upper()) for style in styles}
    sheet.append(labels.columns(COLUMNS))
    for name in sheet[1]:
        name.font = Font(bold=True)
    for place, row in enumerate(rows(entries, styles, labels), 2):
        for column, value in enumerate(row, 1):
            _write(sheet.cell(place, column), fitting(value, labels), value, text.name)
        if fill := fills.get(row[STYLE_COLUMN]):
            sheet.cell(place, STYLE_COLUMN + 1).fill = fill
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", int(sheet.PAPERSIZE_A4)
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write(cell: Cell | MergedCell, shown: str, value: str, style: str) -> None:
    if isinstance(cell, MergedCell):
        raise TypeError("no cell is merged here")
    cell.value = shown
    cell.data_type = "s"
    cell.style = style
    # Excel shows it as it is, and keeps it text when the user edits the cell.
    cell.quotePrefix = value != harmless(value)


def fitting(value: str, labels: Labels) -> str:
    """A text that a cell can hold."""
    if len(value.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return value
    cut = labels("cut")
    most = (LONGEST_CELL - len(cut)) * 2
    return value.encode("utf-16-le")[:most].decode("utf-16-le", errors="ignore") + cut
