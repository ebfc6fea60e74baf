"""The trash: annotations deleted in the last thirty days, to be brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.model.annotation import AnchorState, Annotation, PlacedAnnotation, Placement, Style
from reader.model.document import DocumentFacts
from reader.services.annotate import TRASH_DAYS
from ui.models.annotation_groups import Group
from ui.models.annotations_model import AnnotationsModel
from ui.panels.card_delegates import AnnotationDelegate


class TrashDialog(QDialog):
    """Asks; the window changes and shows anew.

    Signals:
        restoreWanted: a tuple of annotations.
        emptyWanted: the user confirmed that all shall go for good.
    """

    restoreWanted = Signal(object)
    emptyWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trashDialog")
        self.setWindowTitle(self.tr("标注回收站"))
        self.resize(560, 500)
        about = QLabel(self.tr("删除的标注在这里保留 {days} 天。").format(days=TRASH_DAYS), self)
        about.setProperty("muted", True)
        self.model = AnnotationsModel(self)
        self.list = QListView(self)
        self.list.setObjectName("trashList")
        self.list.setAccessibleName(self.tr("已删除的标注"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnnotationDelegate(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        empty = QLabel(self.tr("回收站是空的。"), self)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setProperty("muted", True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.list)
        self.stack.addWidget(empty)
        self.restore = QPushButton(self.tr("恢复选中的标注(&R)"), self)
        self.restore.setObjectName("trashRestore")
        self.restore.clicked.connect(lambda: self.restoreWanted.emit(self.chosen()))
        self.clean = QPushButton(self.tr("清空回收站(&E)…"), self)
        self.clean.setObjectName("trashEmpty")
        self.clean.clicked.connect(self._on_clean)
        close = QPushButton(self.tr("关闭"), self)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addWidget(self.clean)
        row.addStretch(1)
        row.addWidget(close)
        for button in (self.restore, self.clean, close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 12)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.stack, 1)
        layout.addLayout(row)

    def show_annotations(
        self, found: Sequence[Annotation], styles: Sequence[Style], documents: Mapping[str, DocumentFacts]
    ) -> None:
        """Show what lies in the trash. `documents`: by key."""
        groups: dict[str, list[PlacedAnnotation]] = {}
        for one in found:
            title = documents[one.key].title if one.key in documents else one.key
            groups.setdefault(title, []).append(PlacedAnnotation(one, "", Placement(AnchorState.EXACT)))
        self.model.show([Group(title, tuple(ones)) for title, ones in groups.items()], styles, {})
        self.stack.setCurrentIndex(0 if found else 1)
        self.list.scheduleDelayedItemsLayout()
        self._enable()

    def chosen(self) -> tuple[Annotation, ...]:
        """The annotations selected."""
        rows = (self.model.placed(index) for index in self.list.selectedIndexes())
        return tuple(one.annotation for one in rows if one is not None)

    def _enable(self) -> None:
        self.restore.setEnabled(bool(self.chosen()))
        self.clean.setEnabled(self.model.count > 0)

    def _on_clean(self) -> None:
        question = self.tr("回收站里的 {count} 条标注将彻底删除，不能再恢复。").format(count=self.model.count)
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("清空回收站"), question, parent=self)
        clean = box.addButton(self.tr("彻底删除(&D)"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("保留"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.finished.connect(lambda _: self.emptyWanted.emit() if box.clickedButton() is clean else None)
        box.open()
