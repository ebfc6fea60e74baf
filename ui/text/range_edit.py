"""Changing the range of the chosen annotation, by dragging its ends or by keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor

from ui.text.marks import Shown
from ui.text.page import Page
from ui.text.range_handle import RangeHandle
from ui.text.sheet import Sheet
from ui.theme import Theme

_NEAR = 200  # characters among which the first or last line of the range is found: line feeds have no rectangle
_PACE_MS, _PACE = 40, 24  # while dragging beyond the screen: scroll so many pixels so often

_Move = QTextCursor.MoveOperation
_PLAIN = {Qt.Key.Key_Left: _Move.PreviousCharacter, Qt.Key.Key_Right: _Move.NextCharacter, Qt.Key.Key_Up: _Move.Up,
          Qt.Key.Key_Down: _Move.Down, Qt.Key.Key_Home: _Move.StartOfLine, Qt.Key.Key_End: _Move.EndOfLine}
_BY_WORD = {Qt.Key.Key_Left: _Move.PreviousWord, Qt.Key.Key_Right: _Move.NextWord,
            Qt.Key.Key_Up: _Move.StartOfBlock, Qt.Key.Key_Down: _Move.EndOfBlock}
_OVER = {_Move.StartOfBlock: _Move.PreviousBlock, _Move.EndOfBlock: _Move.NextBlock}
"""Where a paragraph's edge is reached already, on to the next."""


