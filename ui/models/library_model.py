"""The Qt model of the library tree: a thin skin over plain nodes, quick with 15,000 documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCollator,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.model.document import DocumentFacts, IssueFacts
from ui import locales
from ui.models.library_tree import Entry, Node, Tree, Wording, build, entry, short_title

KIND_ROLE = Qt.ItemDataRole.UserRole + 1
DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 2
ISSUE_ROLE = Qt.ItemDataRole.UserRole + 3
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 4
COUNT_ROLE = Qt.ItemDataRole.UserRole + 5

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]


class LibraryModel(QAbstractItemModel):
    """Publishers, years, issues, sections and documents. A filter rebuilds the tree: that is quicker than a proxy."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collator = QCollator(QLocale(QLocale.Language.Chinese))
        self._sort_key = collator.sortKey
        self._entries: tuple[Entry, ...] = ()
        self._wanted = ""
        self._tree = Tree()

    def set_issues(self, issues: Sequence[tuple[IssueFacts, Sequence[DocumentFacts]]]) -> None:
        """Show these issues."""
        self._entries = tuple(entry(facts, documents) for facts, documents in issues)
        self._rebuild()

    def set_filter(self, wanted: str) -> None:
        """Show only documents that hold all the words."""
        if wanted.split() != self._wanted.split():
            self._wanted = wanted
            self._rebuild()

    @property
    def issue_count(self) -> int:
        """How many issues the library holds, filter or not."""
        return len(self._entries)

    @property
    def document_count(self) -> int:
        """How many documents are shown."""
        return len(self._tree.documents)

    def documents(self) -> dict[str, DocumentFacts]:
        """All documents of the library by id, filter or not."""
        return {document.id: document for one in self._entries for document in one.documents}

    def shown_ids(self) -> list[str]:
        """Ids of the documents shown, in the tree's order."""
        return list(self._tree.documents)

    def issue_facts(self, issue_id: str) -> IssueFacts | None:
        """The facts of an issue, or None when it is not in the library."""
        return next((one.facts for one in self._entries if one.facts.id == issue_id), None)

    def index_of(self, document_id: str) -> QModelIndex:
        """Where a document is shown; invalid when the filter hides it."""
        number = self._tree.documents.get(document_id)
        return QModelIndex() if number is None else self._index(self._tree.nodes[number])

    def node(self, index: Index) -> Node:
        """The node of an index; the root's for an invalid one."""
        return self._tree.nodes[index.internalId() if index.isValid() else 0]

    def indexes_of(self, paths: set[Path]) -> list[QModelIndex]:
        """The nodes with these paths, outermost first."""
        return [self._index(node) for node in self._tree.nodes[1:] if node.path in paths]

    def folders(self) -> list[QModelIndex]:
        """All nodes that have children."""
        return [self._index(node) for node in self._tree.nodes[1:] if node.children]

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        children = self.node(parent).children
        if column == 0 and 0 <= row < len(children):
            return self.createIndex(row, 0, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - the other overload is QObject's
        if not index.isValid():
            return QModelIndex()
        above = self._tree.nodes[index.internalId()].parent
        return QModelIndex() if above <= 0 else self._index(self._tree.nodes[above])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self.node(parent).children)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002 - Qt's signature
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        return bool(self.node(parent).children)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return short_title(node.document) if node.document else node.text
        if role == KIND_ROLE:
            return node.kind
        if role == COUNT_ROLE:
            return node.count
        if role == DETAIL_ROLE:
            return detail(node)
        if role == DOCUMENT_ROLE:
            return node.document
        if role == ISSUE_ROLE:
            return node.issue
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(node)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tip(node).replace("\n", ", ")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.node(index).children else flags | Qt.ItemFlag.ItemNeverHasChildren

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setText("\n".join(self.node(index).text for index in indexes))
        return data

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def _rebuild(self) -> None:
        wording = Wording(
            others=self.tr("其他文件"),
            year=lambda year: self.tr("{year}年").format(year=year),
            issue=self._issue_text,
        )
        self.beginResetModel()
        self._tree = build(self._entries, wording, self._sort_key, self._wanted)
        self.endResetModel()

    def _issue_text(self, facts: IssueFacts) -> str:
        if facts.publisher is None or facts.number is None:
            return facts.title or facts.source_name
        text = self.tr("第{number}期").format(number=facts.number)
        if facts.total:
            text += self.tr("（总第{total}期）").format(total=facts.total)
        return text


def detail(node: Node) -> str:
    """The second line of a document: number, else date."""
    if node.document is None:
        return ""
    if node.document.number:
        return node.document.number.normal
    return locales.day(node.document.date) or node.document.kind


def tip(node: Node) -> str:
    """What a pointer that rests on a node tells."""
    if node.document is None:
        return node.text if node.issue is None else f"{node.issue.title}\n{node.text}\n{node.issue.source_name}"
    document = node.document
    number = document.number.printed if document.number else ""
    return "\n".join(line for line in (document.title, number, document.issuer, locales.day(document.date)) if line)
