"""Find in the open document: the bar, and the plain search it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ui.theme import icon

FIND_AFTER = 120
"""Milliseconds without typing after which finding begins by itself."""

MOST = 5000
"""Places marked at most: more tell nobody anything."""


def find_all(text: str, wanted: str) -> tuple[tuple[int, int], ...]:
    """All places of a string, without regard to case; code points, half-open, not overlapping.

    Places are on `text` itself: folding that changes lengths (ß → ss) is not used.
    """
    if not wanted:
        return ()
    folded, key = _fold(text), _fold(wanted)
    places: list[tuple[int, int]] = []
    start = folded.find(key)
    while start >= 0 and len(places) < MOST:
        places.append((start, start + len(key)))
        start = folded.find(key, start + len(key))
    return tuple(places)


def _fold(text: str) -> str:
    lowered = text.lower()
    # A few letters grow when lowered (İ): then letter by letter, keeping those.
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class FindBar(QWidget):
    """The bar.

    Signals:
        wantedChanged: the string to find; "" for none.
        nextWanted, previousWanted: go to the neighbouring place.
        closed: the bar was closed.
    """

    wantedChanged = Signal(str)
    nextWanted = Signal()
    previousWanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.text = QLineEdit(self)
        self.text.setObjectName("findText")
        self.text.setPlaceholderText(self.tr("在本文中查找"))
        self.text.setAccessibleName(self.tr("在本文中查找"))
        self.text.setClearButtonEnabled(True)
        self.text.setMaximumWidth(320)
        self.count = QLabel(self)
        self.count.setObjectName("findCount")
        self.count.setProperty("muted", True)
        self.count.setMinimumWidth(96)
        self._buttons = [
            self._button("findPrevious", "up", self.tr("上一处（Shift+F3）"), self.previousWanted.emit),
            self._button("findNext", "down", self.tr("下一处（F3）"), self.nextWanted.emit),
            self._button("findClose", "close", self.tr("关闭（Esc）"), self.close_bar),
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons[0])
        layout.addWidget(self._buttons[1])
        layout.addWidget(self.count)
        layout.addStretch(1)
        layout.addWidget(self._buttons[2])
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FIND_AFTER)
        self._wait.timeout.connect(self._tell)
        self.text.textChanged.connect(self._wait.start)
        self.hide()

    def _button(self, name: str, picture: str, tip: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("picture", picture)
        button.setIcon(icon(picture))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: slot())
        return button

    def begin(self, text: str = "") -> None:
        """Open the bar and let the user type; `text` is what is selected in the document."""
        self.show()
        if text:
            self.text.setText(text)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()
        self._tell()

    def show_count(self, number: int, total: int) -> None:
        """Tell how many places there are, and which is current (from 1; 0 for none)."""
        if not self.text.text():
            self.count.clear()
        elif total == 0:
            self.count.setText(self.tr("没有找到"))
        else:
            self.count.setText(self.tr("第 {number} / {total} 处").format(number=number, total=total))

    def close_bar(self) -> None:
        """Close and forget."""
        self._wait.stop()
        self.hide()
        self.closed.emit()

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        for button in self._buttons:
            button.setIcon(icon(str(button.property("picture"))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._wait.isActive():
                self._wait.stop()
                self._tell()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previousWanted.emit()
            else:
                self.nextWanted.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._wait.stop()
        self.wantedChanged.emit(self.text.text())
