"""The Qt model of a list of search hits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.model.document import DocumentFacts, IssueFacts
from reader.model.search import Hit, Match
from ui import locales

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
FACTS_ROLE = Qt.ItemDataRole.UserRole + 2
MATCH_ROLE = Qt.ItemDataRole.UserRole + 3
SOURCE_ROLE = Qt.ItemDataRole.UserRole + 4
"""Number, date and issue of the document, one line."""
ADDRESS_ROLE = Qt.ItemDataRole.UserRole + 5
"""Clause address of the first place, or ""."""

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """Hits, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._addresses: list[str] = []
        self._documents: Mapping[str, DocumentFacts] = {}
        self._issues: Mapping[str, IssueFacts] = {}

    def set_library(self, documents: Mapping[str, DocumentFacts], issues: Mapping[str, IssueFacts]) -> None:
        """What is known about documents and issues, by id."""
        self._documents, self._issues = documents, issues
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1))

    def show(self, hits: Sequence[Hit], addresses: Sequence[str]) -> None:
        """Replace the hits; `addresses` are those of their first places, as many."""
        self.beginResetModel()
        self._hits = list(hits)
        self._addresses = list(addresses)
        self.endResetModel()

    def append(self, hits: Sequence[Hit], addresses: Sequence[str]) -> None:
        """Add the next page of hits."""
        if not hits:
            return
        first = len(self._hits)
        self.beginInsertRows(QModelIndex(), first, first + len(hits) - 1)
        self._hits.extend(hits)
        self._addresses.extend(addresses)
        self.endInsertRows()

    @property
    def hits(self) -> Sequence[Hit]:
        """The hits that are in the list."""
        return tuple(self._hits)

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
        if role == SOURCE_ROLE:
            return self.source_text(facts) if facts is not None else ""
        if role == ADDRESS_ROLE:
            return self._addresses[index.row()]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            source = self.source_text(facts, whole=True) if facts is not None else ""
            place = "  ".join(part for part in (self._addresses[index.row()], self.match_text(hit)) if part)
            return "\n".join(line for line in (title, source, place, hit.snippet) if line)
        return None

    def match_text(self, hit: Hit) -> str:
        """Why the document is a hit, and at how many places."""
        name = {Match.EXACT: self.tr("原文"), Match.WORDS: self.tr("词语"), Match.NOTE: self.tr("批注")}[hit.match]
        if not hit.ranges or hit.match is Match.NOTE:
            return name
        return self.tr("{name} · {count} 处").format(name=name, count=len(hit.ranges))

    def source_text(self, facts: DocumentFacts, whole: bool = False) -> str:
        """Number, date and issue of a document; `whole`: with the publisher, for which a card has no room."""
        issue = self._issues.get(facts.issue_id)
        parts = [facts.number.normal if facts.number else "", locales.day(facts.date, short=not whole)]
        if issue is not None and issue.number is not None:
            text = self.tr("{publisher}{year}年第{number}期")
            publisher = issue.publisher or "" if whole or facts.number is None else ""
            parts.append(text.format(publisher=publisher, year=issue.year or "", number=issue.number))
        elif issue is not None:
            parts.append(issue.title)
        return " · ".join(part.strip() for part in parts if part)
