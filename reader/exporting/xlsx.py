"""Annotations as an Excel workbook: one row each, with filters and widths set."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

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
    looks = _Looks(sheet, text.name, fills)
    for place, row in enumerate(rows(entries, styles, labels), 2):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(place, column)
            cell.value = fitting(value, labels)
            cell.data_type = "s"
            fill = value if column == STYLE_COLUMN + 1 else ""
            looks.dress(cell, quoted=value != harmless(value), fill=fill)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", int(sheet.PAPERSIZE_A4)
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class _Looks:
    """How cells look. openpyxl looks a style up for each property of each cell it is given to, which takes half of the
    time of a large table; cells that look alike get what one of them was found to be."""

    def __init__(self, sheet: Worksheet, style: str, fills: Mapping[str, PatternFill]) -> None:
        self._sheet = sheet
        self._style = style
        self._fills = fills
        self._known: dict[tuple[bool, str], StyleArray] = {}

    def dress(self, cell: Cell | MergedCell, *, quoted: bool, fill: str) -> None:
        """Give a cell its look.

        Args:
            quoted: Excel shows it as it is, and keeps it text when the user edits the cell.
            fill: which of the fills it has; any other word for none.
        """
        found = self._known.get((quoted, fill))
        if found is None:
            model = Cell(self._sheet, row=1, column=1)
            model.style = self._style
            model.quotePrefix = quoted
            if fill in self._fills:
                model.fill = self._fills[fill]
            found = self._known[quoted, fill] = model._style  # type: ignore[attr-defined]  # no public way
        cell._style = found  # type: ignore[union-attr]  # nor back


def fitting(value: str, labels: Labels) -> str:
    """A text that a cell can hold."""
    if len(value.encode("utf-16-le")) // 2 <= LONGEST_CELL:
        return value
    cut = labels("cut")
    most = (LONGEST_CELL - len(cut)) * 2
    return value.encode("utf-16-le")[:most].decode("utf-16-le", errors="ignore") + cut
