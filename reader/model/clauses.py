"""The clauses of a document as ranges: how far the clause at a place reaches, and which blocks are in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from reader.model.document import BlockKind, Document, DocumentPart, PartKind

Steps = tuple[tuple[str, str], ...]

ATTACHMENT = "附件"
DIVISIONS = ("编", "分编", "章", "节")
"""Units above the articles, outermost first. An article's address need not name them."""

FOLLOWING = frozenset({BlockKind.TABLE, BlockKind.CAPTION, BlockKind.UNIT, BlockKind.LIST_ITEM, BlockKind.BOX_TITLE})
"""Kinds of block that belong to the clause before them when they have no address of their own."""


@dataclass(frozen=True, slots=True, eq=False)
class _Itself:
    """A document told from others by which object it is: to compare texts would take longer than what is kept."""

    document: Document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)


def clauses_of(document: Document) -> Clauses:
    """The clauses of a document; those of the last few are kept, for who asks for one place asks for many."""
    return _clauses_of(_Itself(document))


@lru_cache(maxsize=4)
def _clauses_of(asked: _Itself) -> Clauses:
    return Clauses(asked.document)


class Clauses:
    """The clause tree of one document. Ranges are code points, half-open, without the line feed at their end.

    Args:
        document: its blocks tile its text.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [block.start for block in document.blocks]
        self._parts = [_part_at(document, block.start) for block in document.blocks]
        self.steps: tuple[Steps, ...] = self._effective()

    def at(self, offset: int) -> tuple[int, int] | None:
        """The range of the innermost clause at an offset; of an attachment's label and title the attachment. None
        where the document has no clauses."""
        index = self.block_at(offset)
        if index < 0:
            return None
        if self.steps[index]:
            return self.extent(index, len(self.steps[index]))
        part = self._parts[index]
        if part is not None and part.kind is PartKind.ATTACHMENT:
            return self._trimmed(part.start, part.end)
        return None

    def block_at(self, offset: int) -> int:
        """The index of the block that holds an offset; −1 for a document without blocks."""
        return max(bisect_right(self._starts, offset) - 1, 0) if self._starts else -1

    def extent(self, index: int, depth: int) -> tuple[int, int]:
        """The range of the clause that the first `depth` steps of a block's address name: its lead, what stands under
        it, and the tables and lists that follow it, within one part of the document.

        Args:
            index: of the block.
            depth: 1 to the number of its steps.
        """
        wanted, part = self.steps[index][:depth], self._parts[index]
        if part is not None and [unit for unit, _ in wanted] == [ATTACHMENT]:
            return self._trimmed(part.start, part.end)
        division = wanted[-1][0] in DIVISIONS
        inside = _under_division(wanted) if division else _under(wanted)
        first = last = index
        # What stands before a chapter's heading is another chapter, even if its articles do not say so.
        while not division and first > 0 and self._parts[first - 1] is part and inside(self.steps[first - 1]):
            first -= 1
        while last + 1 < len(self.steps) and self._parts[last + 1] is part and inside(self.steps[last + 1]):
            last += 1
        blocks = self._document.blocks
        return self._trimmed(blocks[first].start, blocks[last].end)

    def part(self, index: int) -> DocumentPart | None:
        """The part of the document in which a block stands."""
        return self._parts[index]

    def _effective(self) -> tuple[Steps, ...]:
        """For each block the steps of its address, of a block without one those of the clause it belongs to."""
        found: list[Steps] = []
        for index, block in enumerate(self._document.blocks):
            if block.address is not None:
                found.append(block.address.steps)
            elif block.kind in FOLLOWING and index and self._parts[index - 1] is self._parts[index]:
                found.append(found[-1])
            else:
                found.append(())
        return tuple(found)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self._document.text
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


def _under(wanted: Steps) -> Callable[[Steps], bool]:
    return lambda steps: steps[:len(wanted)] == wanted


def _under_division(wanted: Steps) -> Callable[[Steps], bool]:
    def inside(steps: Steps) -> bool:
        named = any(unit in DIVISIONS for unit, _ in steps)
        return steps[:len(wanted)] == wanted if named else bool(steps)
    return inside


def _part_at(document: Document, offset: int) -> DocumentPart | None:
    return next((part for part in document.parts if part.start <= offset < part.end), None)
