"""Searching the library: the latest query wins; answers come page by page, and a slow one can be stopped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from reader.model.job import JobContext
from reader.model.search import Answer, SearchQuery
from reader.services.library import Library
from ui.jobs.handle import JobHandle
from ui.jobs.search_worker import SearchWorker

PAGE = 40
"""Hits of one page."""

Found = tuple[Answer, tuple[str, ...]]
"""An answer, and the clause addresses of its hits."""


class Searching(QObject):
    """Asks the library.

    Attributes:
        query: what was asked for last; after a stop what was answered last.

    Signals:
        answered: an `Answer`, the clause addresses of its hits, and whether it continues the one before.
        stopped: the search under way was left off.
        failed: an exception.
    """

    answered = Signal(object, object, bool)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, worker: SearchWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._handle: JobHandle | None = None
        self.query = SearchQuery("")
        self._answered = self.query

    @property
    def busy(self) -> bool:
        """Whether an answer is under way."""
        return self._handle is not None

    def ask(self, query: SearchQuery) -> None:
        """Ask for the first page; one without text only stops."""
        self.query = replace(query, limit=PAGE, offset=0)
        if query.text:
            self._send(more=False)
        else:
            self._leave_off()
            self._answered = self.query

    def ask_more(self) -> None:
        """Ask for the next page, unless one is under way."""
        if self.query.text and not self.busy:
            self.query = replace(self.query, offset=self.query.offset + PAGE)
            self._send(more=True)

    def stop(self) -> None:
        """Leave off the search under way, whose answer does not come any more, and be where the last answer was."""
        self._leave_off()
        self.query = self._answered
        self.stopped.emit()

    def _leave_off(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()

    def _send(self, *, more: bool) -> None:
        query = self.query

        def job(context: JobContext) -> Found:
            from reader.services import search

            context.check_cancelled()
            answer = search.search(self._library, query, context)
            return answer, search.addresses(self._library, answer.hits, context)

        handle = self._handle = self._worker.ask(self.tr("正在检索"), job)
        handle.succeeded.connect(lambda found: self._on_answer(handle, found, more))
        handle.failed.connect(lambda error: self._on_failed(handle, error))

    def _on_answer(self, handle: JobHandle, found: Found, more: bool) -> None:
        if handle is self._handle:
            self._handle = None
            self._answered = self.query
            self.answered.emit(*found, more)

    def _on_failed(self, handle: JobHandle, error: Exception) -> None:
        if handle is self._handle:
            self._handle = None
            self.query = self._answered = SearchQuery("")
            self.failed.emit(error)
