"""The list of annotations, of the open document or of the library, with the editor of the chosen one."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import PlacedAnnotation, Style
from reader.model.document import DocumentFacts
from reader.services.annotate import Selection
from ui import locales
from ui.models.annotation_groups import Words, group, of_publisher
from ui.models.annotations_model import AnnotationsModel
from ui.panels.annotation_filters import AnnotationFilters
from ui.panels.card_delegates import AnnotationDelegate
from ui.panels.note_editor import NoteEditor


class AnnotationsPanel(QWidget):
    """Asks for what it shows by `queryChanged`; the window answers with `show`.

    Signals:
        queryChanged: the list must be asked for anew.
        chosen: a `PlacedAnnotation`, to go to its place.
        deleteRequested: a tuple of annotations.
        copyRequested: a tuple of `PlacedAnnotation`s, in the order of the list.
        menuRequested: an empty menu to fill and the annotation, before it is shown.
        becameVisible: the panel was out of sight, where nobody keeps it in step.
        manyMenuRequested: the same for several chosen annotations, as a tuple.
    """

    queryChanged = Signal()
    chosen = Signal(object)
    deleteRequested = Signal(object)
    copyRequested = Signal(object)
    menuRequested = Signal(object, object)
    becameVisible = Signal()
    manyMenuRequested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationsPanel")
        self.document_id = ""
        self._publishers: Mapping[str, str] = {}
        self.model = AnnotationsModel(self)
        self.editor = NoteEditor(self)
        self._build()

    def _build(self) -> None:
        self.here = self._scope_button(self.tr("本文"), "annotationsHere", self.tr("只看当前这篇公文的标注"))
        self.everywhere = self._scope_button(self.tr("全库"), "annotationsEverywhere", self.tr("查看整个公报库的标注"))
        self.here.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.here)
        group.addButton(self.everywhere)
        group.idToggled.connect(lambda *_: self.queryChanged.emit())
        self.filters = AnnotationFilters(self)
        self.filters.changed.connect(self.queryChanged)
        self.count = QLabel(self)
        self.count.setProperty("muted", True)
        self.list = AnnotationList(self)
        self.list.setModel(self.model)
        self.list.deletePressed.connect(self._on_delete)
        self.list.copyPressed.connect(lambda: self.copyRequested.emit(self.chosen_annotations()))
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_clicked)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.editor.deleteRequested.connect(lambda one: self.deleteRequested.emit((one,)))
        self.empty = QLabel(self)
        self.empty.setObjectName("annotationsEmpty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setProperty("muted", True)
        self.empty.setMargin(24)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self._lay_out()

    def _lay_out(self) -> None:
        scope = QHBoxLayout()
        scope.setSpacing(4)
        scope.addWidget(self.here)
        scope.addWidget(self.everywhere)
        scope.addStretch(1)
        scope.addWidget(self.count)
        top = QWidget(self)
        above = QVBoxLayout(top)
        above.setContentsMargins(8, 8, 8, 0)
        above.setSpacing(6)
        above.addLayout(scope)
        above.addWidget(self.filters)
        above.addWidget(self.stack, 1)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setObjectName("annotationsSplitter")
        self.splitter.addWidget(top)
        self.splitter.addWidget(self.editor)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setCollapsible(0, False)
        self.splitter.setCollapsible(1, False)
        self.splitter.setSizes([380, 220])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _scope_button(self, text: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(True)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.becameVisible.emit()

    @property
    def whole_library(self) -> bool:
        """Whether the list is about the library rather than the open document."""
        return self.everywhere.isChecked()

    def selection(self) -> Selection:
        """What the list asks for."""
        documents = () if self.whole_library else (self.document_id,)
        return dataclasses.replace(self.filters.selection(), document_ids=documents)

    @property
    def filtered(self) -> bool:
        """Whether the list leaves some out."""
        return self.filters.active

    def set_styles(self, styles: Sequence[Style]) -> None:
        """Offer these colours, in the filter and the editor."""
        self.editor.set_styles(styles)
        self.filters.set_styles(styles)

    def show_tag(self, tag: str) -> None:
        """List the annotations of the whole library that have a tag."""
        self.everywhere.setChecked(True)
        self.filters.show_tag(tag)

    def set_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """Offer these tags with their counts, in the filter and the editor."""
        self.editor.set_known_tags([tag for tag, _ in tags])
        self.filters.set_tags(tags)

    def set_authors(self, authors: Sequence[str]) -> None:
        """Offer these authors in the filter."""
        self.filters.set_authors(authors)

    def set_publishers(self, publishers: Mapping[str, str]) -> None:
        """The publisher of each document, by its id."""
        self._publishers = publishers
        self.filters.set_publishers(sorted({name for name in publishers.values() if name}))

    def chosen_annotations(self) -> tuple[PlacedAnnotation, ...]:
        """The annotations selected in the list, in its order."""
        rows = sorted(self.list.selectedIndexes(), key=lambda index: index.row())
        return tuple(placed for index in rows if (placed := self.model.placed(index)) is not None)

    def show_annotations(
        self, placed: Sequence[PlacedAnnotation], styles: Sequence[Style], documents: Mapping[str, DocumentFacts]
    ) -> None:
        """Answer to `queryChanged`."""
        chosen = self.editor.annotation.id if self.editor.annotation is not None else ""
        filters = self.filters
        shown = of_publisher(placed, self._publishers, filters.publisher)
        words = Words(self.tr("没有标签"), self._day)
        self.model.show(
            group(shown, filters.order, styles, documents, words, by_document=self.whole_library), styles, documents
        )
        self.count.setText(self.tr("{count} 条").format(count=locales.number(len(shown))) if shown else "")
        self.stack.setCurrentWidget(self.list if shown else self.empty)
        if self.filtered:
            self.empty.setText(self.tr("没有符合条件的标注。"))
        else:
            self.empty.setText(self.tr("还没有标注。\n\n在正文里选中一句话，按数字键 1–8 标上颜色，按 N 写批注。"))
        # Rows are as high as their notes; the view asks for heights only when told to.
        self.list.scheduleDelayedItemsLayout()
        self.select(chosen)

    def select(self, annotation_id: str) -> None:
        """Choose an annotation in the list and show it in the editor; nothing where it is not in the list."""
        index = self.model.index_of(annotation_id)
        if index != self.list.currentIndex():
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(index)
        self.list.viewport().update()
        if index.isValid():
            self.list.scrollTo(index)
        self.editor.show_annotation(self.model.placed(index))

    def show_scope(self, whole_library: bool) -> None:
        """Switch between the document and the library."""
        (self.everywhere if whole_library else self.here).setChecked(True)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.editor.refresh_icons()
        self.filters.refresh_icons()

    def _day(self, day: datetime.date) -> str:
        ago = (datetime.date.today() - day).days
        names = {0: self.tr("今天"), 1: self.tr("昨天")}
        return names.get(ago) or locales.day(day)

    def _on_current(self, index: QModelIndex) -> None:
        self.editor.show_annotation(self.model.placed(index))

    def _on_clicked(self, index: QModelIndex) -> None:
        placed = self.model.placed(index)
        # Who picks several is not going anywhere.
        if placed is not None and len(self.chosen_annotations()) < 2:
            self.chosen.emit(placed)

    def _on_delete(self) -> None:
        chosen = self.chosen_annotations()
        if chosen:
            self.deleteRequested.emit(tuple(one.annotation for one in chosen))

    def _on_menu(self, point: QPoint) -> None:
        placed = self.model.placed(self.list.indexAt(point))
        if placed is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.chosen_annotations()
        if len(chosen) > 1 and placed in chosen:
            self.manyMenuRequested.emit(menu, chosen)
        else:
            self.menuRequested.emit(menu, placed)
        menu.popup(self.list.viewport().mapToGlobal(point))


class AnnotationList(QListView):
    """The list itself.

    Signals:
        deletePressed: Del was pressed.
        copyPressed: so was Ctrl+C.
    """

    deletePressed = Signal()
    copyPressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationsList")
        self.setAccessibleName(self.tr("标注列表"))
        self.setItemDelegate(AnnotationDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and Page Up end on the first annotation, not on the heading above it."""
        index = super().moveCursor(action, modifiers)
        upward = action in (QAbstractItemView.CursorAction.MoveHome, QAbstractItemView.CursorAction.MovePageUp)
        if upward and index.row() == 0 and not index.flags() & Qt.ItemFlag.ItemIsSelectable:
            below = index.siblingAtRow(1)
            return below if below.isValid() else index
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deletePressed.emit()
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copyPressed.emit()
            return
        super().keyPressEvent(event)
