"""One document as it lies on the page: its runs, its QTextDocument so far as filled, where everything stands."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from reader.model.document import Document, Reference, Table
from ui.text.builder import Builder, links
from ui.text.geometry import Geometry
from ui.text.page import Page
from ui.text.plan import Plan
from ui.text.typography import Typography

FIRST_SLICE = 5_000  # characters written before the first paint: a few screens
SLICE = 8_000  # characters written each time the event loop is idle: about 10 ms
HEAD_ROOM, FOOT_ROOM = 2.2, 5.0  # ems of paper above and below the text


class Sheet(QObject):
    """Puts a document on the page and goes on filling it while the program is idle.

    Args:
        page: shows it; what it showed before stays alive until this one is there.
        document: what is shown.
        plan: its runs.
        typography: formats.
        line: width of the text column in Han characters of the body type.
        gutter: paper to the right of the text in pixels.

    Signals:
        advanced: more of it is written than before.
    """

    advanced = Signal()

    def __init__(self, page: Page, document: Document, plan: Plan, typography: Typography, line: int,
                 gutter: int) -> None:
        super().__init__(page)
        self._page = page
        self.document = document
        self.plan = plan
        self.line = line
        self.target = self._blank(typography.em, gutter)
        self._builder = Builder(self.target, document, plan, typography, float(line))
        self.geometry = Geometry(self.target, plan, typography.em)
        self._text = document.text
        self._links = links(document)
        self._tables = tuple(sorted(document.tables, key=lambda table: table.start))
        self._filling = QTimer(self)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._fill_on)
        self._builder.advance(FIRST_SLICE)
        page.set_geometry(self.geometry)
        page.set_links(self.reference)
        page.setDocument(self.target)
        page.overview.set_geometry(self.geometry, len(document.text))
        if not self._builder.finished:
            self._filling.start()

    @property
    def filling(self) -> bool:
        """Whether something is still to be written."""
        return not self._builder.finished

    def way_to(self, offset: int) -> int:
        """How much is still to be written until the text at an offset is on the page, in characters of plain text."""
        return self._builder.cost_to(offset)

    def fill_to(self, offset: int) -> None:
        """Write on at once until the text at an offset is on the page."""
        if self._builder.written <= offset:
            self._builder.advance_to(offset)

    def finish(self) -> None:
        """Write and lay out all that is left."""
        self._builder.advance_to(len(self._text))
        self.target.documentLayout().documentSize()

    def stop(self) -> None:
        """Write no more: the sheet is being taken away."""
        self._filling.stop()

    def reference(self, point: QPointF) -> Reference | None:
        """The reference to another document under a point of the page, in the document's coordinates."""
        if not self._links:
            return None
        start, end = self.geometry.visible(point.y() - 1, point.y() + 1)
        return next((one for one in self._links if one.start < end and one.end > start
                     and any(box.contains(point) for box in self.geometry.rectangles(one.start, one.end))), None)

    def reference_at(self, offset: int) -> Reference | None:
        """The reference to another document that an offset stands in or right behind."""
        return next((one for one in self._links if one.start <= offset <= one.end), None)

    def table_at(self, offset: int) -> Table | None:
        """The table that holds an offset."""
        after = bisect_right(self._tables, offset, key=lambda table: table.start)
        table = self._tables[after - 1] if after else None
        return table if table is not None and offset < table.end else None

    def table_box(self, table: Table) -> QRectF | None:
        """The first piece of a table on the page, in the document's coordinates; None before it is written."""
        run = self.plan.map.runs[self.plan.map.run_at(table.start)]
        frame = QTextCursor(self.target.findBlock(run.position)).currentTable()
        return None if frame is None else self.target.documentLayout().frameBoundingRect(frame)

    def _blank(self, em: float, gutter: int) -> QTextDocument:
        target = QTextDocument(self)
        target.setUndoRedoEnabled(False)
        target.setDocumentMargin(0)
        target.setDefaultTextOption(self._page.document().defaultTextOption())
        frame = target.rootFrame().frameFormat()
        frame.setTopMargin(round(HEAD_ROOM * em))
        frame.setBottomMargin(round(FOOT_ROOM * em))
        frame.setRightMargin(gutter)
        target.rootFrame().setFrameFormat(frame)
        return target

    def _fill_on(self) -> None:
        if self._builder.advance(SLICE):
            self._filling.stop()
        self._page.strip.update()
        self.advanced.emit()
