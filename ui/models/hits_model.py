"""The Qt model of a list of search hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.document import DocumentFacts
from reader.model.search import Hit, Match

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
FACTS_ROLE = Qt.ItemDataRole.UserRole + 2
MATCH_ROLE = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Hits, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._documents: Mapping[str, DocumentFacts] = {}

    def show(self, hits: Sequence[Hit], documents: Mapping[str, DocumentFacts]) -> None:
        """Replace the hits; `documents` are the facts by id."""
        self.beginResetModel()
        self._hits = list(hits)
        self._documents = documents
        self.endResetModel()

    def append(self, hits: Sequence[Hit], documents: Mapping[str, DocumentFacts]) -> None:
        """Add the next page of hits."""
        if not hits:
            return
        first = len(self._hits)
        self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self._hits.extend(hits)
        self._documents = documents
        self.endInsertRows()

    def hit(self, index: Index) -> Hit | None:
        """The hit of a row, or None."""
        return self._hits[index.row()] if index.isValid() and index.row() < len(self._hits) else None

    def facts(self, hit: Hit) -> DocumentFacts | None:
        """What is known about the hit's document."""
        return self._documents.get(hit.document_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hit(index)
        if hit is None:
            return None
        facts = self.facts(hit)
        title = facts.title if facts else hit.document_id
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == HIT_ROLE:
            return hit
        if role == FACTS_ROLE:
            return facts
        if role == MATCH_ROLE:
            return self.match_text(hit)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{title}\n{self.match_text(hit)}\n{hit.snippet}"
        return None

    def match_text(self, hit: Hit) -> str:
        """Why the document is a hit, and at how many places."""
        name = {Match.EXACT: self.tr("原文"), Match.WORDS: self.tr("词语"), Match.NOTE: self.tr("批注")}[hit.match]
        if not hit.ranges or hit.match is Match.NOTE:
            return name
        return self.tr("{name} · {count} 处").format(name=name, count=len(hit.ranges))
