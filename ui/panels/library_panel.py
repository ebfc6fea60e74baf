"""The library tree with its filter box."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from reader.model.document import IssueFacts
from reader.services.shelf import Marks, Shelf
from ui import locales
from ui.models.library_model import LibraryModel
from ui.models.library_order import Folded, Narrowing, TreeOrder
from ui.models.library_tree import Node, NodeKind
from ui.panels.library_view import LibraryView
from ui.theme import icon

FILTER_AFTER = 150
"""Milliseconds without typing after which the filter works."""

OPEN_ALL_UP_TO = 300
"""Documents left by a filter up to which the whole tree is opened; of more, the first issue."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is chosen in the tree.

    Attributes:
        nodes: the rows.
        documents: ids of the documents they are or hold, as far as the filter shows them.
        issues: the issues they are or hold; none for sections and documents inside an issue.
    """

    nodes: tuple[Node, ...] = ()
    documents: tuple[str, ...] = ()
    issues: tuple[IssueFacts, ...] = ()

    @property
    def only(self) -> Node | None:
        """The one row that is chosen; None for several or none."""
        return self.nodes[0] if len(self.nodes) == 1 else None


class LibraryPanel(QWidget):
    """Publisher → year → issue → section → document.

    Signals:
        documentChosen: id of the document to open.
        menuRequested: an empty menu to fill, and the `Chosen`, before it is shown.
        correctionWanted: the `Chosen` whose facts are to be put right.
        narrowed: which documents are shown has changed.
        left: Esc, with all documents shown.
    """

    documentChosen = Signal(str)
    menuRequested = Signal(object, object)
    correctionWanted = Signal(object)
    narrowed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPanel")
        self.model = LibraryModel(self)
        self._open_before_filter: set[tuple[str, ...]] | None = None
        self._current = ""
        self._build()
        self._wait = QTimer(self, singleShot=True, interval=FILTER_AFTER)
        self._wait.timeout.connect(self._apply_filter)
        self.filter.textChanged.connect(self._wait.start)
        self._lay_out = QTimer(self, singleShot=True, interval=0)
        self._lay_out.timeout.connect(self._on_laid_out)

    def _build(self) -> None:
        self.filter = QLineEdit(self)
        self.filter.setObjectName("libraryFilter")
        self.filter.setPlaceholderText(self.tr("筛选标题、文号、机关…"))
        self.filter.setAccessibleName(self.tr("筛选公报库"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.filter.returnPressed.connect(self._on_return)
        self.options = QToolButton(self)
        self.options.setObjectName("libraryOptions")
        self.options.setAccessibleName(self.tr("公报库的排列和筛选"))
        self.options.setToolTip(self.tr("排列和筛选"))
        self.options.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.options.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tree = LibraryView(self.model, self)
        self.tree.expanded.connect(self.model.look_into)
        self.tree.opened.connect(self._on_opened)
        self.tree.menuWanted.connect(self._on_menu)
        self.tree.correctionWanted.connect(lambda index: self.correctionWanted.emit(self._chosen([index])))
        self.tree.left.connect(self._on_escape)
        self.count = QLabel(self)
        self.count.setObjectName("libraryCount")
        self.count.setProperty("muted", True)
        self.count.setWordWrap(True)
        above = QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self.filter, 1)
        above.addWidget(self.options)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 4, 4)
        layout.setSpacing(6)
        layout.addLayout(above)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.count)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.options.setIcon(icon("filter"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "count"):
            return
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh_icons()
        elif event.type() == QEvent.Type.LanguageChange:
            self._keeping_open(self.model.retell)
            self._tell_count()

    # What is shown

    def set_shelf(self, shelf: Shelf) -> None:
        """Show the library; what was open in the tree stays open, and where one was stays in sight."""
        first = self.model.issue_count == 0
        open_paths, place = self._open_paths(), self.tree.verticalScrollBar().value()
        self.model.set_shelf(shelf)
        self._open(open_paths)
        if first and not open_paths:
            self._open_first_issue()
        elif not first:
            self.tree.verticalScrollBar().setValue(place)
        self.show_document(self._current)
        self._tell_count()

    def set_folded(self, folded: Mapping[str, Folded]) -> None:
        """What filters look into, made elsewhere for the library at hand."""
        self.model.set_folded(folded)

    def set_marks(self, marks: Marks) -> None:
        """What the user has done with documents has changed."""
        self.model.set_marks(marks)
        self._tell_count()

    def set_order(self, order: TreeOrder) -> None:
        """Show everything in this order."""
        if order != self.model.order:
            self._keeping_open(lambda: self.model.set_order(order))

    def _keeping_open(self, rebuild: Callable[[], None]) -> None:
        """Make the tree anew; what was open stays open. Its rows are laid out when the event loop comes round: both
        at once would be felt."""
        open_paths = self._open_paths()
        rebuild()
        self._open(open_paths)
        if not self.tree.isVisible():
            # There is no picture that could stay.
            self.show_document(self._current)
            return
        # Until then the picture stays, lest the tree be seen from its top.
        self.tree.setUpdatesEnabled(False)
        self._lay_out.start()

    def _on_laid_out(self) -> None:
        self.show_document(self._current)
        self.tree.setUpdatesEnabled(True)

    def narrow(self, *, tag: str | None = None, unread: bool | None = None, noted: bool | None = None) -> None:
        """Show only such documents; None leaves that as it is."""
        now = self.model.wanted
        self._show_narrowed(dataclasses.replace(
            now, tag=now.tag if tag is None else tag, unread=now.unread if unread is None else unread,
            noted=now.noted if noted is None else noted))

    def show_document(self, document_id: str) -> None:
        """Mark the open document and make it visible."""
        self._current = document_id
        index = self.model.index_of(document_id)
        if index.isValid():
            self.tree.go_to(index)

    def chosen(self) -> Chosen:
        """What is chosen in the tree; the open document where nothing is."""
        return self._chosen(self.tree.chosen())

    def neighbour(self, step: int) -> str:
        """Id of the document before (-1) or after (1) the open one in the tree, "" at the ends."""
        ids = self.model.shown_ids()
        if self._current not in ids:
            return ids[0] if ids else ""
        place = ids.index(self._current) + step
        return ids[place] if 0 <= place < len(ids) else ""

    # The filter box

    def focus_filter(self) -> None:
        """Let the user type into the filter box."""
        self.filter.setFocus()
        self.filter.selectAll()

    def clear_filter(self) -> None:
        """Show all documents again."""
        self.filter.clear()
        self._wait.stop()
        self._show_narrowed(Narrowing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leads from the filter to the first document it left; Esc empties it."""
        if watched is self.filter and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._enter_tree()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._on_escape()
                return True
        return super().eventFilter(watched, event)

    def _on_escape(self) -> None:
        if self.filter.text() or not self.model.wanted.is_any:
            self.clear_filter()
        else:
            self.left.emit()

    def _on_return(self) -> None:
        """Open the only document the filter left; of several, let the user choose."""
        self._settle()
        if self.model.document_count == 1:
            self.documentChosen.emit(self.model.shown_ids()[0])
        else:
            self._enter_tree()

    def _enter_tree(self) -> None:
        self._settle()
        if not self.model.document_count:
            return
        if not self.model.wanted.is_any or not self.tree.currentIndex().isValid():
            self.tree.go_to(self.model.index_of(self.model.shown_ids()[0]))
        self.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _settle(self) -> None:
        """Filter by what was typed last, at once."""
        if self._wait.isActive():
            self._wait.stop()
            self._apply_filter()

    def _apply_filter(self) -> None:
        self._show_narrowed(dataclasses.replace(self.model.wanted, words=self.filter.text()))

    def _show_narrowed(self, wanted: Narrowing) -> None:
        before = self.model.wanted
        if wanted == before:
            return
        if before.is_any:
            self._open_before_filter = self._open_paths()
        self.model.narrow(wanted)
        if wanted.is_any:
            self._open(self._open_before_filter or set())
            self._open_before_filter = None
        elif self.model.document_count <= OPEN_ALL_UP_TO:
            self.tree.expandAll()
        else:
            self._open_first_issue()
        self.show_document(self._current)
        self._tell_count()
        self.narrowed.emit()

    def _tell_count(self) -> None:
        wanted, model = self.model.wanted, self.model
        if wanted.is_any:
            text = self.tr("{issues} 期 · {documents} 篇").format(
                issues=locales.number(model.issue_count), documents=locales.number(model.document_count))
            if 0 < model.unread_count < model.document_count:
                text += self.tr(" · {count} 篇未读").format(count=locales.number(model.unread_count))
        else:
            only = [self.tr("未读")] * wanted.unread + [self.tr("有标注")] * wanted.noted
            only += [self.tr("标签“{tag}”").format(tag=wanted.tag)] * bool(wanted.tag)
            text = self.tr("筛出 {count} 篇").format(count=locales.number(model.document_count))
            if only:
                text = self.tr("{only}：{count} 篇（按 Esc 显示全部）").format(
                    only=locales.together(only), count=locales.number(model.document_count))
        self.count.setText(text)

    # What is open in the tree

    def _open_paths(self) -> set[tuple[str, ...]]:
        return {self.model.node(i).path for i in self.model.folders() if self.tree.isExpanded(i)}

    def _open(self, paths: set[tuple[str, ...]]) -> None:
        for index in self.model.indexes_of(paths):
            self.tree.expand(index)

    def _open_first_issue(self) -> None:
        """Show the first issue whole: of a fresh tree, or of one in which too much is left to open it all, closed
        folders tell nothing."""
        index = QModelIndex()
        while self.model.rowCount(index):
            if self.model.node(index).kind is NodeKind.ISSUE:
                self.tree.expandRecursively(index)
                return
            index = self.model.index(0, 0, index)
            self.tree.expand(index)

    # What is chosen

    def _on_opened(self, index: QModelIndex) -> None:
        node = self.model.node(index)
        if node.document is not None:
            self.documentChosen.emit(node.document.id)

    def _chosen(self, indexes: list[QModelIndex]) -> Chosen:
        nodes = tuple(self.model.node(index) for index in indexes if index.isValid())
        return Chosen(nodes, self.model.ids_under(indexes), self.model.issues_under(indexes))

    def _on_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menuRequested.emit(menu, self.chosen())
        if menu.actions():
            menu.popup(place)
