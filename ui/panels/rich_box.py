"""Rich text to be read in a dialog: it scrolls, its words can be selected, and the keyboard can go there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget


class RichBox(QScrollArea):
    """A frame, which shows the focus, round a label.

    Args:
        name: object name of the label.
        spoken: what the box is called by those who hear it.
    """

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(spoken)
        self._label = QLabel(self)
        self._label.setObjectName(name)
        self._label.setAccessibleName(spoken)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._label.setMargin(10)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setBackgroundRole(QPalette.ColorRole.Base)
        self._label.setAutoFillBackground(True)
        self.setWidget(self._label)

    def text(self) -> str:
        """What is shown, as rich text."""
        return self._label.text()

    def set_text(self, text: str) -> None:
        """Show rich text."""
        self._label.setText(text)
