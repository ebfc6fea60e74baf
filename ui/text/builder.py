"""Fills a QTextDocument from a plan by cursor, in slices, so that the first screen need not wait for the rest."""

from __future__ import annotations

from bisect import bisect_left

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
    QTextTable,
    QTextTableFormat,
)

from reader.model.document import BlockKind, Document, Reference
from ui.text import columns
from ui.text.columns import Setting
from ui.text.offsets import displayed
from ui.text.plan import Grid, GridCell, Paragraph, Plan
from ui.text.typography import BODY, CELL, HEADER_CELL, HEI, Look, Typography, look

CELL_COST = 12  # a cell takes as long to insert as about this many characters
_RUN_IN = 34  # a heading longer than this many characters runs on into its clause


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
        self._references = tuple(sorted((r for r in document.references if r.key), key=lambda r: r.start))
        self._reference_starts = [reference.start for reference in self._references]
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

    def advance(self, cost: int) -> bool:
        """Write items until they cost about as much as `cost` characters of plain text, at least one item.

        Returns:
            Whether everything has been written.
        """
        cursor = QTextCursor(self._target)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        while cost > 0 and not self.finished:
            item = self._plan.items[self._next]
            if isinstance(item, Paragraph):
                self._paragraph(cursor, item)
                cost -= len(item.run.text) + CELL_COST
            else:
                self._grid(cursor, item)
                cost -= CELL_COST * len(item.cells)
            self._next += 1
        cursor.endEditBlock()
        return self.finished

    def _paragraph(self, cursor: QTextCursor, item: Paragraph) -> None:
        style = look(item.block)
        block_format = self._type.block(style, self._right_margin(item))
        if not item.first or self._follows_same(item):
            block_format = _closer(block_format)
        format_ = self._type.character(style)
        if self._fresh:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(format_)
            self._fresh = False
        else:
            cursor.insertBlock(block_format, format_)
        body = displayed(item.run.text)
        head = _head_length(item) if item.first else 0
        if head:
            cursor.insertText(body[:head], self._type.character(_head_look(item, style)))
            cursor.insertText(body[head:], self._type.character(_body_look(item, style)))
        else:
            cursor.insertText(body, format_)
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

    def _neighbour(self, step: int) -> Paragraph | None:
        index = self._next + step
        other = self._plan.items[index] if 0 <= index < len(self._plan.items) else None
        return other if isinstance(other, Paragraph) else None

    def _follows_same(self, item: Paragraph) -> bool:
        """Whether the paragraph before is of the same kind, so that the space between them is left out (a title of
        two lines, an attachment note of four)."""
        before = self._neighbour(-1)
        return (before is not None and before.block.kind is item.block.kind
                and item.block.kind in (BlockKind.TITLE, BlockKind.ISSUED_TITLE, BlockKind.ATTACHMENT_TITLE,
                                        BlockKind.ATTACHMENT_NOTE, BlockKind.CAPTION, BlockKind.IMPRINT))

    def _right_margin(self, item: Paragraph) -> float | None:
        """A signature is centred over its date, which ends four characters before the edge (GB/T 9704 §7.3.5); where
        it is longer than that allows, it ends two characters before the edge and the date below moves instead."""
        kind = item.block.kind
        if kind is BlockKind.SIGNATURE:
            date = self._neighbour(1)
            if date is not None and date.block.kind is BlockKind.DATE:
                centred = 4.0 + (columns.width(date.run.text) - columns.width(item.run.text)) / 2
                return max(centred, 2.0)
        if kind is BlockKind.DATE:
            signature = self._neighbour(-1)
            if signature is not None and signature.block.kind is BlockKind.SIGNATURE:
                difference = (columns.width(signature.run.text) - columns.width(item.run.text)) / 2
                return max(4.0, 2.0 + difference)
        return None

    def _grid(self, cursor: QTextCursor, grid: Grid) -> None:
        header = columns.header_rows(grid)
        setting = columns.settings(grid, header)
        table = cursor.insertTable(grid.rows, grid.columns, self._table_format(grid, header))
        for cell in grid.cells:
            if cell.row_span > 1 or cell.column_span > 1:
                table.mergeCells(cell.row, cell.column, cell.row_span, cell.column_span)
        shrink = self._shrink(grid)
        for cell in grid.cells:
            self._cell(cursor, table, cell, cell.row < header, setting[cell.column], shrink)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True

    def _cell(self, cursor: QTextCursor, table: QTextTable, cell: GridCell, header: bool, setting: Setting,
              shrink: float) -> None:
        at = table.cellAt(cell.row, cell.column)
        format_ = at.format().toTableCellFormat()
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        if header:
            format_.setBackground(_veil(self._type.theme.ink, 16))
        at.setFormat(format_)
        if cell.run is None:
            return
        style = _cell_look(cell, header, setting, shrink)
        cursor.setPosition(cell.run.position)
        cursor.setBlockFormat(self._type.block(style))
        # Merged, not set: the format of a cell's first block also holds the cell's spans and shade.
        cursor.mergeBlockCharFormat(self._type.character(style))
        cursor.insertText(displayed(cell.run.text), self._type.character(style))
        self._link(cursor, cell.run.start, cell.run.end)

    def _shrink(self, grid: Grid) -> float:
        """By how much the type of a wide table is made smaller, so that its figures stay on one line."""
        return min(max(self._line / max(columns.natural_width(grid) * CELL.size, 1.0), 0.8), 1.0)

    def _table_format(self, grid: Grid, header: int) -> QTextTableFormat:
        em = self._type.em
        result = QTextTableFormat()
        result.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        result.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, 100 * share)
                                          for share in columns.shares(grid)])
        result.setBorderCollapse(True)
        result.setBorder(1)
        result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBorderBrush(QBrush(QColor(self._type.theme.rule)))
        result.setCellPadding(round(0.28 * em))
        result.setCellSpacing(0)
        result.setHeaderRowCount(header)
        result.setTopMargin(round(0.4 * em))
        result.setBottomMargin(round(0.8 * em))
        return result


