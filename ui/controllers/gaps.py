"""Tells which issues and document numbers the library lacks between those it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model.job import JobContext
from reader.services.library import Library
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.services.gaps import Series


class Gaps(QObject):
    """Answers one action, off the window's thread: every document is looked at."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._messages = messages
        window.actions_.connect_all({"gaps": self.look})

    def look(self) -> None:
        """Look for what is missing, and show it."""

        def job(_: JobContext) -> tuple[tuple[Series, ...], tuple[Series, ...]]:
            from reader.services import gaps

            return gaps.issue_gaps(self._library), gaps.number_gaps(self._library)

        handle = self._worker.submit(self.tr("正在查找缺漏"), job)
        handle.succeeded.connect(self._show)
        handle.failed.connect(self._messages.tell)

    def _show(self, found: tuple[tuple[Series, ...], tuple[Series, ...]]) -> None:
        from ui.dialogs.table_window import TableWindow
        from ui.models.gaps_shape import gaps_shape

        if not any(found):
            self._messages.notice(self.tr("已收的期号和文号之间没有缺漏。"))
            return
        name = self.tr("已收的期号和文号之间缺少的（公报未必刊登全部文件，仅供核对）")
        window = TableWindow(name, "", gaps_shape(*found), self._window.pane.view.em, self._window)
        window.move(self._window.frameGeometry().center() - window.rect().center())
        window.show()
