"""The text pane: shows one document as a page, with its annotations and hits, and speaks offsets to everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QWidget

from reader.model.annotation import PlacedAnnotation, Style
from reader.model.document import Document
from ui import theme as themes
from ui.text import selection, tooltip
from ui.text.annotated import Annotated
from ui.text.clause_mark import ClauseMark
from ui.text.desk import paint_desk
from ui.text.flash import Flash
from ui.text.go_to_box import GoToBox
from ui.text.hint import Hint
from ui.text.hits import Hits
from ui.text.keeping import Keeping
from ui.text.marks import Shown
from ui.text.page import Page
from ui.text.placement import gutter, place
from ui.text.plan import plan
from ui.text.sheet import HEAD_ROOM, Sheet
from ui.text.typography import Typography
from ui.theme import Theme

BASE_POINTS = 12.75  # body type at zoom 1: 17 pixels at 96 dpi
ZOOM_STEP = 1.12
ZOOM_RANGE = (0.6, 3.0)
REFIT_MS = 150  # after the last change of width tables and titles are fitted to it


class DocumentView(QWidget):
    """A reading pane. All offsets and ranges are code points on the document's text, half-open."""

    selectionChanged = Signal(object)  # tuple[int, int] or None
    annotationActivated = Signal(str)  # "" for a click beside all marks
    annotationMenuRequested = Signal(str, QPoint)
    contextMenuRequested = Signal(QPoint)
    offsetChanged = Signal(int)
    linkActivated = Signal(object)  # reader.model.document.Reference
    hitChanged = Signal(int, int)  # current from 1, or 0; count
    zoomChanged = Signal(float)
    clauseTagRequested = Signal(int, int, str)  # start, end, clause address
    placeRequested = Signal(int, int)  # the range of a clause to go to
    documentNumberRequested = Signal(str)  # as typed
    rangeChangeRequested = Signal(str, int, int)  # annotation id, start, end

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentView")
        self._document: Document | None = None
        self._theme = themes.current()
        self._zoom = 1.0
        self._scale = 1.0
        self._families: tuple[str, ...] = ()
        self._hits = Hits()
        self._sheet: Sheet | None = None
        self._characters = 0  # a line, in Han characters

        self.page = Page(self, self.selected_text, self._describe)
        self._empty = QLabel(self)
        self._empty.setObjectName("documentEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.page.hide()
        self.setFocusProxy(self.page)
        self._go_to = GoToBox(self)
        self._go_to.placeRequested.connect(self.placeRequested)
        self._go_to.textEntered.connect(self.documentNumberRequested)
        self._go_to.closed.connect(self.setFocus)

        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(REFIT_MS)
        self._refit.timeout.connect(self._rebuild)
        self._keeping = Keeping(self.page, self._head_room)
        self._keeping.moved.connect(self.offsetChanged)
        self._flash = Flash(self.page)
        self._clause = ClauseMark(self.page)
        self._clause.chosen.connect(self.tag_clause)
        self._hint = Hint(self)
        self._annotated = Annotated(self.page, self._hint)
        self._annotated.activated.connect(self._activate)
        self._annotated.menuRequested.connect(self.annotationMenuRequested)
        self._annotated.rangeRequested.connect(self.rangeChangeRequested)
        self._annotated.roomChanged.connect(self._place)
        self.page.selectionChanged.connect(lambda: self.selectionChanged.emit(self.selection()))
        self.page.overview.placeRequested.connect(lambda offset: self.goto(offset, flash=False))
        self.page.annotationClicked.connect(self._activate)
        self.page.annotationMenuRequested.connect(self.annotationMenuRequested)
        self.page.menuRequested.connect(self.contextMenuRequested)
        self.page.clicked.connect(self._clicked)
        self.page.zoomRequested.connect(lambda steps: self._zoom_to(self._zoom * ZOOM_STEP ** steps))
        self.page.resized.connect(self._settle)
        self.page.shown.connect(self._appear)
        self._dress()

    def sizeHint(self) -> QSize:
        """A page with its margins."""
        return QSize(820, 700)

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
        self._clause.set_sheet(None, None)
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

    @property
    def document(self) -> Document | None:
        """The document shown."""
        return self._document

    @property
    def theme(self) -> Theme:
        """The theme of the page."""
        return self._theme

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

    def restore_offset(self, offset: int) -> None:
        """Bring the line of an offset to the top of the screen, as `visible_offset` told it."""
        if self._document is None:
            return
        self._keeping.offset = min(max(offset, 0), len(self._document.text))
        self._keeping.back()
        self.place_caret(self._keeping.offset)

    # -- selecting

    def selection(self) -> tuple[int, int] | None:
        """The range selected, without line feeds and tabs at its ends; of selected cells the range that holds them."""
        ranges = self.selected_ranges()
        return (ranges[0][0], ranges[-1][1]) if ranges else None

    def caret(self) -> int:
        """The offset of the caret, or of the beginning of the selection."""
        sheet = self._shown_sheet()
        if sheet is None or not sheet.plan.map.runs:
            return 0
        return sheet.plan.map.offset(self.page.textCursor().selectionStart())

    def selected_ranges(self) -> tuple[tuple[int, int], ...]:
        """The ranges selected: one, or for cells of a table one a row."""
        sheet = self._shown_sheet()
        if self._document is None or sheet is None:
            return ()
        return selection.ranges(self.page.textCursor(), sheet.plan, self._document.text)

    def selected_text(self) -> str:
        """The text selected, as it is in the library; rows of cells on lines of their own."""
        text = self._document.text if self._document is not None else ""
        return "\n".join(text[start:end] for start, end in self.selected_ranges())

    def select(self, start: int, end: int) -> None:
        """Select a range and bring its beginning into view."""
        sheet = self._shown_sheet()
        if sheet is None:
            return
        sheet.fill_to(end)
        cursor = self.page.textCursor()
        cursor.setPosition(sheet.plan.map.position(start))
        cursor.setPosition(sheet.plan.map.position(end), QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)

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
        self._select(clause[1], clause[0])
        self.clauseTagRequested.emit(*clause)
        return True

    def place_caret(self, offset: int) -> None:
        """Put the caret to an offset, without a selection and without scrolling."""
        self._select(offset, offset)

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

    def hit_position(self) -> tuple[int, int]:
        """Which hit is the current one, from 1 (0: none), and how many there are."""
        return (0 if self._hits.current is None else self._hits.current + 1), len(self._hits)

    # -- looks

    def zoom_in(self) -> None:
        """Larger type."""
        self._zoom_to(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller type."""
        self._zoom_to(self._zoom / ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Type as the preferences have it."""
        self._zoom_to(1.0)

    @property
    def zoom(self) -> float:
        """The zoom, 1.0 for type as the preferences have it."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Set the zoom; drawn to the range from 0.6 to 3."""
        self._zoom_to(zoom)

    def set_font_scale(self, scale: float) -> None:
        """Set the size of type that zoom 1.0 means, 1.0 for 12.75 points."""
        if scale != self._scale:
            self._scale = min(max(scale, 0.5), 3.0)
            self._rebuild()

    def set_body_families(self, families: Sequence[str]) -> None:
        """Prefer these fonts for running text."""
        if tuple(families) != self._families:
            self._families = tuple(families)
            self._rebuild()

    def set_theme(self, name: str) -> None:
        """Show the page in a theme, one of `ui.theme.NAMES`."""
        if name != self._theme.name:
            self._theme = themes.load(name)
            self._dress()
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pane's children fill it. No layout does this: the sheet's margins must follow the page's new size
        at once, and not from within the viewport's own resize event, which Qt then would not send again."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.rect())
        self.page.setGeometry(self.rect())
        self._go_to.fit(self.rect())
        self._hint.fit(self.rect())
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """The page follows the program's theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.set_theme(themes.current().name)

    # -- within

    def _dress(self) -> None:
        self.page.set_theme(self._theme)
        self._clause.label.set_theme(self._theme)
        self._annotated.set_theme(self._theme)
        self._empty.setStyleSheet(f"color: {self._theme.ink_muted}; font-size: 15px; padding: 40px;")
        self.update()

    def _em(self) -> int:
        return max(round(BASE_POINTS * self.logicalDpiY() / 72 * self._scale * self._zoom), 8)

    def _zoom_to(self, zoom: float) -> None:
        zoom = min(max(zoom, ZOOM_RANGE[0]), ZOOM_RANGE[1])
        if abs(zoom - 1.0) < 0.01:
            zoom = 1.0
        if zoom != self._zoom:
            self._zoom = zoom
            self._rebuild()
            self.zoomChanged.emit(zoom)

    def _shown_sheet(self) -> Sheet | None:
        return self._sheet if self._document is not None else None

    def _rebuild(self) -> None:
        """Lay the document at hand anew, keeping the place and the selection."""
        if self._document is None:
            return
        chosen, keep = self.selection(), self.visible_offset()
        self._lay(self._document)
        if chosen is not None:
            self.select(*chosen)
        self._keeping.offset = keep
        self._keeping.back()

    def _lay(self, document: Document) -> None:
        """Put a new sheet on the page."""
        self._place()
        em, old = self._em(), self._sheet
        if old is not None:
            old.stop()
        self._sheet = Sheet(self.page, document, plan(document), Typography(self._theme, em, self._families),
                            self._characters, gutter(self.width(), em))
        self._keeping.set_sheet(self._sheet)
        self._clause.set_sheet(self._sheet, document)
        self._annotated.set_sheet(self._sheet, len(document.text))
        if old is not None:
            old.deleteLater()
        self._refit.stop()
        self.page.verticalScrollBar().setValue(0)
        if self._keeping.offset:
            self._keeping.back()

    def _head_room(self) -> int:
        """The paper above the text."""
        return round(HEAD_ROOM * self._em())

    def _place(self) -> None:
        """Put margin, text and notes where the width of the pane gives them room."""
        notes = self._annotated.notes
        to = place(self.width(), self.page.verticalScrollBar().sizeHint().width(), self._em(), notes=notes.wanted)
        if to.characters != self._characters:
            self._characters = to.characters
            self._keeping.wait()
            if self._document is not None and self.isVisible():
                self._refit.start()
        self.page.place(to.left, to.gutter, to.right)
        notes.place(to.left + to.gutter + to.text, to.notes)
        self._settle()
        self.update()

    def _appear(self) -> None:
        sheet = self._shown_sheet()
        if sheet is not None and sheet.line != self._characters:
            self._rebuild()
        self._settle()

    def _settle(self) -> None:
        if self._sheet is not None:
            self._sheet.geometry.forget()
        self._keeping.settle()

    def _select(self, anchor: int, caret: int) -> None:
        """Select without scrolling."""
        sheet = self._shown_sheet()
        if sheet is None:
            return
        sheet.fill_to(max(anchor, caret))
        top = self.page.verticalScrollBar().value()
        cursor = self.page.textCursor()
        cursor.setPosition(sheet.plan.map.position(anchor))
        cursor.setPosition(sheet.plan.map.position(caret), QTextCursor.MoveMode.KeepAnchor)
        self.page.setTextCursor(cursor)
        self.page.verticalScrollBar().setValue(top)

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

    def _clicked(self, point: QPointF) -> None:
        reference = self._sheet.reference(point) if self._sheet is not None else None
        if reference is not None:
            self.linkActivated.emit(reference)
            return
        mark = self.page.mark_at(point)
        if mark is not None:
            self._activate(mark.id)
        else:
            self._activate("")

    def _describe(self, mark: Shown) -> str:
        return tooltip.text(mark, note=self.tr("批注"), uncertain=self.tr("位置待确认"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The desk, and the shadow of the sheet on it."""
        painter = QPainter(self)
        if self._document is None:
            painter.fillRect(self.rect(), QColor(self._theme.base))
            return
        viewport, strip = self.page.viewport().geometry(), self.page.strip.width()
        sheet = QRect(viewport.left() - strip, 0, viewport.width() + strip, self.height())
        paint_desk(painter, self._theme, self.rect(), sheet)
