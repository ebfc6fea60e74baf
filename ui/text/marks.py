"""An annotation as the page shows it, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model.annotation import AnchorState, Mark, PlacedAnnotation
from ui.theme import Theme, contrast, mixed

_STANDS_OUT = 3.0  # contrast of lines and frames (WCAG 2.1, 1.4.11)
_STEPS = 20
MAX_DEPTH = 3  # annotations over one another that are still told apart


@dataclass(frozen=True, slots=True)
class Shown:
    """An annotation as the page shows it.

    Attributes:
        placed: the annotation; its placement has a range.
        start, end: that range (code points, half-open); empty for a note on the whole document.
        depth: how many annotations that began before reach under it, at most `MAX_DEPTH` − 1.
        fill: of a highlight.
        line: of an underline, a border, the margin mark; to be told apart from paper and text.
        letter: the first character of the style's label.
        noted: whether it has a note to show.
    """

    placed: PlacedAnnotation
    start: int
    end: int
    depth: int
    fill: str
    line: str
    letter: str
    label: str
    noted: bool = False

    @property
    def id(self) -> str:
        """The annotation's id."""
        return self.placed.annotation.id

    @property
    def whole(self) -> bool:
        """Whether it is a note on the whole document."""
        return self.start == self.end

    @property
    def uncertain(self) -> bool:
        """Whether the place is only a question."""
        return self.placed.placement.state is AnchorState.UNCERTAIN

    def at_depth(self, depth: int) -> Self:
        """The same over so many others."""
        return self if depth == self.depth else replace(self, depth=depth)


def paint_fill(painter: QPainter, mark: Shown, rectangles: Sequence[QRectF]) -> None:
    """The part of an annotation that lies under the text: a band, the lower for each annotation it lies upon, so that
    all of them show."""
    if mark.uncertain or mark.placed.annotation.mark is not Mark.HIGHLIGHT:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mark.fill))
    for rectangle in rectangles:
        band = QRectF(rectangle)
        band.setTop(band.top() + band.height() * 0.34 * mark.depth)
        painter.drawRoundedRect(band, 2.0, 2.0)


def paint_lines(painter: QPainter, mark: Shown, rectangles: Sequence[QRectF], *, active: bool) -> None:
    """The part of an annotation that lies over the text: an underline, the edge of a highlight that lies on another,
    the dashes round an uncertain place, the frame of the one that is chosen."""
    underline = mark.placed.annotation.mark is Mark.UNDERLINE
    pen = QPen(QColor(mark.line), 2.0 if underline else 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rectangle in rectangles:
        if mark.uncertain:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(rectangle.adjusted(0.5, 0.5, -0.5, -0.5), 3.0, 3.0)
        elif underline or mark.depth:
            painter.setPen(pen)
            y = round(rectangle.bottom() + (1.0 + 3.0 * mark.depth if underline else -0.5)) + (0 if underline else 0.5)
            painter.drawLine(QPointF(rectangle.left(), y), QPointF(rectangle.right(), y))
        if active:
            painter.setPen(QPen(QColor(mark.line), 1.4))
            painter.drawRoundedRect(rectangle.adjusted(-1, -1, 1, 1), 3.0, 3.0)


@cache
def line_colour(fill: str, theme: Theme) -> str:
    """A colour of the same hue that stands out from paper, desk and window: darker on light paper, lighter on dark."""
    colour = QColor(fill)
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    if theme.dark:
        line = QColor.fromHslF(max(hue, 0.0), min(saturation, 0.6), min(lightness + 0.34, 0.78)).name()
    else:
        line = QColor.fromHslF(max(hue, 0.0), min(saturation, 0.7), max(lightness - 0.42, 0.3)).name()
    grounds = (theme.paper, theme.desk, theme.window)
    for step in range(_STEPS + 1):
        drawn = mixed(line, theme.ink, step / _STEPS)
        if all(contrast(drawn, ground) >= _STANDS_OUT for ground in grounds):
            break
    return drawn
