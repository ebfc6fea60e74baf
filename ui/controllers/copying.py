"""Copying: passages with their citations, and citations alone in all their forms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from reader.exporting.citation_forms import CitationForm
from reader.model.annotation import PlacedAnnotation
from reader.model.errors import UserError
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.models.passages import paragraph_at
from ui.models.tabs import Opened


class Copying(QObject):
    """Connects the actions copy_cited and cite_*.

    Attributes:
        form: how a copied passage is cited.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        annotating: Annotating,
        reading: Reading,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._annotating = annotating
        self._reading = reading
        self._messages = messages
        self.form = CitationForm.OFFICIAL
        window.actions_.connect_all(
            {
                "copy_cited": self.copy_cited,
                **{f"cite_{form.value}": partial(self.copy_citation, form) for form in CitationForm},
            }
        )

    def copy_cited(self) -> None:
        """Put a passage with its citation on the clipboard, as plain text and as HTML.

        That is the selected text; without a selection the passage of the annotation chosen, else the paragraph of the
        hit one stepped to, else the clause one went to. Several annotations chosen in their list are copied all.
        """
        panel = self._window.side.annotations
        chosen = panel.chosen_annotations()
        if panel.list.hasFocus() and len(chosen) > 1:
            self.copy_annotations(chosen)
            return
        current = self._reading.current
        ranges = self._passages(current) if current is not None else ()
        if current is None or not ranges:
            self._messages.notice(self.tr("请先选中要复制的文字。"))
            return
        citation = self._citation(current.facts.id, (ranges[0][0], ranges[-1][1]), self.form)
        if citation is None:
            return
        text = current.document.text
        self._put([(tuple(text[start:end] for start, end in ranges), citation)])
        self._messages.notice(self.tr("已复制，并附出处：{citation}").format(citation=citation))

    def copy_annotations(self, placed: Sequence[PlacedAnnotation]) -> None:
        """Put what is marked, each passage with its citation, on the clipboard; notes on whole documents have none."""
        found = []
        for one in placed:
            anchor, place = one.annotation.anchor, one.placement
            if anchor is None or not one.document_id:
                continue
            at = (place.start, place.end) if place.start is not None and place.end is not None else None
            citation = self._citation(one.document_id, at, self.form)
            if citation is None:
                return
            found.append(((anchor.quote,), citation))
        if not found:
            self._messages.notice(self.tr("选中的标注没有可复制的原文。"))
            return
        self._put(found)
        self._messages.notice(self.tr("已复制 {count} 条标注，并附出处").format(count=len(found)))

    def _put(self, clippings: Sequence[tuple[tuple[str, ...], str]]) -> None:
        from reader.exporting.clipping import Clipping, html_clippings, plain_clippings

        made = [Clipping(passages, citation) for passages, citation in clippings]
        data = QMimeData()
        data.setText(plain_clippings(made))
        data.setHtml(html_clippings(made))
        QGuiApplication.clipboard().setMimeData(data)

    def copy_citation(self, form: CitationForm) -> None:
        """Copy the citation of what is selected; without a selection of the annotation chosen, else of the document."""
        current = self._reading.current
        if current is None:
            self._messages.notice(self.tr("请先打开一篇公文。"))
            return
        self.copy_citation_of(current.facts.id, self._place(current.facts.id), form)

    def copy_citation_of(self, document_id: str, place: tuple[int, int] | None, form: CitationForm) -> None:
        """Copy the citation of a document, or of a range of it (code points, half-open)."""
        citation = self._citation(document_id, place, form)
        if citation is None:
            return
        QGuiApplication.clipboard().setText(citation)
        shown = " ".join(citation.split())
        self._messages.notice(self.tr("已复制：{text}").format(text=shown))

    def _passages(self, current: Opened) -> tuple[tuple[int, int], ...]:
        view = self._window.pane.view
        # Stepping to a hit leaves the annotation: one that is chosen was chosen later.
        place = self._place(current.facts.id)
        if view.selection() is not None or place is not None:
            return view.selected_ranges() or ((place,) if place is not None else ())
        hit, clause = view.current_hit(), view.clause()
        if hit is not None:
            return (paragraph_at(current.document.text, hit),)
        return (clause[:2],) if clause is not None else ()

    def _place(self, document_id: str) -> tuple[int, int] | None:
        chosen = self._window.pane.view.selection()
        active = self._window.side.annotations.editor.annotation
        if chosen is not None or active is None:
            return chosen
        for placed in self._annotating.of_document(document_id):
            place = placed.placement
            if placed.annotation.id == active.id and place.start is not None and place.end is not None:
                return place.start, place.end
        return None

    def _citation(self, document_id: str, place: tuple[int, int] | None, form: CitationForm) -> str | None:
        from reader.services import citing

        try:
            found = citing.cited(self._library, document_id, place, form)
        except UserError as error:
            self._messages.tell(error)
            return None
        return found.text.strip()
