"""Importing files: in the library worker, one import after another, ending with a report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.model.job import JobContext
from reader.model.report import ImportReport
from reader.services.library import Library
from ui.jobs.handle import JobHandle
from ui.jobs.library_worker import LibraryWorker


class Importing(QObject):
    """Starts imports.

    Signals:
        finished: the `ImportReport`.
        failed: an exception that ended an import before its report.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, worker: LibraryWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker

    @property
    def refused(self) -> bool:
        """Whether the library lies where nobody can write."""
        return self._library.texts_read_only

    def start(self, paths: Sequence[Path]) -> JobHandle:
        """Import files and folders."""
        wanted = tuple(paths)

        def job(context: JobContext) -> ImportReport:
            from reader.services import import_files

            return import_files.import_paths(self._library, wanted, context)

        handle = self._worker.submit(self.tr("正在导入"), job)
        handle.succeeded.connect(self.finished)
        handle.failed.connect(self.failed)
        return handle

    def bring_index_in_step(self) -> JobHandle:
        """Add to the index what it lacks: an import may have been cancelled or killed."""

        def job(context: JobContext) -> int:
            from reader.services import indexing

            if self._library.texts_read_only:
                return 0
            return indexing.bring_in_step(self._library, context)

        handle = self._worker.submit(self.tr("正在更新索引"), job)
        handle.failed.connect(self.failed)
        return handle

    def rebuild(self) -> JobHandle:
        """Read the kept originals again: library.db was damaged and set aside."""

        def job(context: JobContext) -> int:
            from reader.services import indexing, rebuilding

            count = rebuilding.rebuild(self._library, context)
            indexing.bring_in_step(self._library, context)
            return count

        handle = self._worker.submit(self.tr("正在从原件重建"), job)
        handle.failed.connect(self.failed)
        return handle
