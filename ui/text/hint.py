"""A sentence over the foot of the text that says which keys work now, to the eye and to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


class Hint(QLabel):
    """Shows one sentence, or nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textHint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence and have it read out; "" hides it."""
        self.setText(text)
        self.setVisible(bool(text))
        parent = self.parentWidget()
        if text and parent is not None:
            self.fit(parent.rect())
            self.raise_()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def fit(self, room: QRect) -> None:
        """Lie over the foot of `room`, in its middle."""
        size = self.sizeHint()
        width = min(size.width(), room.width() - 16)
        self.setGeometry(room.left() + (room.width() - width) // 2, room.bottom() - size.height() - 10, width,
                         size.height())
