"""Text set in type, before it is divided into pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextOption

from ui.printing.paper import EM, Paper
from ui.printing.rows import keep_rows
from ui.text.faces import BODY


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: level from 1, words, and the place, which moves along when text is inserted."""

    level: int
    words: str
    place: QTextCursor


@dataclass(slots=True)
class Sheet:
    """A text that begins on a page of its own."""

    document: QTextDocument
    paper: Paper
    bookmarks: list[Bookmark] = field(default_factory=list)
    _settled: tuple[int, int] = (0, 0)  # of the bookmarks, and of the text, what has been looked at

    def bookmark(self, level: int, words: str, position: int) -> None:
        """Enter a place into the outline."""
        place = QTextCursor(self.document)
        place.setPosition(position)
        place.setKeepPositionOnInsert(True)
        self.bookmarks.append(Bookmark(level, " ".join(words.split()), place))

    def settle(self) -> None:
        """Keep headings with what follows them, and rows of tables whole, in all that has been written since the last
        time. A long text is settled again and again: each change makes Qt lay out all that follows it anew."""
        bookmark, position = self._settled
        self.document.documentLayout().documentSize()  # lays the text out whole
        self._keep_headings(bookmark)
        keep_rows(self.document, position)
        self._settled = (len(self.bookmarks), self.document.characterCount())

    def _keep_headings(self, since: int) -> None:
        """Move headings that would be the last lines of a page to the next one: Qt knows no such rule.

        Headings are what the outline names; looked at are those from one of the bookmarks on.
        """
        blocks = [mark.place.block() for mark in self.bookmarks[since:]]
        at = 0
        while at < len(blocks):
            first = last = blocks[at]
            at += 1
            while at < len(blocks) and blocks[at].position() <= last.next().position():
                last = blocks[at]
                at += 1
            after = last.next()
            if first.position() and after.isValid() and self._page(first) != self._page(after):
                cursor = QTextCursor(first)
                format_ = cursor.blockFormat()
                format_.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                cursor.setBlockFormat(format_)

    def _page(self, block: QTextBlock) -> int:
        """The page on which a paragraph begins, from 0."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineAt(0)
        return int((top + (line.y() if line.isValid() else 0)) // self.document.pageSize().height())


def new_sheet(paper: Paper) -> Sheet:
    """An empty text that is laid out for a sheet of paper."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(paper.columns, paper.rows))
    option = QTextOption(document.defaultTextOption())
    option.setUseDesignMetrics(True)
    document.setDefaultTextOption(option)
    font = QFont()
    font.setFamilies(list(BODY))
    font.setPixelSize(EM)
    document.setDefaultFont(font)
    return Sheet(document, paper)
