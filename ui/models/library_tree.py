"""The library as a tree of plain nodes: publisher → year → issue → section → document.

Issues are nodes from the beginning; what is inside one is made when somebody looks: a tree of 15,000 documents is
there as quickly as one of the 1,000 issues they stand in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any

from reader.model.document import IssueFacts
from reader.services.shelf import Listed, Marks, Shelf
from ui.models.library_order import (
    READING,
    Folded,
    Narrowing,
    TreeOrder,
    fold_issue,
    in_order,
    kept,
    publishers_in_order,
)


class NodeKind(StrEnum):
    """What a node of the tree is."""

    ROOT = "root"
    PUBLISHER = "publisher"
    YEAR = "year"
    UNKNOWN = "unknown"  # holds the issues whose publisher, year or number nobody knows
    SINGLES = "singles"  # holds documents that came in a file of their own
    ISSUE = "issue"
    SECTION = "section"
    DOCUMENT = "document"


@dataclass(slots=True)
class Node:
    """A node. `number`: its place in `Tree.nodes`; `path`: its name across reloads; `count`, `unread`: documents
    beneath it, read or not, and those that are not; `inside`: ids of the documents shown, of issues, sections and
    documents; `filled`: whether its children have been made."""

    number: int
    kind: NodeKind
    text: str
    parent: int
    row: int
    path: tuple[str, ...]
    children: list[int] = field(default_factory=list)
    count: int = 0
    unread: int = 0
    document: Listed | None = None
    issue: IssueFacts | None = None
    inside: Sequence[str] = ()
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the tree that are ours, in the window's language.

    Attributes:
        unknown, singles: the names of those groups.
        year: turns a year into its text.
        issue: turns an issue into its text.
    """

    unknown: str
    singles: str
    year: Callable[[int], str]
    issue: Callable[[IssueFacts], str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """An issue with those of its documents that are shown; `single`: it is one document, in a file of its own."""

    facts: IssueFacts
    documents: Sequence[str]
    single: bool


FEW = 20
"""Documents in files of their own that are asked for one by one."""

Sort = Callable[[Sequence[Listed]], Sequence[Listed]]
"""Puts the documents of an issue in order."""


class Tree:
    """All nodes in one list; node 0 is the root.

    Args:
        rows_of: the documents of an issue, by its id.
        sort: the order of documents inside an issue; None for that of the issue, by section.
    """

    def __init__(self, rows_of: Callable[[str], Sequence[Listed]] | None = None, sort: Sort | None = None) -> None:
        self._rows_of = rows_of
        self.nodes: list[Node] = [Node(0, NodeKind.ROOT, "", -1, 0, ())]
        self.issues: dict[str, int] = {}
        self.documents: dict[str, int] = {}
        self._sort = sort or _grouped
        self._by_section = sort is None
        self._read: frozenset[str] | set[str] = frozenset()

    def add(self, parent: int, kind: NodeKind, text: str, name: str) -> Node:
        """Append a child to `parent`."""
        above = self.nodes[parent]
        node = Node(len(self.nodes), kind, text, parent, len(above.children), (*above.path, f"{kind}:{name}"))
        above.children.append(node.number)
        self.nodes.append(node)
        return node

    @property
    def count(self) -> int:
        """How many documents are shown."""
        return sum(self.nodes[number].count for number in self.nodes[0].children)

    def ancestors(self, number: int) -> list[int]:
        """The nodes above a node, nearest first, without the root."""
        found = []
        while (number := self.nodes[number].parent) > 0:
            found.append(number)
        return found

    def fill(self, number: int) -> None:
        """Make what is inside an issue, unless that was done."""
        node = self.nodes[number]
        if node.filled:
            return
        rows = self._sorted(node)
        node.filled = True
        node.inside = [one.id for one in rows]
        sections: dict[str, int] = {}
        for document in rows:
            under = number
            if document.section and self._by_section:
                if document.section not in sections:
                    section = self.add(number, NodeKind.SECTION, document.section, document.section)
                    section.issue = node.issue
                    sections[document.section] = section.number
                under = sections[document.section]
            leaf = self.add_document(under, document, node.issue)
            leaf.unread = int(document.id not in self._read)
            if under != number:
                above = self.nodes[under]
                above.inside = (*above.inside, document.id)
                above.count, above.unread = above.count + 1, above.unread + leaf.unread

    def _sorted(self, node: Node) -> Sequence[Listed]:
        """What an issue shows, in order."""
        assert self._rows_of is not None
        assert node.issue is not None
        shown = set(node.inside)
        return self._sort([one for one in self._rows_of(node.issue.id) if one.id in shown])

    def add_document(self, parent: int, document: Listed, issue: IssueFacts | None) -> Node:
        """Append a document to `parent`."""
        leaf = self.add(parent, NodeKind.DOCUMENT, document.title, document.id)
        leaf.document, leaf.issue, leaf.count, leaf.inside = document, issue, 1, (document.id,)
        self.documents[document.id] = leaf.number
        return leaf

    def documents_under(self, number: int) -> Iterator[str]:
        """Ids of the documents shown beneath a node or in it, in the tree's order."""
        node = self.nodes[number]
        if node.kind in (NodeKind.ISSUE, NodeKind.SECTION, NodeKind.DOCUMENT):
            yield from node.inside if node.filled else (one.id for one in self._sorted(node))
            return
        for child in node.children:
            yield from self.documents_under(child)

    def issues_under(self, number: int) -> Iterator[IssueFacts]:
        """The issues that are a node or beneath it, and those that are one document alone."""
        node = self.nodes[number]
        above = self.nodes[node.parent].kind if node.parent >= 0 else None
        if node.kind is NodeKind.ISSUE or (node.kind is NodeKind.DOCUMENT and above is NodeKind.SINGLES):
            if node.issue is not None:
                yield node.issue
        elif node.kind not in (NodeKind.SECTION, NodeKind.DOCUMENT):
            for child in node.children:
                yield from self.issues_under(child)

    def count_unread(self, read: frozenset[str] | set[str]) -> None:
        """Say of every node how many of its documents are not read."""
        self._read = read
        for node in reversed(self.nodes):
            if node.inside:
                node.unread = sum(1 for one in node.inside if one not in read)
            else:
                node.unread = sum(self.nodes[child].unread for child in node.children)


def _grouped(documents: Sequence[Listed]) -> Sequence[Listed]:
    """Documents by section, as the tree groups them; those without one stay where they are among the sections."""
    sections: dict[str, list[Listed]] = {}
    groups: list[list[Listed]] = []
    for one in documents:
        if not one.section:
            groups.append([one])
        elif one.section in sections:
            sections[one.section].append(one)
        else:
            sections[one.section] = [one]
            groups.append(sections[one.section])
    return [one for group in groups for one in group]


def holds_issues(node: Node) -> bool:
    """Whether a node is an issue, holds some, or is a document that came in a file of its own."""
    single = node.path[:1] == (f"{NodeKind.SINGLES}:",)
    return node.kind not in (NodeKind.ROOT, NodeKind.SECTION, NodeKind.DOCUMENT) or single


def is_unknown(facts: IssueFacts) -> bool:
    """Whether somebody should say which issue this is."""
    return facts.publisher is None or facts.year is None or facts.number is None


def build(shelf: Shelf, wording: Wording, sort_key: Callable[[str], Any], order: TreeOrder | None = None,
          wanted: Narrowing | None = None, marks: Marks | None = None,
          folded: Mapping[str, Folded] | None = None) -> Tree:
    """Make the tree.

    Args:
        wording: our words.
        sort_key: order of names (by the language's rules).
        wanted: which documents are shown.
        marks: what the user has done with documents; None for those of the shelf.
        folded: what the words are looked for in; None to make it where it is needed.
    """
    order, wanted = order or TreeOrder(), wanted or Narrowing()
    marks = shelf.marks if marks is None else marks
    documents_in_order = partial(in_order, order=order.documents, sort_key=sort_key)
    tree = Tree(shelf.rows_of, None if order.documents == READING else documents_in_order)
    entries = [one for one in _entries(shelf, wanted, marks, folded) if one.documents or wanted.is_any]
    named: dict[str, list[_Entry]] = {}
    for one in entries:
        if not one.single and not is_unknown(one.facts):
            named.setdefault(one.facts.publisher or "", []).append(one)
    counts = {name: sum(len(one.documents) for one in found) for name, found in named.items()}
    for publisher in publishers_in_order(counts, order.publishers, sort_key):
        _add_publisher(tree, publisher, named[publisher], wording, order.newest_first)
    _add_group(tree, NodeKind.UNKNOWN, wording.unknown,
               [one for one in entries if not one.single and is_unknown(one.facts)], wording, order.newest_first)
    _add_singles(tree, wording.singles, [one for one in entries if one.single], shelf, documents_in_order)
    for node in reversed(tree.nodes):
        if node.kind not in (NodeKind.ISSUE, NodeKind.DOCUMENT):
            node.count = sum(tree.nodes[child].count for child in node.children)
    tree.count_unread(marks.read)
    return tree


def _entries(shelf: Shelf, wanted: Narrowing, marks: Marks, folded: Mapping[str, Folded] | None) -> Iterator[_Entry]:
    words = wanted.folded
    for facts in shelf.issues:
        documents = shelf.ids_of.get(facts.id, ())
        texts = None
        if words:
            texts = folded[facts.id] if folded is not None else fold_issue(facts, shelf.rows_of(facts.id))
        # A document that came in a file of its own: a folder round it would only repeat its title.
        single = facts.publisher is None and len(documents) == 1
        yield _Entry(facts, kept(documents, wanted, words, texts, marks), single)


def _add_publisher(tree: Tree, publisher: str, entries: list[_Entry], wording: Wording, newest_first: bool) -> None:
    years: dict[int, list[_Entry]] = {}
    for one in entries:
        years.setdefault(one.facts.year or 0, []).append(one)
    top = tree.add(0, NodeKind.PUBLISHER, publisher, publisher)
    for year in sorted(years, reverse=newest_first):
        node = tree.add(top.number, NodeKind.YEAR, wording.year(year), str(year))
        _add_issues(tree, node.number, years[year], wording, newest_first)


def _add_group(tree: Tree, kind: NodeKind, text: str, entries: list[_Entry], wording: Wording,
               newest_first: bool) -> None:
    if entries:
        _add_issues(tree, tree.add(0, kind, text, "").number, entries, wording, newest_first)


def _add_singles(tree: Tree, text: str, entries: list[_Entry], shelf: Shelf, sort: Sort) -> None:
    if not entries:
        return
    if len(entries) > FEW:
        shelf.read_all()
    top = tree.add(0, NodeKind.SINGLES, text, "")
    facts = {one.documents[0]: one.facts for one in entries}
    found = sorted((row for one in entries for row in shelf.rows_of(one.facts.id)),
                   key=lambda row: facts[row.id].source_name)
    for document in sort(found):
        own = facts[document.id]
        tree.issues[own.id] = tree.add_document(top.number, document, own).number


def _add_issues(tree: Tree, parent: int, entries: list[_Entry], wording: Wording, newest_first: bool) -> None:
    sign = -1 if newest_first else 1
    for one in sorted(entries, key=lambda e: (sign * (e.facts.number or 0), sign * (e.facts.total or 0),
                                              e.facts.source_name)):
        node = tree.add(parent, NodeKind.ISSUE, wording.issue(one.facts), one.facts.id)
        node.issue, node.inside, node.count, node.filled = one.facts, one.documents, len(one.documents), False
        tree.issues[one.facts.id] = node.number
