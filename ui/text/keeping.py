"""The place on the page: which offset stands at the top of the screen, and how to come back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.text.page import Page
from ui.text.sheet import Sheet

OFFSET_MS = 200  # scrolling is told at most this often
LONG_WAY = 20_000  # characters of plain text: what takes longer to write (about 20 ms) is written in slices
AHEAD = 2_000  # characters behind the place that are written before it is shown: about a screen


class Keeping(QObject):
    """Keeps the line at the top of the screen when the page is laid out anew or was not shown yet.

    Args:
        page: what scrolls.
        head_room: answers the paper above the text in pixels.

    Signals:
        moved: the offset at the top, some time after scrolling.
        comingChanged: whether the text is being written up to the place: until then the page shows another one.
        arrived: it is written and scrolled to, and will be seen now.
    """

    moved = Signal(int)
    comingChanged = Signal(bool)
    arrived = Signal()

    def __init__(self, page: Page, head_room: Callable[[], int]) -> None:
        super().__init__(page)
        self._page = page
        self._head_room = head_room
        self._sheet: Sheet | None = None
        self._waiting = False  # to come back, for the page to be shown
        self._coming = False
        self.seen = False  # whether the page has been painted
        self.offset = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(OFFSET_MS)
        self._timer.timeout.connect(self._tell)
        page.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Say what lies on the page now; None for nothing."""
        self.stay()
        self._sheet = sheet
        self._timer.stop()
        if sheet is not None:
            sheet.advanced.connect(self._come_on)

    @property
    def coming(self) -> bool:
        """Whether the text is being written up to the place."""
        return self._coming

    def stay(self) -> None:
        """Go on to no place any more."""
        self._come(False)

    def laid_out(self) -> bool:
        """Whether the page has its place on the screen and the text its final width, so that heights mean something.

        Qt tells the viewport of a new size by an event of its own, after which `Page.resized` comes once more.
        """
        return self._page.isVisible() and round(self._page.document().textWidth()) == self._page.viewport().width()

    def top(self) -> int:
        """The offset of the first character of the first line in view."""
        if self._sheet is None or self._coming or not self.laid_out():
            return self.offset
        return self._sheet.geometry.offset_at(self._page.top() + self._head_room() * (self._page.top() > 0))

    def wait(self, offset: int | None = None) -> None:
        """Come back, to `offset` if given, as soon as the page is laid out."""
        if offset is not None:
            self.offset = offset
        self._waiting = True

    def settle(self) -> None:
        """The page was laid out: come back if that was waited for."""
        if self._waiting:
            self.back()

    def back(self) -> None:
        """Scroll to the line that is to stay at the top; where much is to be written before, when that is done, for as
        long as something else can be seen."""
        self._waiting = not self.laid_out()
        if self._sheet is None or self._waiting:
            return
        keep = self.offset
        self._come(self.seen and self._sheet.way_to(keep) > LONG_WAY)
        if self._coming:
            return
        self._sheet.fill_to(keep)
        self.scroll_to(self._sheet.geometry.line(keep).top() - self._head_room() if keep > 0 else 0)
        self.offset = keep

    def scroll_to(self, y: float) -> None:
        """Bring a height of the document to the top of the screen, as far as there is text below it."""
        bar = self._page.verticalScrollBar()
        if y > bar.maximum() and self._sheet is not None:
            # Qt lays out no further than it has to, and the bar only knows what is laid out.
            self._sheet.finish()
        bar.setValue(round(y))

    def _come(self, coming: bool) -> None:
        if coming != self._coming:
            self._coming = coming
            self.comingChanged.emit(coming)

    def _come_on(self) -> None:
        """More has been written."""
        if self._coming and self._sheet is not None and not self._sheet.way_to(self.offset + AHEAD):
            # At the place before it is shown: not a line of another one is seen.
            self._coming = False
            self.back()
            self.arrived.emit()
            self.comingChanged.emit(False)

    def _scrolled(self) -> None:
        if self._sheet is not None and not self._coming and self.laid_out() and not self._timer.isActive():
            self._timer.start()

    def _tell(self) -> None:
        self.offset = self.top()
        self.moved.emit(self.offset)
