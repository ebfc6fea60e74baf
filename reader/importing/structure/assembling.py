"""Items to text: the canonical text of a part, the blocks that tile it, its tables with their cells."""

from __future__ import annotations

from collections.abc import Sequence

from reader.importing.structure import tables
from reader.importing.structure.items import Item, Part
from reader.model.document import Block, BlockKind, Cell, DocumentPart, Table


class Text:
    """The text of an issue's part under construction."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.blocks: list[Block] = []
        self.tables: list[Table] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def add(self, item: Item) -> None:
        """Append an item as one block."""
        start = self.length
        if item.grid is not None:
            self._table(item)
        else:
            text = item.text.replace("\n", " ").replace("\t", " ") + "\n"
            self.pieces.append(text)
            self.length += len(text)
        self.blocks.append(
            Block(
                kind=item.kind,
                start=start,
                end=self.length,
                level=item.level,
                label=item.label,
                address=item.address,
                line=item.line,
                line_end=max(item.line, item.end),
                heading_end=start + item.heading if item.heading else 0,
            )
        )

    def _table(self, item: Item) -> None:
        grid = item.grid
        assert grid is not None
        start = self.length
        cells: list[Cell] = []
        at = start
        plain = not grid.covered and not grid.spans
        for row, texts in enumerate(grid.rows):
            for column, text in enumerate(texts):
                end = at + len(text)
                if plain:
                    cells.append(Cell(row, column, at, end))
                elif (row, column) not in grid.covered:
                    cells.append(Cell(row, column, at, end, *grid.spans.get((row, column), (1, 1))))
                at = end + 1
            if not texts:
                at += 1
            line = "\t".join(texts) + "\n"
            self.pieces.append(line)
        self.length = at
        self.tables.append(
            Table(
                start=start,
                end=at,
                rows=len(grid.rows),
                columns=grid.columns,
                header_rows=grid.header_rows,
                cells=tuple(cells),
                caption=grid.caption,
                unit=grid.unit,
            )
        )


def assemble(parts: Sequence[Part]) -> tuple[Text, tuple[DocumentPart, ...]]:
    """The text of a document and its parts."""
    text = Text()
    ranges: list[DocumentPart] = []
    for part in parts:
        start = text.length
        for item in part.items:
            text.add(item)
        if text.length > start:
            ranges.append(DocumentPart(part.kind, start, text.length, part.title, part.label))
    return text, tuple(ranges)


def caption_tables(items: list[Item]) -> None:
    """Give tables the caption and the unit that stand over them."""
    for place, item in enumerate(items):
        if item.grid is None:
            continue
        at = place - 1
        while at >= 0 and items[at].kind is BlockKind.UNIT and place - at <= 2:
            item.grid.unit = items[at].text
            at -= 1
        if at < 0:
            continue
        over = items[at]
        if over.kind is BlockKind.PARAGRAPH and tables.is_caption(over.text):
            over.kind = BlockKind.CAPTION
        if over.kind in (BlockKind.CAPTION, BlockKind.ATTACHMENT_TITLE, BlockKind.ISSUED_TITLE, BlockKind.BOX_TITLE):
            item.grid.caption = over.text
