"""The text pane: shows one document as a page, with its annotations and hits, and speaks offsets to everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.model.annotation import PlacedAnnotation, Style
from reader.model.document import Document, Table
from ui.text.flash import Flash
from ui.text.go_to_box import GoToBox
from ui.text.hits import Hits
from ui.text.laid_out import LaidOut
from ui.text.sheet import Sheet


class DocumentView(LaidOut):
    """A reading pane. All offsets and ranges are code points on the document's text, half-open."""

    selectionChanged = Signal(object)  # tuple[int, int] or None
    annotationActivated = Signal(str)  # "" for a click beside all marks
    annotationMenuRequested = Signal(str, QPoint)
    contextMenuRequested = Signal(QPoint)
    offsetChanged = Signal(int)
    linkActivated = Signal(object, object)  # reader.model.document.Reference; keys held: with Ctrl, elsewhere
    tableRequested = Signal(object)  # reader.model.document.Table: to be shown larger
    hitChanged = Signal(int, int)  # current from 1, or 0; count
    clauseTagRequested = Signal(int, int, str)  # start, end, clause address
    placeRequested = Signal(int, int)  # the range of a clause to go to
    documentNumberRequested = Signal(str)  # as typed
    rangeChangeRequested = Signal(str, int, int)  # annotation id, start, end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentView")
        self._hits = Hits()
        self._flash = Flash(self.page)
        self._go_to = GoToBox(self)
        self._go_to.placeRequested.connect(self.placeRequested)
        self._go_to.textEntered.connect(self.documentNumberRequested)
        self._go_to.closed.connect(self.setFocus)
        self._keeping.moved.connect(self.offsetChanged)
        self._clause.chosen.connect(self.tag_clause)
        self._annotated.activated.connect(self._activate)
        self._annotated.menuRequested.connect(self.annotationMenuRequested)
        self._annotated.rangeRequested.connect(self.rangeChangeRequested)
        self.page.selectionChanged.connect(lambda: self.selectionChanged.emit(self.selection()))
        self.page.overview.placeRequested.connect(lambda offset: self.goto(offset, flash=False))
        self.page.annotationClicked.connect(self._activate)
        self.page.annotationMenuRequested.connect(self.annotationMenuRequested)
        self.page.menuRequested.connect(self.contextMenuRequested)
        self.page.clicked.connect(self._clicked)
        self.page.entered.connect(self._entered)
        self._table.chosen.connect(self.tableRequested)

    # -- what is shown

    def show_document(self, document: Document, placed: Sequence[PlacedAnnotation] = (),
                      styles: Sequence[Style] = ()) -> None:
        """Show a document from its beginning, with its annotations.

        The first screens are written at once, the rest while the program is idle; every call of this class may be
        made at any time.
        """
        self._document = document
        self._annotated.set(placed, styles)
        self._hits = Hits()
        self._keeping.offset = 0
        self._go_to.set_document(document)
        self.set_active_annotation(None)
        self.page.set_hits(self._hits)
        self._empty.hide()
        self.page.show()
        self._lay(document)
        self.update()

    def set_annotations(self, placed: Iterable[PlacedAnnotation], styles: Sequence[Style] | None = None) -> None:
        """Show these annotations on the document at hand instead of those shown; `styles` replaces the styles."""
        self._annotated.set(placed, styles)
        self._annotated.refresh()
        self._clause.make_way()

    def set_active_annotation(self, annotation_id: str | None) -> None:
        """Frame one annotation as the chosen one, or none."""
        self._annotated.choose(annotation_id or "")

    def change_range(self) -> bool:
        """Give the chosen annotation the selected range, or without a selection let its ends be moved by keyboard;
        False where no annotation with a range is chosen."""
        mark, chosen = self.page.active_mark(), self.selection()
        if mark is None:
            return False
        if chosen is None:
            return self._annotated.range.begin()
        self.place_caret(chosen[0])
        self.rangeChangeRequested.emit(mark.id, *chosen)
        return True

    def show_empty(self, text: str) -> None:
        """Show no document but a sentence that says why or what to do."""
        self.clear()
        self._empty.setText(text)

    def clear(self) -> None:
        """Show nothing."""
        self._refit.stop()
        self._keeping.set_sheet(None)
        self._caret.set_sheet(None)
        self._clause.set_sheet(None, None)
        self._table.set_sheet(None)
        self._go_to.set_document(None)
        self._flash.end()
        if self._sheet is not None:
            self._sheet.stop()
        self._document = None
        self._hits = Hits()
        self.page.set_hits(self._hits)
        self._annotated.set(())
        self._annotated.set_sheet(None, 0)
        self._empty.setText("")
        self.page.hide()
        self._empty.show()
        self.update()

    # -- moving

    def goto(self, offset: int, end: int | None = None, flash: bool = True) -> None:
        """Bring a place into view and the caret to it.

        Args:
            offset: of the place.
            end: of its range; without it the paragraph is meant.
            flash: tint the range for a moment.
        """
        sheet = self._shown_sheet()
        if sheet is None or not sheet.plan.map.runs:
            return
        runs = sheet.plan.map
        offset = min(max(offset, 0), runs.runs[-1].end)
        stop = end if end is not None and end > offset else runs.runs[runs.run_at(offset)].end
        self._keeping.stay()
        self.place_caret(offset)
        if self._keeping.laid_out():
            line = sheet.geometry.line(offset)
            top, height = self.page.top(), self.page.viewport().height()
            if not top + 0.08 * height <= line.top() <= top + 0.72 * height:
                self._keeping.scroll_to(line.top() - 0.3 * height)
        else:
            self._keeping.wait(offset)
        if flash:
            self._flash.show(offset, stop)

    def next_annotation(self) -> bool:
        """Go to the annotation after the chosen one, else to the first from here on; False when there is none."""
        return self._step_annotation(forward=True)

    def previous_annotation(self) -> bool:
        """Go to the annotation before the chosen one, else to the last before here; False when there is none."""
        return self._step_annotation(forward=False)

    def begin_go_to(self) -> None:
        """Ask which clause or document to go to; the answer comes as `placeRequested` or `documentNumberRequested`."""
        self._go_to.begin(self._document, self.visible_offset())

    def end_go_to(self) -> None:
        """Ask no more: what was typed has been found."""
        self._go_to.hide()
        self.setFocus()

    def visible_offset(self) -> int:
        """The offset of the first character of the first line in view."""
        return self._keeping.top()

    def restore_offset(self, offset: int, selection: tuple[int, int] | None = None) -> None:
        """Bring the line of an offset to the top of the screen, as `visible_offset` told it.

        Args:
            selection: a range to select, wherever it stands; without one the caret goes to the offset.
        """
        if self._document is None:
            return
        self._keeping.offset = min(max(offset, 0), len(self._document.text))
        self._keeping.back()
        if selection is not None and selection[1] <= len(self._document.text):
            self._put(*selection)
        else:
            self._put(self._keeping.offset, self._keeping.offset)

    # -- selecting

    def selection(self) -> tuple[int, int] | None:
        """The range selected, without line feeds and tabs at its ends; of selected cells the range that holds them."""
        if self._later is not None:
            return self._later if self._later[0] < self._later[1] else None
        return self._caret.range

    def caret(self) -> int:
        """The offset of the caret, or of the beginning of the selection."""
        return self._later[0] if self._later is not None else self._caret.offset

    def selected_ranges(self) -> tuple[tuple[int, int], ...]:
        """The ranges selected: one, or for cells of a table one a row."""
        return self._caret.ranges

    def selected_text(self) -> str:
        """The text selected, as it is in the library; rows of cells on lines of their own."""
        return self._caret.text

    def select(self, start: int, end: int) -> None:
        """Select a range and bring its beginning into view."""
        self._keeping.stay()
        self._caret.select(start, end)

    def clause(self) -> tuple[int, int, str] | None:
        """The range and the address of the clause that the margin shows, else of that at the caret."""
        pointed = self._clause.pointed or self._clause.under_caret()
        return (pointed.start, pointed.end, pointed.address) if pointed else None

    def tag_clause(self) -> bool:
        """Select exactly the clause that the margin shows and ask for an annotation on it; False where there is none.

        The page does not scroll: the clause may be longer than the screen.
        """
        clause = self.clause()
        if clause is None:
            return False
        self._caret.put(clause[1], clause[0])
        self.clauseTagRequested.emit(*clause)
        return True

    def table(self) -> Table | None:
        """The table the caret is in, else the one the mouse was over last."""
        sheet = self._shown_sheet()
        return (sheet.table_at(self.caret()) or self._table.pointed) if sheet is not None else None

    def open_table(self) -> bool:
        """Ask for the table at hand to be shown larger; False where there is none."""
        table = self.table()
        if table is not None:
            self.tableRequested.emit(table)
        return table is not None

    def place_caret(self, offset: int) -> None:
        """Put the caret to an offset, without a selection and without scrolling."""
        self._later = None
        self._caret.put(offset, offset)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self.page.copy_selection()

    # -- hits of a search

    def set_hits(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Frame these ranges as hits; none of them is the current one yet."""
        self._hits = Hits(ranges)
        self.page.set_hits(self._hits)
        self.hitChanged.emit(0, len(self._hits))

    def next_hit(self) -> tuple[int, int] | None:
        """Go to the next hit, after the last to the first; its range, or None."""
        return self._step(forward=True)

    def previous_hit(self) -> tuple[int, int] | None:
        """Go to the hit before, before the first to the last; its range, or None."""
        return self._step(forward=False)

    def go_to_hit(self, number: int) -> None:
        """Go to a hit, counted from 0 in text order. IndexError when there is no such hit."""
        self._go_to_hit(self._hits.choose(number))

    def current_hit(self) -> tuple[int, int] | None:
        """The range of the hit one stepped to, None when there is none."""
        return None if self._hits.current is None else self._hits.ranges[self._hits.current]

    def hit_position(self) -> tuple[int, int]:
        """Which hit is the current one, from 1 (0: none), and how many there are."""
        return (0 if self._hits.current is None else self._hits.current + 1), len(self._hits)

    def _shown_sheet(self) -> Sheet | None:
        return self._sheet if self._document is not None else None

    def _step(self, *, forward: bool) -> tuple[int, int] | None:
        hit = self._hits.step(forward, self.visible_offset())
        if hit is not None:
            self._go_to_hit(hit)
        return hit

    def _go_to_hit(self, hit: tuple[int, int]) -> None:
        self.page.set_hits(self._hits)
        self.goto(*hit, flash=False)
        self.hitChanged.emit(*self.hit_position())

    def _activate(self, annotation_id: str) -> None:
        self.set_active_annotation(annotation_id)
        self.annotationActivated.emit(annotation_id)

    def _step_annotation(self, *, forward: bool) -> bool:
        mark = self._annotated.neighbour(self.visible_offset(), forward=forward)
        if mark is None:
            return False
        self.goto(mark.start, mark.end, flash=False)
        self._activate(mark.id)
        return True

    def _entered(self, held: Qt.KeyboardModifier) -> None:
        """Enter opens what the caret is in: a reference, else a table."""
        sheet = self._shown_sheet()
        reference = sheet.reference_at(self.caret()) if sheet is not None else None
        if reference is not None:
            self.linkActivated.emit(reference, held)
        else:
            self.open_table()

    def _clicked(self, point: QPointF, held: Qt.KeyboardModifier) -> None:
        reference = self._sheet.reference(point) if self._sheet is not None else None
        if reference is not None:
            self.linkActivated.emit(reference, held)
            return
        mark = self.page.mark_at(point)
        if mark is not None:
            self._activate(mark.id)
        else:
            self._activate("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The box to go to a clause lies over the page."""
        super().resizeEvent(event)
        self._go_to.fit(self.rect())
