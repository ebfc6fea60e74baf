"""The heading tree of a document as a flat list: what an outline panel and the command line show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.document import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 for the outermost.
        label: as printed, without what follows it (一、 · 第一章 · 1.1), or "".
        text: the heading without its label and the white space around it.
        start: where its block begins, in code points on the document's text.
    """

    level: int
    label: str
    text: str
    start: int


def outline(text: str, blocks: Iterable[Block]) -> tuple[Heading, ...]:
    """The headings among the blocks of a text, in its order."""
    return tuple(
        Heading(block.level, block.label, _without_label(text[block.start:block.end].strip(), block.label), block.start)
        for block in blocks if block.kind is BlockKind.HEADING)


def _without_label(printed: str, label: str) -> str:
    return printed.removeprefix(label).strip() if label else printed
