"""The library tree with its filter box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from reader.model.document import DocumentFacts, IssueFacts
from ui.models.library_model import LibraryModel
from ui.models.library_tree import NodeKind
from ui.panels.library_delegate import LibraryDelegate

FILTER_AFTER = 150
"""Milliseconds without typing after which the filter works."""

REFIT_AFTER = 100
"""Milliseconds after the last change of width at which rows get their heights anew."""

OPEN_ALL_UP_TO = 300
"""Documents left by a filter up to which the whole tree is opened."""


class LibraryPanel(QWidget):
    """Publisher → year → issue → section → document.

    Signals:
        documentChosen: id of the document to open.
        menuRequested: an empty menu to fill, and the node's document or issue facts, before it is shown.
    """

    documentChosen = Signal(str)
    menuRequested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPanel")
        self.model = LibraryModel(self)
        self._open_before_filter: set[tuple[str, ...]] | None = None
        self._current = ""
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FILTER_AFTER)
        self._wait.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(self._wait.start)
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(REFIT_AFTER)
        self._refit.timeout.connect(self._fit_rows)
        self.tree.viewport().installEventFilter(self)

    def _build(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setObjectName("libraryFilter")
        self.filter.setPlaceholderText(self.tr("筛选标题、文号、机关…"))
        self.filter.setAccessibleName(self.tr("筛选公报库"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.filter.returnPressed.connect(self._on_return)
        self.tree = QTreeView(self)
        self.tree.setObjectName("libraryTree")
        self.tree.setAccessibleName(self.tr("公报库"))
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(LibraryDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setAnimated(False)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.tree.clicked.connect(self._on_click)
        self.tree.activated.connect(self._on_activated)
        self.count = QLabel(self)
        self.count.setObjectName("libraryCount")
        self.count.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.setSpacing(6)
        layout.addWidget(self.filter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.count)

    def set_issues(self, issues: Sequence[tuple[IssueFacts, Sequence[DocumentFacts]]]) -> None:
        """Show the library; what was open in the tree stays open."""
        first = self.model.issue_count == 0
        open_paths = self._open_paths()
        self.model.set_issues(issues)
        self._open(open_paths)
        if first and not open_paths:
            self._open_first_issue()
        self.show_document(self._current)
        self._tell_count()

    def show_document(self, document_id: str) -> None:
        """Mark the open document and make it visible."""
        self._current = document_id
        index = self.model.index_of(document_id)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def focus_filter(self) -> None:
        """Let the user type into the filter box."""
        self.filter.setFocus()
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the filter to the first document it left; rows are as high as the tree's width makes them."""
        if watched is self.tree.viewport() and event.type() == QEvent.Type.Resize:
            self._refit.start()
        if (
            watched is self.filter
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Down
        ):
            self._enter_tree()
            return True
        return super().eventFilter(watched, event)

    def _fit_rows(self) -> None:
        """Ask for the heights of all rows anew, and keep the chosen one in sight."""
        self.tree.doItemsLayout()
        self.tree.scrollTo(self.tree.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_return(self) -> None:
        """Open the only document the filter left; of several, let the user choose."""
        self._settle()
        ids = self.model.shown_ids()
        if len(ids) == 1:
            self.documentChosen.emit(ids[0])
        else:
            self._enter_tree()

    def _enter_tree(self) -> None:
        self._settle()
        ids = self.model.shown_ids()
        if not ids:
            return
        if self.filter.text().strip() or not self.tree.currentIndex().isValid():
            first = self.model.index_of(ids[0])
            self.tree.setCurrentIndex(first)
            self.tree.scrollTo(first, QAbstractItemView.ScrollHint.EnsureVisible)
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self) -> None:
        """Filter by what was typed last, at once."""
        if self._wait.isActive():
            self._wait.stop()
            self._apply_filter()

    def neighbour(self, step: int) -> str:
        """Id of the document before (-1) or after (1) the open one in the tree, "" at the ends."""
        ids = self.model.shown_ids()
        if self._current not in ids:
            return ids[0] if ids else ""
        place = ids.index(self._current) + step
        return ids[place] if 0 <= place < len(ids) else ""

    def _apply_filter(self) -> None:
        wanted = self.filter.text()
        if wanted.strip() and self._open_before_filter is None:
            self._open_before_filter = self._open_paths()
        self.model.set_filter(wanted)
        if not wanted.strip():
            self._open(self._open_before_filter or set())
            self._open_before_filter = None
        elif self.model.document_count <= OPEN_ALL_UP_TO:
            self.tree.expandAll()
        self.show_document(self._current)
        self._tell_count()

    def _tell_count(self) -> None:
        if self.filter.text().strip():
            self.count.setText(self.tr("筛出 {count} 篇").format(count=self.model.document_count))
        else:
            text = self.tr("{issues} 期 · {documents} 篇")
            self.count.setText(text.format(issues=self.model.issue_count, documents=self.model.document_count))

    def _open_paths(self) -> set[tuple[str, ...]]:
        return {self.model.node(i).path for i in self.model.folders() if self.tree.isExpanded(i)}

    def _open(self, paths: set[tuple[str, ...]]) -> None:
        for index in self.model.indexes_of(paths):
            self.tree.expand(index)

    def _open_first_issue(self) -> None:
        """A fresh tree shows the newest issue whole: closed folders tell a newcomer nothing."""
        index = QModelIndex()
        while self.model.rowCount(index):
            if self.model.node(index).kind is NodeKind.ISSUE:
                self.tree.expandRecursively(index)
                return
            index = self.model.index(0, 0, index)
            self.tree.expand(index)

    def _on_click(self, index: QModelIndex) -> None:
        if self.model.hasChildren(index):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self._on_activated(index)

    def _on_activated(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node.document is not None:
            self.documentChosen.emit(node.document.id)

    def _on_menu(self, point: QPoint) -> None:
        node = self.model.node(self.tree.indexAt(point))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menuRequested.emit(menu, node.document or node.issue)
        if menu.actions():
            menu.popup(self.tree.viewport().mapToGlobal(point))
