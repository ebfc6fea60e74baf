"""The Qt model of one table of a document, shown alone."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from reader.searching.finding import find
from ui.text import columns
from ui.text.columns import Setting
from ui.text.faces import BODY, HEI
from ui.text.plan import Shape, Slot
from ui.theme import current

Index = QModelIndex | QPersistentModelIndex
_LETTERS = 26


class TableModel(QAbstractTableModel):
    """Cells with their setting, and those in which something was found.

    Args:
        shape: the table.
    """

    def __init__(self, shape: Shape, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shape = shape
        self.header = columns.header_rows(shape)
        self._slots = {(slot.row, slot.column): slot for slot in shape.slots}
        self._settings = columns.settings(shape, self.header)
        self._found: frozenset[tuple[int, int]] = frozenset()
        self._pixels = 15

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self.shape.rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self.shape.columns

    def slot_at(self, index: Index) -> Slot | None:
        """The cell; None where another covers the place."""
        return self._slots.get((index.row(), index.column()))

    def set_pixels(self, pixels: int) -> None:
        """Set the size of the type."""
        self._pixels = pixels
        self._tell(Qt.ItemDataRole.FontRole)

    def find(self, text: str) -> tuple[tuple[int, int], ...]:
        """Mark the cells that hold a text; their rows and columns from top to bottom."""
        found = [(slot.row, slot.column) for slot in self.shape.slots if text and find(slot.text, text)]
        self._found = frozenset(found)
        self._tell(Qt.ItemDataRole.BackgroundRole)
        return tuple(sorted(found))

    @property
    def found(self) -> Collection[tuple[int, int]]:
        """Rows and columns of the marked cells."""
        return self._found

    def font(self, row: int) -> QFont:
        """The font of a row."""
        font = QFont()
        font.setFamilies(list(HEI if row < self.header else BODY))
        font.setPixelSize(self._pixels)
        return font

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        slot = self.slot_at(index)
        if slot is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return slot.text
        if role == Qt.ItemDataRole.FontRole:
            return self.font(slot.row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(slot)
        theme = current()
        if role == Qt.ItemDataRole.BackgroundRole:
            if (slot.row, slot.column) in self._found:
                return QColor(theme.hit_fill)
            return QColor(theme.shade if slot.row < self.header else theme.paper)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.ink)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return letters(section) if orientation is Qt.Orientation.Horizontal else str(section + 1)

    def _alignment(self, slot: Slot) -> int:
        setting = self._settings[slot.column]
        side = Qt.AlignmentFlag.AlignLeft
        if slot.row < self.header or slot.column_span > 1 or setting is Setting.CENTRE:
            side = Qt.AlignmentFlag.AlignHCenter
        elif setting is Setting.NUMBER and columns.is_number(slot.text):
            side = Qt.AlignmentFlag.AlignRight
        return int((side | Qt.AlignmentFlag.AlignVCenter).value)

    def _tell(self, role: Qt.ItemDataRole) -> None:
        if self.shape.rows and self.shape.columns:
            self.dataChanged.emit(self.index(0, 0), self.index(self.shape.rows - 1, self.shape.columns - 1), [role])


def letters(column: int) -> str:
    """The name of a column (from 0) as spreadsheets give it: A … Z, AA …"""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name
