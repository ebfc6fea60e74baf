"""A document laid out as a page that fits the width of the pane, the size of type and the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.model.document import Document, Reference
from ui import theme as themes
from ui.text import tooltip
from ui.text.annotated import Annotated
from ui.text.caret import Caret
from ui.text.clause_mark import ClauseMark
from ui.text.desk import paint_desk
from ui.text.hint import Hint
from ui.text.keeping import Keeping
from ui.text.marks import Shown
from ui.text.page import Page
from ui.text.placement import MEASURE, gutter, place
from ui.text.plan import plan
from ui.text.sheet import HEAD_ROOM, Sheet
from ui.text.table_mark import TableMark
from ui.text.typography import Typography
from ui.theme import Theme

BASE_POINTS = 12.75  # body type at zoom 1: 17 pixels at 96 dpi
ZOOM_STEP = 1.12
ZOOM_RANGE = (0.6, 3.0)
REFIT_MS = 150  # after the last change of width tables and titles are fitted to it


class LaidOut(QWidget):
    """Keeps page, margin, annotations and the place being read in step with the room there is."""

    zoomChanged = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._theme = themes.current()
        self._zoom = 1.0
        self._scale = 1.0
        self._families: tuple[str, ...] = ()
        self._spacing = 1.0
        self._measure = MEASURE
        self._sheet: Sheet | None = None
        self._characters = 0  # a line, in Han characters
        self.page = Page(self, lambda: self._caret.text, self._describe, self._describe_link)
        self._empty = QLabel(self)
        self._empty.setObjectName("documentEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.page.hide()
        self.setFocusProxy(self.page)
        self._caret = Caret(self.page)
        self._link_title: Callable[[Reference], str] = lambda _reference: ""
        self._keeping = Keeping(self.page, self._head_room)
        self._keeping.comingChanged.connect(self._on_coming)
        self._keeping.arrived.connect(self._on_arrived)
        self._later: tuple[int, int] | None = None  # the selection to put when the text is there
        self._still = False
        self._clause = ClauseMark(self.page)
        self._table = TableMark(self.page)
        self._hint = Hint(self)
        self._annotated = Annotated(self.page, self._hint)
        self._annotated.roomChanged.connect(self._place)
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(REFIT_MS)
        self._refit.timeout.connect(self._rebuild)
        self.page.zoomRequested.connect(lambda steps: self._zoom_to(self._zoom * ZOOM_STEP ** steps))
        self.page.resized.connect(self._settle)
        self.page.shown.connect(self._appear)
        self._dress()

    def sizeHint(self) -> QSize:
        """A page with its margins."""
        return QSize(820, 700)

    @property
    def document(self) -> Document | None:
        """The document shown."""
        return self._document

    @property
    def theme(self) -> Theme:
        """The theme of the page."""
        return self._theme

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

    def set_line_spacing(self, factor: float) -> None:
        """Set lines apart by a multiple of what is usual."""
        if factor != self._spacing:
            self._spacing = factor
            self._rebuild()

    def set_measure(self, characters: int) -> None:
        """Set the longest line, in Han characters."""
        if characters != self._measure:
            self._measure = characters
            self._place()

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
        self._hint.fit(self.rect())
        if self._keeping.coming:
            # The picture that stayed has another size.
            self.setUpdatesEnabled(True)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is not seen is no picture that could stay."""
        super().hideEvent(event)
        self._keeping.seen = False

    def changeEvent(self, event: QEvent) -> None:
        """The page follows the program's theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.set_theme(themes.current().name)

    def _dress(self) -> None:
        self.page.set_theme(self._theme)
        self._clause.label.set_theme(self._theme)
        self._annotated.set_theme(self._theme)
        self._empty.setStyleSheet(f"color: {self._theme.ink_muted}; font-size: 15px; padding: 40px;")
        self.update()

    @property
    def em(self) -> int:
        """The size of the body type in pixels."""
        return self._em()

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

    @property
    def coming(self) -> bool:
        """Whether the text is still being written up to the place that will be shown."""
        return self._keeping.coming

    def _rebuild(self) -> None:
        """Lay the document at hand anew, keeping the place and the selection."""
        if self._document is None:
            return
        chosen = self._later or self._caret.range or (self._caret.offset,) * 2
        self._keeping.offset = self._keeping.top()
        with self.still():
            self._lay(self._document)
            self._keeping.back()
            self._put(*chosen)

    @contextmanager
    def still(self) -> Iterator[None]:
        """What is seen stays until the text is laid out anew and stands where it is to be read: this must begin before
        anything changes, for what Qt knows to be out of date it paints in any case."""
        self._still = True
        self.setUpdatesEnabled(False)
        try:
            yield
        finally:
            self._still = False
            self.setUpdatesEnabled(not self._keeping.coming)

    def _put(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret` without scrolling, as soon as the text is there."""
        if self._keeping.coming:
            self._later = anchor, caret
        else:
            self._caret.put(anchor, caret)

    def _on_coming(self, coming: bool) -> None:
        """Until the text is there, what was seen before stays."""
        self._later = None
        self.setUpdatesEnabled(not coming and not self._still)

    def _on_arrived(self) -> None:
        if self._later is not None:
            self._caret.put(*self._later)

    def _lay(self, document: Document) -> None:
        """Put a new sheet on the page."""
        self._place()
        em, old = self._em(), self._sheet
        known = old.plan if old is not None and old.document is document else plan(document)
        if old is not None:
            old.stop()
        self._sheet = Sheet(self.page, document, known, self._typography(em),
                            self._characters, gutter(self.width(), em))
        self._keeping.set_sheet(self._sheet)
        self._caret.set_sheet(self._sheet, document.text)
        self._clause.set_sheet(self._sheet, document)
        self._table.set_sheet(self._sheet)
        self._annotated.set_sheet(self._sheet, len(document.text))
        if old is not None:
            old.deleteLater()
        self._refit.stop()
        self.page.verticalScrollBar().setValue(0)
        if self._keeping.offset:
            self._keeping.back()

    def _typography(self, em: int) -> Typography:
        return Typography(self._theme, em, self._families, self._spacing)

    def _head_room(self) -> int:
        """The paper above the text."""
        return round(HEAD_ROOM * self._em())

    def _place(self) -> None:
        """Put margin, text and notes where the width of the pane gives them room."""
        notes = self._annotated.notes
        to = place(self.width(), self.page.verticalScrollBar().sizeHint().width(), self._em(), notes=notes.wanted,
                   longest=self._measure)
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
        sheet = self._sheet if self._document is not None else None
        if sheet is not None and sheet.line != self._characters:
            self._rebuild()
        self._settle()

    def _settle(self) -> None:
        if self._sheet is not None:
            self._sheet.geometry.forget()
        self._keeping.settle()

    def set_link_titles(self, title: Callable[[Reference], str]) -> None:
        """Say what the document is called that a reference leads to; "" where the library lacks it."""
        self._link_title = title

    def _describe_link(self, reference: Reference) -> str:
        title = self._link_title(reference)
        how = self.tr("单击打开；按住 Ctrl 在新标签页、Alt 在另一侧打开")
        where = f"<b>{escape(title)}</b><br>{escape(how)}" if title else escape(self.tr("本库未收"))
        return f"<p>{escape(reference.key)}　{where}</p>"

    def _describe(self, mark: Shown) -> str:
        return tooltip.text(mark, note=self.tr("批注"), uncertain=self.tr("位置待确认"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The desk, and the shadow of the sheet on it."""
        self._keeping.seen = True
        painter = QPainter(self)
        if self._document is None:
            painter.fillRect(self.rect(), QColor(self._theme.base))
            return
        viewport, strip = self.page.viewport().geometry(), self.page.strip.width()
        sheet = QRect(viewport.left() - strip, 0, viewport.width() + strip, self.height())
        paint_desk(painter, self._theme, self.rect(), sheet)
