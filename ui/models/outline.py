"""The outline of a document: headings, issued text, attachments, articles, boxes, captioned tables, as entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.document import Block, BlockKind, Document

FIRST_SENTENCE = "。；：！？\n"
LONGEST = 40
"""Code points of an entry's text: an outline is read at a glance."""

_RANKS = {
    BlockKind.ISSUED_TITLE: 0,
    BlockKind.ATTACHMENT_LABEL: 0,
    BlockKind.ATTACHMENT_TITLE: 0,
    BlockKind.BOX_TITLE: 80,
    BlockKind.CAPTION: 90,
}
_ARTICLE_RANK = 50
_RUN_IN_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline. `start`, `end` are the block's range in code points; `depth` counts from 0."""

    text: str
    start: int
    end: int
    depth: int
    kind: BlockKind


def outline(document: Document) -> tuple[OutlineEntry, ...]:
    """The outline of a document, in reading order; no entry is more than one deeper than the one before it."""
    entries: list[OutlineEntry] = []
    ranks: list[int] = []
    label_before = ""
    for block in document.blocks:
        rank = _rank(block)
        text = document.text[block.start : block.end].strip()
        if rank is None or not text:
            continue
        if block.kind is BlockKind.ATTACHMENT_LABEL:
            label_before = text
        elif block.kind is BlockKind.ATTACHMENT_TITLE and label_before and entries:
            # 附件1 and its title stand on two lines but are one thing.
            last = entries.pop()
            text, label_before = f"{label_before} {text}", ""
            entries.append(OutlineEntry(_shorten(text), last.start, block.end, last.depth, last.kind))
            continue
        else:
            label_before = ""
        while ranks and ranks[-1] >= rank:
            ranks.pop()
        entries.append(OutlineEntry(_shorten(_head(block, text)), block.start, block.end, len(ranks), block.kind))
        ranks.append(rank)
    return tuple(entries)


def entry_at(entries: Iterable[OutlineEntry], offset: int) -> int:
    """The number of the entry one reads at `offset`: the last that begins at or before it; -1 before the first."""
    found = -1
    for number, one in enumerate(entries):
        if one.start > offset:
            break
        found = number
    return found


def _rank(block: Block) -> int | None:
    if block.kind is BlockKind.HEADING:
        return max(block.level, 1)
    if block.kind in _RUN_IN_KINDS:
        if block.label.startswith("第") and block.label.endswith("条"):
            return _ARTICLE_RANK
        return block.level if block.level > 0 else None
    return _RANKS.get(block.kind)


def _head(block: Block, text: str) -> str:
    """For a heading that runs on into its paragraph, its first sentence; else the whole text."""
    if block.kind not in _RUN_IN_KINDS and block.kind is not BlockKind.HEADING:
        return text
    body = text[len(block.label) :]
    end = next((i for i, sign in enumerate(body) if sign in FIRST_SENTENCE), len(body))
    label = block.label
    gap = " " if label and not label.endswith(("、", "）", ")", ".", "．")) else ""
    return f"{label}{gap}{body[:end].strip()}"


def _shorten(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
