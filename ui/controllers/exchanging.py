"""A colleague's annotations: read in the worker, conflicts decided by the user, taken in as one step to undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.exporting.incoming import Incoming
from reader.model.job import JobContext
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.services.exchange import Exchanged
    from reader.services.versions import Conflict, Side

Found = tuple[Incoming, "tuple[Conflict, ...]", "Exchanged | None"]
"""What a file holds, the conflicts, and what came of it where there were none."""


class Exchanging(QObject):
    """Connects the action import_annotations.

    Args:
        folder: tells where files are looked for first.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        annotating: Annotating,
        messages: Messages,
        folder: Callable[[], Path],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._annotating = annotating
        self._messages = messages
        self._folder = folder
        window.actions_.connect_all({"import_annotations": self.ask_import})

    def ask_import(self) -> None:
        """Ask for a colleague's annotations and take them in."""
        kinds = self.tr("批注文件 (*.jsonld *.json);;所有文件 (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("导入批注"), str(self._folder()), kinds)
        if name:
            self.import_annotations(Path(name))

    def import_annotations(self, file: Path) -> None:
        """Take annotations in, in the worker; asks about conflicts, and tells what came of it."""
        self._window.side.annotations.editor.flush()

        def job(job: JobContext) -> Found:
            from reader.services import exchange

            incoming = exchange.read_file(self._library, file)
            conflicts = exchange.compare(self._library, incoming).conflicts
            return incoming, conflicts, None if conflicts else exchange.take_in(self._library, incoming, job=job)

        handle = self._worker.submit(self.tr("正在导入批注"), job)
        handle.succeeded.connect(self._on_found)
        handle.failed.connect(self._messages.tell_loudly)

    def _on_found(self, found: Found) -> None:
        incoming, conflicts, done = found
        if done is not None:
            self._on_taken(done)
            return
        from ui.dialogs.conflicts import ConflictsDialog

        dialog = ConflictsDialog(conflicts, self._annotating.styles(), self._window)
        dialog.decided.connect(lambda choices: self._take_in(incoming, choices))
        dialog.rejected.connect(lambda: self._messages.notice(self.tr("没有导入，标注没有改变。")))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_in(self, incoming: Incoming, choices: Mapping[str, Side]) -> None:
        # What was typed while the question stood is ours too.
        self._window.side.annotations.editor.flush()

        def job(job: JobContext) -> Exchanged:
            from reader.services import exchange

            return exchange.take_in(self._library, incoming, choices, job=job)

        handle = self._worker.submit(self.tr("正在导入批注"), job)
        handle.succeeded.connect(self._on_taken)
        handle.failed.connect(self._messages.tell_loudly)

    def _on_taken(self, done: Exchanged) -> None:
        self._annotating.took_in(done)
        self._messages.notice(self._told(done))

    def _told(self, done: Exchanged) -> str:
        parts = [self.tr("导入 {count} 条批注").format(count=done.imported)]
        if done.updated:
            parts.append(self.tr("更新 {count} 条").format(count=done.updated))
        if done.duplicates:
            parts.append(self.tr("{count} 条已有，没有重复导入").format(count=done.duplicates))
        if done.conflicts:
            theirs = len(done.replaced) - done.imported - done.updated
            text = self.tr("{count} 条两边都改过，采用对方的 {theirs} 条")
            parts.append(text.format(count=len(done.conflicts), theirs=theirs))
        if done.failed:
            parts.append(self.tr("{count} 条不合格式，没有导入").format(count=done.failed))
        return self.tr("，").join(parts) + self.tr("。")
