"""The annotations on the page: marks, notes beside the text, and the range of the chosen one, kept in step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from reader.model.annotation import PlacedAnnotation, Style
from ui.text.hint import Hint
from ui.text.layers import Layers
from ui.text.marks import Shown
from ui.text.notes import Notes
from ui.text.page import Page
from ui.text.range_edit import RangeEdit
from ui.text.sheet import Sheet
from ui.text.spoken import Spoken
from ui.theme import Theme


class Annotated(QObject):
    """Shows the annotations of one document.

    Args:
        page: the text.
        hint: says which keys work while a range is changed.

    Signals:
        activated: a note was clicked; the id of its annotation.
        menuRequested: for an annotation, at a place on the screen.
        rangeRequested: an annotation shall have the range (start, end), code points.
        roomChanged: there are notes to show where there were none, or the other way round.
    """

    activated = Signal(str)
    menuRequested = Signal(str, QPoint)
    rangeRequested = Signal(str, int, int)
    roomChanged = Signal()

    def __init__(self, page: Page, hint: Hint) -> None:
        super().__init__(page)
        self._page = page
        self._hint = hint
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._styles: tuple[Style, ...] = ()
        self._theme: Theme | None = None
        self._length = 0
        self._layers = Layers()
        self.range = RangeEdit(page)
        self.range.requested.connect(self.rangeRequested)
        self.range.modeChanged.connect(self._tell_mode)
        self.spoken = Spoken(page)
        self.notes = Notes(page)
        self.notes.activated.connect(self.activated)
        self.notes.menuRequested.connect(self.menuRequested)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.notes.set_theme(theme)
        self.range.set_theme(theme)
        self.refresh()

    def set_sheet(self, sheet: Sheet | None, length: int) -> None:
        """Say what lies on the page, and how many code points it has."""
        self._length = length
        self.range.set_sheet(sheet)
        self.spoken.set_sheet(sheet)
        self.refresh()

    def set(self, placed: Iterable[PlacedAnnotation], styles: Sequence[Style] | None = None) -> None:
        """Remember these annotations; `styles` replaces the styles. `refresh` shows them."""
        self._placed = tuple(placed)
        if styles is not None:
            self._styles = tuple(styles)

    def refresh(self) -> None:
        """Show the annotations as they are now."""
        if self._theme is None:
            return
        had_notes = self.notes.wanted
        marks = self._layers.show(self._placed, self._styles, self._theme, self._length)
        self._page.set_marks(marks)
        self.notes.set_marks(marks)
        self.spoken.set_marks(marks)
        self.range.set_mark(self._page.active_mark())
        if self.notes.wanted != had_notes:
            self.roomChanged.emit()

    def choose(self, annotation_id: str) -> None:
        """Frame one annotation; "" for none."""
        self._page.set_active(annotation_id)
        self.notes.set_active(annotation_id)
        self.range.set_mark(self._page.active_mark())

    def neighbour(self, offset: int, *, forward: bool) -> Shown | None:
        """The annotation after or before the chosen one, in a circle; without one after or before an offset."""
        return self._page.neighbour(offset, forward=forward)

    def _tell_mode(self, mode: str) -> None:
        if mode:
            end = self.tr("起点") if mode == "start" else self.tr("终点")
            text = self.tr("移动标注的{end}：方向键，Ctrl+方向键走得快；Tab 换另一端；回车保存；Esc 取消")
            self._hint.say(text.format(end=end))
        else:
            self._hint.say("")
