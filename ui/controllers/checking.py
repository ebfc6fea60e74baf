"""Checking what the importer made of an issue: the report window, kept in step with the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.model.report import Doubt
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.correcting import Correcting
from ui.controllers.correction_menu import CorrectionMenu
from ui.controllers.reading import Opened, Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow, show_beside
from ui.models.report_entries import Group, entries
from ui.models.report_words import words
from ui.panels.document_pane import DocumentPane

if TYPE_CHECKING:
    from ui.dialogs.issue_report import IssueReport, IssueReportWindow


@dataclass(frozen=True, slots=True)
class _First:
    """What a report shows first."""

    group: Group | None = None
    document_id: str = ""
    offset: int = 0
    line: int = 0


class Checking(QObject):
    """Opens the report window, of which there is one at a time, and tells the head above the text of doubts."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        reading: Reading,
        correcting: Correcting,
        correction_menu: CorrectionMenu,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._main = window
        self._library = library
        self._worker = worker
        self._reading = reading
        self._correcting = correcting
        self._correction_menu = correction_menu
        self._messages = messages
        self._window: IssueReportWindow | None = None
        window.actions_.connect_all({"report": self._open_at_caret})
        window.languageChanged.connect(self.refresh)
        window.voice.doubtsWanted.connect(lambda: self._open_current(Group.DOUBT))
        window.voice.correctionsWanted.connect(lambda: self._open_current(Group.CORRECTION))

    @property
    def window(self) -> IssueReportWindow:
        """The report window, made at first use."""
        if self._window is None:
            from ui.dialogs.issue_report import IssueReportWindow

            self._window = IssueReportWindow()
            self._main.closing.connect(self._window.close)
            self._window.finished.connect(self._main.activateWindow)
            self._window.openWanted.connect(self._on_open)
            self._window.withdrawWanted.connect(self._correcting.withdraw)
            self._window.menuRequested.connect(self._correction_menu.fill)
        return self._window

    def show_document(self, opened: Opened, pane: DocumentPane) -> None:
        """A pane shows another document: tell how many doubts there are about it, once it is on the screen."""

        def tell() -> None:
            if pane.opened is opened:
                pane.head.show_doubts(len(doubts_of(self._library, opened)))

        QTimer.singleShot(0, self, tell)

    def open(self, issue_id: str, group: Group | None = None, document_id: str = "", line: int = 0) -> None:
        """Open the report of an issue.

        Args:
            group: show these entries only.
            document_id: show its beginning.
            line: choose the entry of this line of the source.
        """
        self._load(issue_id, _First(group, document_id, line=line), raised=True)

    def refresh(self) -> None:
        """The library changed: read the report shown anew."""
        if self._window is not None and self._window.isVisible() and self._window.issue_id:
            self._load(self._window.issue_id, _First(), raised=False)

    def _load(self, issue_id: str, first: _First, *, raised: bool) -> None:
        def job(_: JobContext) -> IssueReport:
            from reader.services import corrections
            from ui.dialogs.issue_report import IssueReport

            issue = catalogue.issue(self._library, issue_id)
            made = corrections.corrections(self._library, issue_id)
            found = entries(catalogue.report(self._library, issue_id), made, words())
            try:
                lines = catalogue.original_lines(self._library, issue_id)
            except UserError as error:
                if error.code != "original.missing":
                    raise
                lines = ()
            return IssueReport(issue, found, lines, made)

        def show(report: IssueReport) -> None:
            self.window.show_report(report, first.group)
            if raised:
                show_beside(self._main, self.window)
            if first.document_id:
                self.window.show_document(first.document_id, first.offset)
            if first.line:
                self.window.choose_line(first.line)

        handle = self._worker.submit(self.tr("正在读取导入报告"), job)
        handle.succeeded.connect(show)
        handle.failed.connect(self._messages.tell)

    def _open_at_caret(self) -> None:
        current = self._reading.current
        if current is not None:
            caret = self._main.pane.view.caret()
            self._load(current.issue.id, _First(document_id=current.facts.id, offset=caret), raised=True)

    def _open_current(self, group: Group) -> None:
        current = self._reading.current
        if current is None:
            return
        lines = [one.line for one in doubts_of(self._library, current)] if group is Group.DOUBT else []
        self.open(current.issue.id, group, line=lines[0] if lines else 0)

    def _on_open(self, document_id: str, start: int, end: int) -> None:
        if self._reading.open(document_id, start, end if end > start else None):
            self._main.activateWindow()
            self._main.raise_()


def doubts_of(library: Library, opened: Opened) -> tuple[Doubt, ...]:
    """The doubts about lines of the source that went into a document."""
    covered = [(block.line, block.line_end) for block in opened.document.blocks if block.line]
    found = catalogue.doubts(library, opened.issue.id)
    return tuple(one for one in found if any(first <= one.line <= last for first, last in covered))
