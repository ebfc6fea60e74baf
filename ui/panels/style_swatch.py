"""Pictures of annotation styles: a patch in the colour with the style's digit, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from reader.model.annotation import Style
from ui.theme import current


def swatch(style: Style, size: int = 18) -> QIcon:
    """The picture of a style in the current theme, `size` pixels square."""
    theme = current()
    icon = QIcon()
    for ratio in (1.0, 2.0):
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.rule))
        painter.setBrush(QColor(style.dark if theme.dark else style.light))
        painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), 4, 4)
        if style.shortcut:
            font = QFont(painter.font())
            font.setPixelSize(round(size * 0.62))
            painter.setFont(font)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, str(style.shortcut))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
