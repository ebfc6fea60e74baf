"""The page one reads on: the sheet of paper with what mouse and keyboard do to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.model.document import Reference
from ui.text.marks import Shown
from ui.text.painting import FOCUS
from ui.text.paper import Paper

_CLICK = 4  # a press and a release this near (pixels) are a click, not a selection
_CLICKING = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
_MOVES = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class Page(Paper):
    """Paper that answers.

    Args:
        parent: the view.
        copied: answers the text of the selection, for the clipboard.
        describe: answers the tooltip of an annotation (rich text).
        describe_link: answers the tooltip of a reference.
    """

    clicked = Signal(QPointF, object)  # in the document's coordinates; keys held (the middle button counts as Ctrl)
    entered = Signal(object)  # the Enter key with these modifiers
    annotationClicked = Signal(str)
    annotationMenuRequested = Signal(str, QPoint)
    menuRequested = Signal(QPoint)
    zoomRequested = Signal(int)  # steps, positive is larger
    resized = Signal()
    shown = Signal()
    scrolled = Signal()
    hovered = Signal(QPointF)  # in the document's coordinates
    unhovered = Signal()

    def __init__(self, parent: QWidget, copied: Callable[[], str], describe: Callable[[Shown], str],
                 describe_link: Callable[[Reference], str]) -> None:
        super().__init__(parent, describe)
        self.setObjectName("documentPage")
        self.setAccessibleName(self.tr("正文"))
        self.viewport().setMouseTracking(True)
        self._copied, self._describe, self._describe_link = copied, describe, describe_link
        self._mouse: QPointF | None = None  # where it hovers over the text
        self._pressed: QPointF | None = None
        self._link_at: Callable[[QPointF], Reference | None] = lambda _point: None
        self.strip.activated.connect(self.annotationClicked)
        self.strip.menuRequested.connect(self.annotationMenuRequested)
        self.strip.hovered.connect(self._hover_strip)
        self.cursorPositionChanged.connect(self._forget_mouse)

    def set_links(self, link_at: Callable[[QPointF], Reference | None]) -> None:
        """Say which link of the document at hand is at a point of it."""
        self._link_at = link_at

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is as high as the page."""
        super().resizeEvent(event)
        self.strip.resize(self.strip.width(), self.height())
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the page has its size; the first showing does not scroll to the caret."""
        top = self.verticalScrollBar().value()
        super().showEvent(event)
        self.verticalScrollBar().setValue(top)
        self.shown.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The strip moves with the text."""
        super().scrollContentsBy(dx, dy)
        if self.hasFocus():
            # What Qt moves of the picture takes the line along that stays at the head of the screen.
            line = QRect(0, 0, self.viewport().width(), FOCUS)
            self.viewport().update(line)
            self.viewport().update(line.translated(0, dy))
        self.strip.update()
        self.scrolled.emit()
        if self._mouse is not None:
            self.hovered.emit(self.to_document(self._mouse))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed = event.position() if event.button() in _CLICKING else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a link or an annotation."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.textCursor().hasSelection():
            return
        if (event.position() - pressed).manhattanLength() <= _CLICK:
            middle = event.button() is Qt.MouseButton.MiddleButton
            held = Qt.KeyboardModifier.ControlModifier if middle else event.modifiers()
            self.clicked.emit(self.to_document(event.position()), held)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over links."""
        super().mouseMoveEvent(event)
        self._hover(event.position())
        over = not event.buttons() and self._link_at(self.to_document(event.position())) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse hovers over nothing any more."""
        super().leaveEvent(event)
        self._mouse = None
        self.unhovered.emit()

    def _hover(self, point: QPointF) -> None:
        self._mouse = point
        self.hovered.emit(self.to_document(point))

    def _forget_mouse(self) -> None:
        """The caret moved last: text that scrolls along under a mouse at rest is not pointed at."""
        self._mouse = None

    def _hover_strip(self, y: float) -> None:
        self._hover(QPointF(0, y))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the annotation under the mouse, or of the text; by the menu key at the caret."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.menuRequested.emit(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
            return
        inside = QPointF(self.viewport().mapFromGlobal(event.globalPos()))
        mark = None if self.textCursor().hasSelection() else self.mark_at(self.to_document(inside))
        if mark is not None:
            self.annotationMenuRequested.emit(mark.id, event.globalPos())
        else:
            if not self.textCursor().hasSelection():
                # What the menu does to a paragraph it does to the one under the mouse.
                self.setTextCursor(self.cursorForPosition(inside.toPoint()))
            self.menuRequested.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips of links and annotations."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            point = self.to_document(QPointF(event.pos()))
            link, mark = self._link_at(point), self.mark_at(point)
            tips = [self._describe_link(link)] if link is not None else []
            tips += [self._describe(mark)] if mark is not None else []
            QToolTip.showText(event.globalPos(), "".join(tips), self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moving by keyboard begins on the screen: a caret that was scrolled away is brought to its first line."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _MOVES and self._geometry is not None:
            caret = self.cursorRect()
            if not self.viewport().rect().intersects(caret):
                self._caret_to_screen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
            return
        if event.key() is Qt.Key.Key_Space and event.modifiers() in (Qt.KeyboardModifier.NoModifier,
                                                                      Qt.KeyboardModifier.ShiftModifier):
            back = event.modifiers() is Qt.KeyboardModifier.ShiftModifier
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (-1 if back else 1) * round(bar.pageStep() * 0.9))
            return
        super().keyPressEvent(event)

    def _caret_to_screen(self) -> None:
        top = self.verticalScrollBar().value()
        cursor = self.cursorForPosition(QPoint(0, 4))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(top)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel asks for another size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y()
            if delta:
                self.zoomRequested.emit(1 if delta > 0 else -1)
            event.accept()
            return
        self._mouse = event.position()
        super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Getting the focus does not scroll back to the caret."""
        top = self.verticalScrollBar().value()
        super().focusInEvent(event)
        self.verticalScrollBar().setValue(top)
        self.refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The line that shows the focus goes."""
        super().focusOutEvent(event)
        self.refresh()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying gives the text as it is in the library, without formats."""
        data = QMimeData()
        data.setText(self._copied())
        return data

    def copy_selection(self) -> None:
        """Put the selected text on the clipboard."""
        if self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self._copied())
