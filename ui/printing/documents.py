"""Documents set in type for paper, as the text pane sets them; what the user marked and noted stands in them."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextFormat

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.marked import Marked, number
from reader.exporting.title_lines import Words, title_lines
from reader.exporting.wide_tables import TABLE_SIZES, TEXT_POINTS, sideways
from reader.model.annotation import Mark, Style
from reader.model.document import Document, PartKind
from reader.model.outline import outline
from ui.printing.notes import Notes
from ui.printing.paper import UNKNOWN, Paper, typography
from ui.printing.sheets import Sheet, new_sheet
from ui.text import columns
from ui.text.builder import Builder
from ui.text.plan import Grid, Paragraph, Plan, plan
from ui.text.typography import BALANCED, look

WHOLE = sys.maxsize
"""Cells of a table set at once: one that is cut could not repeat its head."""
_SPARE = 1.5
"""Ems of a title's line that stay free: for a note's number, and as type comes out wider than reckoned."""


def set_documents(entries: Sequence[ExcerptDocument], marks: bool, styles: Sequence[Style],
                  paper: Paper, words: Words | None = None, labels: Labels = CHINESE) -> Iterator[Sheet]:
    """A sheet for each document; several where tables want paper laid sideways.

    Args:
        marks: with highlights, underlines and numbered notes; the notes follow the text.
        words: see `reader.exporting.formats.Material`.
    """
    for entry in entries:
        yield from _set(entry, marks, styles, paper, words, labels)


def _set(entry: ExcerptDocument, marks: bool, styles: Sequence[Style], paper: Paper, words: Words | None,
         labels: Labels) -> Iterator[Sheet]:
    shown, listed = number(entry.annotations)
    pieces = list(_pieces(entry.document, paper))
    for at, (document, turned) in enumerate(pieces):
        sheet = _set_piece(document, turned, shown if marks else (), styles, words)
        if at == 0:
            sheet.bookmark(1, entry.document.facts.title, 0)
            sheet.bookmarks.insert(0, sheet.bookmarks.pop())
        if marks and at == len(pieces) - 1:
            Notes(sheet, styles, labels).write(entry, listed)
        yield sheet


def _pieces(document: Document, paper: Paper) -> Iterator[tuple[Document, Paper]]:
    """The document in pieces that stand each on paper of one kind; mostly it is one."""
    # On paper a reference leads nowhere.
    whole = dataclasses.replace(document, references=())
    turned = sideways(document, TEXT_POINTS, TABLE_SIZES)
    for wide, blocks in groupby(document.blocks, lambda block: block.start in turned):
        yield dataclasses.replace(whole, blocks=tuple(blocks)), paper.turned() if wide else paper
    if not document.blocks:
        yield whole, paper


def _set_piece(document: Document, paper: Paper, marks: Iterable[Marked], styles: Sequence[Style],
               words: Words | None) -> Sheet:
    sheet, laid = new_sheet(paper), plan(document, WHOLE)
    builder = Builder(sheet.document, document, laid, typography(), paper.measure)
    while not builder.advance(len(document.text) + 1):
        pass
    start, end = (document.blocks[0].start, document.blocks[-1].end) if document.blocks else (0, 0)
    _repeat_heads(sheet, laid)
    _break_pages(sheet, document, laid, start, end)
    _enter(sheet, document, laid, start, end)
    ends = list(_line_ends(sheet, laid, paper, words)) if words is not None else []
    _mark(sheet, laid, [mark for mark in marks if mark.start < end and mark.end > start],
          {style.name: style for style in styles}, end)
    for cursor in ends:
        cursor.insertText("\u2028")
    return sheet


def _line_ends(sheet: Sheet, laid: Plan, paper: Paper, words: Words) -> Iterator[QTextCursor]:
    """Where the lines of titles end; these cursors move along when something is written before them."""
    for item in laid.items:
        if not isinstance(item, Paragraph) or item.block.kind not in BALANCED:
            continue
        lines = title_lines(item.run.text, words, paper.measure / look(item.block).size - _SPARE)
        offset = item.run.start
        for line in lines[:-1]:
            offset += len(line)
            cursor = QTextCursor(sheet.document)
            cursor.setPosition(laid.map.position(offset))
            if offset == item.run.start + len(lines[0]):
                _whole_width(cursor)
            yield cursor


def _whole_width(cursor: QTextCursor) -> None:
    """Take the margins off a title that has been broken: they make lines of equal length where nobody breaks them."""
    format_ = cursor.blockFormat()
    format_.setLeftMargin(0)
    format_.setRightMargin(0)
    cursor.setBlockFormat(format_)


def _repeat_heads(sheet: Sheet, laid: Plan) -> None:
    """A table that goes on over the page has its head there again."""
    for item in laid.items:
        if not isinstance(item, Grid):
            continue
        head = columns.header_rows(item.shape)
        run = next((run for run in item.runs if run is not None), None)
        cursor = QTextCursor(sheet.document)
        cursor.setPosition(run.position if run is not None else 0)
        table = cursor.currentTable()
        if table is not None and 0 < head < item.shape.rows:
            format_ = table.format()
            format_.setHeaderRowCount(head)
            table.setFormat(format_)


def _break_pages(sheet: Sheet, document: Document, laid: Plan, start: int, end: int) -> None:
    """An attachment begins on a new page (GB/T 9704—2012 §7.3.4)."""
    for part in document.parts:
        if part.kind is not PartKind.ATTACHMENT or not start < part.start < end:
            continue
        cursor = QTextCursor(sheet.document)
        cursor.setPosition(laid.map.position(part.start))
        if cursor.currentTable() is None:
            format_ = cursor.blockFormat()
            format_.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(format_)


def _enter(sheet: Sheet, document: Document, laid: Plan, begin: int, end: int) -> None:
    """The outline of a piece of a document: the texts it issues, its attachments, their headings."""
    entries: list[tuple[int, int, str]] = []
    for part in document.parts:
        if part.kind is not PartKind.BODY and begin <= part.start < end:
            entries.append((part.start, 0, f"{part.label} {part.title}".strip()))
    entries += [(heading.start, heading.level, f"{heading.label} {heading.text}".strip())
                for heading in outline(document.text, document.blocks)]
    for start, level, words in sorted(entries):
        sheet.bookmark(2 + level, words, laid.map.position(start))


def _mark(sheet: Sheet, laid: Plan, marks: Iterable[Marked], styles: dict[str, Style], end: int) -> None:
    """Draw the marks and set the numbers of their notes behind them; `end`: of what stands on the sheet."""
    places: list[tuple[int, int]] = []
    for mark in marks:
        _draw(sheet, laid, mark, styles.get(mark.placed.annotation.style))
        if mark.number and mark.end <= end:
            places.append((laid.map.position(mark.end), mark.number))
    for position, own in sorted(places, reverse=True):  # from the end, so that no position shifts
        cursor = QTextCursor(sheet.document)
        cursor.setPosition(position)
        format_ = QTextCharFormat(cursor.charFormat())
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        format_.clearBackground()
        cursor.insertText(f"[{own}]", format_)


def _draw(sheet: Sheet, laid: Plan, mark: Marked, style: Style | None) -> None:
    look = QTextCharFormat()
    if mark.placed.annotation.mark is Mark.UNDERLINE:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    else:
        look.setBackground(QBrush(QColor(style.light if style is not None else UNKNOWN)))
    for first, last in laid.map.pieces(mark.start, mark.end):
        cursor = QTextCursor(sheet.document)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)
