"""Printing the open document: pages set in the worker, shown in a preview, sent to a printer."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.exporting.formats import Content
from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.export import Wish
from reader.services.library import Library
from ui import i18n
from ui.controllers.exporting import Exporting
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.printing.pages import Pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Printing(QObject):
    """Connects the actions print and print_preview."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        reading: Reading,
        exporting: Exporting,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._reading = reading
        self._exporting = exporting
        self._messages = messages
        window.actions_.connect_all({"print": self.print, "print_preview": self.preview})

    def print(self) -> None:
        """Ask for a printer, and print the open document."""
        self._with_pages(self._print)

    def preview(self) -> None:
        """Show the pages of the open document as they will be printed."""
        self._with_pages(self._preview)

    def _with_pages(self, use: Callable[[Pages, str], None]) -> None:
        """Set the open document in type in the worker, then use the pages here."""
        current = self._reading.current
        application = QApplication.instance()
        if current is None or application is None:
            self._messages.notice(self.tr("请先打开一篇公文。"))
            return
        self._window.side.annotations.editor.flush()
        library, title, document_id = self._library, current.facts.title, current.facts.id
        marks, home = self._exporting.choices.print_marks, application.thread()
        language = i18n.language()

        def job(_: JobContext) -> Pages:
            from reader.services import export
            from ui.printing.writing import set_pages_for

            wish = Wish("pdf", Content.DOCUMENTS, marks=marks, language=language)
            entries = export.gathered(library, Selection(document_ids=(document_id,)), Content.DOCUMENTS)
            return set_pages_for(home, export.material(library, entries, wish))

        handle = self._worker.submit(self.tr("正在排版"), job)
        # Not inside the job's own signal: the system's dialog may hold it up, and the job would seem to go on.
        # The window as context: should it close meanwhile, nothing is shown.
        handle.succeeded.connect(lambda pages: QTimer.singleShot(0, self._window, lambda: use(pages, title)))
        handle.failed.connect(self._messages.tell_loudly)

    def _print(self, pages: Pages, title: str) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from ui.printing.printer import new_printer

        printer = new_printer(title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("printDialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, pages.count)
        dialog.setFromTo(1, pages.count)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda _: self._send(printer, pages))
        dialog.setModal(True)
        dialog.show()

    def _send(self, printer: QPrinter, pages: Pages) -> None:
        from ui.printing.printer import print_pages

        if print_pages(printer, pages):
            self._messages.notice(self.tr("已送往打印机。"))
        else:
            self._messages.notice(self.tr("打印机没有响应。请检查打印机后再试。"))

    def _preview(self, pages: Pages, title: str) -> None:
        from ui.dialogs.print_preview import PrintPreview

        dialog = PrintPreview(pages, title, self._exporting.choices.print_marks, self._window)
        dialog.marksChosen.connect(self._on_marks)
        dialog.open()

    def _on_marks(self, marks: bool) -> None:
        self._exporting.remember(dataclasses.replace(self._exporting.choices, print_marks=marks))
        self.preview()
