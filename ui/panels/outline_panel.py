"""The outline of the open document, which follows the reading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedLayout, QTreeView, QWidget

from reader.model.document import Document
from ui.models.outline import entry_at, outline
from ui.models.outline_model import START_ROLE, OutlineModel

OPEN_DEPTH = 1
"""Levels below the first that are open at the beginning."""


class OutlinePanel(QWidget):
    """A click goes to the place.

    Signals:
        placeChosen: an offset in code points.
    """

    placeChosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.model = OutlineModel(self)
        self.tree = QTreeView(self)
        self.tree.setObjectName("outlineTree")
        self.tree.setAccessibleName(self.tr("大纲"))
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setUniformRowHeights(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.empty = QLabel(self)
        self.empty.setProperty("muted", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(6, 8, 0, 0)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self.empty)
        self.show_document(None)

    def show_document(self, document: Document | None) -> None:
        """Show the outline of a document."""
        self.model.show(outline(document) if document is not None else ())
        self._stack.setCurrentWidget(self.tree if self.model.entries else self.empty)
        none, closed = self.tr("这篇公文没有章节标题。"), self.tr("打开一篇公文，这里显示它的大纲。")
        self.empty.setText(none if document is not None else closed)
        self.tree.expandToDepth(OPEN_DEPTH)
        self.follow(0)

    def follow(self, offset: int) -> None:
        """Mark the entry one reads at `offset` (code points)."""
        number = entry_at(self.model.entries, offset)
        if number < 0:
            self.tree.setCurrentIndex(QModelIndex())
            return
        index = self.model.items[number].index()
        # A closed branch stays closed: its visible head stands for the place inside.
        above = index.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                index = above
            above = above.parent()
        if index != self.tree.currentIndex():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        start = index.data(START_ROLE)
        if start is not None:
            self.placeChosen.emit(int(start))
