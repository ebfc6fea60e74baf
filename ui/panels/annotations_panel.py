"""The list of annotations, of the open document or of the library, with the editor of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
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
from ui.models.annotations_model import PLACED_ROLE, AnnotationsModel
from ui.panels.card_delegates import AnnotationDelegate
from ui.panels.note_editor import NoteEditor
from ui.panels.style_swatch import swatch

FILTER_AFTER = 200
"""Milliseconds without typing after which the list is filtered."""


class AnnotationsPanel(QWidget):
    """Asks for what it shows by `queryChanged`; the window answers with `show`.

    Signals:
        queryChanged: the list must be asked for anew.
        chosen: a `PlacedAnnotation`, to go to its place.
        deleteRequested: a tuple of annotations.
        menuRequested: an empty menu to fill and the annotation, before it is shown.
    """

    queryChanged = Signal()
    chosen = Signal(object)
    deleteRequested = Signal(object)
    menuRequested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("annotationsPanel")
        self.document_id = ""
        self.model = AnnotationsModel(self)
        self.editor = NoteEditor(self)
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(FILTER_AFTER)
        self._wait.timeout.connect(self.queryChanged)
        self.words.textChanged.connect(self._wait.start)

    def _build(self) -> None:
        self.here = self._scope_button(self.tr("本文"), "annotationsHere", self.tr("只看当前这篇公文的标注"))
        self.everywhere = self._scope_button(self.tr("全库"), "annotationsEverywhere", self.tr("查看整个公报库的标注"))
        self.here.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.here)
        group.addButton(self.everywhere)
        group.idToggled.connect(lambda *_: self.queryChanged.emit())
        self.style_box = self._combo("annotationsStyle", self.tr("按颜色筛选"))
        self.tag_box = self._combo("annotationsTag", self.tr("按标签筛选"))
        self.words = QLineEdit(self)
        self.words.setObjectName("annotationsFilter")
        self.words.setPlaceholderText(self.tr("筛选摘录和批注…"))
        self.words.setAccessibleName(self.tr("筛选标注"))
        self.words.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.count.setProperty("muted", True)
        self.list = AnnotationList(self)
        self.list.setModel(self.model)
        self.list.deletePressed.connect(self._on_delete)
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
        boxes = QHBoxLayout()
        boxes.setSpacing(4)
        boxes.addWidget(self.style_box, 1)
        boxes.addWidget(self.tag_box, 1)
        top = QWidget(self)
        above = QVBoxLayout(top)
        above.setContentsMargins(8, 8, 8, 0)
        above.setSpacing(6)
        above.addLayout(scope)
        above.addWidget(self.words)
        above.addLayout(boxes)
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

    def _combo(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(4)
        box.setIconSize(QSize(14, 14))
        box.currentIndexChanged.connect(lambda _: self.queryChanged.emit())
        return box

    @property
    def whole_library(self) -> bool:
        """Whether the list is about the library rather than the open document."""
        return self.everywhere.isChecked()

    def selection(self) -> Selection:
        """What the list asks for."""
        style, tag = self.style_box.currentData(), self.tag_box.currentData()
        return Selection(
            styles=(style,) if style else (),
            tags=(tag,) if tag else (),
            text=self.words.text().strip(),
            document_ids=() if self.whole_library else (self.document_id,),
        )

    @property
    def filtered(self) -> bool:
        """Whether the list leaves some out."""
        chosen = self.selection()
        return bool(chosen.styles or chosen.tags or chosen.text)

    def set_styles(self, styles: Sequence[Style]) -> None:
        """Offer these colours, in the filter and the editor."""
        self.editor.set_styles(styles)
        self._styles = tuple(styles)
        chosen = self.style_box.currentData()
        with QSignalBlocker(self.style_box):
            self.style_box.clear()
            self.style_box.addItem(self.tr("全部颜色"), "")
            for style in styles:
                self.style_box.addItem(swatch(style, 14), style.label, style.name)
            self.style_box.setCurrentIndex(max(self.style_box.findData(chosen), 0))

    def set_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """Offer these tags with their counts, in the filter and the editor."""
        self.editor.set_known_tags([tag for tag, _ in tags])
        chosen = self.tag_box.currentData()
        with QSignalBlocker(self.tag_box):
            self.tag_box.clear()
            self.tag_box.addItem(self.tr("全部标签"), "")
            for tag, count in tags:
                self.tag_box.addItem(self.tr("{tag}（{count}）").format(tag=tag, count=count), tag)
            self.tag_box.setCurrentIndex(max(self.tag_box.findData(chosen), 0))

    def show_annotations(
        self, placed: Sequence[PlacedAnnotation], styles: Sequence[Style], documents: Mapping[str, DocumentFacts]
    ) -> None:
        """Answer to `queryChanged`."""
        chosen = self.editor.annotation.id if self.editor.annotation is not None else ""
        self.model.show(placed, styles, documents, self.whole_library)
        self.count.setText(self.tr("{count} 条").format(count=len(placed)) if placed else "")
        self.stack.setCurrentWidget(self.list if placed else self.empty)
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
        self.set_styles(self._styles)

    def _on_current(self, index: QModelIndex) -> None:
        self.editor.show_annotation(self.model.placed(index))

    def _on_clicked(self, index: QModelIndex) -> None:
        placed = self.model.placed(index)
        if placed is not None:
            self.chosen.emit(placed)

    def _on_delete(self) -> None:
        rows: list[PlacedAnnotation] = [index.data(PLACED_ROLE) for index in self.list.selectedIndexes()]
        if rows:
            self.deleteRequested.emit(tuple(one.annotation for one in rows))

    def _on_menu(self, point: QPoint) -> None:
        placed = self.model.placed(self.list.indexAt(point))
        if placed is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menuRequested.emit(menu, placed)
        menu.popup(self.list.viewport().mapToGlobal(point))


class AnnotationList(QListView):
    """The list itself.

    Signals:
        deletePressed: Del was pressed.
    """

    deletePressed = Signal()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deletePressed.emit()
            return
        super().keyPressEvent(event)
