"""What a screen reader is told of the annotations under the caret: marks are painted, not written into the text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from reader.model.annotation import Mark
from ui.text.marks import Shown
from ui.text.page import Page
from ui.text.sheet import Sheet

_LONGEST = 300  # code points of a note that are read out at once


class Spoken(QObject):
    """Keeps the page's description in step with the caret, and announces what it comes into."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._sheet: Sheet | None = None
        self._marks: tuple[Shown, ...] = ()
        self._said = ""
        page.cursorPositionChanged.connect(self.follow)

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Say what lies on the page."""
        self._sheet = sheet

    def set_marks(self, marks: tuple[Shown, ...]) -> None:
        """Say which annotations there are, in text order."""
        self._marks = marks
        self.follow()

    def follow(self) -> None:
        """Describe the annotations under the caret; announced while the text has the focus."""
        text = self.sentence()
        if text == self._said:
            return
        self._said = text
        self._page.setAccessibleDescription(text)
        if text and self._page.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page, text))

    def sentence(self) -> str:
        """The annotations under the caret in words; "" for none."""
        if self._sheet is None or not self._marks:
            return ""
        at = self._sheet.plan.map.offset(self._page.textCursor().position())
        under = [mark for mark in self._page.marks_between(at, at + 1) if mark.start <= at < mark.end]
        return self.tr("；").join(self._one(mark) for mark in under)

    def _one(self, mark: Shown) -> str:
        made = mark.placed.annotation
        underlined = made.mark is Mark.UNDERLINE
        parts = [(self.tr("下划线：{style}") if underlined else self.tr("标注：{style}")).format(style=mark.label)]
        if mark.uncertain:
            parts.append(self.tr("位置待确认，请核对"))
        if made.tags:
            parts.append(self.tr("标签：{tags}").format(tags=self.tr("、").join(made.tags)))
        if made.note:
            parts.append(self.tr("批注：{note}").format(note=made.note[:_LONGEST]))
        return self.tr("，").join(parts)
