"""Handing on: copies, exports and prints, exchange with colleagues, backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.controllers.copying import Copying
from ui.controllers.exchanging import Exchanging
from ui.controllers.exporting import Exporting
from ui.controllers.printing import Printing
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

PREPARE_AFTER = 8000
"""Milliseconds after the start at which citing is made ready: reading and the index come first."""


class HandingOn(QObject):
    """Connects the action backup; its parts copy, export, print and exchange.

    Args:
        choices_file: where is kept how the user exported last; None to forget it.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        annotating: Annotating,
        reading: Reading,
        messages: Messages,
        parent: QObject | None = None,
        *,
        choices_file: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._messages = messages
        self.copying = Copying(window, library, annotating, reading, messages, self)
        self.exporting = Exporting(window, library, worker, annotating, reading, messages, choices_file, self)
        self.printing = Printing(window, library, worker, reading, self.exporting, messages, self)
        self.exchanging = Exchanging(
            window, library, worker, annotating, messages, lambda: self.exporting.folder, self
        )
        window.actions_.connect_all({"backup": self.ask_backup})
        later = QTimer(self, singleShot=True, interval=PREPARE_AFTER)
        later.timeout.connect(self._prepare)
        later.start()

    def _prepare(self) -> None:
        """Have the worker read what the first citation would otherwise have to read while the user waits."""

        def job(_: JobContext) -> int:
            from reader.services.declaring import declaring

            return len(declaring(self._library))

        handle = self._worker.submit(self.tr("正在准备引用"), job)
        handle.failed.connect(self._messages.tell)

    def ask_export(self, chosen: Selection | None = None) -> None:
        """Ask what to export and where to.

        Args:
            chosen: annotations chosen in a list, by their ids.
        """
        self.exporting.ask(chosen)

    def ask_backup(self) -> None:
        """Ask where to, and back the annotations up."""
        name = str(self.exporting.folder / self.tr("邸报标注备份.db"))
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("备份标注"), name, self.tr("备份文件 (*.db)"))
        if not path:
            return
        out = Path(path)

        def job(_: JobContext) -> Path:
            from reader.services import safety

            return safety.backup(self._library, out)

        self._run(self.tr("正在备份"), job, lambda made: self.tr("已备份到 {path}").format(path=made))

    def _run(self, title: str, job: Callable[[JobContext], object], done: Callable[[object], str]) -> None:
        handle = self._worker.submit(title, job)
        handle.succeeded.connect(lambda value: self._messages.notice(done(value)))
        handle.failed.connect(self._messages.tell_loudly)
