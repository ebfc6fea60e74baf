"""Rows of tables kept whole where a page ends: Qt breaks them between two lines, and then sets what stands in the
middle of a broken row over the head of the next page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextFrame, QTextTable, QTextTableCell

from ui.printing.paper import EM

_SLACK = EM / 2
"""Layout units by which a row ends above the end of its page: no room for a line, and borders have theirs."""


def keep_rows(document: QTextDocument, since: int = 0) -> None:
    """Move rows that would be broken to the next page, the row above reaching down to the end of its page, as Qt itself
    does where not one line of a row fits. Rows under a head or a spanning cell, and rows longer than half a page, are
    set from the top instead.

    Args:
        document: laid out, with a page size.
        since: position from which on tables are looked at.
    """
    height = document.pageSize().height()
    for table in tables(document.rootFrame()):
        if table.lastPosition() < since:
            continue
        for row in range(table.rows()):
            top, bottom = _extent(document, table, row)
            end = (top // height + 1) * height
            if bottom <= end:
                continue
            if bottom - top < height / 2 and _may_stretch(table, row - 1):
                _stretch(table, row - 1, end - top - _SLACK)
            else:
                _from_top(table, row)


def tables(frame: QTextFrame) -> Iterator[QTextTable]:
    """The tables of a text in its order; none stands in another."""
    for child in frame.childFrames():
        if isinstance(child, QTextTable):
            yield child


def _cells(table: QTextTable, row: int) -> Iterator[QTextTableCell]:
    """The cells that begin in a row."""
    for column in range(table.columns()):
        cell = table.cellAt(row, column)
        if cell.row() == row and cell.column() == column:
            yield cell


def _extent(document: QTextDocument, table: QTextTable, row: int) -> tuple[float, float]:
    """From the top of the first line to the bottom of the last one of the cells that lie in this row alone."""
    layout = document.documentLayout()
    tops, bottoms = [], []
    for cell in _cells(table, row):
        block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
        while cell.rowSpan() == 1:
            above = layout.blockBoundingRect(block).top()
            for number in range(block.layout().lineCount()):
                line = block.layout().lineAt(number)
                tops.append(above + line.y())
                bottoms.append(above + line.y() + line.height())
            if block == last:
                break
            block = block.next()
    return min(tops, default=0.0), max(bottoms, default=0.0)


def _may_stretch(table: QTextTable, row: int) -> bool:
    """Whether a row can be made higher: it is none of the head, and no cell reaches over its lower edge."""
    if row < table.format().headerRowCount():
        return False
    return all(cell.row() + cell.rowSpan() == row + 1
               for cell in (table.cellAt(row, column) for column in range(table.columns())))


def _from_top(table: QTextTable, row: int) -> None:
    """Set what stands in the cells of a row from their top. All at once: after each change Qt lays out what follows."""
    cursor = table.firstCursorPosition()
    cursor.beginEditBlock()
    for cell in _cells(table, row):
        format_ = cell.format()
        if format_.verticalAlignment() != QTextCharFormat.VerticalAlignment.AlignTop:
            format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignTop)
            cell.setFormat(format_)
    cursor.endEditBlock()


def _stretch(table: QTextTable, row: int, more: float) -> None:
    """Make a row higher by the padding of one cell, above and below its text, which so stays in the middle."""
    cell = max(_cells(table, row), key=lambda one: one.lastPosition() - one.firstPosition())
    format_ = cell.format().toTableCellFormat()
    padding = table.format().cellPadding()
    format_.setTopPadding(padding + more / 2)
    format_.setBottomPadding(padding + more / 2)
    cell.setFormat(format_)
