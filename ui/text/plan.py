"""What the page shows, in order, and where each run of text will stand in the QTextDocument; computed without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Block, BlockKind, Document, Table
from ui.text.offsets import Run, RunMap, units


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a block whose text holds line feeds inside gives several. `first` marks the first of its block."""

    block: Block
    run: Run
    first: bool = True


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table as Qt will have it. `run` is None for a place of the grid that has no text at all."""

    row: int
    column: int
    row_span: int
    column_span: int
    run: Run | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its cells row by row."""

    block: Block
    table: Table
    rows: int
    columns: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The page, whole.

    Attributes:
        items: in text order.
        map: offsets ↔ positions.
        rows: for each paragraph and each table row the index of its first run; from top to bottom of the page.
    """

    items: tuple[Paragraph | Grid, ...]
    map: RunMap
    rows: tuple[int, ...]


@dataclass(slots=True)
class _Pen:
    """Follows the cursor of the builder: where Qt would be after each insertion."""

    position: int = 0
    fresh: bool = True  # the block at hand has not been written in

    def paragraph(self, start: int, text: str) -> Run:
        if not self.fresh:
            self.position += 1
        self.fresh = False
        return self._write(start, text)

    def cell(self, start: int, text: str) -> Run:
        self.position += 1
        return self._write(start, text)

    def end_table(self) -> None:
        self.position += 1
        self.fresh = True

    def _write(self, start: int, text: str) -> Run:
        run = Run(start, self.position, text, units(text))
        self.position += run.units
        return run


def plan(document: Document) -> Plan:
    """Lay out the runs of a document.

    A paragraph takes one block. A table starts at the end of the block before it (Qt gives each cell one unit before
    its text and the table one unit at its end), and the block Qt leaves behind it takes the next paragraph.
    """
    tables = {table.start: table for table in document.tables}
    pen = _Pen()
    items: list[Paragraph | Grid] = []
    for block in document.blocks:
        table = tables.get(block.start) if block.kind is BlockKind.TABLE else None
        if table is not None and table.cells:
            items.append(_grid(block, table, document.text, pen))
        else:
            items.extend(_paragraphs(block, document.text, pen))
    runs: list[Run] = []
    rows: list[int] = []
    for item in items:
        if isinstance(item, Paragraph):
            rows.append(len(runs))
            runs.append(item.run)
            continue
        row = -1
        for cell in item.cells:
            if cell.run is None:
                continue
            if cell.row != row:
                rows.append(len(runs))
                row = cell.row
            runs.append(cell.run)
    return Plan(tuple(items), RunMap(runs), tuple(rows))


def _paragraphs(block: Block, text: str, pen: _Pen) -> Iterator[Paragraph]:
    start = block.start
    body = text[block.start:block.end].removesuffix("\n")
    for index, line in enumerate(body.split("\n")):
        yield Paragraph(block, pen.paragraph(start, line), first=index == 0)
        start += len(line) + 1


def _grid(block: Block, table: Table, text: str, pen: _Pen) -> Grid:
    """The cells as Qt will have them: spans cut to the grid, a span that would cover another cell left out."""
    rows = max(table.rows, *(cell.row + 1 for cell in table.cells))
    columns = max(table.columns, *(cell.column + 1 for cell in table.cells))
    origins = {(cell.row, cell.column): cell for cell in table.cells}
    covered: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in covered:
                continue
            cell = origins.get((row, column))
            if cell is None:
                pen.position += 1
                cells.append(GridCell(row, column, 1, 1, None))
                continue
            row_span, column_span = min(cell.row_span, rows - row), min(cell.column_span, columns - column)
            places = {(row + down, column + right) for down in range(row_span) for right in range(column_span)}
            if (places - {(row, column)}) & (origins.keys() | covered):
                row_span, column_span, places = 1, 1, set()
            covered |= places
            run = pen.cell(cell.start, text[cell.start:cell.end])
            cells.append(GridCell(row, column, row_span, column_span, run))
    pen.end_table()
    return Grid(block, table, rows, columns, tuple(cells))
