"""The grid of a table: its head stays in sight, columns can be drawn wider, cells copied."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from reader.exporting.table_clipping import ClippedCell, html_table, plain_table
from ui.models.table_model import TableModel
from ui.text import lines
from ui.theme import current

SMALLEST, LARGEST = 10, 48  # pixels of the type
_STEP = 1.12
_WIDEST = 22  # ems: a column of prose is not wider at first
_PADDING = 14  # pixels beside the text of a cell, both sides together
_RING = 2  # pixels round both views, for what shows that one of them has the focus
_HEAD_SHARE = 0.5  # of the height that a tall head may take


class TableGrid(QWidget):
    """Two views of one model, one over the other: the head, which does not scroll away, and the body.

    Args:
        model: the table.
        pixels: size of the type to begin with.

    Signals:
        activated: row and column of a cell that was double-clicked, or of the chosen one on Enter.
    """

    activated = Signal(int, int)

    def __init__(self, model: TableModel, pixels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._first_pixels = self._pixels = min(max(pixels, SMALLEST), LARGEST)
        self.head = self._view("tableHead", self.tr("表头"))
        self.body = self._view("tableBody", self.tr("表格"))
        bar = self.head.horizontalHeader()
        bar.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        bar.sectionResized.connect(self._follow_width)
        bar.setToolTip(self.tr("拖动列边改变列宽，双击列边恢复"))
        bar.sectionHandleDoubleClicked.connect(self._natural)
        self.body.horizontalHeader().hide()
        self.head.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.head.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.body.horizontalScrollBar().valueChanged.connect(self.head.horizontalScrollBar().setValue)
        self.head.horizontalScrollBar().valueChanged.connect(self.body.horizontalScrollBar().setValue)
        for slot in model.shape.slots:
            if slot.row_span > 1 or slot.column_span > 1:
                view = self.head if slot.row < model.header else self.body
                view.setSpan(slot.row, slot.column, slot.row_span, slot.column_span)
        for row in range(model.rowCount()):
            (self.body if row < model.header else self.head).hideRow(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_RING, _RING, _RING, _RING)
        layout.setSpacing(0)
        over = QHBoxLayout()
        over.setSpacing(0)
        over.addWidget(self.head)
        # As wide as the body, which has a scroll bar beside it: else the two would not scroll equally far.
        over.addSpacing(self.body.verticalScrollBar().sizeHint().width())
        layout.addLayout(over)
        layout.addWidget(self.body, 1)
        self.setFocusProxy(self.body)
        self._chosen_widths = False
        self._set_pixels(self._pixels)
        if model.rowCount() > model.header:
            self.go_to(model.header, 0)

    def natural_width(self) -> int:
        """The width in pixels at which no column is crowded."""
        return sum(self._widths()) + self.body.verticalHeader().sizeHint().width() + 24

    def natural_height(self) -> int:
        """The height in pixels at which nothing has to be scrolled, at the present widths."""
        rows = sum(self.body.rowHeight(row) for row in range(self.model.header, self.model.rowCount()))
        bar = self.body.horizontalScrollBar().sizeHint().height()
        return self.head.height() + rows + bar + 2 * self.body.frameWidth()

    def current(self) -> tuple[int, int]:
        """Row and column of the chosen cell; (0, -1) for none."""
        index = self._active().currentIndex()
        return (index.row(), index.column()) if index.isValid() else (0, -1)

    def go_to(self, row: int, column: int) -> None:
        """Choose a cell and bring it into view."""
        view, other = (self.head, self.body) if row < self.model.header else (self.body, self.head)
        other.selectionModel().clear()
        index = self.model.index(row, column)
        view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        view.scrollTo(index)

    def copy(self, *, whole: bool = False) -> str:
        """Put the chosen cells, or the whole table, on the clipboard; what was done, in words."""
        cells = self._cells(whole=whole)
        if not cells:
            return ""
        data = QMimeData()
        data.setText(plain_table(cells))
        data.setHtml(html_table(cells))
        QGuiApplication.clipboard().setMimeData(data)
        return self.tr("已复制 {count} 格").format(count=len(cells))

    def zoom(self, steps: int) -> None:
        """Larger or smaller type, and columns with it."""
        wanted = round(self._pixels * _STEP ** steps)
        self._set_pixels(wanted if wanted != self._pixels else self._pixels + steps)

    def zoom_reset(self) -> None:
        """The type as it was at first."""
        self._chosen_widths = False
        self._set_pixels(self._first_pixels)

    def _view(self, name: str, spoken: str) -> QTableView:
        view = QTableView(self)
        view.setObjectName(name)
        view.setAccessibleName(spoken)
        view.setModel(self.model)
        view.setWordWrap(True)
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setCornerButtonEnabled(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().setMinimumSectionSize(8)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setMinimumSectionSize(24)
        view.viewport().installEventFilter(self)
        view.doubleClicked.connect(lambda index: self.activated.emit(index.row(), index.column()))
        view.installEventFilter(self)
        return view

    def _active(self) -> QTableView:
        return self.head if self.head.hasFocus() or not self.body.currentIndex().isValid() else self.body

    def _cells(self, *, whole: bool) -> list[ClippedCell]:
        """The cells to copy, by their place in the rectangle that holds them all."""
        slots = self.model.shape.slots
        if not whole:
            chosen = {(index.row(), index.column()) for index in self._active().selectedIndexes()}
            slots = tuple(slot for slot in slots if (slot.row, slot.column) in chosen)
        first = min((slot.row for slot in slots), default=0)
        left = min((slot.column for slot in slots), default=0)
        return [ClippedCell(slot.row - first, slot.column - left, slot.text, slot.row_span, slot.column_span,
                            slot.row < self.model.header) for slot in slots]

    # -- sizes

    def _set_pixels(self, pixels: int) -> None:
        before, self._pixels = self._pixels, min(max(pixels, SMALLEST), LARGEST)
        self.model.set_pixels(self._pixels)
        bar = self.head.horizontalHeader()
        if self._chosen_widths:
            for column in range(self.model.columnCount()):
                bar.resizeSection(column, round(bar.sectionSize(column) * self._pixels / before))
        else:
            self._fit()
        self._set_heights()

    def _widths(self) -> list[int]:
        """What each column would take at first: its longest line, but no more than is good to read."""
        widest = [1.0] * self.model.columnCount()
        for slot in self.model.shape.slots:
            if slot.column_span == 1:
                widest[slot.column] = max(widest[slot.column], min(lines.width(slot.text) + 0.5, _WIDEST))
        return [max(round(width * self._pixels) + _PADDING, 36) for width in widest]

    def _fit(self) -> None:
        """Natural widths, stretched where there is more room."""
        widths = self._widths()
        beside = self.body.verticalHeader().width() + self.body.verticalScrollBar().sizeHint().width()
        room = self.width() - 2 * (_RING + self.body.frameWidth()) - beside - 2
        if sum(widths) < room and widths:
            widths = [round(width * room / sum(widths)) for width in widths]
        bar = self.head.horizontalHeader()
        bar.blockSignals(True)
        for column, width in enumerate(widths):
            bar.resizeSection(column, width)
            self.body.setColumnWidth(column, width)
        bar.blockSignals(False)
        self.head.updateGeometries()

    def _natural(self, column: int) -> None:
        self.head.setColumnWidth(column, self._widths()[column])

    def _follow_width(self, column: int, _old: int, new: int) -> None:
        self._chosen_widths = True
        self.body.setColumnWidth(column, new)
        self._set_heights()

    def _set_heights(self) -> None:
        """Each row as high as its cells need: reckoned, for Qt would lay out every cell of a thousand rows."""
        widths = [self.head.columnWidth(column) for column in range(self.model.columnCount())]
        leading = [QFontMetrics(self.model.font(row)).lineSpacing() for row in range(self.model.header + 1)]
        needed = [1] * self.model.rowCount()
        for slot in self.model.shape.slots:
            room = (sum(widths[slot.column:slot.column + slot.column_span]) - _PADDING) / self._pixels
            count = sum(lines.count(part, max(room, 1)) for part in slot.text.split("\n"))
            share = math.ceil(count / slot.row_span)
            for row in range(slot.row, slot.row + slot.row_span):
                needed[row] = max(needed[row], share)
        for row, count in enumerate(needed):
            view = self.head if row < self.model.header else self.body
            view.verticalHeader().resizeSection(row, count * leading[min(row, self.model.header)] + 10)
        numbers = max(view.verticalHeader().sizeHint().width() for view in (self.head, self.body))
        for view in (self.head, self.body):
            view.verticalHeader().setFixedWidth(numbers)
        self._set_head_height()

    def _set_head_height(self) -> None:
        rows = sum(self.head.rowHeight(row) for row in range(self.model.header))
        bar = self.head.horizontalHeader().sizeHint().height()
        self.head.setFixedHeight(bar + min(rows + 2, round(max(self.height(), 200) * _HEAD_SHARE)))

    # -- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fill the width as long as nobody has drawn them."""
        super().resizeEvent(event)
        if not self._chosen_widths:
            self._fit()
            self._set_heights()
        self._set_head_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One ring round head and body: they are one table."""
        super().paintEvent(event)
        if self.head.hasFocus() or self.body.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(current().accent), _RING))
            painter.drawRect(QRectF(self.rect()).adjusted(_RING / 2, _RING / 2, -_RING / 2, -_RING / 2))
            painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl and the wheel change the size of type; Enter activates; from the body one goes up into the head."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y()
            if delta:
                self.zoom(1 if delta > 0 else -1)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        if event.type() == QEvent.Type.KeyPress and watched in (self.head, self.body):
            key = event.key()  # type: ignore[attr-defined]  # a key event
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current()[1] >= 0:
                self.activated.emit(*self.current())
                return True
        return super().eventFilter(watched, event)
