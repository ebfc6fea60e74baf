"""An end of the chosen annotation's range, to be dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from ui.text.marks import Shown
from ui.theme import Theme

_WIDTH = 15
_KNOB = 5.0  # radius


class RangeHandle(QWidget):
    """A bar beside a character, with a knob over it (start) or under it (end).

    Args:
        parent: the page's viewport.
        at_start: which end it is.

    Signals:
        dragged: to a point of the viewport, on the line it means.
        dropped: let go after dragging.
        cancelled: dragging was given up.
    """

    dragged = Signal(QPointF)
    dropped = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget, *, at_start: bool) -> None:
        super().__init__(parent)
        self.at_start = at_start
        self.setObjectName("rangeStart" if at_start else "rangeEnd")
        self.setAccessibleName(self.tr("标注的起点") if at_start else self.tr("标注的终点"))
        self.setToolTip(self.tr("拖动以改变标注的范围；用键盘：按 R"))
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self._theme: Theme | None = None
        self._colour = ""
        self._chosen = False
        self._grip: QPointF | None = None  # from the mouse to the middle of the line
        self._moved = False
        self.hide()

    def show_at(self, line: QRectF, mark: Shown, theme: Theme, *, chosen: bool) -> None:
        """Stand at the left edge of a rectangle (start) or at its right edge (end).

        Args:
            line: of the first or last characters, in the viewport's coordinates.
            mark: the annotation.
            theme: colours.
            chosen: whether the keyboard moves this end.
        """
        self._theme, self._colour, self._chosen = theme, mark.line, chosen
        x = line.left() if self.at_start else line.right()
        top = line.top() - (2 * _KNOB if self.at_start else 0)
        self.setGeometry(round(x - _WIDTH / 2), round(top), _WIDTH, round(line.height() + 2 * _KNOB))
        self.setMask(self._grip_area())
        self.show()
        self.update()

    def _grip_area(self) -> QRegion:
        """The knob, and of the bar what is beside the text: one must be able to select the same words again."""
        middle, knob = self.width() // 2, round(2 * _KNOB)
        bar = QRect(0 if self.at_start else middle, 0, middle + 1, self.height())
        top = 0 if self.at_start else self.height() - knob
        return QRegion(bar) | QRegion(QRect(middle - knob // 2 - 1, top, knob + 2, knob))

    @property
    def dragging(self) -> bool:
        """Whether the mouse holds it."""
        return self._grip is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bar and knob; the knob is full when the keyboard moves this end."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.accent if self._chosen else self._colour)
        middle = self.width() / 2
        left = middle - 2 if self.at_start else middle
        bar = QRectF(left, _KNOB if self.at_start else 0, 2, self.height() - _KNOB)
        painter.fillRect(bar, colour)
        painter.setPen(QPen(colour, 1.8))
        painter.setBrush(colour if self._chosen else QColor(self._theme.paper))
        knob = QPointF(middle, _KNOB if self.at_start else self.height() - _KNOB)
        painter.drawEllipse(knob, _KNOB - 1, _KNOB - 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        height = (self.height() + 2 * _KNOB) / 2 if self.at_start else (self.height() - 2 * _KNOB) / 2
        self._grip = QPointF(self.width() / 2, height) - event.position()
        self._moved = False
        self.grabKeyboard()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._grip is not None:
            self._moved = True
            self.dragged.emit(QPointF(self.mapToParent(QPoint(0, 0))) + event.position() + self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton and self._grip is not None:
            self._release()
            (self.dropped if self._moved else self.cancelled).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up dragging."""
        if event.key() == Qt.Key.Key_Escape and self._grip is not None:
            self._release()
            self.cancelled.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Dragging does not outlive the handle."""
        super().hideEvent(event)
        self._release()

    def _release(self) -> None:
        if self._grip is not None:
            self._grip = None
            self.releaseKeyboard()
