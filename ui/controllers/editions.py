"""The same document in several sources: telling of them; comparing them, and any two documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model.document import DocumentFacts, IssueFacts
from reader.model.job import JobContext
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow, show_beside
from ui.panels.document_head import Edition

if TYPE_CHECKING:
    from reader.services.comparing import Compared
    from ui.dialogs.comparison import ComparisonWindow


class Editions(QObject):
    """Answers the head above the text.

    Attributes:
        shown: the comparisons that are open.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        reading: Reading,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._reading = reading
        self._messages = messages
        self.shown: list[ComparisonWindow] = []
        window.voice.editionWanted.connect(reading.open)
        window.voice.comparisonWanted.connect(self._compare_current)
        window.actions_.connect_all({"compare_sides": self.compare_sides})

    def others(self, opened: Opened) -> tuple[Edition, ...]:
        """The other sources of an open document, with the issues they stand in."""
        found = catalogue.editions(self._library, opened.facts.key)
        return tuple(
            (facts, catalogue.issue_facts(self._library, facts.issue_id))
            for facts in found
            if facts.id != opened.facts.id
        )

    def compare(self, left_id: str, right_id: str) -> None:
        """Show how two documents differ."""

        def job(_: JobContext) -> Compared:
            from reader.services import comparing

            return comparing.compare(self._library, left_id, right_id)

        handle = self._worker.submit(self.tr("正在比较"), job)
        handle.succeeded.connect(self._show)
        handle.failed.connect(self._messages.tell)

    def compare_sides(self) -> None:
        """Show how the documents in front on the two sides differ; nothing where there are not two."""
        beside = self._reading.tabs.beside
        if beside is not None:
            self.compare(*(tab.facts.id for tab in beside))

    def _compare_current(self, other_id: str) -> None:
        current = self._reading.current
        if current is not None:
            self.compare(current.facts.id, other_id)

    def _show(self, compared: Compared) -> None:
        from ui.dialogs.comparison import ComparisonWindow

        left, right = compared.left.facts, compared.right.facts
        names = (self._name(left, compared.left_issue), self._name(right, compared.right_issue))
        if left.key == right.key:
            source = self._window.pane.head.source
            names = (source(left, compared.left_issue), source(right, compared.right_issue))
        dialog = ComparisonWindow(compared, names)
        dialog.openWanted.connect(self._on_open)
        dialog.finished.connect(lambda: self._on_closed(dialog))
        self.shown.append(dialog)
        self._window.closing.connect(dialog.close)
        show_beside(self._window, dialog)

    def _on_closed(self, dialog: ComparisonWindow) -> None:
        self.shown.remove(dialog)
        self._window.activateWindow()

    def _name(self, document: DocumentFacts, issue: IssueFacts) -> str:
        """What tells a document from another one: its number, else its title and where it was printed."""
        if document.number is not None:
            return document.number.normal
        place = self._window.pane.head.source(document, issue)
        return self.tr("{title}（{place}）").format(title=document.title, place=place)

    def _on_open(self, document_id: str, start: int, end: int) -> None:
        if self._reading.open(document_id, start, end):
            self._window.activateWindow()
            self._window.raise_()
