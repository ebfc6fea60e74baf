"""The Qt model of the entries of an import report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models.report_entries import Group, ReportEntry

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
HEAD_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class ReportModel(QAbstractListModel):
    """Entries of some groups, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ReportEntry, ...] = ()
        self._shown: tuple[ReportEntry, ...] = ()
        self._groups: frozenset[Group] = frozenset(Group)

    def show(self, found: Sequence[ReportEntry]) -> None:
        """Replace the entries."""
        self._all = tuple(found)
        self._select()

    def set_groups(self, groups: frozenset[Group]) -> None:
        """Show the entries of these groups only."""
        if groups != self._groups:
            self._groups = groups
            self._select()

    def entry(self, index: Index) -> ReportEntry | None:
        """The entry of a row, or None."""
        return self._shown[index.row()] if index.isValid() and index.row() < len(self._shown) else None

    def row_of_line(self, line: int) -> int:
        """The row of the first entry about a line of the source, -1 when there is none."""
        return next((row for row, one in enumerate(self._shown) if one.line == line), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == ENTRY_ROLE:
            return entry
        if role == HEAD_ROLE:
            return self.head(entry)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.head(entry)}\n{entry.text}"
        return None

    def head(self, entry: ReportEntry) -> str:
        """What an entry is and where: 删去 · 页码 · 第 12 行."""
        group = {
            Group.DOUBT: self.tr("疑点"),
            Group.CORRECTION: self.tr("更正"),
            Group.REPAIR: self.tr("修复"),
            Group.REMOVAL: self.tr("删去"),
        }[entry.group]
        line = self.tr("第 {line} 行").format(line=entry.line) if entry.line else self.tr("整个文件")
        return " · ".join(part for part in (group, entry.kind, line) if part)

    def _select(self) -> None:
        self.beginResetModel()
        self._shown = tuple(one for one in self._all if one.group in self._groups)
        self.endResetModel()
