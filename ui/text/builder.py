"""Fills a QTextDocument from a plan by cursor, in slices, so that the first screen need not wait for the rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from reader.model.document import BlockKind, Document, Reference
from ui.text import columns
from ui.text.columns import Setting
from ui.text.faces import BODY, HEI
from ui.text.neighbours import Neighbourhood
from ui.text.offsets import displayed
from ui.text.plan import Grid, Paragraph, Plan, Shape, Slot
from ui.text.typography import CELL, HEADER_CELL, Look, Typography, heading_look, is_chapter

CELL_COST = 60  # to insert and lay out a cell takes as long as about this many characters
PARAGRAPH_COST = 15
_SEAM = -4  # pixels between the pieces of a table: the two borders and Qt's empty line between become one line
_SPANNING = 12  # characters of a spanning cell up to which it is set in the middle
_RUN_IN = 34  # a heading longer than this many characters runs on into its clause
_CLOSING = ("。", "：", ".", ":", "；")  # marks that close a heading inside its paragraph and are set like it


@dataclass(frozen=True, slots=True)
class _TableLook:
    header: int  # rows
    settings: tuple[Setting, ...]
    fit: columns.Fit


class Builder:
    """Writes the items of a plan one after the other.

    Args:
        target: an empty document.
        document: what the plan was made of.
        plan: its runs.
        typography: formats.
        line: width of the text column in ems.
    """

    def __init__(self, target: QTextDocument, document: Document, plan: Plan, typography: Typography,
                 line: float) -> None:
        self._target = target
        self._text = document.text
        self._plan = plan
        self._type = typography
        self._line = line
        self._looks = Neighbourhood(plan.items, line, plan.boxes)
        self._references = links(document)
        self._reference_starts = [reference.start for reference in self._references]
        self._tables: dict[int, _TableLook] = {}
        self._next = 0
        self._fresh = True

    @property
    def finished(self) -> bool:
        """Whether everything has been written."""
        return self._next >= len(self._plan.items)

    @property
    def written(self) -> int:
        """Offset up to which the text has been written."""
        if self.finished:
            return len(self._text)
        return self._plan.items[self._next].block.start if self._next else 0

    def cost_to(self, offset: int) -> int:
        """What it costs to write until the text at an offset is there, as `advance` counts."""
        cost = 0
        for item in self._plan.items[self._next:]:
            if item.block.start > offset:
                break
            cost += _cost(item)
        return cost

    def advance(self, cost: int) -> bool:
        """Write items until they cost about as much as `cost` characters of plain text, at least one item.

        Returns:
            Whether everything has been written.
        """
        with self._writing() as cursor:
            while cost > 0 and not self.finished:
                cost -= self._write(cursor)
        return self.finished

    def advance_to(self, offset: int) -> None:
        """Write items at once until the text at an offset is there. One edit, for Qt lays out at the end of each."""
        with self._writing() as cursor:
            while not self.finished and self.written <= offset:
                self._write(cursor)

    @contextmanager
    def _writing(self) -> Iterator[QTextCursor]:
        cursor = QTextCursor(self._target)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        yield cursor
        cursor.endEditBlock()

    def _write(self, cursor: QTextCursor) -> int:
        """Write the next item; what it cost."""
        item = self._plan.items[self._next]
        if isinstance(item, Paragraph):
            self._paragraph(cursor, item)
        else:
            self._grid(cursor, item)
        self._next += 1
        return _cost(item)

    def _paragraph(self, cursor: QTextCursor, item: Paragraph) -> None:
        style = self._looks.look(self._next)
        block_format, format_ = self._type.block(style), self._type.character(style)
        if self._fresh:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(format_)
            self._fresh = False
        else:
            cursor.insertBlock(block_format, format_)
        body = displayed(item.run.text)
        length, head_style, body_style = _head(item, style)
        if length:
            cursor.insertText(body[:length], self._type.character(head_style))
        cursor.insertText(body[length:], self._type.character(body_style))
        self._link(cursor, item.run.start, item.run.end)

    def _link(self, cursor: QTextCursor, start: int, end: int) -> None:
        """Colour the references that begin in [start, end)."""
        first = bisect_left(self._reference_starts, start)
        if first == len(self._references) or self._references[first].start >= end:
            return
        painter = QTextCursor(cursor)
        for reference in self._references[first:]:
            if reference.start >= end:
                break
            painter.setPosition(self._plan.map.position(reference.start))
            painter.setPosition(self._plan.map.position(min(reference.end, end)), QTextCursor.MoveMode.KeepAnchor)
            painter.mergeCharFormat(self._type.link())

    def _grid(self, cursor: QTextCursor, grid: Grid) -> None:
        table_look = self._table_look(grid.shape)
        table = cursor.insertTable(grid.last - grid.first, grid.shape.columns, self._table_format(grid, table_look))
        for slot in grid.slots:
            if slot.row_span > 1 or slot.column_span > 1:
                table.mergeCells(slot.row - grid.first, slot.column, slot.row_span, slot.column_span)
        known: dict[tuple[bool, Qt.AlignmentFlag], tuple[QTextBlockFormat, QTextCharFormat, QTextCharFormat]] = {}
        for slot, run in zip(grid.slots, grid.runs, strict=True):
            header = slot.row < table_look.header
            align = _alignment(slot, header, table_look)
            if (header, align) not in known:
                style = _cell_look(header, align, table_look)
                known[header, align] = (self._type.block(style), self._type.cell(style, shaded=header),
                                        self._type.character(style))
            block_format, cell_format, format_ = known[header, align]
            cursor.setPosition(run.position if run is not None else
                               table.cellAt(slot.row - grid.first, slot.column).firstPosition())
            cursor.setBlockFormat(block_format)
            # Merged, not set: the format of a cell's first block is that of the cell too and holds its spans.
            cursor.mergeBlockCharFormat(cell_format)
            if run is not None and run.text:
                cursor.insertText(displayed(run.text), format_)
                self._link(cursor, run.start, run.end)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _table_look(self, shape: Shape) -> _TableLook:
        """How a whole table is set, the same for all its pieces."""
        known = self._tables.get(shape.table.start)
        if known is None:
            header = columns.header_rows(shape)
            fit = columns.fit(shape, self._line / CELL.size)
            known = _TableLook(header, columns.settings(shape, header), fit)
            self._tables[shape.table.start] = known
        return known

    def _table_format(self, grid: Grid, table_look: _TableLook) -> QTextTableFormat:
        em = self._type.em
        result = QTextTableFormat()
        result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        result.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 * share)
                                          for share in table_look.fit.shares])
        result.setBorderCollapse(True)
        result.setBorder(1)
        result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBorderBrush(QBrush(QColor(self._type.theme.rule)))
        result.setCellPadding(max(round(table_look.fit.padding * table_look.fit.shrink * CELL.size * em), 1))
        result.setCellSpacing(0)
        # A piece lies on the lower border of the piece above.
        result.setTopMargin(_SEAM if grid.first else round(0.4 * em))
        result.setBottomMargin(0 if grid.last < grid.shape.rows else round(0.8 * em))
        return result


def _cost(item: Paragraph | Grid) -> int:
    """What it costs to write an item, in characters of plain text."""
    if isinstance(item, Paragraph):
        return len(item.run.text) + PARAGRAPH_COST
    return CELL_COST * len(item.slots)


def _alignment(slot: Slot, header: bool, table_look: _TableLook) -> Qt.AlignmentFlag:
    """How a cell is set: figures to the right, short words in the middle, heads as heads are."""
    if header:
        return HEADER_CELL.align
    setting = table_look.settings[slot.column]
    if setting is Setting.NUMBER and columns.is_number(slot.text):
        return Qt.AlignmentFlag.AlignRight
    spanning = slot.column_span > 1 or slot.row_span > 1
    if setting is not Setting.TEXT or (spanning and len(slot.text) <= _SPANNING):
        return Qt.AlignmentFlag.AlignHCenter
    return CELL.align


def _cell_look(header: bool, align: Qt.AlignmentFlag, table_look: _TableLook) -> Look:
    base = HEADER_CELL if header else CELL
    return Look(base.families, round(base.size * table_look.fit.shrink, 3), base.bold, base.ink, align, line=base.line)


def _head(item: Paragraph, style: Look) -> tuple[int, Look, Look]:
    """How many characters at the start of a paragraph are set as its head, their look and that of what follows.

    Heads are the heading that a paragraph opens with, the first sentence of a heading that runs on into its clause,
    and the label of an article.
    """
    block, text = item.block, item.run.text
    if not item.first:
        return 0, style, style
    if block.heading_end > block.start:
        closing = block.heading_end - block.start
        length = closing + (text[closing:closing + 1] in _CLOSING)
        return length, heading_look(block.level, style), style
    if block.kind is BlockKind.HEADING and not is_chapter(block) and len(text) > _RUN_IN:
        stop = text.find("。") + 1
        length = stop if 0 < stop <= 2 * _RUN_IN and stop < len(text) else _label_length(item)
        return length, style, Look(BODY, style.size, ink=style.ink)
    if block.label.startswith("第") and block.label.endswith("条"):
        return _label_length(item), Look(HEI, style.size, ink=style.ink), Look(BODY, style.size, ink=style.ink)
    return 0, style, style


def _label_length(item: Paragraph) -> int:
    label = item.block.label
    return len(label) if label and item.run.text.startswith(label) else 0


def links(document: Document) -> tuple[Reference, ...]:
    """The references that lead to another document, in text order."""
    return tuple(sorted((reference for reference in document.references
                         if reference.key and reference.key != document.facts.key), key=lambda one: one.start))
