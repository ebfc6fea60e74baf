"""Asking for files to import, and showing what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from reader.model.report import ImportReport
from ui.controllers.importing import Importing
from ui.dialogs.import_report import ImportReportDialog, summary
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.panels.notice_strip import Offer
from ui.paths import SAMPLE, documents_folder


class ImportDialogs(QObject):
    """Connects actions, welcome page and dropped files with `Importing`.

    Signals:
        imported: id of the first issue that is new or changed, "" for none.
        openWanted: id of an issue to open.
        reportWanted: id of an issue whose whole report is wanted, and the line of a doubt in it or 0.
    """

    imported = Signal(str)
    openWanted = Signal(str)
    reportWanted = Signal(str, int)

    def __init__(
        self, window: MainWindow, importing: Importing, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._importing = importing
        self._messages = messages
        self._folder = str(documents_folder())
        welcome = window.pane.welcome
        welcome.filesWanted.connect(self.ask_files)
        welcome.folderWanted.connect(self.ask_folder)
        welcome.sampleWanted.connect(self.import_sample)
        window.filesDropped.connect(self.start)
        window.actions_.connect_all(
            {
                "import_files": self.ask_files,
                "import_folder": self.ask_folder,
                "import_sample": self.import_sample,
            }
        )
        importing.finished.connect(self._on_finished)
        importing.failed.connect(messages.tell_loudly)

    def ask_files(self) -> None:
        """Ask for files and import them; where nothing can be imported, say so at once."""
        if self._is_refused():
            return
        kinds = self.tr("公报文件 (*.txt *.md *.markdown *.html *.htm *.mht *.docx *.pdf *.zip);;所有文件 (*)")
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("导入公报文件"), self._folder, kinds)
        self.start([Path(name) for name in names])

    def ask_folder(self) -> None:
        """Ask for a folder and import what is in it; where nothing can be imported, say so at once."""
        if self._is_refused():
            return
        name = QFileDialog.getExistingDirectory(self._window, self.tr("导入文件夹"), self._folder)
        self.start([Path(name)] if name else [])

    def import_sample(self) -> None:
        """Import the sample issue."""
        self.start([SAMPLE])

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders; nothing for none."""
        if paths and not self._is_refused():
            self._folder = str(paths[0].parent) if paths[0] != SAMPLE else self._folder
            handle = self._importing.start(paths)
            welcome = self._window.pane.welcome
            welcome.set_busy(True)
            handle.ended.connect(lambda: welcome.set_busy(False))

    def _is_refused(self) -> bool:
        if self._importing.refused:
            self._messages.notice(self.tr("这个公报库放在只能读的地方，不能导入；标注和批注照常保存在您自己的电脑上。"))
        return self._importing.refused

    def _on_finished(self, report: ImportReport) -> None:
        first = next((f.issue_id for f in report.files if f.issue_id is not None), None)
        self.imported.emit(first or "")
        if report.failed or not report.files:
            # There is something to be done about it, file by file.
            self.show_report(report)
        else:
            offers = [Offer(self.tr("逐份查看"), lambda: self.show_report(report))]
            if first is not None:
                offers.insert(0, Offer(self.tr("打开"), partial(self.openWanted.emit, first)))
            self._messages.notice(summary(report), *offers)

    def show_report(self, report: ImportReport) -> None:
        """Show what came of an import, file by file."""
        dialog = ImportReportDialog(report, self._window)
        dialog.reportWanted.connect(self.reportWanted)
        dialog.open()
