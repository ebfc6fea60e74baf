"""Finding in the library: joins the search panel with the library, the text and the clipboard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from reader.model.document import DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.model.search import Answer, Hit, SearchQuery
from reader.services import catalogue, searches
from reader.services.library import Library
from ui import i18n
from ui.controllers.hit_walk import Stop, step, stops_of
from ui.controllers.marking import Marking
from ui.controllers.reading import Reading
from ui.controllers.searching import Searching
from ui.dialogs.asking import question
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.models.passages import paragraph_at
from ui.paths import documents_folder

RECENT = 20
"""Queries of the history that the box offers."""

LONGEST_COPY = 2000
"""Characters of a paragraph up to which it is copied whole; of a longer one the text around the match is."""


class Finding(QObject):
    """What the user can do with a search and its hits."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        searching: Searching,
        worker: LibraryWorker,
        reading: Reading,
        marking: Marking,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._searching = searching
        self._worker = worker
        self._reading = reading
        self._marking = marking
        self._messages = messages
        self._panel = window.side.search
        self._at: Stop | None = None
        self._step_on = False
        self._folder = documents_folder()
        self._connect()

    def _connect(self) -> None:
        panel, searching = self._panel, self._searching
        panel.asked.connect(self._on_asked)
        panel.moreWanted.connect(searching.ask_more)
        panel.stopWanted.connect(searching.stop)
        panel.chosen.connect(self.go_to)
        panel.entered.connect(self.enter)
        panel.settled.connect(self._remember)
        panel.menuRequested.connect(self.fill_menu)
        panel.exportWanted.connect(self.ask_export)
        box = panel.query
        box.menuWanted.connect(self._fill_box)
        box.savedChosen.connect(self._open_saved)
        box.forgetWanted.connect(self._forget)
        box.keepWanted.connect(self.ask_name)
        box.clearHistoryWanted.connect(self._clear_history)
        searching.answered.connect(self._on_answer)
        searching.stopped.connect(self._on_stopped)
        searching.failed.connect(self._on_failed)
        self._window.actions_.connect_all(
            {
                "search": self.begin,
                "find_next": lambda: self.step(forward=True),
                "find_previous": lambda: self.step(forward=False),
            }
        )

    def set_library(self, documents: Mapping[str, DocumentFacts], issues: Mapping[str, IssueFacts]) -> None:
        """What is known about documents and issues, by id."""
        self._panel.model.set_library(documents, issues)

    def begin(self) -> None:
        """Let the user type a query, or search for what is selected in the text."""
        current, view = self._reading.current, self._window.pane.view
        selected = view.selection()
        text = current.document.text[selected[0] : selected[1]] if current is not None and selected else ""
        self._window.show_panel("search")
        self._panel.focus_query(text if text and "\n" not in text and len(text) <= 60 else "")

    # Answers

    def _on_asked(self, query: SearchQuery) -> None:
        self._step_on = False
        if query.text:
            self._panel.show_searching()
        else:
            self._at = None
            self._window.pane.show_hits(())
        self._searching.ask(query)

    def _on_answer(self, answer: Answer, addresses: tuple[str, ...], more: bool) -> None:
        if not more:
            self._at = None
        self._panel.show_answer(answer, addresses, more)
        if more and self._step_on:
            self._step_on = False
            self.step(forward=True)

    def _on_stopped(self) -> None:
        self._step_on = False
        self._panel.show_stopped()

    def _on_failed(self, error: Exception) -> None:
        self._step_on = False
        if isinstance(error, UserError):
            self._panel.show_error(self._messages.sentence(error))
        else:
            self._panel.show_error(self.tr("这次检索没有完成，请再试一次。"))
            self._messages.tell(error)

    # Going from hit to hit

    def go_to(self, hit: Hit) -> None:
        """Show a hit of the list at its telling place."""
        rows = [row for row, one in enumerate(self._panel.model.hits) if one is hit]
        if rows:
            self._show(Stop(rows[0], hit.telling), anew=True)

    def enter(self, hit: Hit) -> None:
        """Show a hit of the list; the one that is shown already is gone into, at the place stepped to."""
        hits, at = self._panel.model.hits, self._at
        if at is not None and at.row < len(hits) and hits[at.row] is hit:
            self._window.pane.view.setFocus()
        else:
            self.go_to(hit)

    def step(self, *, forward: bool) -> None:
        """Go to the next or previous place: of the find bar while it is open, else of the search in all documents.

        The text has the focus then: the keys of colours and tags mean the place gone to.
        """
        pane, hits = self._window.pane, self._panel.model.hits
        if pane.find_bar.isVisible() or not hits:
            if forward:
                pane.next_hit()
            else:
                pane.previous_hit()
            return
        stop = step(hits, self._at, forward=forward)
        if stop is None and forward and len(hits) < self._panel.total:
            self._step_on = True
            self._searching.ask_more()
            return
        if stop is None and not forward:
            self._messages.notice(self.tr("已是第一处"))
            return
        beyond = stop is None
        stop = stop or Stop(0, 0)
        self._show(stop, anew=self._at is None or stop.row != self._at.row)
        pane.view.setFocus()
        self._remember(self._searching.query.text)
        if beyond:
            self._messages.notice(self.tr("已是最后一处，回到第一处"))
        else:
            self._tell_place(hits[stop.row])

    def _show(self, stop: Stop, *, anew: bool) -> None:
        hit = self._panel.model.hits[stop.row]
        self._at = stop
        self._panel.select(stop.row)
        pane, current = self._window.pane, self._reading.current
        pane.find_bar.hide()
        if hit.annotation_id:
            self._marking.go_to_annotation(hit.annotation_id)
            return
        start, end = hit.ranges[stop.place] if hit.ranges else (None, None)
        elsewhere = anew or current is None or current.facts.id != hit.document_id
        if elsewhere and not self._reading.open(hit.document_id, start, end):
            return
        pane.show_hits(hit.ranges)
        if hit.ranges:
            pane.view.go_to_hit(stop.place)

    def _tell_place(self, hit: Hit) -> None:
        if self._at is not None:
            text = self.tr("第 {row} / {rows} 条，第 {place} / {places} 处")
            self._messages.notice(
                text.format(
                    row=self._at.row + 1, rows=self._panel.total, place=self._at.place + 1, places=stops_of(hit)
                )
            )

    # The menu of a hit

    def fill_menu(self, menu: QMenu, hit: Hit) -> None:
        """Add what can be done with a hit."""
        menu.addAction(self.tr("打开"), lambda: self.go_to(hit))
        menu.addSeparator()
        menu.addAction(self.tr("连同出处复制"), lambda: self.copy(hit, with_text=True))
        menu.addAction(self.tr("复制出处"), lambda: self.copy(hit, with_text=False))

    def copy(self, hit: Hit, *, with_text: bool) -> None:
        """Put the citation of a place of a hit on the clipboard, behind the paragraph it stands in.

        The place is the one stepped to, of another hit the telling one.
        """
        from reader.services import citing

        hits, at = self._panel.model.hits, self._at
        number = at.place if at is not None and at.row < len(hits) and hits[at.row] is hit else hit.telling
        place = hit.ranges[number] if hit.ranges else None
        try:
            citation = citing.cite(self._library, hit.document_id, place)
            text = self._paragraph(hit, place) if with_text else ""
        except UserError as error:
            self._messages.tell(error)
            return
        both = self.tr("{text}\n——{citation}").format(text=text, citation=citation)
        QGuiApplication.clipboard().setText(both if text else citation)
        self._messages.notice(self.tr("已复制：{text}").format(text=citation))

    def _paragraph(self, hit: Hit, place: tuple[int, int] | None) -> str:
        if hit.annotation_id or place is None:
            return hit.snippet
        text = catalogue.document(self._library, hit.document_id).text
        start, end = paragraph_at(text, place)
        return text[start:end] if end - start <= LONGEST_COPY else hit.snippet

    # The list as a file

    def ask_export(self, form: str) -> None:
        """Ask where to, and write the hits of the answer shown there."""
        from reader.exporting.file_names import safe_name

        query = self._searching.query
        kinds = {"xlsx": self.tr("Excel 表格 (*.xlsx)"), "csv": "CSV (*.csv)", "md": "Markdown (*.md)"}
        name = self.tr("检索结果 {query}").format(query=query.text)
        proposed = str(self._folder / f"{safe_name(name)}.{form}")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("导出命中列表"), proposed, kinds[form])
        if path:
            out = Path(path)
            self.export(query, form, out if out.suffix else out.with_suffix(f".{form}"))

    def export(self, query: SearchQuery, form: str, out: Path) -> None:
        """Write the hits of a query to a file, in the worker; tells when it is done."""
        self._folder = out.parent

        language = i18n.language()

        def job(context: JobContext) -> int:
            from reader.exporting.labels import Labels
            from reader.services.hit_list import export_hits

            return export_hits(self._library, query, form, out, context, Labels(language))

        done = self.tr("已导出 {count} 条结果到 {path}")
        handle = self._worker.submit(self.tr("正在导出"), job)
        handle.succeeded.connect(lambda count: self._messages.notice(done.format(count=count, path=out)))
        handle.failed.connect(self._messages.tell_loudly)

    # History and kept searches

    def _remember(self, text: str) -> None:
        if not text or self._library.read_only or searches.history(self._library)[:1] == (text,):
            return
        try:
            searches.remember(self._library, text)
        except UserError as error:
            self._messages.tell(error)

    def _fill_box(self) -> None:
        box = self._panel.query
        box.set_history(searches.history(self._library)[:RECENT])
        box.set_saved([one.name for one in searches.saved(self._library)])

    def _open_saved(self, name: str) -> None:
        for one in searches.saved(self._library):
            if one.name == name:
                self._panel.show_query(one.query)

    def ask_name(self) -> None:
        """Ask for a name, and keep the query under it."""
        query = self._panel.current_query
        dialog = question(
            self._window,
            "searchName",
            self.tr("保存检索"),
            self.tr("名称（同名的会被替换）"),
            self.tr("保存"),
            text=query.text,
        )
        dialog.textValueSelected.connect(lambda name: self.keep(name.strip(), query))
        dialog.open()

    def keep(self, name: str, query: SearchQuery) -> None:
        """Keep a query under a name; an empty name keeps nothing."""
        if not name:
            return
        try:
            searches.save(self._library, name, query)
        except UserError as error:
            self._messages.tell_loudly(error)
            return
        self._messages.notice(self.tr("已保存检索“{name}”").format(name=name))

    def _forget(self, name: str) -> None:
        try:
            searches.forget(self._library, name)
        except UserError as error:
            self._messages.tell_loudly(error)

    def _clear_history(self) -> None:
        try:
            searches.clear_history(self._library)
        except UserError as error:
            self._messages.tell_loudly(error)