class RangeEdit(QObject):
    """Shows handles at the ends of the chosen annotation, and lets one end at a time be moved.

    The page shows the new range as a draft; the annotation itself is for the window to change.

    Args:
        page: shows the text.

    Signals:
        requested: the annotation with this id shall have the range (start, end), code points.
        modeChanged: the keyboard moves an end now (“start” or “end”), or none any more (“”).
    """

    requested = Signal(str, int, int)
    modeChanged = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._sheet: Sheet | None = None
        self._theme: Theme | None = None
        self._mark: Shown | None = None
        self._range = (0, 0)
        self._mode = ""
        self._target = QPointF()
        self.start = RangeHandle(page.viewport(), at_start=True)
        self.end = RangeHandle(page.viewport(), at_start=False)
        for handle in (self.start, self.end):
            handle.dragged.connect(lambda point, which=handle: self._drag(which, point))
            handle.dropped.connect(self.apply)
            handle.cancelled.connect(self.cancel)
        self._pace = QTimer(self)
        self._pace.setInterval(_PACE_MS)
        self._pace.timeout.connect(self._scroll_on)
        page.scrolled.connect(self._show)
        page.resized.connect(self._show)
        page.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self._show()

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Say what lies on the page; None for nothing."""
        self._sheet = sheet
        self._show()

    def set_mark(self, mark: Shown | None) -> None:
        """Choose the annotation whose range may be changed, or none."""
        if mark is not None and self._mark is not None and (mark.id, mark.start, mark.end) == (
                self._mark.id, self._mark.start, self._mark.end):
            self._mark = mark
            self._draw()
            return
        self._mark = mark
        self._range = (mark.start, mark.end) if mark else (0, 0)
        self._set_mode("")
        self._draw()

    @property
    def mode(self) -> str:
        """Which end the keyboard moves: "start", "end", or "" for none."""
        return self._mode

    def begin(self) -> bool:
        """Let the keyboard move the end of the range; False where no annotation with a range is chosen."""
        if self._mark is None or self._sheet is None:
            return False
        self._page.setFocus()
        self._set_mode("end")
        self._follow(self._range[1])
        return True

    def apply(self) -> None:
        """Ask for the range that is shown."""
        mark, (start, end) = self._mark, self._range
        self._stop()
        if mark is not None and (start, end) != (mark.start, mark.end):
            self.requested.emit(mark.id, start, end)

    def cancel(self) -> None:
        """Show the range as it was."""
        self._stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the keyboard moves an end, keys mean that and nothing else."""
        if self._mode and watched is self._page:
            if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_ours(event):
                self._press(event)
                return True
            if (event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
                    and event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason,
                                               Qt.FocusReason.PopupFocusReason)):
                self.cancel()
        return super().eventFilter(watched, event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and event.key() in _BY_WORD
        return by_word or not event.modifiers() & (Qt.KeyboardModifier.ControlModifier
                                                   | Qt.KeyboardModifier.AltModifier)

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.apply()
        elif key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._set_mode("start" if self._mode == "end" else "end")
            self._follow(self._range[self._mode == "end"])
        else:
            moves = _BY_WORD if event.modifiers() & Qt.KeyboardModifier.ControlModifier else _PLAIN
            if key in moves:
                self._move(moves[key])

    def _move(self, operation: QTextCursor.MoveOperation) -> None:
        if self._sheet is None:
            return
        runs = self._sheet.plan.map
        before = self._range[self._mode == "end"]
        cursor = QTextCursor(self._sheet.target)
        cursor.setPosition(runs.position(before))
        cursor.movePosition(operation)
        if runs.offset(cursor.position()) == before and operation in _OVER:
            cursor.movePosition(_OVER[operation])
            cursor.movePosition(operation)
        self._set_end(self._mode, runs.offset(cursor.position()))
        self._follow(self._range[self._mode == "end"])

    def _set_end(self, which: str, offset: int) -> None:
        """Move one end, at least a character from the other."""
        start, end = self._range
        self._range = (min(offset, end - 1), end) if which == "start" else (start, max(offset, start + 1))
        self._draw()

    def _follow(self, offset: int) -> None:
        """Scroll until the line of an offset is on the screen."""
        if self._sheet is None:
            return
        self._sheet.fill_to(offset)
        line, bar = self._sheet.geometry.line(offset), self._page.verticalScrollBar()
        top, height = self._page.top(), self._page.viewport().height()
        if line.top() < top:
            bar.setValue(round(line.top() - line.height()))
        elif line.bottom() > top + height:
            bar.setValue(round(line.bottom() + line.height() - height))
        self._show()

    def _drag(self, handle: RangeHandle, point: QPointF) -> None:
        if self._sheet is None or self._mark is None:
            return
        self._target = point
        inside = 0 <= point.y() <= self._page.viewport().height()
        if inside:
            self._pace.stop()
        elif not self._pace.isActive():
            self._pace.start()
        where = QPointF(point.x(), point.y() + self._page.top())
        position = self._sheet.target.documentLayout().hitTest(where, Qt.HitTestAccuracy.FuzzyHit)
        if position >= 0:
            self._set_end("start" if handle.at_start else "end", self._sheet.plan.map.offset(position))

    def _scroll_on(self) -> None:
        handle = next((one for one in (self.start, self.end) if one.dragging), None)
        if handle is None:
            self._pace.stop()
            return
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + (_PACE if self._target.y() > 0 else -_PACE))
        self._drag(handle, self._target)

    def _stop(self) -> None:
        self._pace.stop()
        self._range = (self._mark.start, self._mark.end) if self._mark else (0, 0)
        self._set_mode("")
        self._draw()

    def _set_mode(self, mode: str) -> None:
        if mode != self._mode:
            self._mode = mode
            self.modeChanged.emit(mode)
            self._show()

    def _draw(self) -> None:
        mark = self._mark
        draft = mark is not None and self._range != (mark.start, mark.end)
        self._page.set_draft(replace(mark, start=self._range[0], end=self._range[1]) if draft and mark else None)
        self._show()

    def _show(self) -> None:
        """Put the handles where the ends of the range are on the screen."""
        mark, sheet, theme, page = self._mark, self._sheet, self._theme, self._page
        if mark is None or sheet is None or theme is None or not page.isVisible():
            self.start.hide()
            self.end.hide()
            return
        (start, end), top = self._range, page.top()
        first, last = sheet.geometry.visible(top, top + page.viewport().height())
        for handle, seen, span, which in ((self.start, first <= start < last, (start, min(start + _NEAR, end)), 0),
                                          (self.end, first < end <= last, (max(end - _NEAR, start), end), -1)):
            boxes = sheet.geometry.rectangles(*span, keep=False) if seen else ()
            if boxes:
                handle.show_at(boxes[which].translated(0, -top), mark, theme,
                               chosen=self._mode == ("start" if handle.at_start else "end"))
            elif not handle.dragging:
                handle.hide()
