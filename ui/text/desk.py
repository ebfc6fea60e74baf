"""The desk the sheet lies on, and its shadow."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from ui.theme import Theme

_REACH = 7  # pixels
_DEPTH, _DEPTH_DARK = 34, 70  # opacity at the edge, of 255


def paint_desk(painter: QPainter, theme: Theme, room: QRect, sheet: QRect) -> None:
    """Fill `room` with the desk and lay the paper of `sheet` on it."""
    painter.fillRect(room, QColor(theme.desk))
    painter.fillRect(sheet, QColor(theme.paper))
    for edge, outward in ((sheet.left(), -1), (sheet.right() + 1, 1)):
        shadow = QLinearGradient(edge, 0, edge + _REACH * outward, 0)
        shade = QColor(0, 0, 0, _DEPTH_DARK if theme.dark else _DEPTH)
        shadow.setColorAt(0, shade)
        shade.setAlpha(0)
        shadow.setColorAt(1, shade)
        painter.fillRect(QRect(min(edge, edge + _REACH * outward), sheet.top(), _REACH, sheet.height()), shadow)
