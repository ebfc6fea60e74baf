"""Telling the user things: quiet notices, sentences for errors, reports for faults of ours, help and about."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model.errors import UserError
from ui import i18n
from ui.crash import CrashGuard
from ui.dialogs.crash_report import CrashReportDialog
from ui.main_window import MainWindow
from ui.models.menu_keys import key_groups, shown_keys
from ui.panels.notice_strip import Offer

if TYPE_CHECKING:
    from ui.dialogs.manual import Keys, ManualDialog

log = logging.getLogger("dibao.ui")


class Messages(QObject):
    """The one way by which the program speaks."""

    def __init__(self, window: MainWindow, guard: CrashGuard) -> None:
        super().__init__(window)
        self._window = window
        self._guard = guard
        self._crash: CrashReportDialog | None = None
        self._manual: ManualDialog | None = None

    def notice(self, text: str, *offers: Offer, stays: bool = False) -> None:
        """Say something that needs no answer; with offers of what to do next it is said where they can be clicked.

        Args:
            stays: the offers wait for an answer.
        """
        if offers:
            self._window.area.strip.show_notice(text, offers, stays=stays)
        else:
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
        """An error that ended what the user had asked for: stays until it is closed; a fault of ours: a report."""
        if not isinstance(error, UserError):
            self._guard.report(error)
            return
        log.warning("%s", error.code)
        text = self.tr("没有完成：{reason}").format(reason=self.sentence(error))
        self._window.area.strip.show_notice(text, error=True)

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
        """Show the manual; the one that is open comes to the front."""
        from ui.dialogs.manual import ManualDialog

        if self._manual is None:
            self._manual = ManualDialog(self._keys, self._window)
            self._manual.finished.connect(self._on_manual_closed)
        self._manual.show()
        self._manual.raise_()
        self._manual.activateWindow()

    def _keys(self) -> Keys:
        from ui.dialogs.manual import Keys

        keys = {action.objectName().removeprefix("action_"): shown_keys(action) for action in self._window.actions_}
        return Keys(i18n.language(), keys, key_groups(self._window.menuBar()))

    def _on_manual_closed(self) -> None:
        self._manual = None

    def about(self) -> None:
        """Show what the program is and what it is made of."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._guard.version, self._window).open()
