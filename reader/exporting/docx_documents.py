"""Whole documents as a Word file in 公文 form, with or without what the user marked and noted."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from docx.oxml.ns import qn
from docx.shared import Length, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement, _Element

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.marked import stripped
from reader.exporting.official_form import (
    BLACK_FONT,
    CELL_STYLE,
    CELL_STYLES,
    LEVEL_FONTS,
    LEVELS,
    LINE,
    NUMBER_STYLE,
    PLAIN_STYLE,
    RIGHT_STYLE,
    TEXT_WIDTH,
    new_document,
    set_font,
)
from reader.exporting.rows import printable
from reader.exporting.table_widths import widths
from reader.exporting.word_marks import Comments, Highlights
from reader.model.annotation import DEFAULT_STYLES, AnchorState, PlacedAnnotation, Style
from reader.model.document import Block, BlockKind, Cell, Document, Table

_STYLES = {
    BlockKind.RED_HEAD: "Title", BlockKind.TITLE: "Title", BlockKind.ISSUED_TITLE: "Title",
    BlockKind.ATTACHMENT_TITLE: "Title", BlockKind.NUMBER: NUMBER_STYLE, BlockKind.CAPTION: NUMBER_STYLE,
    BlockKind.BOX_TITLE: NUMBER_STYLE, BlockKind.ADDRESSEE: PLAIN_STYLE, BlockKind.ATTACHMENT_LABEL: PLAIN_STYLE,
    BlockKind.UNIT: RIGHT_STYLE, BlockKind.SIGNATURE: RIGHT_STYLE, BlockKind.DATE: RIGHT_STYLE,
}
_RED = RGBColor(0xFF, 0, 0)


def docx_documents(entries: Sequence[ExcerptDocument], *, marks: bool = True,
                   styles: Sequence[Style] = DEFAULT_STYLES) -> bytes:
    """The documents as one .docx file, each beginning on a page of its own.

    Args:
        marks: with highlights and underlines, and notes as comments; those whose place is not certain are left out.
    """
    writer = _Writer(entries[0].document.facts.title if len(entries) == 1 else "公报文件", styles)
    for number, entry in enumerate(entries):
        writer.write(entry.document, entry.annotations if marks else (), new_page=number > 0)
    out = io.BytesIO()
    writer.word.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, title: str, styles: Sequence[Style]) -> None:
        self.word = new_document(printable(title))
        self._style_ids = {style.name: style.style_id for style in self.word.styles}
        self._highlights = Highlights(styles)
        self._comments = Comments(self.word)
        self._marks: list[tuple[int, int, PlacedAnnotation]] = []
        self._hung: dict[str, tuple[Run, Run]] = {}
        self._cell_style = self._style_ids[CELL_STYLE]

    def write(self, document: Document, annotations: Iterable[PlacedAnnotation], *, new_page: bool) -> None:
        """Write one document with these annotations."""
        self._marks = [(placed.placement.start, placed.placement.end, placed) for placed in annotations
                       if placed.placement.state in {AnchorState.EXACT, AnchorState.MOVED}
                       and placed.placement.start is not None and placed.placement.end is not None]
        self._hung = {}
        tables = {table.start: table for table in document.tables}
        first = len(self.word.paragraphs)
        for block in document.blocks:
            if block.start in tables:
                self._table(document.text, tables[block.start])
            else:
                self._paragraph(document.text, block)
        paragraphs = self.word.paragraphs[first:first + 1]
        if new_page and paragraphs:
            paragraphs[0].paragraph_format.page_break_before = True
        whole = [placed for placed in annotations if placed.annotation.anchor is None]
        runs = paragraphs[0].runs if paragraphs else []
        for placed in whole if runs else ():
            self._hung[placed.annotation.id] = (runs[0], runs[-1])
        for placed in annotations:
            hung = self._hung.get(placed.annotation.id)
            if hung is not None and placed.annotation.note.strip():
                self._comments.add(*hung, placed.annotation)

    def _paragraph(self, text: str, block: Block) -> None:
        start, end = stripped(text, block.start, block.end)
        if start == end:
            return
        paragraph = self.word.add_paragraph()
        heading = f"Heading {min(max(block.level, 1), LEVELS)}" if block.kind is BlockKind.HEADING else None
        style = heading or _STYLES.get(block.kind)
        if style is not None:
            paragraph._p.style = self._style_ids[style]  # by id: by name python-docx reads all styles each time
        if block.kind is BlockKind.ATTACHMENT_LABEL:
            paragraph.paragraph_format.page_break_before = True
        if block.kind is BlockKind.ISSUED_TITLE:
            paragraph.paragraph_format.space_before = LINE
        opening = max(start, block.heading_end) if block.heading_end else start
        for run, at in self._runs(paragraph, text, start, end, opening):
            if at < opening:
                set_font(run, LEVEL_FONTS[min(max(block.level, 1), len(LEVEL_FONTS)) - 1])
            if block.kind is BlockKind.ATTACHMENT_LABEL:
                set_font(run, BLACK_FONT)
            if block.kind is BlockKind.RED_HEAD:
                run.font.color.rgb = _RED

    def _runs(self, paragraph: Paragraph, text: str, start: int, end: int, *cuts: int) -> Iterator[tuple[Run, int]]:
        """Write text[start:end] in runs that begin and end where marks do, and at `cuts`; each with its offset."""
        inside = [mark for mark in self._marks if mark[0] < end and mark[1] > start]
        edges = {start, end, *cuts, *(edge for mark in inside for edge in mark[:2])}
        places = sorted(edge for edge in edges if start <= edge <= end)
        for begin, stop in pairwise(places):
            run = paragraph.add_run(printable(text[begin:stop]))
            for mark_start, mark_end, placed in inside:
                if mark_start <= begin and stop <= mark_end:
                    self._highlights.draw(run, placed.annotation)
                    first, _ = self._hung.get(placed.annotation.id, (run, run))
                    self._hung[placed.annotation.id] = (first, run)
            yield run, begin

    def _table(self, text: str, table: Table) -> None:
        fit = widths(table, text, TEXT_WIDTH.pt, tuple(CELL_STYLES))
        word = self.word.add_table(0, table.columns, style="Table Grid")
        word.autofit = False
        for column, share in zip(word._tbl.tblGrid.gridCol_lst, fit.shares, strict=True):
            column.w = Length(round(TEXT_WIDTH * share))
        self._cell_style = self._style_ids[CELL_STYLES[fit.size]]
        cells = {(cell.row, cell.column): cell for cell in table.cells}
        covering = {(row, column): cell for cell in table.cells
                    for row in range(cell.row, cell.row + cell.row_span)
                    for column in range(cell.column, cell.column + cell.column_span)}
        for row in range(table.rows):
            line = SubElement(word._tbl, qn("w:tr"))  # cells one by one would take seconds: each reads the whole table
            properties = SubElement(line, qn("w:trPr"))
            SubElement(properties, qn("w:cantSplit"))
            if row < table.header_rows:
                SubElement(properties, qn("w:tblHeader"))
            for column in range(table.columns):
                cell = covering.get((row, column))
                if cell is None or cell.column == column:
                    paragraph = _cell(line, cell, row)
                    if (row, column) in cells:
                        self._cell_text(paragraph, text, cells[row, column])
        self.word.add_paragraph()._p.style = self._style_ids[CELL_STYLE]

    def _cell_text(self, element: _Element, text: str, cell: Cell) -> None:
        SubElement(SubElement(element, qn("w:pPr")), qn("w:pStyle")).set(qn("w:val"), self._cell_style)
        start, end = stripped(text, cell.start, cell.end)
        for _ in self._runs(Paragraph(element, self.word._body), text, start, end):  # type: ignore[arg-type]
            pass


def _cell(line: _Element, cell: Cell | None, row: int) -> _Element:
    """A cell of a row, merged as the table has it (ECMA-376 §17.4.17 gridSpan, §17.4.84 vMerge); its paragraph."""
    element = SubElement(line, qn("w:tc"))
    if cell is not None and (cell.column_span > 1 or cell.row_span > 1):
        properties = SubElement(element, qn("w:tcPr"))
        if cell.column_span > 1:
            SubElement(properties, qn("w:gridSpan")).set(qn("w:val"), str(cell.column_span))
        if cell.row_span > 1:
            SubElement(properties, qn("w:vMerge")).set(qn("w:val"), "restart" if row == cell.row else "continue")
    return SubElement(element, qn("w:p"))
