"""What is painted round the text besides annotations: hits, the flash, the tint of a clause, lines between parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.theme import Theme

_TINT, _TINT_DARK, _FLASH = 0.07, 0.12, 0.26  # opacity
FOCUS = 2  # pixels
_AIR = 6  # pixels between a box and its text


def paint_breaks(painter: QPainter, theme: Theme, heights: Sequence[float], width: float) -> None:
    """A thin line in the middle of `width` where an issued text or an attachment begins, as print begins a page."""
    half = width * 0.1
    for height in heights:
        painter.fillRect(QRectF(width / 2 - half, round(height), 2 * half, 1), QColor(theme.rule))


def paint_boxes(painter: QPainter, theme: Theme, boxes: Sequence[tuple[float, float]], width: float) -> None:
    """A frame on a shade round each box, from (top, bottom)."""
    painter.setPen(QPen(QColor(theme.rule), 1.0))
    painter.setBrush(QColor(theme.shade))
    for above, below in boxes:
        frame = QRectF(0.5, round(above) - _AIR + 0.5, width - 1, round(below - above) + 2 * _AIR)
        painter.drawRoundedRect(frame, 3, 3)


def paint_clause(painter: QPainter, theme: Theme, above: float, below: float, width: float) -> None:
    """A tint over the whole width: all this would be marked."""
    colour = QColor(theme.accent)
    colour.setAlphaF(_TINT_DARK if theme.dark else _TINT)
    painter.fillRect(QRectF(-4, above, width + 8, below - above), colour)


def paint_hit_fill(painter: QPainter, theme: Theme, rectangles: Sequence[QRectF], *, current: bool) -> None:
    """The part of a hit that lies under the text."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.hit_current_fill if current else theme.hit_fill))
    for rectangle in rectangles:
        painter.drawRect(rectangle)


def paint_hit_frame(painter: QPainter, theme: Theme, rectangles: Sequence[QRectF], *, current: bool) -> None:
    """A frame, dotted for a hit, full and strong for the current one: never like a highlight."""
    pen = QPen(QColor(theme.hit_current if current else theme.hit), 1.8 if current else 1.0)
    pen.setStyle(Qt.PenStyle.SolidLine if current else Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rectangle in rectangles:
        painter.drawRect(rectangle.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_flash(painter: QPainter, theme: Theme, rectangles: Sequence[QRectF], strength: float) -> None:
    """The tint, from 1 (full) to 0 (none), of a place one has been taken to."""
    colour = QColor(theme.flash)
    colour.setAlphaF(_FLASH * strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for rectangle in rectangles:
        painter.drawRoundedRect(rectangle.adjusted(-3, -2, 3, 2), 4, 4)


def paint_leader(painter: QPainter, point: QPointF, colour: str, width: float) -> None:
    """A line from the chosen annotation to the edge of the paper, where its note is; dots, for it is no underline."""
    painter.setPen(QPen(QColor(colour), 1.2, Qt.PenStyle.DotLine))
    painter.drawLine(point, QPointF(width, point.y()))


def paint_focus(painter: QPainter, theme: Theme, top: float, width: float) -> None:
    """A line over the head of the screen: keys go to the text, also while its caret is elsewhere."""
    painter.fillRect(QRectF(0, top, width, FOCUS), QColor(theme.accent))
