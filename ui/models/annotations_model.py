"""The Qt model of a list of annotations, of one document or of the library."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.annotation import AnchorState, PlacedAnnotation, Style
from reader.model.document import DocumentFacts

PLACED_ROLE = Qt.ItemDataRole.UserRole + 1
STYLE_ROLE = Qt.ItemDataRole.UserRole + 2
TITLE_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class AnnotationsModel(QAbstractListModel):
    """Annotations in the order given. `titles` tells whether the document's title belongs to a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._styles: dict[str, Style] = {}
        self._documents: Mapping[str, DocumentFacts] = {}
        self.titles = False

    def show(
        self,
        placed: Sequence[PlacedAnnotation],
        styles: Sequence[Style],
        documents: Mapping[str, DocumentFacts],
        titles: bool,
    ) -> None:
        """Replace what is shown. A list of the same annotations keeps its rows, so that view and selection stay."""
        self._styles = {style.name: style for style in styles}
        self._documents = documents
        same = titles == self.titles and [p.annotation.id for p in placed] == [p.annotation.id for p in self._placed]
        if same:
            self._placed = tuple(placed)
            if placed:
                self.dataChanged.emit(self.index(0), self.index(len(placed) - 1))
            return
        self.beginResetModel()
        self.titles = titles
        self._placed = tuple(placed)
        self.endResetModel()

    def placed(self, index: Index) -> PlacedAnnotation | None:
        """The annotation of a row, or None."""
        return self._placed[index.row()] if index.isValid() and index.row() < len(self._placed) else None

    def index_of(self, annotation_id: str) -> QModelIndex:
        """The row of an annotation; invalid when it is not shown."""
        row = next((i for i, p in enumerate(self._placed) if p.annotation.id == annotation_id), -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._placed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        placed = self.placed(index)
        if placed is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return quote(placed) or placed.annotation.note
        if role == PLACED_ROLE:
            return placed
        if role == STYLE_ROLE:
            return self._styles.get(placed.annotation.style)
        if role == TITLE_ROLE:
            return self.title(placed)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._describe(placed)
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
            AnchorState.UNCERTAIN: self.tr("位置不确定，请核对"),
            AnchorState.ORPHAN: self.tr("原文已找不到"),
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


def quote(placed: PlacedAnnotation) -> str:
    """The marked text on one line, "" for a note on the whole document."""
    anchor = placed.annotation.anchor
    return " ".join(anchor.quote.split()) if anchor else ""
