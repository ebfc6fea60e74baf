"""The original beside the text: shown on demand, following the reading, and leading back to it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from reader.model.document import Issue
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Opened, Reading
from ui.controllers.tabbing import Tabbing
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.models.source_places import lines_of_offset, place_of_line


class SourceBeside(QObject):
    """Connects the action show_source. The original takes the place of the second side of a split view."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        reading: Reading,
        tabbing: Tabbing,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._reading = reading
        self._tabbing = tabbing
        self._messages = messages
        self._shown: tuple[str, str] | None = None
        self._place = 0
        window.actions_.connect_all({"show_source": self.toggle})
        window.area.sourceAdded.connect(self._listen)
        window.area.shared.connect(lambda _: self._on_shared())
        window.voice.offsetChanged.connect(self._follow)
        window.voice.selectionChanged.connect(self._on_selection)
        reading.opened.connect(lambda opened, offset: self._show(opened, offset or 0))
        reading.closed.connect(lambda: window.area.set_source(False))

    def toggle(self) -> None:
        """Show the original of the open document beside it, or hide it."""
        current, area = self._reading.current, self._window.area
        if current is None:
            self._messages.notice(self.tr("请先打开一篇公文。"))
        elif not area.with_source and self._reading.tabs.split:
            self._tabbing.toggle_split()
        area.set_source(not area.with_source and current is not None)
        if current is not None:
            self._show(current, self._window.pane.view.visible_offset())

    def _listen(self) -> None:
        source = self._window.area.source()
        source.lineChosen.connect(self._go)
        source.closeWanted.connect(lambda: self._window.area.set_source(False))

    def _on_shared(self) -> None:
        self._window.actions_["show_source"].setChecked(self._window.area.with_source)

    def _show(self, opened: Opened, offset: int) -> None:
        """Follow a document; the lines of another file are read first."""
        if not self._window.area.with_source:
            return
        self._place = offset
        wanted = (opened.issue.id, opened.issue.source)
        if wanted == self._shown:
            self._follow(offset)
            return

        def job(_: JobContext) -> tuple[str, ...]:
            try:
                return catalogue.original_lines(self._library, opened.issue.id)
            except UserError as error:
                if error.code != "original.missing":
                    raise
                return ()

        handle = self._worker.submit(self.tr("正在读取原文"), job)
        handle.succeeded.connect(partial(self._fill, wanted, opened.issue.source_name))
        handle.failed.connect(self._messages.tell)

    def _fill(self, wanted: tuple[str, str], name: str, lines: tuple[str, ...]) -> None:
        current = self._reading.current
        if current is not None and (current.issue.id, current.issue.source) == wanted:
            self._shown = wanted
            self._window.area.source().show_source(name, lines)
            self._follow(self._place)

    def _on_selection(self, chosen: object) -> None:
        if isinstance(chosen, tuple):
            self._follow(chosen[0])

    def _follow(self, offset: int) -> None:
        """Mark the lines of the paragraph at an offset (code points on the open document)."""
        current = self._reading.current
        self._place = offset
        if current is not None and self._window.area.with_source and self._shown is not None:
            self._window.area.source().follow(*lines_of_offset(current.document.blocks, offset))

    def _go(self, line: int) -> None:
        """Show what came of a line of the original, in whichever document of the issue it stands."""
        current = self._reading.current
        if current is None:
            return
        for block in current.document.blocks:
            if block.line <= line <= block.line_end:
                self._reading.open(current.facts.id, block.start, block.end)
                return
        handle = self._worker.submit(
            self.tr("正在读取公报"), lambda _: catalogue.issue(self._library, current.issue.id)
        )
        handle.succeeded.connect(partial(self._go_in, line))
        handle.failed.connect(self._messages.tell)

    def _go_in(self, line: int, issue: Issue) -> None:
        place = place_of_line(issue, line)
        part = issue.parts[place.part] if place is not None else None
        found = next((one for one in issue.documents if one is part), None)
        if place is None or found is None:
            self._messages.notice(self.tr("这一行不在任何一篇公文里。"))
        else:
            self._reading.open(found.facts.id, place.start, place.end)