def _cell_look(cell: GridCell, header: bool, setting: Setting, shrink: float) -> Look:
    base = HEADER_CELL if header else CELL
    align = base.align
    if not header:
        spanning = cell.column_span > 1 or cell.row_span > 1
        if setting is Setting.NUMBER and cell.run is not None and columns.is_number(cell.run.text):
            align = Qt.AlignmentFlag.AlignRight
        elif setting is not Setting.TEXT or (spanning and cell.run is not None and len(cell.run.text) <= 12):
            align = Qt.AlignmentFlag.AlignHCenter
    return Look(base.families, round(base.size * shrink, 3), base.bold, base.ink, align, line=base.line)


def _head_length(item: Paragraph) -> int:
    """How many characters at the start of a paragraph are set as its head: the label of an article or item, or the
    first sentence of a heading that runs on into its clause."""
    block, text = item.block, item.run.text
    if block.kind is BlockKind.HEADING and len(text) > _RUN_IN:
        stop = text.find("。") + 1
        return stop if 0 < stop <= 2 * _RUN_IN and stop < len(text) else _label_length(item)
    if block.label.startswith("第") and block.label.endswith("条"):
        return _label_length(item)
    return 0


def _label_length(item: Paragraph) -> int:
    label = item.block.label
    return len(label) if label and item.run.text.startswith(label) else 0


def _head_look(item: Paragraph, style: Look) -> Look:
    return Look(HEI, style.size, ink=style.ink) if item.block.label.endswith("条") else style


def _body_look(item: Paragraph, style: Look) -> Look:
    return Look(BODY, style.size, ink=style.ink) if item.block.kind is BlockKind.HEADING else style


def _closer(block_format: QTextBlockFormat) -> QTextBlockFormat:
    result = QTextBlockFormat(block_format)
    result.setTopMargin(0)
    return result


def _veil(colour: str, alpha: int) -> QBrush:
    """A colour so thin that a highlight painted under it shows."""
    veil = QColor(colour)
    veil.setAlpha(alpha)
    return QBrush(veil)


def reference_at(document: Document, offset: int) -> Reference | None:
    """The reference to another document at an offset of the text."""
    return next((r for r in document.references if r.key and r.start <= offset < r.end), None)
