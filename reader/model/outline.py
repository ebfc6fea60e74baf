"""The heading tree of a document as a flat list: what an outline panel and the command line show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.document import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 for the outermost.
        label: as printed, without what follows it (一、 · 第一章 · 1.1), or "".
        text: the heading without its label, and without the white space print leaves around Han characters.
        start: where its block begins, in code points on the document's text.
    """

    level: int
    label: str
    text: str
    start: int


def outline(text: str, blocks: Iterable[Block]) -> tuple[Heading, ...]:
    """The headings among the blocks of a text, in its order; also those a paragraph opens with (`heading_end`)."""
    return tuple(
        Heading(block.level, block.label, _plain(text[block.start:block.heading_end or block.end], block.label),
                block.start)
        for block in blocks if block.kind is BlockKind.HEADING or block.heading_end)


_TYPOGRAPHIC = re.compile(r"(?<=[^\x00-\xff])\s+|\s+(?=[^\x00-\xff])")


def _plain(printed: str, label: str) -> str:
    """The words of a heading: 总 则 is 总则, spaces between Latin words stay."""
    return _TYPOGRAPHIC.sub("", printed.strip().removeprefix(label).strip())
