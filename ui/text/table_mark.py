"""A button over the corner of the table one points at: it shows the table larger."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton

from reader.model.document import Table
from ui.text.page import Page
from ui.text.sheet import Sheet
from ui.theme import icon

_SIZE = 26  # pixels
_INSET = 3


class TableMark(QObject):
    """Follows the mouse and the caret; from the keyboard Enter in a table does the same.

    Args:
        page: the text.

    Signals:
        chosen: a `Table`.
    """

    chosen = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._sheet: Sheet | None = None
        self.pointed: Table | None = None
        self.button = QToolButton(page.viewport())
        self.button.setObjectName("tableButton")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setToolTip(self.tr("放大查看表格（光标在表内时按回车）"))
        self.button.setAccessibleName(self.tr("放大查看表格"))
        self.button.setFixedSize(QSize(_SIZE, _SIZE))
        self.button.clicked.connect(self._choose)
        self.button.hide()
        self.button.installEventFilter(self)
        self._dress()
        page.hovered.connect(self._point)
        page.scrolled.connect(self._place)
        page.resized.connect(self._place)
        page.unhovered.connect(self._leave)

    def set_sheet(self, sheet: Sheet | None) -> None:
        """Say what lies on the page now."""
        self._sheet = sheet
        self._set(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The picture in the colours of the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        return super().eventFilter(watched, event)

    def _dress(self) -> None:
        self.button.setIcon(icon("enlarge"))

    def _point(self, point: QPointF) -> None:
        if self._sheet is None:
            return
        first, last = self._sheet.geometry.visible(point.y() - 1, point.y() + 1)
        self._set(self._sheet.table_at(first) if last > first else None)

    def _leave(self) -> None:
        inside = self._page.viewport().mapFromGlobal(self._page.cursor().pos())
        if not self.button.geometry().contains(inside):
            self._set(None)

    def _set(self, table: Table | None) -> None:
        if table is not self.pointed:
            self.pointed = table
            self._place()

    def _place(self) -> None:
        box = self._sheet.table_box(self.pointed) if self._sheet is not None and self.pointed is not None else None
        if box is None:
            self.button.hide()
            return
        # Of a table that begins above the screen the button stays in sight.
        top = max(round(box.top() - self._page.top()) + _INSET, _INSET)
        room = self._page.viewport().width() - _SIZE
        self.button.move(QPoint(min(round(box.right()) + _INSET, room), top))
        self.button.show()
        self.button.raise_()

    def _choose(self) -> None:
        if self.pointed is not None:
            self.chosen.emit(self.pointed)
