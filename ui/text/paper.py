"""The sheet of paper: a read-only text widget that paints annotations, hits and the flash round Qt's own text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ui.text.geometry import Geometry
from ui.text.hits import Hits
from ui.text.margin import CHIP, Entry, Margin
from ui.text.marks import Shown, paint_fill, paint_lines
from ui.text.overview import Overview
from ui.text.painting import (
    paint_boxes,
    paint_breaks,
    paint_clause,
    paint_flash,
    paint_focus,
    paint_hit_fill,
    paint_hit_frame,
    paint_leader,
)
from ui.theme import Theme

_REACH = 12  # pixels: underlines lie this far below their text at most
_SPARE = 40  # pixels: boxes reach this far beyond what is painted, that their edges do not show
_LONG = 1_500  # characters of an annotation that is longer than most screens
_FIRST = 200  # characters among which the first line of an annotation is found: line feeds have no rectangle


class Paper(QTextEdit):
    """Shows one filled QTextDocument as a sheet with a margin strip.

    What lies under the text (highlights, hits) is painted before Qt paints the text, what lies over it (underlines,
    frames, the flash) after; the document's own formats never change, so nothing is laid out again.

    Args:
        parent: the view.
        describe: answers the tooltip of an annotation (rich text).
    """

    def __init__(self, parent: QWidget, describe: Callable[[Shown], str]) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.overview = Overview(self)
        self.setVerticalScrollBar(self.overview)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                     | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._theme: Theme | None = None
        self._geometry: Geometry | None = None
        self._marks: tuple[Shown, ...] = ()
        self._reaches: tuple[int, ...] = ()  # for each mark how far it or one before it reaches
        self._active = ""
        self._draft: Shown | None = None
        self._hits = Hits()
        self._flash: tuple[int, int, float] | None = None
        self._leader: tuple[QPointF, str] | None = None
        self._clause: tuple[float, float, bool] | None = None
        self.strip = Margin(self, self._entries, describe)
        self._strip_width = 0

    def set_theme(self, theme: Theme) -> None:
        """Paper, ink and selection of a theme."""
        self._theme = theme
        palette = QPalette(self.palette())
        role = QPalette.ColorRole
        for where, colour in ((role.Base, theme.paper), (role.Text, theme.ink), (role.Highlight, theme.selection),
                              (role.HighlightedText, theme.selection_text)):
            palette.setColor(QPalette.ColorGroup.All, where, QColor(colour))
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self.strip.set_theme(theme)
        self.overview.set_theme(theme)

    def set_geometry(self, geometry: Geometry) -> None:
        """Say how the document at hand is laid out."""
        self._geometry = geometry
        self._flash = self._draft = None

    def set_marks(self, marks: tuple[Shown, ...]) -> None:
        """Show these annotations instead of those shown."""
        self._marks = marks
        self._reaches = tuple(accumulate((mark.end for mark in marks), max))
        self.overview.set_marks(marks)
        self.refresh()

    def set_active(self, annotation_id: str) -> None:
        """Frame one annotation; "" for none."""
        self._active = annotation_id
        self.strip.set_active(annotation_id)
        self.viewport().update()

    def set_hits(self, hits: Hits) -> None:
        """Show these hits of a search."""
        self._hits = hits
        self.overview.set_hits(hits)
        self.viewport().update()

    def set_flash(self, flash: tuple[int, int, float] | None) -> None:
        """Tint a range: (start, end, strength from 0 to 1), or nothing."""
        self._flash = flash
        self.viewport().update()

    def set_draft(self, draft: Shown | None) -> None:
        """Show this in the place of the annotation of its id, until told otherwise."""
        if draft != self._draft:
            self._draft = draft
            self.viewport().update()

    def active_mark(self) -> Shown | None:
        """The annotation that is framed, if it has a range."""
        if not self._active:
            return None
        return next((mark for mark in self._marks if mark.id == self._active and not mark.whole), None)

    def neighbour(self, offset: int, *, forward: bool) -> Shown | None:
        """The annotation after or before the one that is framed, in a circle; without one after or before an offset."""
        if not self._marks:
            return None
        index = next((index for index, mark in enumerate(self._marks) if mark.id == self._active), None)
        if index is None:
            after = bisect_left(self._marks, offset, key=lambda mark: mark.start)
            index = after - 1 if forward else after
        return self._marks[(index + (1 if forward else -1)) % len(self._marks)]

    def set_leader(self, leader: tuple[QPointF, str] | None) -> None:
        """Draw a line from a point of the document to the edge of the paper, to the chosen note: (point, colour)."""
        if leader != self._leader:
            self._leader = leader
            self.viewport().update()

    def set_clause(self, clause: tuple[float, float, bool] | None) -> None:
        """Draw a bar along a clause, or none: (top, bottom in the document's coordinates, whether to tint it too)."""
        tinted = bool(clause and clause[2]) or bool(self._clause and self._clause[2])
        self._clause = clause
        self.strip.set_bar((clause[0] - self.top(), clause[1] - self.top()) if clause else None)
        if tinted:
            self.viewport().update()

    def place(self, left: int, strip: int, right: int) -> None:
        """Put the sheet: `left` pixels of desk, the strip, the text, `right` pixels of desk."""
        self._strip_width = strip
        self.setViewportMargins(left + strip, 0, right, 0)
        self.strip.setGeometry(left, 0, strip, self.height())

    def refresh(self) -> None:
        """Paint the sheet again."""
        self.viewport().update()
        self.strip.update()

    def top(self) -> float:
        """The height in the document at which the screen begins."""
        return float(self.verticalScrollBar().value())

    def mark_at(self, point: QPointF) -> Shown | None:
        """The annotation under a point of the document; of several the shortest."""
        if self._geometry is None:
            return None
        span = self._geometry.visible(point.y() - 1, point.y() + 1)
        under = [mark for mark in self._visible_marks()
                 if any(rectangle.contains(point) for rectangle in self._boxes(mark, *span))]
        return min(under, key=lambda mark: mark.end - mark.start, default=None)

    def to_document(self, point: QPointF) -> QPointF:
        """A point of the viewport in the document's coordinates."""
        return point + QPointF(0, self.top())

    def _visible_marks(self) -> list[Shown]:
        if self._geometry is None or not self._marks:
            return []
        start, end = self._geometry.visible(self.top(), self.top() + self.viewport().height())
        return [mark for mark in self.marks_between(start, end) if mark.end > start or (mark.whole and start == 0)]

    def marks_between(self, start: int, end: int) -> tuple[Shown, ...]:
        """The annotations among which are all that stand in [start, end), without looking at each of thousands."""
        first = bisect_right(self._reaches, start) if start else 0
        return self._marks[first:bisect_left(self._marks, end, first, key=lambda mark: mark.start)]

    def beginnings(self, marks: Sequence[Shown], top: float, bottom: float) -> list[tuple[Shown, QRectF]]:
        """Which of these annotations, in text order, begin between two heights of the document, each with its rectangle
        on its first line, from top to bottom; a note on the whole document stands over the first line."""
        geometry = self._geometry
        if geometry is None or not marks:
            return []
        start, end = geometry.visible(top, bottom)
        found = []
        first = bisect_left(marks, start, key=lambda mark: mark.start)
        for mark in marks[first:bisect_left(marks, end, first, key=lambda mark: mark.start)]:
            if mark.whole:
                found.append((mark, geometry.line(0).translated(0, -CHIP - 4)))
            else:
                boxes = geometry.rectangles(mark.start, min(mark.end, mark.start + _FIRST))
                if boxes:
                    found.append((mark, boxes[0]))
        return sorted(found, key=lambda one: one[1].center().y())

    def _boxes(self, mark: Shown, start: int, end: int) -> tuple[QRectF, ...]:
        """The rectangles of an annotation; of a long one only of what stands in [start, end): it may go on for
        pages that are not laid out yet."""
        assert self._geometry is not None
        if mark.end - mark.start > _LONG:
            return self._geometry.rectangles(max(mark.start, start), min(mark.end, end), keep=False)
        return self._geometry.rectangles(mark.start, mark.end)

    def _entries(self) -> tuple[Entry, ...]:
        """The annotations that begin in view, for the strip."""
        top = self.top()
        return tuple(Entry(mark, box.center().y() - top) for mark, box in
                     self.beginnings(self._marks, top, top + self.viewport().height()))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlights and hits, then the text, then what lies over it."""
        top = self.top()
        geometry, theme = self._geometry, self._theme
        if geometry is None or theme is None:
            super().paintEvent(event)
            return
        clip = QRectF(event.rect()).translated(0, top)
        start, end = geometry.visible(clip.top(), clip.bottom())
        draft = self._draft
        current: list[Shown] = list(self.marks_between(start, end))
        if draft is not None:
            current = [*(mark for mark in current if mark.id != draft.id), draft]
        marks = [(mark, [one for one in self._boxes(mark, start, end) if _near(one, clip)])
                 for mark in current if mark.start < end and mark.end > start]
        hits = [(geometry.rectangles(begin, stop), now) for begin, stop, now in self._hits.between(start, end)]
        painter = self._painter(event, top)
        wide = self.viewport().width()
        column = wide - self._strip_width
        if self._clause is not None and self._clause[2]:
            paint_clause(painter, theme, *self._clause[:2], column)
        paint_boxes(painter, theme, geometry.boxes(start, end, clip.top() - _SPARE, clip.bottom() + _SPARE), column)
        paint_breaks(painter, theme, geometry.breaks(start, end), column)
        for mark, rectangles in marks:
            paint_fill(painter, mark, rectangles)
        for boxes, now in hits:
            paint_hit_fill(painter, theme, boxes, current=now)
        if self._flash is not None:
            first, last, strength = self._flash
            boxes = geometry.rectangles(max(first, start), min(last, end), keep=False)
            paint_flash(painter, theme, boxes, strength)
        painter.end()
        super().paintEvent(event)
        painter = self._painter(event, top)
        for mark, rectangles in marks:
            paint_lines(painter, mark, rectangles, active=mark.id == self._active)
        for boxes, now in hits:
            paint_hit_frame(painter, theme, boxes, current=now)
        if self._leader is not None:
            paint_leader(painter, *self._leader, wide)
        if self.hasFocus():
            paint_focus(painter, theme, top, wide)
        painter.end()

    def _painter(self, event: QPaintEvent, top: float) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.translate(0, -top)
        return painter


def _near(rectangle: QRectF, clip: QRectF) -> bool:
    """Whether what is painted for a rectangle may reach into the clip."""
    return rectangle.bottom() + _REACH > clip.top() and rectangle.top() - _REACH < clip.bottom()
