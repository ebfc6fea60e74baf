"""The Qt model of a comparison: its rows, with runs of equal ones folded into one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.comparing import Change, Row
from reader.services.comparing import Compared

LINE_ROLE = Qt.ItemDataRole.UserRole + 1

CONTEXT = 1
"""Equal rows shown before and after a difference."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: a row of the comparison with its texts, or a run of equal rows folded (`row` is None).

    Attributes:
        first, last: numbers of the comparison's rows, last exclusive.
    """

    first: int
    last: int
    row: Row | None = None
    left: str = ""
    right: str = ""


def lines_of(compared: Compared, unfolded: frozenset[int], everything: bool) -> tuple[Line, ...]:
    """The lines to show.

    Args:
        unfolded: first rows of runs that the user has unfolded.
        everything: fold nothing.
    """
    rows = compared.comparison.rows
    near = {number + step for number in compared.comparison.differences for step in range(-CONTEXT, CONTEXT + 1)}
    found: list[Line] = []
    number = 0
    while number < len(rows):
        end = number
        while end < len(rows) and end not in near:
            end += 1
        if end - number > 1 and not everything and number not in unfolded:
            found.append(Line(number, end))
            number = end
            continue
        for one in range(number, max(end, number + 1)):
            row = rows[one]
            left = compared.left.text[slice(*row.left)] if row.left is not None else ""
            right = compared.right.text[slice(*row.right)] if row.right is not None else ""
            found.append(Line(one, one + 1, row, left, right))
        number = max(end, number + 1)
    return tuple(found)


class ComparisonModel(QAbstractListModel):
    """Lines of a comparison."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._compared: Compared | None = None
        self._lines: tuple[Line, ...] = ()
        self._unfolded: frozenset[int] = frozenset()
        self._everything = False

    def show(self, compared: Compared) -> None:
        """Replace what is shown."""
        self._compared = compared
        self._unfolded = frozenset()
        self._refresh()

    def set_everything(self, everything: bool) -> None:
        """Show the equal rows too, or fold them."""
        self._everything = everything
        self._unfolded = frozenset()
        self._refresh()

    def unfold(self, index: Index) -> None:
        """Show the equal rows of a folded run."""
        line = self.line(index)
        if line is not None and line.row is None:
            self._unfolded |= {line.first}
            self._refresh()

    def line(self, index: Index) -> Line | None:
        """The line of an index, or None."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def next_difference(self, row: int, step: int) -> int:
        """The line of the next (1) or previous (-1) difference from a line on; -1 where there is none."""
        while 0 <= (row := row + step) < len(self._lines):
            shown = self._lines[row].row
            if shown is not None and shown.change is not Change.SAME:
                return row
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.left or line.right or self.fold_text(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if line.row is None:
                return self.fold_text(line)
            return "\n".join(part for part in (self.change_text(line.row.change), line.left, line.right) if part)
        return None

    def fold_text(self, line: Line) -> str:
        """What a folded run says."""
        return self.tr("…… 有 {count} 段相同 ……").format(count=line.last - line.first)

    def change_text(self, change: Change) -> str:
        """The name of a change."""
        return {
            Change.SAME: self.tr("相同"),
            Change.CHANGED: self.tr("改动"),
            Change.REMOVED: self.tr("只在左边"),
            Change.ADDED: self.tr("只在右边"),
            Change.MOVED: self.tr("位置不同"),
        }[change]

    def _refresh(self) -> None:
        self.beginResetModel()
        self._lines = lines_of(self._compared, self._unfolded, self._everything) if self._compared is not None else ()
        self.endResetModel()
