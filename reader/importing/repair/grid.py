"""A table while it is put together: rows of cell texts, with spans where the format knows them."""

from __future__ import annotations

from reader.importing.source import SourceTable


class Grid:
    """Rows of a table.

    Attributes:
        rows: the texts of the cells by row; rows may be of unequal length.
        lines: the line of the source of each row.
        spans: (row, column) → (rows, columns) covered, where more than one.
        covered: places under the span of another cell; their text is empty.
        header_rows: how many first rows are the header, 0 where unknown.
        caption, unit: what stands over the table.
    """

    __slots__ = ("caption", "covered", "header_rows", "lines", "rows", "spans", "unit")

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.lines: list[int] = []
        self.spans: dict[tuple[int, int], tuple[int, int]] = {}
        self.covered: set[tuple[int, int]] = set()
        self.header_rows = 0
        self.caption = ""
        self.unit = ""

    @property
    def columns(self) -> int:
        """The number of columns: that of the longest row."""
        return max((len(row) for row in self.rows), default=0)

    def add(self, cells: list[str], line: int) -> None:
        """Add a row."""
        self.rows.append([" ".join(cell.split()) for cell in cells])
        self.lines.append(line)

    def extend(self, other: Grid, skip: int = 0) -> None:
        """Add the rows of another grid without its first `skip` rows."""
        shift = len(self.rows) - skip
        self.rows.extend(other.rows[skip:])
        self.lines.extend(other.lines[skip:])
        self.spans.update({(row + shift, column): span for (row, column), span in other.spans.items() if row >= skip})
        self.covered.update({(row + shift, column) for row, column in other.covered if row >= skip})


_MOST_COLUMNS = 512
_MOST_COVERED = 200_000  # places under spans in one table; more are a mistake or malice, and spans are let go


def from_table(table: SourceTable, line: int) -> Grid:
    """A ready-made table as a grid; places under spans become empty, covered cells."""
    grid = Grid()
    room = _MOST_COVERED
    pending: dict[tuple[int, int], bool] = {}  # places covered from above or from the left
    for number, cells in enumerate(table.rows):
        texts: list[str] = []
        column = 0
        for cell in cells:
            while pending.pop((number, column), False):
                texts.append("")
                grid.covered.add((number, column))
                column += 1
            texts.append(cell.text)
            wide = max(1, min(cell.column_span, _MOST_COLUMNS))
            high = max(1, min(cell.row_span, len(table.rows) - number))
            if (wide > 1 or high > 1) and high * wide <= room:
                room -= high * wide
                grid.spans[number, column] = (high, wide)
                for down in range(high):
                    for right in range(wide):
                        if down or right:
                            pending[number + down, column + right] = True
            column += 1
        while pending.pop((number, column), False):
            texts.append("")
            grid.covered.add((number, column))
            column += 1
        grid.add(texts, line)
    headers = 0
    for cells in table.rows:
        if cells and all(cell.header for cell in cells):
            headers += 1
        else:
            break
    grid.header_rows = headers
    return grid
