"""The notes beside the text: a column of cards, each joined to the line its annotation begins in."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.text.marks import Shown
from ui.text.note_card import NoteCard
from ui.text.page import Page
from ui.text.stacking import stack
from ui.theme import Theme

_JOIN = 16  # pixels between paper and cards, where the joining lines are
_GAP = 6  # between cards
_SEAM = 13  # height in a card at which its line ends
_BEFORE = 1.5  # screens above the one shown whose notes may push those on it
_FEW, _MANY = 12, 24  # notes above the screen and on it at most: no more have room


class Notes(QWidget):
    """Shows the notes of the annotations in view.

    Args:
        page: the text.

    Signals:
        activated: a note was clicked; the id of its annotation.
        menuRequested: for an annotation, at a place on the screen.
    """

    activated = Signal(str)
    menuRequested = Signal(str, QPoint)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setObjectName("noteColumn")
        self.setAccessibleName(self.tr("正文旁的批注"))
        self._page = page
        self._theme: Theme | None = None
        self._active = ""
        self._marks: tuple[Shown, ...] = ()
        self._cards: dict[str, NoteCard] = {}
        self._spare: list[NoteCard] = []
        self._joins: list[tuple[float, NoteCard]] = []  # height of the line, card
        page.scrolled.connect(self.arrange)
        page.resized.connect(self.arrange)
        self.hide()

    @property
    def wanted(self) -> bool:
        """Whether there is a note to show."""
        return bool(self._marks)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.arrange()

    def set_marks(self, marks: Iterable[Shown]) -> None:
        """Show the notes of these annotations, which are in text order."""
        self._marks = tuple(mark for mark in marks if mark.noted)
        self.arrange()

    def set_active(self, annotation_id: str) -> None:
        """Show the note of one annotation at length, at its own height; "" for none."""
        self._active = annotation_id
        self.arrange()

    def place(self, left: int, width: int) -> None:
        """Take the room from `left`, `width` pixels wide, beside the page; 0 for none."""
        self.setVisible(width > 0)
        self.setGeometry(left, 0, width, self._page.height())
        self.arrange()

    def arrange(self) -> None:
        """Put the cards beside their lines."""
        page, theme = self._page, self._theme
        if self.isHidden() or theme is None or not page.isVisible():
            page.set_leader(None)
            return
        top, height = page.top(), page.viewport().height()
        found = self._near(top, height)
        cards = [self._card(mark, theme) for mark, _ in found]
        wishes = [(box.center().y() - top - _SEAM, float(card.height()))
                  for (_, box), card in zip(found, cards, strict=True)]
        fixed = next((index for index, (mark, _) in enumerate(found) if mark.id == self._active), None)
        self._joins = []
        shown = set()
        for (mark, box), card, place in zip(found, cards, stack(wishes, _GAP, fixed), strict=True):
            if place + card.height() > 0 and place < height:
                card.move(_JOIN, round(place))
                card.show()
                shown.add(mark.id)
                self._joins.append((box.bottom() + 1.5 - top, card))
        for annotation_id in self._cards.keys() - shown:
            self._put_away(self._cards.pop(annotation_id))
        page.set_leader(None if fixed is None or self._active not in shown else
                        (found[fixed][1].bottomRight() + QPointF(0, 1.5), found[fixed][0].line))
        self.update()

    def _near(self, top: float, height: int) -> list[tuple[Shown, QRectF]]:
        """The annotations whose notes are on the screen or push those that are; the chosen one always."""
        found = self._page.beginnings(self._marks, top - _BEFORE * height, top + height)
        seen = next((index for index, (_, box) in enumerate(found) if box.center().y() >= top), len(found))
        return [one for index, one in enumerate(found)
                if seen - _FEW <= index < seen + _MANY or one[0].id == self._active]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines from the paper's edge to the cards."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, card in self._joins:
            if card.mark is None:
                continue
            colour = QColor(card.mark.line)
            active = card.annotation_id == self._active
            colour.setAlphaF(1.0 if active else 0.65)
            painter.setPen(QPen(colour, 1.6 if active else 1.0))
            bend = QPointF(4, y)
            painter.drawLine(QPointF(0, y), bend)
            painter.drawLine(bend, QPointF(_JOIN, card.y() + _SEAM))
        painter.end()

    def _card(self, mark: Shown, theme: Theme) -> NoteCard:
        card = self._cards.get(mark.id)
        if card is None:
            card = self._cards[mark.id] = self._spare.pop() if self._spare else self._make()
        card.show_note(mark, theme, self.width() - _JOIN - 6, active=mark.id == self._active)
        return card

    def _make(self) -> NoteCard:
        card = NoteCard(self)
        card.clicked.connect(lambda _=False, which=card: self.activated.emit(which.annotation_id))
        card.menuRequested.connect(self.menuRequested)
        card.stepped.connect(lambda step, which=card: self._step(which, step))
        return card

    def _put_away(self, card: NoteCard) -> None:
        if card.hasFocus():
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        card.hide()
        self._spare.append(card)

    def _step(self, card: NoteCard, step: int) -> None:
        shown = [one for _, one in self._joins]
        index = shown.index(card) + step if card in shown else -1
        if 0 <= index < len(shown):
            shown[index].setFocus(Qt.FocusReason.TabFocusReason)
