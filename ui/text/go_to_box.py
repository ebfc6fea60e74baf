"""The box in which one types where to go: a clause, shown while typing, or the number of a document."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.anchoring.addresses import find_address
from reader.exporting.citations import address_at
from reader.model.document import Document

_WIDTH = 430
_CLAUSE = re.compile(r"第|附[件表录]|[（(]?[\d一二三四五六七八九十百][\d一二三四五六七八九十百.、）)\-]*$")
"""What can only be meant as the address of a clause; all else may be the number of a document."""
_EXCERPT = 30  # characters of the clause


class GoToBox(QFrame):
    """Finds the clause of the document at hand while one types; what is no clause of it is left to the window.

    Args:
        parent: the box lies over the top of it.

    Signals:
        placeRequested: the range of a clause was chosen.
        textEntered: something else was entered, perhaps the number of a document.
        closed: the box was closed from the keyboard.
    """

    placeRequested = Signal(int, int)
    textEntered = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("goToBox")
        self._document: Document | None = None
        self._near = 0
        self._found: tuple[int, int] | None = None
        self.line = _Line(self)
        self.line.setObjectName("goToText")
        self.line.setAccessibleName(self.tr("转到条款或文号"))
        self.line.setPlaceholderText(self.tr("条款或文号"))
        self.line.setClearButtonEnabled(True)
        self.line.setMaxLength(100)
        self.outcome = QLabel(self)
        self.outcome.setObjectName("goToOutcome")
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)
        self.outcome.setWordWrap(True)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 10, 9)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.outcome)
        self.line.textChanged.connect(self._look)
        self.line.returnPressed.connect(self._go)
        self.line.left.connect(self.hide)
        self.hide()

    def begin(self, document: Document | None, near: int) -> None:
        """Ask where to go.

        Args:
            document: the one at hand, whose clauses are found.
            near: offset of the place being read; its part of the document comes first.
        """
        self._document, self._near = document, near
        self.line.selectAll()
        self._look()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_document(self, document: Document | None) -> None:
        """Another document is shown: the box has done its work."""
        self._document, self._found = document, None
        self.hide()

    def fit(self, room: QRect) -> None:
        """Lie over the top of `room`, in its middle."""
        width = min(_WIDTH, room.width() - 24)
        height = self._layout.totalHeightForWidth(width)
        self.setGeometry(room.left() + (room.width() - width) // 2, room.top() + 10, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _look(self) -> None:
        typed = self.line.text().strip()
        self._found = find_address(self._document, typed, self._near) if self._document and typed else None
        if self._found and self._document:
            start, end = self._found
            words = " ".join(self._document.text[start:end].split())
            excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "……"
            text = f"{address_at(self._document, start, end)}　{excerpt}"
        elif _CLAUSE.match(typed):
            text = self.tr("本文没有这一条款；按回车，当作文号在库中找")
        elif typed:
            text = self.tr("按回车，在库中找这个文号")
        else:
            text = self.tr("条款：82、3.2.1（第三条第二款第（一）项）、附件2、第三章\n"
                           "文号：怎么写都行，如 国办发 7 2024")
        self.outcome.setProperty("muted", not self._found)
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(text)
        self.line.setAccessibleDescription(text)
        parent = self.parentWidget()
        if parent is not None:
            self.fit(parent.rect())

    def _go(self) -> None:
        typed = self.line.text().strip()
        if self._found is not None:
            self.hide()
            self.closed.emit()
            self.placeRequested.emit(*self._found)
        elif typed:
            self.line.selectAll()
            self.textEntered.emit(typed)


class _Line(QLineEdit):
    """Says when the user went elsewhere; another window or a menu does not count."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
