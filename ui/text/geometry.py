"""Where runs stand on the page, in the document's coordinates; asks Qt's layout only for what is near the screen."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat

from ui.text.plan import Plan

# A Han character fills this part of its em above and below the base line; a mark hugs the characters, not the line.
_ABOVE, _BELOW = 0.9, 0.18


class Geometry:
    """Rectangles of text on one laid-out document.

    Qt lays a document out from its start as far as it is asked; so nothing here asks for a place far behind the
    screen unless its caller wants to go there.

    Args:
        document: filled, or being filled, from `plan`.
        plan: its runs.
        em: size of the body type in pixels.
    """

    def __init__(self, document: QTextDocument, plan: Plan, em: float) -> None:
        self._em = em
        self._document = document
        self._plan = plan
        self._rectangles: dict[tuple[int, int], tuple[QRectF, ...]] = {}
        self._hint = 0

    @property
    def width(self) -> int:
        """The width the text is laid out in, in pixels."""
        return round(self._document.textWidth())

    @property
    def complete(self) -> bool:
        """Whether the whole text has been written and laid out, so that every height is known without waiting."""
        rows = self._plan.rows
        return self._written_rows() == len(rows) and self._document.lastBlock().layout().lineCount() > 0

    def forget(self) -> None:
        """Drop what is remembered; to be called when the text is laid out anew."""
        self._rectangles.clear()

    def rectangles(self, start: int, end: int, *, keep: bool = True) -> tuple[QRectF, ...]:
        """The rectangles that cover the characters [start, end), one a line of each run, from top to bottom. `keep`
        them for the next time: not for ranges that change with the screen."""
        known = self._rectangles.get((start, end))
        if known is None:
            limit = self._document.characterCount()
            found: list[QRectF] = []
            for first, last in self._plan.map.pieces(start, end):
                if last >= limit:
                    return tuple(found)  # still being filled: not the last word
                found.extend(self._piece(first, last))
            known = tuple(found)
            if keep:
                self._rectangles[start, end] = known
        return known

    def line(self, offset: int) -> QRectF:
        """The whole line that shows the character at an offset."""
        position = self._plan.map.position(offset)
        block = self._document.findBlock(position)
        origin, layout = self._origin(block), block.layout()
        line = layout.lineForTextPosition(position - block.position())
        if not line.isValid():
            return QRectF(origin, layout.boundingRect().size())
        return line.rect().translated(origin)

    def extent(self, start: int, end: int, top: float, bottom: float) -> tuple[float, float] | None:
        """The heights between which the lines of [start, end) stand; where they reach beyond `top` or `bottom`, a
        little beyond those, for that far nothing is asked of the layout. None when none stands between."""
        first, last = self.visible(top, bottom)
        if start >= last or end <= first:
            return None
        above = self.line(start).top() if start >= first else top - self._em
        below = self.line(max(end - 1, start)).bottom() if end <= last else bottom + self._em
        return above, below

    def breaks(self, start: int, end: int) -> tuple[float, ...]:
        """The heights between the parts of the document that begin in [start, end), in the space above each."""
        return tuple(self.line(offset).top() - 1.55 * self._em for offset in self._plan.breaks if start <= offset < end)

    def boxes(self, start: int, end: int, top: float, bottom: float) -> tuple[tuple[float, float], ...]:
        """The heights between which the boxes stand that touch [start, end); see `extent`."""
        touching = (box for box in self._plan.boxes if box[0] < end and box[1] > start)
        found = (self.extent(*box, top, bottom) for box in touching)
        return tuple(one for one in found if one is not None)

    def row_at(self, y: float) -> int:
        """The index in `Plan.rows` of the first row that reaches below `y`; looks on from the last answer."""
        last = self._written_rows() - 1
        if last < 0:
            return 0
        low = high = min(self._hint, last)
        step = 1
        while low > 0 and self._bottom(low) > y:
            low, step = max(low - step, 0), step * 2
        step = 1
        while high < last and self._bottom(high) <= y:
            high, step = min(high + step, last), step * 2
        while low < high:
            middle = (low + high) // 2
            if self._bottom(middle) > y:
                high = middle
            else:
                low = middle + 1
        self._hint = low
        return low

    def offset_at(self, y: float) -> int:
        """The offset of the first character of the first line that reaches below `y`."""
        if not self._plan.rows:
            return 0
        run = self._plan.map.runs[self._plan.rows[self.row_at(y)]]
        block = self._document.findBlock(run.position)
        layout, top = block.layout(), self._origin(block).y()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            if top + line.y() + line.height() > y + 1:
                return run.offset_of(block.position() + line.textStart())
        return run.end

    def visible(self, top: float, bottom: float) -> tuple[int, int]:
        """The offsets [first, last) of all rows that stand between two heights."""
        rows = self._plan.rows
        if not rows:
            return 0, 0
        first = self.row_at(top)
        last, written = first, self._written_rows()
        while last < written and self._top(last) < bottom:
            last += 1
        runs = self._plan.map.runs
        return runs[rows[first]].start, runs[rows[last]].start if last < len(rows) else runs[-1].end + 1

    def _piece(self, first: int, last: int) -> list[QRectF]:
        block = self._document.findBlock(first)
        origin, layout = self._origin(block), block.layout()
        size = float(block.charFormat().intProperty(QTextFormat.Property.FontPixelSize)) or 16.0
        first, last = first - block.position(), last - block.position()
        found = []
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            start, end = line.textStart(), line.textStart() + line.textLength()
            if end <= first or start >= last:
                continue
            left, right = _x(line.cursorToX(max(first, start))), _x(line.cursorToX(min(last, end)))
            base = origin.y() + line.y() + line.ascent()
            found.append(QRectF(origin.x() + min(left, right), base - _ABOVE * size, abs(right - left),
                                (_ABOVE + _BELOW) * size))
        return found

    def _origin(self, block: QTextBlock) -> QPointF:
        return self._document.documentLayout().blockBoundingRect(block).topLeft()

    def _block(self, row: int) -> QTextBlock:
        return self._document.findBlock(self._plan.map.runs[self._plan.rows[row]].position)

    def _top(self, row: int) -> float:
        return self._document.documentLayout().blockBoundingRect(self._block(row)).top()

    def _bottom(self, row: int) -> float:
        return self._document.documentLayout().blockBoundingRect(self._block(row)).bottom()

    def _written_rows(self) -> int:
        limit, rows, runs = self._document.characterCount(), self._plan.rows, self._plan.map.runs
        if not rows or runs[rows[-1]].position < limit:
            return len(rows)
        low, high = 0, len(rows)
        while low < high:
            middle = (low + high) // 2
            if runs[rows[middle]].position < limit:
                low = middle + 1
            else:
                high = middle
        return low


def _x(answer: object) -> float:
    """The x of what QTextLine.cursorToX answers: in PySide a pair of it and the position, in its stubs an object."""
    return float(answer[0]) if isinstance(answer, tuple) else float(cast(float, answer))
