"""Whole documents as a Word file in 公文 form, with or without what the user marked and noted."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement, _Element

from reader.exporting.excerpts import ExcerptDocument, annotation_facts, documents_title, excerpts
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.marked import Marked, Numbered, number, stripped
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
    SIDEWAYS_WIDTH,
    SIZE_2,
    TEXT_WIDTH,
    centre,
    new_document,
    set_font,
    turn,
)
from reader.exporting.rows import printable
from reader.exporting.table_widths import MARGIN, widths
from reader.exporting.title_lines import Words, title_lines
from reader.exporting.wide_tables import sideways
from reader.exporting.word_marks import Comments, Highlights
from reader.exporting.word_runs import write_run
from reader.model.annotation import DEFAULT_STYLES, Style
from reader.model.document import Block, BlockKind, Cell, Table

_STYLES = {
    BlockKind.RED_HEAD: "Title", BlockKind.TITLE: "Title", BlockKind.ISSUED_TITLE: "Title",
    BlockKind.ATTACHMENT_TITLE: "Title", BlockKind.NUMBER: NUMBER_STYLE, BlockKind.CAPTION: NUMBER_STYLE,
    BlockKind.BOX_TITLE: NUMBER_STYLE, BlockKind.ADDRESSEE: PLAIN_STYLE, BlockKind.ATTACHMENT_LABEL: PLAIN_STYLE,
    BlockKind.UNIT: RIGHT_STYLE, BlockKind.SIGNATURE: RIGHT_STYLE, BlockKind.DATE: RIGHT_STYLE,
}
_WITH_NEXT = {BlockKind.ATTACHMENT_LABEL, BlockKind.ATTACHMENT_TITLE, BlockKind.ISSUED_TITLE, BlockKind.CAPTION,
              BlockKind.UNIT, BlockKind.BOX_TITLE}
"""Stand on the page of what they stand over."""
_RED = RGBColor(0xFF, 0, 0)
_SPARE = 0.5
"""Ems of a title's line that stay free: fonts that take the place of ours come out wider."""
TWIPS = 20
"""In a point."""


def docx_documents(entries: Sequence[ExcerptDocument], *, marks: bool = True,
                   styles: Sequence[Style] = DEFAULT_STYLES, words: Words | None = None,
                   labels: Labels = CHINESE) -> bytes:
    """The documents as one .docx file, each beginning on a page of its own.

    Args:
        words: see `Material`.
        marks: with highlights and underlines, and notes as comments, tags and style below them; those whose place is
            not certain hang on the title, with the words they were made on.
    """
    writer = _Writer(documents_title(entries, labels), styles, words, labels)
    for place, entry in enumerate(entries):
        writer.write(entry if marks else replace(entry, annotations=()), new_page=place > 0)
    out = io.BytesIO()
    writer.word.save(out)
    return out.getvalue()


