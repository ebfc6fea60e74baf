"""Which annotations the page shows, how deep they lie over one another, and how one is painted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from reader.model.annotation import AnchorState, Mark, PlacedAnnotation, Style
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
    """

    placed: PlacedAnnotation
    start: int
    end: int
    depth: int
    fill: str
    line: str
    letter: str
    label: str

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


def shown(placed: Iterable[PlacedAnnotation], styles: Sequence[Style], theme: Theme, length: int,
          known: Sequence[Shown] = ()) -> tuple[Shown, ...]:
    """The annotations that have a place in a text of `length` code points, in text order, longer before shorter.

    A note on the whole document has the empty range at its start.

    Args:
        known: what the same text showed before, with the same styles and theme: what has not changed is taken from it.
    """
    before = {id(one.placed): one for one in known}
    by_name = {style.name: style for style in styles}
    ranges: list[tuple[int, int, str, int, PlacedAnnotation]] = []
    for one in placed:
        place = one.placement
        if place.state is AnchorState.ORPHAN:
            continue
        start, end = (0, 0) if one.annotation.anchor is None else (place.start, place.end)
        if start is None or end is None:
            continue
        start, end = max(start, 0), min(end, length)
        if start < end or one.annotation.anchor is None:
            ranges.append((start, -end, one.annotation.created, len(ranges), one))
    ranges.sort()
    result = []
    lanes: list[int] = []  # the end of the last annotation in each lane
    for start, negative, _, _, one in ranges:
        end, depth = -negative, 0
        if start < end:
            for depth, lane_end in enumerate(lanes):  # thousands of annotations come here at every change
                if lane_end <= start:
                    lanes[depth] = end
                    break
            else:
                depth = len(lanes)
                lanes.append(end)
        depth = min(depth, MAX_DEPTH - 1)
        same = before.get(id(one))
        if same is not None and (same.start, same.end, same.depth) == (start, end, depth):
            result.append(same)
            continue
        style = by_name.get(one.annotation.style)
        label = style.label if style else one.annotation.style
        colour = (style.dark if theme.dark else style.light) if style else theme.shade
        result.append(Shown(one, start, end, depth, theme.fill(colour),
                            line_colour(colour, theme), label[:1] or "?", label))
    return tuple(result)


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
