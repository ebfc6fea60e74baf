"""The Qt model of the library tree: a thin skin over plain nodes, quick with 15,000 documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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

from reader.model.document import IssueFacts
from reader.services.shelf import Marks, Noted, Shelf
from ui.models.library_order import Folded, Narrowing, TreeOrder, short_title
from ui.models.library_tree import Node, NodeKind, Tree, Wording, build
from ui.models.library_words import accessible, detail, tip

KIND_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
COUNT_ROLE = Qt.ItemDataRole.UserRole + 3
UNREAD_ROLE = Qt.ItemDataRole.UserRole + 4
NOTED_ROLE = Qt.ItemDataRole.UserRole + 5
CORRECTED_ROLE = Qt.ItemDataRole.UserRole + 6

MOST_DRAGGED = 200
"""Documents that may be dragged out at once: more are a job for the export."""

_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_LEAF, _DRAGGED = Qt.ItemFlag.ItemNeverHasChildren, Qt.ItemFlag.ItemIsDragEnabled
FLAGS = {
    (False, False): _SHOWN,
    (False, True): _SHOWN | _DRAGGED,
    (True, False): _SHOWN | _LEAF,
    (True, True): _SHOWN | _LEAF | _DRAGGED,
}
"""Flags of a row, by whether it has nothing beneath it and whether it may be dragged out. Made once: a view asks for
those of a thousand rows at a time, and to join flags takes as long as all else."""

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]
MakeMime = Callable[[Sequence[str]], QMimeData]
"""What is dragged when these documents are, by their ids."""


class LibraryModel(QAbstractItemModel):
    """Publishers, years, issues, sections and documents. A filter rebuilds the tree: that is quicker than a proxy."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        collator = QCollator(QLocale(QLocale.Language.Chinese))
        self._sort_key = collator.sortKey
        self._shelf = Shelf((), {}, Marks(), lambda _: ())
        self._marks = Marks()
        self._folded: Mapping[str, Folded] | None = None
        self._order = TreeOrder()
        self._wanted = Narrowing()
        self._tree = Tree()
        self._make_mime: MakeMime | None = None

    def set_shelf(self, shelf: Shelf) -> None:
        """Show this library."""
        self._shelf, self._marks, self._folded = shelf, shelf.marks, None
        self._rebuild()

    def set_folded(self, folded: Mapping[str, Folded]) -> None:
        """What filters look into, made elsewhere for the library at hand."""
        if all(facts.id in folded for facts in self._shelf.issues):
            self._folded = folded

    def set_order(self, order: TreeOrder) -> None:
        """Show everything in this order."""
        if order != self._order:
            self._order = order
            self._rebuild()

    def narrow(self, wanted: Narrowing) -> None:
        """Show only these documents."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._rebuild()

    def retell(self) -> None:
        """Say everything in the window's language."""
        self._rebuild()

    def set_marks(self, marks: Marks) -> None:
        """What the user has done with documents has changed; which are shown stays as it is until they are narrowed
        anew: a list must not lose a row while it is read."""
        before, self._marks = self._marks, marks
        self._tree.count_unread(marks.read)
        for number in self._changed(before, marks):
            index = self._index(self._tree.nodes[number])
            self.dataChanged.emit(index, index)

    def _changed(self, before: Marks, after: Marks) -> list[int]:
        """The nodes of which other marks say something else, with all above them. One by one they are told: a view
        asks for the height of every row of a range."""
        ids = set(before.read ^ after.read)
        ids |= {one for one in {*before.noted, *after.noted} if before.noted.get(one) != after.noted.get(one)}
        issues = {self._shelf.issue_of[one] for one in ids if one in self._shelf.issue_of}
        issues |= before.corrected ^ after.corrected
        numbers = {self._tree.documents[one] for one in ids if one in self._tree.documents}
        numbers |= {self._tree.issues[one] for one in issues if one in self._tree.issues}
        return sorted(numbers | {above for number in numbers for above in self._tree.ancestors(number)})

    def set_dragging(self, make_mime: MakeMime) -> None:
        """Say what documents that are dragged out of the tree become."""
        self._make_mime = make_mime

    @property
    def marks(self) -> Marks:
        """What the user has done with documents."""
        return self._marks

    @property
    def order(self) -> TreeOrder:
        """The order at hand."""
        return self._order

    @property
    def wanted(self) -> Narrowing:
        """Which documents are shown."""
        return self._wanted

    @property
    def issue_count(self) -> int:
        """How many issues the library holds, filter or not."""
        return len(self._shelf.issues)

    @property
    def document_count(self) -> int:
        """How many documents are shown."""
        return self._tree.count

    @property
    def unread_count(self) -> int:
        """How many of the documents shown are not read."""
        return sum(self._tree.nodes[child].unread for child in self._tree.nodes[0].children)

    def all_ids(self) -> list[str]:
        """Ids of all documents of the library, filter or not."""
        return list(self._shelf.issue_of)

    def count_of(self, issue_id: str) -> int:
        """How many documents an issue holds, filter or not."""
        return len(self._shelf.ids_of.get(issue_id, ()))

    def publishers(self) -> list[str]:
        """The publishers of the library by name."""
        return sorted({facts.publisher for facts in self._shelf.issues if facts.publisher}, key=self._sort_key)

    def shown_ids(self) -> list[str]:
        """Ids of the documents shown, in the tree's order."""
        return list(self._tree.documents_under(0))

    def ids_under(self, indexes: Iterable[Index]) -> tuple[str, ...]:
        """Ids of the documents shown beneath some nodes, none twice, in the tree's order."""
        numbers = sorted((self.node(index) for index in indexes), key=self._place)
        found = (one for node in numbers for one in self._tree.documents_under(node.number))
        return tuple(dict.fromkeys(found))

    def issues_under(self, indexes: Iterable[Index]) -> tuple[IssueFacts, ...]:
        """The issues that are these nodes or beneath them, none twice."""
        found = (one for index in indexes for one in self._tree.issues_under(self.node(index).number))
        return tuple({one.id: one for one in found}.values())

    def index_of(self, document_id: str) -> QModelIndex:
        """Where a document is shown; invalid when the filter hides it."""
        issue = self._tree.issues.get(self._shelf.issue_of.get(document_id, ""))
        if issue is None:
            return QModelIndex()
        self._tree.fill(issue)
        number = self._tree.documents.get(document_id)
        return QModelIndex() if number is None else self._index(self._tree.nodes[number])

    def index_of_issue(self, issue_id: str) -> QModelIndex:
        """Where an issue is shown; invalid when the filter hides it."""
        number = self._tree.issues.get(issue_id)
        return QModelIndex() if number is None else self._index(self._tree.nodes[number])

    def node(self, index: Index) -> Node:
        """The node of an index; the root's for an invalid one."""
        return self._tree.nodes[index.internalId() if index.isValid() else 0]

    def text(self, node: Node) -> str:
        """The name of a row."""
        return short_title(node.document) if node.document is not None else node.text

    def depth(self, node: Node) -> int:
        """How far a row is indented, from 1."""
        return 1 + len(self._tree.ancestors(node.number))

    def has_second_line(self, node: Node) -> bool:
        """Whether a row has something to say below its name."""
        return node.document is not None or node.kind is NodeKind.UNKNOWN

    def indexes_of(self, paths: set[Path]) -> list[QModelIndex]:
        """The nodes with these paths, outermost first."""
        found = []
        for node in self._tree.nodes:  # grows while issues are filled
            if node.path in paths and node.number:
                self._tree.fill(node.number)
                found.append(self._index(node))
        return found

    def look_into(self, index: Index) -> None:
        """Make what is inside an issue: it was opened, perhaps in a year that is closed."""
        self._tree.fill(self.node(index).number)

    def folders(self) -> list[QModelIndex]:
        """All nodes that have something beneath them, as far as somebody has looked: no others can be open."""
        return [self._index(node) for node in self._tree.nodes[1:] if node.children]

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        children = self._children(parent)
        if column == 0 and 0 <= row < len(children):
            return self.createIndex(row, 0, children[row])
        return QModelIndex()

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - the other overload is QObject's
        if not index.isValid():
            return QModelIndex()
        above = self._tree.nodes[index.internalId()].parent
        return QModelIndex() if above <= 0 else self._index(self._tree.nodes[above])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self._children(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002 - Qt's signature
        return 1

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        node = self.node(parent)
        return bool(node.children) or (not node.filled and node.count > 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(node)
        if role == KIND_ROLE:
            return node.kind
        if role == COUNT_ROLE:
            return node.count
        if role == UNREAD_ROLE:
            return node.unread
        if role == NOTED_ROLE:
            return self._noted(node).count
        if role == CORRECTED_ROLE:
            return self._is_corrected(node)
        if role == DETAIL_ROLE:
            return detail(node, self._wanted.folded)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(node, self._noted(node), self._is_corrected(node))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible(node, self._noted(node), self._is_corrected(node))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        node = self._tree.nodes[index.internalId()]
        leaf = not node.children and (node.filled or not node.count)
        return FLAGS[leaf, self._make_mime is not None and 0 < node.count <= MOST_DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = self.ids_under(indexes)
        if self._make_mime is None or not 0 < len(ids) <= MOST_DRAGGED:
            return QMimeData()
        return self._make_mime(ids)

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def _children(self, parent: Index) -> list[int]:
        # Without detours: a view asks some thousand times when it lays out a tree in which much is open.
        node = self._tree.nodes[parent.internalId() if parent.isValid() else 0]
        if not node.filled:
            self._tree.fill(node.number)
        return node.children

    def _noted(self, node: Node) -> Noted:
        return self._marks.noted.get(node.document.id, Noted(0)) if node.document is not None else Noted(0)

    def _is_corrected(self, node: Node) -> bool:
        if node.document is not None:
            return bool(node.document.corrected)
        return node.kind is NodeKind.ISSUE and node.issue is not None and node.issue.id in self._marks.corrected

    def _place(self, node: Node) -> tuple[int, ...]:
        """Where a node stands in the tree, for sorting."""
        return tuple(self._tree.nodes[n].row for n in reversed((node.number, *self._tree.ancestors(node.number))))

    def _index(self, node: Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def _rebuild(self) -> None:
        # Looked up once: there are a thousand issues.
        number, total = self.tr("第{number}期"), self.tr("（总第{total}期）")

        def issue_text(facts: IssueFacts) -> str:
            if facts.publisher is None or facts.number is None:
                return facts.title or facts.source_name
            return number.format(number=facts.number) + (total.format(total=facts.total) if facts.total else "")

        wording = Wording(
            unknown=self.tr("未识别期次"),
            singles=self.tr("单篇文件"),
            year=lambda year: self.tr("{year}年").format(year=year),
            issue=issue_text,
        )
        self.beginResetModel()
        self._tree = build(
            self._shelf, wording, self._sort_key, self._order, self._wanted, self._marks, self._folded
        )
        self.endResetModel()
