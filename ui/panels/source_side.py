"""The original beside the text: its lines as the importer read them, following the reading."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.panels.source_view import SourceView
from ui.theme import icon

NARROWEST = 280
"""Pixels."""


class SourceSide(QWidget):
    """A title and the lines.

    Signals:
        lineChosen: 1-based number of the line that was clicked.
        closeWanted: the button that hides it was pressed.
    """

    lineChosen = Signal(int)
    closeWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceSide")
        self.title = QLabel(self)
        self.title.setObjectName("sourceTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.view = SourceView(self)
        self.view.lineChosen.connect(self.lineChosen)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("sourceClose")
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(self.tr("收起原文"))
        self.close_button.setAccessibleName(self.tr("收起原文"))
        self.close_button.clicked.connect(self.closeWanted)
        row = QHBoxLayout()
        row.setContentsMargins(12, 4, 4, 4)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.setMinimumWidth(NARROWEST)
        self.refresh_icons()

    def show_source(self, name: str, lines: Sequence[str]) -> None:
        """Show an original. `name`: of its file; without lines it is gone, which is told."""
        if lines:
            text = self.tr("原文　{name}").format(name=name)
        else:
            text = self.tr("原文不在了；把原文件再导入一次即可补上")
        self.title.setText(text)
        self.title.setToolTip(text)
        self.view.show_lines(lines)

    def follow(self, first: int, last: int) -> None:
        """Mark the lines of the paragraph one reads, and bring them into view; nothing where they are marked."""
        if first and (first, last) != (self.view.line, self.view.last_line):
            self.view.show_line(first, last)

    def refresh_icons(self) -> None:
        """Draw the picture anew after the theme changed."""
        self.close_button.setIcon(icon("close"))
