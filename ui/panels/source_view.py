"""The original of an issue: its lines with their numbers, read only, one of them marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from ui.theme import current

MOST_MARKED = 200
"""Lines of one paragraph or table that are marked; a table may have thousands."""

PAD = 8
"""Pixels beside the line numbers."""


class SourceView(QPlainTextEdit):
    """Shows lines exactly as they are in the file.

    Signals:
        lineChosen: 1-based number of the line that was clicked.
    """

    lineChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceView")
        self.setAccessibleName(self.tr("原文"))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.line = 0
        self.last_line = 0
        self._numbers = LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._on_update)
        self._make_room()

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show the lines of a file; none is marked."""
        self.line = self.last_line = 0
        self.setExtraSelections([])
        self.setPlainText("\n".join(lines))

    def show_line(self, line: int, last: int = 0) -> None:
        """Mark a line and bring it into view.

        Args:
            line: 1-based; 0 marks none.
            last: the last line of its paragraph, which is marked too.
        """
        block = self.document().findBlockByNumber(line - 1)
        self.line = line if line > 0 and block.isValid() else 0
        self.last_line = max(min(last, self.blockCount()), self.line)
        self._mark()
        if self.line:
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            self.centerCursor()
        self._numbers.update()

    def numbers_width(self) -> int:
        """Pixels that the line numbers need."""
        digits = max(len(str(self.blockCount())), 3)
        return self.fontMetrics().horizontalAdvance("9") * digits + 2 * PAD + 6

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        theme = current()
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(theme.shade))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        bold = QFont(self.font())
        bold.setBold(True)
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            if top + height >= event.rect().top():
                marked = self.line <= block.blockNumber() + 1 <= self.last_line
                painter.setFont(bold if marked else self.font())
                painter.setPen(QColor(theme.accent_ink if marked else theme.muted))
                place = QRect(0, round(top), self._numbers.width() - PAD, self.fontMetrics().height())
                painter.drawText(
                    place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(block.blockNumber() + 1)
                )
                if block.blockNumber() + 1 == self.line:
                    painter.drawText(place.adjusted(2, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, "▸")
            top += height
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.numbers_width(), inside.height()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_numbers"):
            self._make_room()
            self._mark()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.line:
            self.centerCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.lineChosen.emit(self.textCursor().blockNumber() + 1)

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._numbers.update()

    def _on_update(self, _rect: QRect, _dy: int) -> None:
        self._numbers.update()

    def _mark(self) -> None:
        if not self.line:
            self.setExtraSelections([])
            return
        theme = current()
        form = QTextCharFormat()
        form.setBackground(QColor(theme.hit_fill))
        form.setForeground(QColor(theme.ink))
        form.setProperty(QTextFormat.Property.FullWidthSelection, True)
        marks = []
        for number in range(self.line, min(self.last_line, self.line + MOST_MARKED) + 1):
            mark = QTextEdit.ExtraSelection()
            # The stubs leave out the fields. A cursor without selection makes the band as wide as the page.
            mark.cursor = QTextCursor(self.document().findBlockByNumber(number - 1))  # type: ignore[attr-defined]
            mark.format = form  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)


class LineNumbers(QWidget):
    """The strip to the left of the lines."""

    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self) -> QSize:
        return QSize(self._view.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(event)
