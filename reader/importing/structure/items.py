"""The pieces of a document while it is built: paragraphs with the role they play, tables with their rows."""

from __future__ import annotations

from reader.importing.grammar.labels import Label
from reader.importing.repair.grid import Grid
from reader.importing.repair.line import Line
from reader.model.address import ClauseAddress
from reader.model.document import BlockKind, PartKind


class Item:
    """A block to be.

    Attributes:
        kind: its role.
        text: one paragraph without line feed; "" for a table.
        line, end: lines of the source, 1-based, inclusive.
        level: of a heading, 1 and up; 0 for none.
        label: as it will stand in the block; the text begins with it.
        mark: the label as read, or None.
        heading: for a paragraph that opens with its heading, how many code points of the text that heading takes.
        address: the clause it is.
        grid: the rows of a table.
        source: the paragraph it comes from.
    """

    __slots__ = ("address", "end", "grid", "heading", "kind", "label", "level", "line", "mark", "source", "text")

    def __init__(self, kind: BlockKind, text: str, source: Line) -> None:
        self.kind = kind
        self.text = text
        self.line = source.line
        self.end = source.end
        self.level = 0
        self.label = ""
        self.mark: Label | None = None
        self.heading = 0
        self.address: ClauseAddress | None = None
        self.grid: Grid | None = source.grid
        self.source = source

    def __repr__(self) -> str:
        return f"Item({self.kind.value}, {self.line}, {self.label!r}, {self.text[:40]!r})"


class Part:
    """A part to be: body, issued text or attachment, with its items."""

    __slots__ = ("items", "kind", "label", "title")

    def __init__(self, kind: PartKind, title: str = "", label: str = "") -> None:
        self.kind = kind
        self.title = title
        self.label = label
        self.items: list[Item] = []
