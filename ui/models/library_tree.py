"""The library as a tree of plain nodes: publisher → year → issue → section → document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from reader.model.document import DocumentFacts, IssueFacts


class NodeKind(StrEnum):
    """What a node of the tree is."""

    ROOT = "root"
    PUBLISHER = "publisher"
    YEAR = "year"
    ISSUE = "issue"
    SECTION = "section"
    DOCUMENT = "document"


@dataclass(slots=True)
class Node:
    """A node. `number`: its place in `Tree.nodes`; `path`: its name across reloads; `count`: documents beneath."""

    number: int
    kind: NodeKind
    text: str
    parent: int
    row: int
    path: tuple[str, ...]
    children: list[int] = field(default_factory=list)
    count: int = 0
    document: DocumentFacts | None = None
    issue: IssueFacts | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An issue with its documents, and for each the folded text a filter looks into."""

    facts: IssueFacts
    documents: tuple[DocumentFacts, ...]
    folded: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the tree that are ours, in the window's language.

    Attributes:
        others: heading of the files that are no gazette issue.
        year: turns a year into its text.
        issue: turns an issue into its text.
    """

    others: str
    year: Callable[[int], str]
    issue: Callable[[IssueFacts], str]


class Tree:
    """All nodes in one list; node 0 is the root."""

    def __init__(self) -> None:
        self.nodes: list[Node] = [Node(0, NodeKind.ROOT, "", -1, 0, ())]
        self.documents: dict[str, int] = {}

    def add(self, parent: int, kind: NodeKind, text: str, name: str) -> Node:
        """Append a child to `parent`."""
        above = self.nodes[parent]
        node = Node(len(self.nodes), kind, text, parent, len(above.children), (*above.path, f"{kind}:{name}"))
        above.children.append(node.number)
        self.nodes.append(node)
        return node

    def ancestors(self, number: int) -> list[int]:
        """The nodes above a node, nearest first, without the root."""
        found = []
        while (number := self.nodes[number].parent) > 0:
            found.append(number)
        return found


def entry(facts: IssueFacts, documents: Sequence[DocumentFacts]) -> Entry:
    """Prepare an issue for `build`."""
    around = f"{facts.publisher or ''} {facts.title} {facts.year or ''} {facts.source_name}"
    folded = tuple(
        f"{d.title} {d.number.normal if d.number else ''} {d.number.printed if d.number else ''} {d.issuer} "
        f"{d.section} {d.date or ''} {around}".casefold()
        for d in documents
    )
    return Entry(facts, tuple(documents), folded)


def matches(folded: str, words: Sequence[str]) -> bool:
    """Whether a folded text holds all the words."""
    return all(word in folded for word in words)


def build(entries: Sequence[Entry], wording: Wording, sort_key: Callable[[str], object], wanted: str = "") -> Tree:
    """Make the tree.

    Args:
        entries: the issues.
        wording: our words.
        sort_key: order of publishers' names (by the language's rules).
        wanted: words that a document's title, number, issuer, section, date or issue must all hold; "" for all.
    """
    tree = Tree()
    words = wanted.casefold().split()
    named = [one for one in entries if one.facts.publisher]
    nameless = [one for one in entries if not one.facts.publisher]
    publishers: dict[str, list[Entry]] = {}
    for one in named:
        publishers.setdefault(one.facts.publisher or "", []).append(one)
    for publisher in sorted(publishers, key=sort_key):  # type: ignore[arg-type]  # a key of QCollator compares
        _add_publisher(tree, publisher, publishers[publisher], wording, words)
    if nameless:
        _add_group(tree, wording.others, nameless, wording, words)
    return tree


def _add_publisher(tree: Tree, publisher: str, entries: list[Entry], wording: Wording, words: Sequence[str]) -> None:
    years: dict[int | None, list[Entry]] = {}
    for one in entries:
        years.setdefault(one.facts.year, []).append(one)
    kept = {year: found for year, ones in years.items() if (found := [e for e in ones if _holds(e, words)])}
    if not kept:
        return
    top = tree.add(0, NodeKind.PUBLISHER, publisher, publisher)
    for year in sorted((y for y in kept if y is not None), reverse=True):
        node = tree.add(top.number, NodeKind.YEAR, wording.year(year), str(year))
        _add_issues(tree, node.number, kept[year], wording, words)
    _add_issues(tree, top.number, kept.get(None, []), wording, words)


def _add_group(tree: Tree, text: str, entries: list[Entry], wording: Wording, words: Sequence[str]) -> None:
    kept = [one for one in entries if _holds(one, words)]
    if kept:
        top = tree.add(0, NodeKind.PUBLISHER, text, "")
        _add_issues(tree, top.number, kept, wording, words)


def _holds(one: Entry, words: Sequence[str]) -> bool:
    return not words or any(matches(folded, words) for folded in one.folded)


def _add_issues(tree: Tree, parent: int, entries: list[Entry], wording: Wording, words: Sequence[str]) -> None:
    entries = sorted(entries, key=lambda e: (-(e.facts.number or 0), -(e.facts.total or 0), e.facts.source_name))
    for one in entries:
        if one.facts.publisher is None and len(one.documents) == 1:
            # A document that came in a file of its own: a folder round it would only repeat its title.
            _add_document(tree, parent, one, one.documents[0])
            continue
        node = tree.add(parent, NodeKind.ISSUE, wording.issue(one.facts), one.facts.id)
        node.issue = one.facts
        sections: dict[str, int] = {}
        for document, folded in zip(one.documents, one.folded, strict=True):
            if words and not matches(folded, words):
                continue
            under = node.number
            if document.section:
                if document.section not in sections:
                    section = tree.add(node.number, NodeKind.SECTION, document.section, document.section)
                    sections[document.section] = section.number
                under = sections[document.section]
            _add_document(tree, under, one, document)


def _add_document(tree: Tree, parent: int, one: Entry, document: DocumentFacts) -> None:
    leaf = tree.add(parent, NodeKind.DOCUMENT, document.title, document.id)
    leaf.document, leaf.issue = document, one.facts
    tree.documents[document.id] = leaf.number
    for above in tree.ancestors(leaf.number):
        tree.nodes[above].count += 1


def short_title(document: DocumentFacts) -> str:
    """A title without the issuing body it begins with: all titles of an issue begin alike, and a tree is narrow."""
    title = document.title
    for issuer in sorted(
        {*document.issuers, *document.signature, document.issuer.replace(" ", "")}, key=len, reverse=True
    ):
        if issuer and title.startswith(issuer) and len(title) - len(issuer) >= 4:
            return title.removeprefix(issuer)
    return title
