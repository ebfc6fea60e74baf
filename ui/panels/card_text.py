"""Text on cards of lists: a few wrapped lines with an ellipsis, and stretches of it marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

ELLIPSIS = "…"


def utf16(text: str, offset: int) -> int:
    """UTF-16 units before code point `offset`: Qt counts those."""
    return len(text[:offset].encode("utf-16-le")) // 2


def lay_out(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    ranges: Sequence[tuple[int, int]] = (),
    form: QTextCharFormat | None = None,
) -> QTextLayout:
    """Wrap a text into at most `lines` lines of `width` pixels, the last with an ellipsis where there is more.

    Args:
        ranges: stretches to draw in `form`, code points.
    """
    layout = _wrapped(text, font, width, lines, ranges, form)
    shown, kept = text, text
    while kept and (end := _end(layout)) < utf16(shown, len(shown)):
        # What stands before the ellipsis may take it along to a line that is not there: then that goes, too.
        kept = _head(shown, end if end < utf16(kept, len(kept)) and shown is not text else end - 1)
        shown = kept + ELLIPSIS
        # The ellipsis is no part of what is marked.
        inside = [(start, min(stop, len(kept))) for start, stop in ranges if start < len(kept)]
        layout = _wrapped(shown, font, width, lines, inside, form)
    return layout


def _head(text: str, units: int) -> str:
    """The beginning of a text, so many UTF-16 units at most, without white space behind it."""
    return text.encode("utf-16-le")[: 2 * max(units, 0)].decode("utf-16-le", errors="ignore").rstrip()


def _end(layout: QTextLayout) -> int:
    """UTF-16 units of the text that stand on the lines there are."""
    last = layout.lineAt(layout.lineCount() - 1)
    return last.textStart() + last.textLength()


def _wrapped(
    text: str, font: QFont, width: float, lines: int, ranges: Sequence[tuple[int, int]], form: QTextCharFormat | None
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if form is not None:
        layout.setFormats([_format(text, start, end, form) for start, end in ranges if start < len(text)])
    layout.beginLayout()
    y = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _format(text: str, start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    one = QTextLayout.FormatRange()
    one.start = utf16(text, start)  # type: ignore[attr-defined]  # the stubs leave out the fields
    one.length = utf16(text, end) - utf16(text, start)  # type: ignore[attr-defined]
    one.format = form  # type: ignore[attr-defined]
    return one


def draw(painter: QPainter, layout: QTextLayout, x: float, y: float, color: QColor) -> float:
    """Draw a layout; returns the y below it."""
    painter.setPen(color)
    layout.draw(painter, QPointF(x, y))
    return y + height(layout)


def height(layout: QTextLayout) -> float:
    """Height of all lines, pixels."""
    return sum(layout.lineAt(i).height() for i in range(layout.lineCount()))


def smaller(font: QFont, ratio: float = 0.88) -> QFont:
    """The font of second lines."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * ratio)
    return small


def line_height(font: QFont) -> int:
    """Height of one line, pixels."""
    return QFontMetrics(font).lineSpacing()
