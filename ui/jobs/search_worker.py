"""The search worker: one thread for questions to the library; the latest query wins."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject

from ui.jobs.handle import Job, JobHandle


class SearchWorker(QObject):
    """Answers one question at a time. A new one cancels the one under way and replaces the one that waits."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = threading.Condition()
        self._waiting: JobHandle | None = None
        self._running: JobHandle | None = None
        self._closing = False
        self._alive: set[JobHandle] = set()
        self._latest: JobHandle | None = None
        self._thread = threading.Thread(target=self._serve, name="search-worker", daemon=True)
        self._thread.start()

    def ask(self, title: str, job: Job) -> SearchHandle:
        """Ask; of two questions only the later one's handle sends `succeeded` or `failed`."""
        handle = SearchHandle(title, job, self)
        self._alive.add(handle)
        handle.ended.connect(handle.deleteLater)
        self._latest = handle
        with self._wake:
            stale = [one for one in (self._waiting, self._running) if one is not None]
            for one in stale:
                one.cancel()
            if self._waiting is not None:
                self._alive.discard(self._waiting)
            self._waiting = handle
            self._wake.notify()
        return handle

    def is_latest(self, handle: JobHandle) -> bool:
        """Whether no newer question was asked."""
        return handle is self._latest

    def forget(self, handle: JobHandle) -> None:
        """Let go of a handle that has ended."""
        self._alive.discard(handle)

    def shut_down(self) -> None:
        """Cancel and wait for the thread's end; nobody is told any more."""
        with self._wake:
            self._closing = True
            for handle in (self._waiting, self._running):
                if handle is not None:
                    handle.cancel()
            self._waiting = None
            self._wake.notify()
        self._thread.join()
        for handle in self._alive:
            handle.let_go()

    def _serve(self) -> None:
        while True:
            with self._wake:
                self._running = None
                self._wake.wait_for(lambda: self._closing or self._waiting is not None)
                if self._closing:
                    return
                self._running, self._waiting = self._waiting, None
                running = self._running
            if running is not None:
                running.run()


class SearchHandle(JobHandle):
    """A question; it reports its end as cancelled once a newer one was asked, whatever came of it."""

    def __init__(self, title: str, job: Job, worker: SearchWorker) -> None:
        super().__init__(title, job)
        self._worker = worker

    def _deliver(self, what: str, value: object) -> None:
        late = what in ("succeeded", "failed") and not self._worker.is_latest(self)
        super()._deliver("cancelled" if late else what, value)
        if what in ("succeeded", "failed", "cancelled"):
            self._worker.forget(self)
