"""The scroll bar of the text: where in the document annotations and hits stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QToolTip, QWidget

from ui.text.geometry import Geometry
from ui.text.hits import Hits
from ui.text.marks import Shown
from ui.theme import Theme

_AFTER_MS = 120  # without changes, after which places are looked up: painting the text comes first
_THICK = 2  # pixels of a stripe
_NEAR = 4  # pixels from a stripe at which a click means it
_MANY = 1_000  # hits from which on the rows of the bar are asked for hits, not the hits for their rows


@dataclass(frozen=True, slots=True)
class Stripe:
    """A stripe on the bar. Annotations have the left half, hits the right, the current hit the whole width.

    Attributes:
        row: in pixels from the top of the bar.
        hit: whether it is a hit.
        current: whether it is the current hit.
        offset: of the first place it stands for, in code points.
        colour: of the annotation; "" for a hit.
        label: what a tooltip says, "" for a hit.
    """

    row: int
    hit: bool
    current: bool
    offset: int
    colour: str = ""
    label: str = ""


class Overview(QScrollBar):
    """A vertical scroll bar with stripes; a click on one goes there. From the keyboard the hits and annotations are
    walked by the commands of the view.

    Args:
        parent: the page.

    Signals:
        placeRequested: the offset of the stripe that was clicked.
    """

    placeRequested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("textOverview")
        self.setAccessibleName(self.tr("滚动条"))
        self._theme: Theme | None = None
        self._geometry: Geometry | None = None
        self._length = 1
        self._marks: tuple[Shown, ...] = ()
        self._hits = Hits()
        self._known: dict[int, float] = {}  # offset → height, while the text stays laid out as it is
        self._known_for = (0, 0)
        self.stripes: tuple[Stripe, ...] = ()
        self._picture: QPixmap | None = None
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_AFTER_MS)
        self._look.timeout.connect(self.refresh)
        self.rangeChanged.connect(self._look.start)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._picture = None
        self.update()

    def set_geometry(self, geometry: Geometry, length: int) -> None:
        """Say how the document at hand is laid out, and how many code points it has."""
        self._geometry, self._length = geometry, max(length, 1)
        self._known.clear()
        self._look.start()

    def set_marks(self, marks: tuple[Shown, ...]) -> None:
        """Show these annotations, in text order."""
        self._marks = marks
        self._look.start()

    def set_hits(self, hits: Hits) -> None:
        """Show these hits; at once, for one looks for them."""
        self._hits = hits
        self.refresh()

    def refresh(self) -> None:
        """Look up where all stripes are. Before the whole text is laid out that is estimated from the offsets."""
        geometry, whole = self._geometry, self.maximum() + self.pageStep()
        complete = geometry is not None and geometry.complete
        if geometry is not None and self._known_for != (whole, geometry.width):
            self._known.clear()
            self._known_for = (whole, geometry.width)
        laid_out = geometry if complete else None
        found: dict[tuple[int, bool], Stripe] = {}
        for mark in self._marks:
            row = self._row(mark.start, laid_out)
            if (row, False) not in found:
                found[row, False] = Stripe(row, False, False, mark.start, mark.line, mark.label)
        for row, start in self._hit_rows(laid_out):
            found.setdefault((row, True), Stripe(row, True, False, start))
        if self._hits.current is not None:
            start = self._hits.ranges[self._hits.current][0]
            row = self._row(start, laid_out)
            found[row, True] = Stripe(row, True, True, start)
        self._picture = None
        self.stripes = tuple(sorted(found.values(), key=lambda one: (one.current, one.row)))
        self.update()
        if self.stripes and self.isVisible() and not complete:
            self._look.start()  # Qt lays out the rest while the program is idle

    def stripe_at(self, y: float) -> Stripe | None:
        """The stripe at or next to a height of the bar, if one is near."""
        near = min(self.stripes, key=lambda one: abs(one.row + _THICK / 2 - y), default=None)
        return near if near is not None and abs(near.row + _THICK / 2 - y) <= _NEAR else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar, and the stripes over it."""
        super().paintEvent(event)
        theme = self._theme
        if theme is None or not self.stripes:
            return
        if self._picture is None or self._picture.deviceIndependentSize() != self.size().toSizeF():
            self._picture = self._draw(theme)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _draw(self, theme: Theme) -> QPixmap:
        """The stripes alone: the bar is painted at every step of scrolling, and they may be hundreds."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        half = self.width() / 2
        for stripe in self.stripes:
            if stripe.current:
                painter.fillRect(QRectF(0, stripe.row - 0.5, self.width(), _THICK + 1), QColor(theme.hit_current))
            elif stripe.hit:
                painter.fillRect(QRectF(half + 0.5, stripe.row, half - 1, _THICK), QColor(theme.hit))
            else:
                painter.fillRect(QRectF(0.5, stripe.row, half - 1, _THICK), QColor(stripe.colour))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a stripe goes there; elsewhere the bar is a bar."""
        stripe = self.stripe_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and stripe is not None and not self._on_handle(event):
            self.placeRequested.emit(stripe.offset)
            return
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tooltips say what a stripe stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            stripe = self.stripe_at(event.pos().y())
            text = "" if stripe is None else self.tr("查找命中") if stripe.hit else stripe.label
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, other rows."""
        super().resizeEvent(event)
        self._look.start()

    def _hit_rows(self, geometry: Geometry | None) -> Iterator[tuple[int, int]]:
        """Rows of the bar that have hits, each with the offset of one of them."""
        ranges = self._hits.ranges
        if len(ranges) < _MANY:
            yield from ((self._row(start, geometry), start) for start, _ in ranges)
            return
        rows = max(self.height() - _THICK, 1)
        step = max(self._known_for[0], 1) / rows
        first = 0
        for row in range(rows):
            end = geometry.offset_at(step * (row + 1)) if geometry else self._length * (row + 1) // rows
            last = bisect_left(ranges, (end, 0), first)
            if last > first:
                yield row, ranges[first][0]
            first = last

    def _row(self, offset: int, geometry: Geometry | None) -> int:
        """The row of an offset, by its height where the text is laid out."""
        share = offset / self._length
        if geometry is not None:
            height = self._known.get(offset)
            if height is None:
                height = self._known[offset] = geometry.line(offset).top()
            share = height / max(self._known_for[0], 1)
        return round(min(max(share, 0.0), 1.0) * (self.height() - _THICK))

    def _on_handle(self, event: QMouseEvent) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = self.style().hitTestComplexControl(QStyle.ComplexControl.CC_ScrollBar, option,
                                                  event.position().toPoint(), self)
        return part == QStyle.SubControl.SC_ScrollBarSlider
