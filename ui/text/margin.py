"""The strip beside the text: a lettered mark for each annotation that begins there, none told by colour alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui.text.faces import HEI
from ui.text.marks import Shown
from ui.text.painting import paint_focus
from ui.theme import Theme

CHIP = 17  # side of a mark in device-independent pixels
GAP = 3
_BAR = 2.0  # pixels: the bar along a clause
_BESIDE = 2  # marks beside one another; more are counted


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation and the height of the line it begins in, in the strip's coordinates."""

    mark: Shown
    y: float


@dataclass(frozen=True, slots=True)
class _Chip:
    rectangle: QRectF
    entries: tuple[Entry, ...]


class Margin(QWidget):
    """Paints the marks of the annotations in view and tells which one is clicked.

    Args:
        parent: the page.
        entries: answers the annotations in view, from top to bottom.
        describe: the tooltip of an annotation.
    """

    activated = Signal(str)
    menuRequested = Signal(str, QPoint)
    hovered = Signal(float)  # the height

    def __init__(self, parent: QWidget, entries: Callable[[], tuple[Entry, ...]],
                 describe: Callable[[Shown], str]) -> None:
        super().__init__(parent)
        self._page = parent
        self.setObjectName("textMargin")
        self.setAccessibleName(self.tr("批注标记"))
        self.setMouseTracking(True)
        self._entries = entries
        self._describe = describe
        self._theme: Theme | None = None
        self._active = ""
        self._bar: tuple[float, float] | None = None

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.update()

    def set_active(self, annotation_id: str) -> None:
        """Frame the mark of the annotation that is chosen; "" for none."""
        self._active = annotation_id
        self.update()

    def set_bar(self, bar: tuple[float, float] | None) -> None:
        """Draw a bar along the text between two heights, or none."""
        if bar != self._bar:
            self._bar = bar
            self.update()

    def taken(self) -> list[QRectF]:
        """Where marks stand, from top to bottom."""
        return sorted((chip.rectangle for chip in self._chips()), key=QRectF.top)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, and a mark for each annotation in view."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bar is not None:
            bar = QRectF(self.width() - _BAR - 1, self._bar[0] + 2, _BAR, self._bar[1] - self._bar[0] - 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.rule))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        font = QFont()
        font.setFamilies(list(HEI))
        font.setPixelSize(12)
        painter.setFont(font)
        for chip in self._chips():
            self._paint_chip(painter, chip)
        if self._page.hasFocus():
            paint_focus(painter, self._theme, 0, self.width())
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the annotation."""
        chip = self._chip_at(event.position())
        if chip is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.activated.emit(self._next_of(chip).mark.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        over = self._chip_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(event.position().y())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The annotation's menu."""
        chip = self._chip_at(QPointF(event.pos()))
        if chip is None:
            event.ignore()
            return
        self.menuRequested.emit(chip.entries[0].mark.id, event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Tooltips tell style, tags and note."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            chip = self._chip_at(QPointF(event.pos()))
            text = "<hr>".join(self._describe(entry.mark) for entry in chip.entries) if chip else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _next_of(self, chip: _Chip) -> Entry:
        """The annotation a click means; of several under one mark the one after the chosen one."""
        ids = [entry.mark.id for entry in chip.entries]
        return chip.entries[(ids.index(self._active) + 1) % len(ids) if self._active in ids else 0]

    def _chip_at(self, point: QPointF) -> _Chip | None:
        return next((chip for chip in self._chips() if chip.rectangle.contains(point)), None)

    def _chips(self) -> list[_Chip]:
        """The marks from right to left on each line; the last place of a crowded line holds all that are left."""
        lines: list[list[Entry]] = []
        for entry in self._entries():
            if lines and abs(lines[-1][0].y - entry.y) < CHIP * 0.8:
                lines[-1].append(entry)
            else:
                lines.append([entry])
        chips = []
        for line in lines:
            alone = line if len(line) <= _BESIDE else line[:_BESIDE - 1]
            groups: list[tuple[Entry, ...]] = [(entry,) for entry in alone]
            if len(line) > _BESIDE:
                groups.append(tuple(line[_BESIDE - 1:]))
            right = float(self.width() - GAP)
            for group in groups:
                right -= CHIP + GAP
                chips.append(_Chip(QRectF(right, line[0].y - CHIP / 2, CHIP, CHIP), group))
        return chips

    def _paint_chip(self, painter: QPainter, chip: _Chip) -> None:
        theme, mark = self._theme, chip.entries[0].mark
        assert theme is not None
        rectangle = chip.rectangle.adjusted(0.5, 0.5, -0.5, -0.5)
        several = len(chip.entries) > 1
        active = any(entry.mark.id == self._active for entry in chip.entries)
        pen = QPen(QColor(theme.ink_muted if several else mark.line), 1.8 if active else 1.0)
        pen.setStyle(Qt.PenStyle.DashLine if mark.uncertain and not several else Qt.PenStyle.SolidLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.shade if several or mark.uncertain else mark.fill))
        painter.drawRoundedRect(rectangle, 3.5, 3.5)
        painter.setPen(QColor(theme.ink))
        letter = f"+{len(chip.entries)}" if several else ("?" if mark.uncertain else mark.letter)
        painter.drawText(rectangle, Qt.AlignmentFlag.AlignCenter, letter)
        if any(entry.mark.placed.annotation.note for entry in chip.entries):
            self._paint_note_dot(painter, rectangle, theme)

    @staticmethod
    def _paint_note_dot(painter: QPainter, rectangle: QRectF, theme: Theme) -> None:
        """A dot on the corner: this one has a note."""
        painter.setPen(QPen(QColor(theme.paper), 1.4))
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(rectangle.topRight() + QPointF(-0.5, 0.5), 3.8, 3.8)