class _Writer:
    def __init__(self, title: str, styles: Sequence[Style], words: Words | None, labels: Labels) -> None:
        self._labels = labels
        self.word = new_document(printable(title))
        self._style_ids = {style.name: style.style_id for style in self.word.styles}
        self._styles = tuple(styles)
        self._words = words
        self._highlights = Highlights(styles)
        self._comments = Comments(self.word, labels("program"))
        self._marks: tuple[Marked, ...] = ()
        self._hung: dict[str, tuple[Run, Run]] = {}
        self._cell_style = self._style_ids[CELL_STYLE]
        self._sideways = False

    def write(self, entry: ExcerptDocument, *, new_page: bool) -> None:
        """Write one document with its annotations."""
        document = entry.document
        self._marks, listed = number(entry.annotations)
        self._hung = {}
        tables = {table.start: table for table in document.tables}
        first = len(self.word.paragraphs)
        turned = sideways(document, TEXT_WIDTH.pt, tuple(CELL_STYLES))
        for block in document.blocks:
            if (block.start in turned) != self._sideways:
                self._sideways = not self._sideways
                turn(self.word, self._sideways)
            if block.start in tables:
                self._table(document.text, tables[block.start])
            else:
                self._paragraph(document.text, block)
        paragraphs = self.word.paragraphs[first:first + 1]
        if new_page and paragraphs:
            paragraphs[0].paragraph_format.page_break_before = True
        if listed:
            self._notes(entry, listed, paragraphs[0].runs if paragraphs else [])

    def _notes(self, entry: ExcerptDocument, listed: Sequence[Numbered], title: Sequence[Run]) -> None:
        """Hang each note on its words; on the title what is said of the whole document, and what has lost its place."""
        words = {one.annotation.id: one for one in excerpts(entry, self._styles)}
        for one in listed:
            made = one.placed.annotation
            hung = self._hung.get(made.id, (title[0], title[-1]) if title else None)
            if hung is not None:
                excerpt = words[made.id]
                quote = " ".join(excerpt.quote.split())
                lost = () if excerpt.located or not quote else (self._labels("quoted", quote=quote),)
                self._comments.add(*hung, made, *lost, annotation_facts(excerpt, self._labels))

    def _paragraph(self, text: str, block: Block) -> None:
        start, end = stripped(text, block.start, block.end)
        if start == end:
            return
        paragraph = self.word.add_paragraph()
        heading = f"Heading {min(max(block.level, 1), LEVELS)}" if block.kind is BlockKind.HEADING else None
        style = heading or _STYLES.get(block.kind)
        if style is not None:
            paragraph._p.style = self._style_ids[style]  # by id: by name python-docx reads all styles each time
        if block.kind in _WITH_NEXT:
            paragraph.paragraph_format.keep_with_next = True
        if block.kind is BlockKind.ATTACHMENT_LABEL:
            paragraph.paragraph_format.page_break_before = True
        if block.kind is BlockKind.ISSUED_TITLE:
            paragraph.paragraph_format.space_before = LINE
        if block.kind is BlockKind.HEADING and _is_label(block.label, "编章节"):
            centre(paragraph)
        opening = max(start, block.heading_end) if block.heading_end else start
        font = LEVEL_FONTS[min(max(block.level, 1), len(LEVEL_FONTS)) - 1]
        if opening == start and _is_label(block.label, "条") and text.startswith(block.label, start):
            opening, font = start + len(block.label), BLACK_FONT
        ends = self._line_ends(text, start, end) if style == "Title" else frozenset()
        for run, at in self._runs(paragraph, text, start, end, opening, *ends):
            if at + len(run.text) in ends:
                run.add_break()
            if at < opening:
                set_font(run, font)
            if block.kind is BlockKind.ATTACHMENT_LABEL:
                set_font(run, BLACK_FONT)
            if block.kind is BlockKind.RED_HEAD:
                run.font.color.rgb = _RED

    def _line_ends(self, text: str, start: int, end: int) -> frozenset[int]:
        """Where the lines of a title end but for the last, as offsets; none where the file has its own."""
        title = printable(text[start:end])
        if self._words is None or len(title) != end - start or "\n" in title:
            return frozenset()
        lines = title_lines(title, self._words, TEXT_WIDTH / SIZE_2 - _SPARE)
        return frozenset(accumulate((len(line) for line in lines[:-1]), initial=start)) - {start}

    def _runs(self, paragraph: Paragraph, text: str, start: int, end: int, *cuts: int) -> Iterator[tuple[Run, int]]:
        """Write text[start:end] in runs that begin and end where marks do, and at `cuts`; each with its offset."""
        inside = [mark for mark in self._marks if mark.start < end and mark.end > start]
        edges = {start, end, *cuts, *(edge for mark in inside for edge in (mark.start, mark.end))}
        places = sorted(edge for edge in edges if start <= edge <= end)
        for begin, stop in pairwise(places):
            run = Run(write_run(paragraph._p, text[begin:stop]), paragraph)
            for mark in inside:
                if mark.start <= begin and stop <= mark.end:
                    made = mark.placed.annotation
                    self._highlights.draw(run, made)
                    first, _ = self._hung.get(made.id, (run, run))
                    self._hung[made.id] = (first, run)
            yield run, begin

    def _table(self, text: str, table: Table) -> None:
        room = SIDEWAYS_WIDTH if self._sideways else TEXT_WIDTH
        fit = widths(table, text, room.pt, tuple(CELL_STYLES))
        word = self.word.add_table(0, table.columns, style="Table Grid")
        word.autofit = False
        word.alignment = WD_TABLE_ALIGNMENT.CENTER
        _set_margins(word)
        for column, share in zip(word._tbl.tblGrid.gridCol_lst, fit.shares, strict=True):
            column.w = Length(round(room * share))
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
                        self._cell_text(paragraph, text, cells[row, column], row < table.header_rows,
                                        fit.centred[column])
        self.word.add_paragraph()._p.style = self._style_ids[CELL_STYLE]

    def _cell_text(self, element: _Element, text: str, cell: Cell, head: bool, centred: bool) -> None:
        properties = SubElement(element, qn("w:pPr"))
        SubElement(properties, qn("w:pStyle")).set(qn("w:val"), self._cell_style)
        if head or centred:
            SubElement(properties, qn("w:jc")).set(qn("w:val"), "center")
        start, end = stripped(text, cell.start, cell.end)
        for run, _ in self._runs(Paragraph(element, self.word._body), text, start, end):  # type: ignore[arg-type]
            if head:
                set_font(run, BLACK_FONT)


def _is_label(label: str, units: str) -> bool:
    """Whether a label is 第一条, 第二章 or the like; `units`: of what."""
    return label.startswith("第") and label[-1] in units


def _set_margins(table: WordTable) -> None:
    """Make the cells of a table as close as `widths` reckons; python-docx has no property for it."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = SubElement(margins, qn(f"w:{side}"))
        margin.set(qn("w:w"), str(round(MARGIN * TWIPS)))
        margin.set(qn("w:type"), "dxa")
    properties = table._tbl.tblPr
    properties.insert(len(properties) - 1, margins)  # before tblLook, the last (ECMA-376 §17.4.59)


def _cell(line: _Element, cell: Cell | None, row: int) -> _Element:
    """A cell of a row, merged as the table has it (ECMA-376 §17.4.17 gridSpan, §17.4.84 vMerge); its paragraph."""
    element = SubElement(line, qn("w:tc"))
    properties = SubElement(element, qn("w:tcPr"))
    if cell is not None and cell.column_span > 1:
        SubElement(properties, qn("w:gridSpan")).set(qn("w:val"), str(cell.column_span))
    if cell is not None and cell.row_span > 1:
        SubElement(properties, qn("w:vMerge")).set(qn("w:val"), "restart" if row == cell.row else "continue")
    SubElement(properties, qn("w:vAlign")).set(qn("w:val"), "center")
    return SubElement(element, qn("w:p"))
