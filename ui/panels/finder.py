"""Answers the find bar: strings at once; expressions, and all in very long texts, from a process that can be ended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.model.errors import UserError
from reader.model.job import JobContext
from ui.jobs.handle import JobHandle
from ui.jobs.search_worker import SearchWorker
from ui.panels.find_bar import EXPRESSION, MOST, Ranges, Wanted, places_of

if TYPE_CHECKING:
    from reader.services.finding_apart import FindingProcess

LONG = 100_000
"""Code points of a text in which even a string is looked for elsewhere: the window must not wait for it."""


class Finder(QObject):
    """Finds what is wanted in one text; the latest question wins.

    Signals:
        found: the places, and the `go` of the question.
        failed: a `UserError`: the expression cannot be understood, or takes too long.
        begun: the answer will be a while.
    """

    found = Signal(object, bool)
    failed = Signal(object)
    begun = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: FindingProcess | None = None
        self._worker: SearchWorker | None = None
        self._handle: JobHandle | None = None

    def find(self, text: str, wanted: Wanted, *, go: bool) -> None:
        """Ask. `go` comes back with the answer: whether to go to the first place."""
        self.stop()
        if not wanted.text or (wanted.how != EXPRESSION and len(text) < LONG):
            self.found.emit(places_of(text, wanted), go)
            return
        self.begun.emit()

        worker, process = self._ready()

        def job(context: JobContext) -> Ranges:
            from reader.searching.finding import How

            return process.find(text, wanted.text, How(wanted.how), strict=wanted.strict, most=MOST,
                                check_cancelled=context.check_cancelled)

        self._handle = worker.ask(self.tr("正在查找"), job)
        self._handle.succeeded.connect(lambda places: self.found.emit(places, go))
        self._handle.failed.connect(self._fail)

    def stop(self) -> None:
        """Ask no more."""
        if self._handle is not None:
            self._handle.cancel()

    def _ready(self) -> tuple[SearchWorker, FindingProcess]:
        """The thread that waits for the process, and the process; made, and their modules read, for the first question:
        a start does without them."""
        from reader.services.finding_apart import FindingProcess

        if self._worker is None or self._process is None:
            self._worker, self._process = SearchWorker(), FindingProcess()
            self.destroyed.connect(partial(_close, self._worker, self._process))
        return self._worker, self._process

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(error)


def _close(worker: SearchWorker, process: FindingProcess, _: object = None) -> None:
    worker.shut_down()
    process.close()
