"""The library worker: one thread that does long tasks one after another, so that only one writes at a time."""

from __future__ import annotations

import queue
import threading

from PySide6.QtCore import QObject, Signal

from ui.jobs.handle import Job, JobHandle


class LibraryWorker(QObject):
    """A serial queue of jobs: import, index, export, re-anchoring."""

    submitted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: queue.SimpleQueue[JobHandle | None] = queue.SimpleQueue()
        self._handles: list[JobHandle] = []
        self._thread = threading.Thread(target=self._serve, name="library-worker", daemon=True)
        self._thread.start()

    def submit(self, title: str, job: Job) -> JobHandle:
        """Queue a job. Connect to the handle's signals before going back to the event loop; none is sent earlier."""
        handle = JobHandle(title, job)
        self._handles.append(handle)
        handle.ended.connect(self._forget)
        self.submitted.emit(handle)
        self._queue.put(handle)
        return handle

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._handles)

    def shut_down(self) -> None:
        """Cancel what runs and waits, and wait until the thread has ended; what jobs finished is kept.

        Nobody is told any more: those who would be are closing too.
        """
        for handle in self._handles:
            handle.cancel()
        self._queue.put(None)
        self._thread.join()
        for handle in self._handles:
            handle.let_go()

    def _forget(self) -> None:
        # Jobs end in the order in which they were queued.
        self._handles.pop(0).deleteLater()

    def _serve(self) -> None:
        while (handle := self._queue.get()) is not None:
            handle.run()
