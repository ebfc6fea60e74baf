"""Tells the head above a text what the archive says of the document's validity."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.library import Library
from reader.services.validity import Validity, validity
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.jobs.handle import JobHandle
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.panels.document_pane import DocumentPane

ASK_AFTER = 400
"""Milliseconds a document must have been there: who leafs on asks nothing, and at the start the tree comes first."""


class Holding(QObject):
    """Asks off the window's thread, for it reads other documents too; an answer that comes late is dropped."""

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
        self._messages = messages
        self._asked: dict[DocumentPane, JobHandle] = {}
        self._wanted: dict[DocumentPane, Opened] = {}
        self._wait = QTimer(self, singleShot=True, interval=ASK_AFTER)
        self._wait.timeout.connect(self._ask_all)
        window.voice.validityPlaceWanted.connect(reading.open)
        window.actions_.connect_all({"validity": self.show_words})

    @property
    def busy(self) -> bool:
        """Whether something is not known yet of a document that is shown."""
        return bool(self._wanted or self._asked)

    def show_document(self, opened: Opened, pane: DocumentPane) -> None:
        """A pane shows another document: tell its head what is known, as soon as it is."""
        former = self._asked.get(pane)
        if former is not None:
            former.cancel()
        self._wanted[pane] = opened
        self._wait.start()

    def _ask_all(self) -> None:
        wanted, self._wanted = self._wanted, {}
        for pane, opened in wanted.items():
            if pane.opened is opened:
                self._ask(opened, pane)

    def _ask(self, opened: Opened, pane: DocumentPane) -> None:
        def job(context: JobContext) -> Validity | None:
            try:
                return validity(self._library, opened.facts.id, job=context)
            except UserError:
                # The document went away in the meantime, by an import or a removal; its page will too.
                return None

        def show(found: Validity | None) -> None:
            if found is not None and pane.opened is opened:
                pane.head.validity.show_validity(opened.facts.id, found)

        handle = self._worker.submit(self.tr("正在核对效力"), job)
        self._asked[pane] = handle
        handle.succeeded.connect(show)
        handle.ended.connect(lambda: self._asked.pop(pane) if self._asked.get(pane) is handle else None)

    def show_words(self) -> None:
        """Show what is known of the document that has the focus, and the words that say so."""
        button = self._window.pane.head.validity
        if button.isVisible():
            button.showMenu()
        else:
            self._messages.notice(self.tr("本库里没有写明这篇公文何时施行、何时失效。"))
