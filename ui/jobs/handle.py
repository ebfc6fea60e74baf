"""One job under way, seen from the window: progress, cancelling, and its end as value, cancelled or error."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.model.errors import Cancelled
from reader.model.job import JobContext

PROGRESS_INTERVAL = 0.1
"""Seconds between two reports of progress: more often only costs the window time."""

Job = Callable[[JobContext], Any]


class JobHandle(QObject):
    """A job that waits, runs, or has ended.

    All signals are sent in the thread that made the handle, whatever is connected to them: the worker only posts to
    `_deliver`, by a queued connection.

    Args:
        title: what the job is, for the status bar (正在导入).
        job: what to do; called in the worker's thread.
    """

    started = Signal()
    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)
    ended = Signal()
    _posted = Signal(str, object)

    def __init__(self, title: str, job: Job) -> None:
        super().__init__()
        self.title = title
        self._job = job
        self._cancel = threading.Event()
        self._let_go = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the job to stop at its next safe step. It ends as cancelled, or with its value when it was done."""
        self._cancel.set()

    def let_go(self) -> None:
        """Send nothing any more: whoever waited for it is about to go. Called in the thread that made the handle."""
        self._let_go = True

    @property
    def cancelling(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Do the job; called once, in the worker's thread."""
        self._posted.emit("started", None)
        try:
            if self._cancel.is_set():
                raise Cancelled
            value = self._job(_Context(self._cancel, self._posted.emit))
        except Cancelled:
            self._posted.emit("cancelled", None)
        except Exception as fault:  # noqa: BLE001 - handed on whole: the window words it or reports it as our bug
            self._posted.emit("failed", fault)
        else:
            self._posted.emit("succeeded", value)

    @Slot(str, object)
    def _deliver(self, what: str, value: object) -> None:
        if self._let_go:
            return
        if what == "progressed":
            self.progressed.emit(*value)  # type: ignore[misc]  # the worker posts (done, total, text)
            return
        if what == "started":
            self.started.emit()
            return
        if what == "cancelled":
            self.cancelled.emit()
        elif what == "failed":
            self.failed.emit(value)
        else:
            self.succeeded.emit(value)
        self.ended.emit()


class _Context:
    """What the job sees: `reader.model.job.JobContext`."""

    def __init__(self, cancel: threading.Event, post: Callable[[str, object], object]) -> None:
        self._cancel = cancel
        self._post = post
        self._last = float("-inf")

    def report(self, done: int, total: int, text: str) -> None:
        now = time.monotonic()
        if now - self._last < PROGRESS_INTERVAL:
            return
        self._last = now
        self._post("progressed", (done, total, text))

    def check_cancelled(self) -> None:
        if self._cancel.is_set():
            raise Cancelled
