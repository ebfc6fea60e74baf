"""The tree of the library as a widget: several rows at once, keys, typing ahead, and rows that can be dragged out."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from reader.searching.folding import fold
from ui.models.library_model import LibraryModel
from ui.panels.library_delegate import LibraryDelegate
from ui.theme import current

TYPING_LASTS = 1200
"""Milliseconds after which what was typed no longer counts as the beginning of what is typed next."""

REFIT_AFTER = 100
"""Milliseconds after the last change of width at which rows get their heights anew."""

CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class LibraryView(QTreeView):
    """The tree.

    Signals:
        opened: a row was clicked; never while several are being chosen.
        menuWanted: where the menu of the chosen rows belongs, on the screen.
        correctionWanted: F2 on the current row.
        left: Esc.
    """

    opened = Signal(QModelIndex)
    menuWanted = Signal(QPoint)
    correctionWanted = Signal(QModelIndex)
    left = Signal()

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = model
        self._typed = ""
        self.setObjectName("libraryTree")
        self.setAccessibleName(self.tr("公报库"))
        self.setModel(model)
        self.setItemDelegate(LibraryDelegate(model, self))
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setAnimated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.clicked.connect(self._on_click)
        self._forget = QTimer(self, singleShot=True, interval=TYPING_LASTS)
        self._forget.timeout.connect(self._on_forget)
        self._refit = QTimer(self, singleShot=True, interval=REFIT_AFTER)
        self._refit.timeout.connect(self._fit_rows)

    def chosen(self) -> list[QModelIndex]:
        """The rows chosen; the current one where none is."""
        found = self.selectionModel().selectedIndexes()
        current = self.currentIndex()
        return found or ([current] if current.isValid() else [])

    def go_to(self, index: QModelIndex) -> None:
        """Choose a row alone and make it visible."""
        # Not setCurrentIndex: with Ctrl held (Ctrl+PgDn) it would choose the row beside those that are chosen.
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    # What the user does

    def _on_click(self, index: QModelIndex) -> None:
        if QGuiApplication.keyboardModifiers() & CHOOSING:
            return
        if self._library.hasChildren(index):
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.opened.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Qt would choose a row with the buttons at a mouse's side, which go back and forward in the whole window.
        if event.button() in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            event.ignore()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Asterisk:
            # Qt would open everything to the last document: with thousands the window stood still.
            self.expandRecursively(self.currentIndex(), 1)
        elif event.key() == Qt.Key.Key_F2:
            self.correctionWanted.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """F2 and Esc are the tree's own while it has the keyboard."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid() and not self.selectionModel().isSelected(index):
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            if index.isValid():
                self.menuWanted.emit(event.globalPos())
            return
        index = self.currentIndex()
        if index.isValid():
            self.scrollTo(index)
            self.menuWanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    # Typing ahead

    def keyboardSearch(self, search: str) -> None:
        """Go to the next visible row that holds what is typed: most titles begin with the same words."""
        self._typed += search
        self._forget.start()
        wanted = fold(self._typed).strip()
        if not wanted:
            return
        begin = self.currentIndex()
        fresh = len(self._typed) == len(search)
        for index in self._around(begin, after=fresh):
            if wanted in fold(str(index.data())):
                self.go_to(index)
                return

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Chinese comes from an input method."""
        if event.commitString():
            self.keyboardSearch(event.commitString())
        event.accept()

    def _around(self, begin: QModelIndex, *, after: bool) -> Iterator[QModelIndex]:
        """The visible rows from one on, or after it, and from the top again."""
        top = self._library.index(0, 0)
        index = (self.indexBelow(begin) if after else begin) if begin.isValid() else top
        for start, end in ((index, QModelIndex()), (top, index)):
            here = start
            while here.isValid() and here != end:
                yield here
                here = self.indexBelow(here)

    def _on_forget(self) -> None:
        self._typed = ""

    # Dragging and size

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drag the documents chosen, as a slip of paper that says how many they are."""
        indexes = [one for one in self.chosen() if self._library.flags(one) & Qt.ItemFlag.ItemIsDragEnabled]
        count = len(self._library.ids_under(indexes))
        data = self._library.mimeData(indexes)
        if not count or not data.formats():
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._slip(self.tr("{count} 篇公文").format(count=count)))
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(supported)

    def _slip(self, text: str) -> QPixmap:
        theme, metrics = current(), self.fontMetrics()
        ratio = self.devicePixelRatioF()
        width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 10
        slip = QPixmap(round(width * ratio), round(height * ratio))
        slip.setDevicePixelRatio(ratio)
        slip.fill(QColor(theme.accent_soft))
        painter = QPainter(slip)
        painter.setFont(self.font())
        painter.setPen(QColor(theme.accent_ink))
        painter.drawRect(0, 0, width - 1, height - 1)
        painter.drawText(QRect(0, 0, width, height), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return slip

    def viewportEvent(self, event: QEvent) -> bool:
        """Rows are as high as the tree's width makes them."""
        if event.type() == QEvent.Type.Resize:
            self._refit.start()
        return super().viewportEvent(event)

    def _fit_rows(self) -> None:
        """Ask for the heights of all rows anew, and keep the chosen one in sight."""
        self.doItemsLayout()
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
