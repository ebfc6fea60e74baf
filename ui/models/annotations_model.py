"""The Qt model of a list of annotations, of one document or of the library, with headings of groups between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.annotation import AnchorState, PlacedAnnotation, Style
from reader.model.document import DocumentFacts
from ui.models.annotation_groups import Group

PLACED_ROLE = Qt.ItemDataRole.UserRole + 1
STYLE_ROLE = Qt.ItemDataRole.UserRole + 2
HEADING_ROLE = Qt.ItemDataRole.UserRole + 3
COUNT_ROLE = Qt.ItemDataRole.UserRole + 4

MOST_STEPS = 200
"""Rows that come or go one by one; with more the list is laid out anew."""

Row = PlacedAnnotation | Group
Index = QModelIndex | QPersistentModelIndex


class AnnotationsModel(QAbstractListModel):
    """Annotations in the groups given; a group with a heading has a row for it, which cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._names: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._styles: dict[str, Style] = {}
        self._documents: Mapping[str, DocumentFacts] = {}

    def show(
        self,
        groups: Sequence[Group],
        styles: Sequence[Style],
        documents: Mapping[str, DocumentFacts],
    ) -> None:
        """Replace what is shown. A list of the same annotations keeps its rows, so that view and selection stay."""
        self._styles = {style.name: style for style in styles}
        self._documents = documents
        rows: list[Row] = []
        for one in groups:
            if one.heading:
                rows.append(one)
            rows.extend(one.placed)
        names = [_name(row) for row in rows]
        first, gone, new = _difference(self._names, names)
        if max(gone, new) > MOST_STEPS:
            self.beginResetModel()
            self._set(rows, names)
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + gone - 1)
            self._set(
                [*self._rows[:first], *self._rows[first + gone :]], [*self._names[:first], *self._names[first + gone :]]
            )
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), first, first + new - 1)
        self._set(rows, names)
        if new:
            self.endInsertRows()
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def _set(self, rows: Sequence[Row], names: Sequence[str]) -> None:
        self._rows, self._names = tuple(rows), tuple(names)
        self._places = {name: at for at, name in enumerate(names)}

    def placed(self, index: Index) -> PlacedAnnotation | None:
        """The annotation of a row, or None for a heading."""
        row = self._row(index)
        return row if isinstance(row, PlacedAnnotation) else None

    def index_of(self, annotation_id: str) -> QModelIndex:
        """The row of an annotation; invalid when it is not shown."""
        row = self._places.get(annotation_id, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    @property
    def count(self) -> int:
        """How many annotations are shown."""
        return sum(isinstance(row, PlacedAnnotation) for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.placed(index) is None:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _row(self, index: Index) -> Row | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._row(index)
        if isinstance(row, Group):
            return self._of_heading(row, role)
        placed = row
        if placed is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return quote(placed) or placed.annotation.note
        if role == PLACED_ROLE:
            return placed
        if role == STYLE_ROLE:
            return self._styles.get(placed.annotation.style)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(placed)
        return None

    def _of_heading(self, group: Group, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, HEADING_ROLE, Qt.ItemDataRole.ToolTipRole):
            return group.heading
        if role == COUNT_ROLE:
            return len(group.placed)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{heading}，{count} 条").format(heading=group.heading, count=len(group.placed))
        return None

    def title(self, placed: PlacedAnnotation) -> str:
        """The title of the document an annotation stands on; its key when the document is not in the library."""
        facts = self._documents.get(placed.document_id)
        return facts.title if facts is not None else placed.annotation.key

    def state_text(self, state: AnchorState) -> str:
        """What to say about a place that is not certain; "" for one that is."""
        return {
            AnchorState.EXACT: "",
            AnchorState.MOVED: self.tr("位置已随文本移动"),
            AnchorState.UNCERTAIN: self.tr("位置待确认，请核对"),
            AnchorState.ORPHAN: self.tr("失去原文"),
        }[state]

    def _describe(self, placed: PlacedAnnotation) -> str:
        annotation = placed.annotation
        style = self._styles.get(annotation.style)
        address = annotation.anchor.address if annotation.anchor else ""
        lines = [
            style.label if style else annotation.style,
            self.title(placed),
            address,
            quote(placed)[:200],
            annotation.note[:400],
            " ".join(f"#{tag}" for tag in annotation.tags),
            self.state_text(placed.placement.state),
        ]
        return "\n".join(line for line in lines if line)


def _name(row: Row) -> str:
    return row.annotation.id if isinstance(row, PlacedAnnotation) else f"#{row.heading}"


def _difference(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """The first row that differs, how many of `before` have gone from there on, and how many of `after` are new; the
    rest is the same."""
    short = min(len(before), len(after))
    first = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), short)
    same = 0
    while same < short - first and before[-1 - same] == after[-1 - same]:
        same += 1
    return first, len(before) - first - same, len(after) - first - same


def quote(placed: PlacedAnnotation) -> str:
    """The marked text on one line, "" for a note on the whole document."""
    anchor = placed.annotation.anchor
    return " ".join(anchor.quote.split()) if anchor else ""
