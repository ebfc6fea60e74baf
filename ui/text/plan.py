"""What the page shows, in order, and where each run of text will stand in the QTextDocument; computed without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Block, BlockKind, Cell, Document, Table
from ui.text.offsets import Run, RunMap, units

LONGEST_BOX = 15  # blocks under the title of a box
_IN_BOX = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CAPTION, BlockKind.UNIT)
PIECE = 200  # cells of a table that are laid out at once: about 20 ms


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a block whose text holds line feeds inside gives several. `first` marks the first of its block."""

    block: Block
    run: Run
    first: bool = True


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell of a table as Qt will have it. `cell` is None for a place of the grid that has no text at all."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    cell: Cell | None


@dataclass(frozen=True, slots=True)
class Shape:
    """A whole table: its cells row by row, and how many rows and columns they fill."""

    table: Table
    rows: int
    columns: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows [first, last) of a table, a table of its own to Qt. `runs` stand beside `slots`; None for no text."""

    block: Block
    shape: Shape
    first: int
    last: int
    slots: tuple[Slot, ...]
    runs: tuple[Run | None, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The page, whole.

    Attributes:
        items: in text order.
        map: offsets ↔ positions.
        breaks: offsets at which an issued text or an attachment begins.
        boxes: ranges of 专栏, from the title to what surely stands outside.
        rows: for each paragraph and each table row the index of its first run; from top to bottom of the page.
    """

    items: tuple[Paragraph | Grid, ...]
    map: RunMap
    rows: tuple[int, ...]
    breaks: tuple[int, ...] = ()
    boxes: tuple[tuple[int, int], ...] = ()


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


def plan(document: Document, cells: int = PIECE) -> Plan:
    """Lay out the runs of a document.

    Args:
        cells: how many cells of a table Qt is to lay out at once; on paper a table must not be cut.

    A paragraph takes one block. A table starts at the end of the block before it (Qt gives each cell one unit before
    its text and the table one unit at its end), and the block Qt leaves behind it takes the next paragraph.
    """
    tables = {table.start: table for table in document.tables}
    pen = _Pen()
    items: list[Paragraph | Grid] = []
    for block in document.blocks:
        table = tables.get(block.start) if block.kind is BlockKind.TABLE else None
        if table is not None and table.cells:
            items.extend(_grids(block, table, document.text, pen, cells))
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
        for slot, run in zip(item.slots, item.runs, strict=True):
            if run is None:
                continue
            if slot.row != row:
                rows.append(len(runs))
                row = slot.row
            runs.append(run)
    return Plan(tuple(items), RunMap(runs), tuple(rows), tuple(_breaks(document)), tuple(_boxes(document)))


def _boxes(document: Document) -> Iterator[tuple[int, int]]:
    """A box holds its title and what follows it up to the next heading, title or attachment. What goes on for very long
    is the text round it again, of which nothing tells; then the title stands alone."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.BOX_TITLE:
            continue
        last = index
        while last + 1 < len(blocks) and blocks[last + 1].kind in _IN_BOX and not blocks[last + 1].level:
            last += 1
        yield block.start, (blocks[last] if last - index <= LONGEST_BOX else block).end


def _breaks(document: Document) -> Iterator[int]:
    before = None
    for block in document.blocks:
        titled = block.kind is BlockKind.ISSUED_TITLE and before not in (BlockKind.ISSUED_TITLE, None)
        if titled or block.kind is BlockKind.ATTACHMENT_LABEL:
            yield block.start
        before = block.kind


def _paragraphs(block: Block, text: str, pen: _Pen) -> Iterator[Paragraph]:
    start = block.start
    body = text[block.start:block.end].removesuffix("\n")
    for index, line in enumerate(body.split("\n")):
        yield Paragraph(block, pen.paragraph(start, line), first=index == 0)
        start += len(line) + 1


def _grids(block: Block, table: Table, text: str, pen: _Pen, cells: int) -> Iterator[Grid]:
    """A table in pieces of about so many cells, cut where no cell reaches over the cut.

    Qt lays a table out whole, every cell twice, before it paints the first: in pieces a table of a thousand rows
    appears as fast as any.
    """
    shape = shape_of(table, text)
    by_row: list[list[Slot]] = [[] for _ in range(shape.rows)]
    for slot in shape.slots:
        by_row[slot.row].append(slot)
    first = reach = count = 0
    for row, slots in enumerate(by_row):
        reach = max([reach, *(slot.row + slot.row_span for slot in slots)])
        count += len(slots)
        if row + 1 < shape.rows and (count < cells or reach > row + 1):
            continue
        piece = tuple(slot for above in by_row[first:row + 1] for slot in above)
        runs = tuple(pen.cell(slot.cell.start if slot.cell else -1, slot.text) for slot in piece)
        pen.end_table()
        yield Grid(block, shape, first, row + 1, piece,
                   tuple(run if slot.cell else None for slot, run in zip(piece, runs, strict=True)))
        first, count = row + 1, 0


def shape_of(table: Table, text: str) -> Shape:
    """The cells as Qt will have them: spans cut to the grid, a span that would cover another cell left out."""
    rows = max(table.rows, *(cell.row + 1 for cell in table.cells))
    columns = max(table.columns, *(cell.column + 1 for cell in table.cells))
    origins = {(cell.row, cell.column): cell for cell in table.cells}
    covered: set[tuple[int, int]] = set()
    slots: list[Slot] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in covered:
                continue
            cell = origins.get((row, column))
            if cell is None:
                slots.append(Slot(row, column, 1, 1, "", None))
                continue
            row_span, column_span = min(cell.row_span, rows - row), min(cell.column_span, columns - column)
            if row_span > 1 or column_span > 1:
                places = {(row + down, column + right) for down in range(row_span) for right in range(column_span)}
                places.remove((row, column))
                if any(place in origins or place in covered for place in places):
                    row_span, column_span = 1, 1
                else:
                    covered |= places
            slots.append(Slot(row, column, row_span, column_span, text[cell.start:cell.end], cell))
    return Shape(table, rows, columns, tuple(slots))
