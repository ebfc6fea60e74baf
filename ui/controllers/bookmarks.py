"""Bookmarks: places to come back to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import QObject

from reader.model.document import Document
from reader.model.errors import UserError
from reader.services import catalogue, positions
from reader.services.library import Library
from reader.services.positions import Bookmark
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow

MOST_SHOWN = 40
"""Bookmarks that the menu lists."""

LONGEST_LABEL = 28
"""Code points of a bookmark's name."""


class Bookmarks(QObject):
    """Sets and clears bookmarks, and fills their menu."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._messages = messages
        window.actions_.connect_all({"bookmark": self.toggle})
        window.bookmark_menu.aboutToShow.connect(self.fill)

    def toggle(self) -> None:
        """Mark the paragraph of the caret if it is on the screen, else the first one there; or clear its mark."""
        current = self._reading.current
        if current is None:
            self._messages.notice(self.tr("请先打开一篇公文。"))
            return
        start, end = paragraph(current.document, self._offset())
        key = current.facts.key
        try:
            there = [one for one in positions.bookmarks(self._library, key) if start <= one.offset < end]
            if there:
                for one in there:
                    positions.remove_bookmark(self._library, one.id)
                self._messages.notice(self.tr("已取消这里的书签。"))
                return
            label = label_of(current.document, start, end)
            positions.add_bookmark(self._library, key, start, label)
        except UserError as error:
            self._messages.tell(error)
            return
        self._messages.notice(self.tr("已加书签：{label}。在“转到 → 书签”里可以回到这里。").format(label=label))

    def _offset(self) -> int:
        view = self._window.pane.view
        seen = view.page.viewport().rect().intersects(view.page.cursorRect())
        return view.caret() if seen else view.visible_offset()

    def fill(self) -> None:
        """List the bookmarks by document in text order: those of the open one first, then by the latest bookmark."""
        menu = self._window.bookmark_menu
        menu.clear()
        menu.addAction(self._window.actions_["bookmark"])
        own = self._reading.current.facts.key if self._reading.current is not None else ""
        found = positions.bookmarks(self._library)
        latest: dict[str, str] = {}
        for one in found:
            latest[one.key] = max(latest.get(one.key, ""), one.created)
        order = sorted(latest, key=lambda key: (key == own, latest[key]), reverse=True)
        found = tuple(sorted(found, key=lambda one: order.index(one.key)))
        shown = 0
        for key, ones in groupby(found, key=lambda one: one.key):
            editions = catalogue.editions(self._library, key)
            if not editions or shown >= MOST_SHOWN:
                continue
            menu.addSection(_short(editions[0].title))
            for one in ones:
                menu.addAction(one.label.replace("&", "&&"), self._opener(editions[0].id, one))
                shown += 1
        if not shown:
            menu.addAction(self.tr("还没有书签")).setEnabled(False)

    def _opener(self, document_id: str, bookmark: Bookmark) -> Callable[[], object]:
        current = self._reading.current
        own = current is not None and current.facts.key == bookmark.key
        target = current.facts.id if own and current is not None else document_id
        return lambda: self._reading.open(target, bookmark.offset)


def paragraph(document: Document, offset: int) -> tuple[int, int]:
    """The range of the block at an offset, code points."""
    for block in document.blocks:
        if block.start <= offset < block.end:
            return block.start, block.end
    return offset, offset + 1


def label_of(document: Document, start: int, end: int) -> str:
    """What a bookmark on a paragraph is called: its first words; of the first paragraph the document's title."""
    words = " ".join(document.text[start:end].split())
    return _short(words if start > 0 and words else document.facts.title)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_LABEL else text[: LONGEST_LABEL - 1] + "…"
