"""Handing on: copies, exports and prints, exchange with colleagues, backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.controllers.copying import Copying
from ui.controllers.exporting import Exporting
from ui.controllers.printing import Printing
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.services.exchange import Exchanged


PREPARE_AFTER = 8000
"""Milliseconds after the start at which citing is made ready: reading and the index come first."""


class HandingOn(QObject):
    """Connects the actions import_annotations and backup; its parts copy, export and print.

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
        self._annotating = annotating
        self._messages = messages
        self.copying = Copying(window, library, annotating, reading, messages, self)
        self.exporting = Exporting(window, library, worker, annotating, reading, messages, choices_file, self)
        self.printing = Printing(window, library, worker, reading, self.exporting, messages, self)
        window.actions_.connect_all({"import_annotations": self.ask_import, "backup": self.ask_backup})
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

    def ask_import(self) -> None:
        """Ask for a colleague's annotations and take them in."""
        kinds = self.tr("批注文件 (*.jsonld *.json);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("导入批注"), str(self.exporting.folder), kinds)
        if name:
            self.import_annotations(Path(name))

    def import_annotations(self, file: Path) -> None:
        """Take annotations in, in the worker; tells what came of it."""
        self._window.side.annotations.editor.flush()

        def job(_: JobContext) -> Exchanged:
            from reader.services import exchange

            return exchange.import_annotations(self._library, file)

        handle = self._worker.submit(self.tr("正在导入批注"), job)
        handle.succeeded.connect(self._on_exchanged)
        handle.failed.connect(self._messages.tell_loudly)

    def _on_exchanged(self, done: Exchanged) -> None:
        parts = [self.tr("导入 {count} 条批注").format(count=done.imported)]
        if done.updated:
            parts.append(self.tr("更新 {count} 条").format(count=done.updated))
        if done.duplicates:
            parts.append(self.tr("{count} 条已有，没有重复导入").format(count=done.duplicates))
        if done.failed:
            parts.append(self.tr("{count} 条不合格式，没有导入").format(count=done.failed))
        self._messages.notice("，".join(parts) + "。")
        self._annotating.vocabularyChanged.emit()
        self._annotating.changed.emit("")

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
