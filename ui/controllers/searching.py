"""Searching the library: the latest query wins; answers come page by page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.model.job import JobContext
from reader.model.search import Answer, SearchQuery
from reader.services.library import Library
from ui.jobs.search_worker import SearchWorker

PAGE = 50
"""Hits of one page."""


class Searching(QObject):
    """Asks the library.

    Signals:
        answered: an `Answer`, and whether it continues the one before.
        failed: an exception.
    """

    answered = Signal(object, bool)
    failed = Signal(object)

    def __init__(self, library: Library, worker: SearchWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._query = SearchQuery("")
        self._busy = False

    def ask(self, text: str) -> None:
        """Ask for the first page."""
        self._query = SearchQuery(text, limit=PAGE)
        self._send(more=False)

    def ask_more(self) -> None:
        """Ask for the next page, unless one is under way."""
        if self._query.text and not self._busy:
            self._query = SearchQuery(self._query.text, limit=PAGE, offset=self._query.offset + PAGE)
            self._send(more=True)

    def _send(self, more: bool) -> None:
        query = self._query

        def job(context: JobContext) -> Answer:
            from reader.services import search

            context.check_cancelled()
            return search.search(self._library, query)

        self._busy = True
        handle = self._worker.ask(self.tr("正在检索"), job)
        handle.succeeded.connect(lambda answer: self._on_answer(answer, more))
        handle.failed.connect(self._on_failed)

    def _on_answer(self, answer: Answer, more: bool) -> None:
        self._busy = False
        self.answered.emit(answer, more)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(error)
