"""Telling the user things: quiet notices, sentences for errors, reports for faults of ours, help and about."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from reader.model.errors import UserError
from ui import i18n
from ui.crash import CrashGuard
from ui.dialogs.crash_report import CrashReportDialog
from ui.main_window import MainWindow

log = logging.getLogger("dibao.ui")


class Messages(QObject):
    """The one way by which the program speaks."""

    def __init__(self, window: MainWindow, guard: CrashGuard) -> None:
        super().__init__(window)
        self._window = window
        self._guard = guard
        self._crash: CrashReportDialog | None = None

    def notice(self, text: str) -> None:
        """Say something that needs no answer."""
        self._window.status.notice(text)

    def sentence(self, error: UserError) -> str:
        """What to tell the user about an error."""
        return i18n.sentence(error)

    def tell(self, error: BaseException) -> None:
        """An error that leaves everything as it was: a notice; a fault of ours: a report."""
        if isinstance(error, UserError):
            log.warning("%s", error.code)
            self.notice(self.sentence(error))
        else:
            self._guard.report(error)

    def tell_loudly(self, error: BaseException) -> None:
        """An error that ended what the user had asked for: a box to confirm; a fault of ours: a report."""
        if not isinstance(error, UserError):
            self._guard.report(error)
            return
        log.warning("%s", error.code)
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("没有完成"),
            self.sentence(error),
            QMessageBox.StandardButton.Ok,
            self._window,
        )
        box.setObjectName("errorBox")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def show_crash(self, report: str) -> None:
        """Show the report on a fault of ours; one dialog, however many faults come while it is open."""
        if self._crash is not None:
            self._crash.one_more()
            return
        self._crash = CrashReportDialog(report, self._guard.log_folder, self._window)
        self._crash.finished.connect(self._on_crash_closed)
        self._crash.open()

    def _on_crash_closed(self) -> None:
        self._crash = None

    def help(self) -> None:
        """Show how to use the program, and the shortcuts."""
        from ui.dialogs.help import HelpDialog

        HelpDialog(self._window.actions_, self._window).open()

    def about(self) -> None:
        """Show what the program is."""
        from ui.dialogs.help import AboutDialog

        AboutDialog(self._guard.version, self._window).open()
