"""The clause pointed at: its address in the margin, a bar along it, and a button that takes exactly that clause."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from reader.exporting.citations import address_at
from reader.model.clauses import Clauses
from reader.model.document import Document
from ui.text.address_label import AddressLabel
from ui.text.page import Page
from ui.text.sheet import Sheet

_EDGE = 5  # pixels between the address and the text
_TOP = 4  # pixels between the address and the edge of the screen, where its paragraph begins above

_REACH = 6  # pixels above and below the address at which the mouse in the margin means it
_LIFT = 12  # pixels an address may stand higher than its line to make room for a mark


@dataclass(frozen=True, slots=True)
class Pointed:
    """The clause pointed at.

    Attributes:
        start, end: its range (code points, half-open).
        address: as it is cited.
        block: offset of the paragraph or table that is pointed at inside it.
    """

    start: int
    end: int
    address: str
    block: int


class ClauseMark(QObject):
    """Follows mouse and caret from clause to clause, whichever moved last.

    Args:
        page: shows the text.

    Signals:
        chosen: the address was clicked.
    """

    chosen = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._sheet: Sheet | None = None
        self._document: Document | None = None
        self._clauses: Clauses | None = None  # read when something is pointed at: opening does not wait for it
        self._known: dict[int, Pointed | None] = {}  # by start of the block
        self.pointed: Pointed | None = None
        self.label = AddressLabel(page.strip)
        self.label.clicked.connect(self.chosen)
        self.label.hovered.connect(self._show)
        page.hovered.connect(self._follow_mouse)
        page.unhovered.connect(self._follow_caret)
        page.cursorPositionChanged.connect(self._follow_caret)
        page.scrolled.connect(self._show)
        page.resized.connect(self._show)

    def set_sheet(self, sheet: Sheet | None, document: Document | None) -> None:
        """Say what lies on the page; None for nothing."""
        self._sheet = sheet
        if document is not self._document:
            self._document, self._clauses, self.pointed = document, None, None
            self._known.clear()
            self.label.set_address("")
        self._show()

    def make_way(self) -> None:
        """Stand clear of marks that have come."""
        self._show()

    def under_caret(self) -> Pointed | None:
        """The clause the caret stands in."""
        if self._sheet is None:
            return None
        return self._at(self._sheet.plan.map.offset(self._page.textCursor().position()))

    def _follow_mouse(self, point: QPointF) -> None:
        if self._sheet is None or self._on_the_way(point.y() - self._page.top()):
            return
        self._point(self._at(self._sheet.geometry.offset_at(point.y())))

    def _on_the_way(self, y: float) -> bool:
        """Whether the mouse is in the margin beside the address, perhaps going there: a mark may have pushed it beside
        another clause."""
        label = self.label
        return (label.isVisible() and self._page.strip.underMouse()
                and label.y() - _REACH <= y <= label.y() + label.height() + _REACH)

    def _follow_caret(self) -> None:
        if self._page.hasFocus():
            self._point(self.under_caret())
        else:
            self._point(None)

    def _point(self, pointed: Pointed | None) -> None:
        if pointed == self.pointed:
            return
        self.pointed = pointed
        self.label.set_address(pointed.address if pointed else "")
        self._show()

    def _at(self, offset: int) -> Pointed | None:
        if self._document is None:
            return None
        if self._clauses is None:
            self._clauses = Clauses(self._document)
        index = self._clauses.block_at(offset)
        if index < 0:
            return None
        block = self._document.blocks[index]
        if block.start not in self._known:
            found = self._clauses.at(block.start)
            address = address_at(self._document, block.start, block.end) if found else ""
            self._known[block.start] = Pointed(*found, address, block.start) if found and address else None
        return self._known[block.start]

    def _show(self) -> None:
        """Put the address beside its paragraph, and the bar along the clause as far as it is on the screen."""
        pointed, page = self.pointed, self._page
        if pointed is None or self._sheet is None or not page.isVisible():
            self.label.hide()
            page.set_clause(None)
            return
        geometry, top, height = self._sheet.geometry, page.top(), page.viewport().height()
        extent = geometry.extent(pointed.start, pointed.end, top, top + height)
        if extent is None:
            self.label.hide()
            page.set_clause(None)
            return
        room = page.strip.width() - _EDGE
        self.label.fit(room)
        size = self.label.sizeHint()
        line = geometry.line(pointed.block)
        y = _free(max(line.center().y() - top - self.label.line_height / 2, _TOP), size.height(), page.strip.taken())
        self.label.setGeometry(room - size.width(), round(y), size.width(), size.height())
        self.label.setVisible(y < height)
        page.set_clause((*extent, self.label.isVisible() and self.label.underMouse()))


def _free(y: float, height: int, taken: list[QRectF]) -> float:
    """The height nearest to `y` at which something fits between what stands in the margin: a little above, or below."""
    crossed = [one for one in taken if one.top() < y + height and one.bottom() > y]
    if not crossed:
        return y
    above = crossed[0].top() - height
    if above >= max(y - _LIFT, _TOP) and not any(one.top() < above + height and one.bottom() > above for one in taken):
        return above
    for one in taken:
        if one.top() < y + height and one.bottom() > y:
            y = one.bottom() + 1
    return y
