"""The caret and the selection of the page, in offsets of the document's text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from ui.text import selection
from ui.text.page import Page
from ui.text.sheet import Sheet


class Caret:
    """Speaks offsets (code points, half-open ranges) about the page's text cursor.

    Args:
        page: has the cursor.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._sheet: Sheet | None = None
        self._text = ""

    def set_sheet(self, sheet: Sheet | None, text: str = "") -> None:
        """Say what lies on the page now, and its document's text; None for nothing."""
        self._sheet, self._text = sheet, text

    @property
    def offset(self) -> int:
        """Where it stands, or where the selection begins."""
        if self._sheet is None or not self._sheet.plan.map.runs:
            return 0
        return self._sheet.plan.map.offset(self._page.textCursor().selectionStart())

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The ranges selected: one, or for cells of a table one a row."""
        if self._sheet is None:
            return ()
        return selection.ranges(self._page.textCursor(), self._sheet.plan, self._text)

    @property
    def range(self) -> tuple[int, int] | None:
        """The range selected; of selected cells the range that holds them."""
        ranges = self.ranges
        return (ranges[0][0], ranges[-1][1]) if ranges else None

    @property
    def text(self) -> str:
        """The text selected, as it is in the library; rows of cells on lines of their own."""
        return "\n".join(self._text[start:end] for start, end in self.ranges)

    def select(self, start: int, end: int) -> None:
        """Select a range and bring its beginning into view."""
        if self._sheet is None:
            return
        self._sheet.fill_to(end)
        self._page.setTextCursor(self._cursor(self._sheet, start, end))

    def put(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`, the same for no selection, without scrolling."""
        if self._sheet is None:
            return
        self._sheet.fill_to(max(anchor, caret))
        top = self._page.verticalScrollBar().value()
        self._page.setTextCursor(self._cursor(self._sheet, anchor, caret))
        self._page.verticalScrollBar().setValue(top)

    def _cursor(self, sheet: Sheet, anchor: int, caret: int) -> QTextCursor:
        cursor = self._page.textCursor()
        cursor.setPosition(sheet.plan.map.position(anchor))
        cursor.setPosition(sheet.plan.map.position(caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor
