"""How a paragraph looks among its neighbours: hanging names, signatures over their date, titles of equal lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.model.document import BlockKind
from ui.text.lines import balance, width
from ui.text.plan import Grid, Paragraph
from ui.text.typography import BALANCED, CLOSE, LOOKS, Look, look

_ROLE = re.compile(r"[^:：，。；]{1,8}[:：]")  # 组　长： 成　员：
_ATTACHMENTS = re.compile(r"附\s*件\s*[:：]?\s*")
_NUMBER = re.compile(r"[（(]?\d+[)）]?[.．、]?\s*")
_FLOWING = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_OFF_FRAME = 1.0  # ems
_CLOSING = (BlockKind.SIGNATURE, BlockKind.DATE)
_HANG = 1.0  # ems by which the second line of a name in a list of persons stands in


class Neighbourhood:
    """Looks of the paragraphs of a plan.

    Args:
        items: of the plan.
        line: width of the text column in ems of the body type.
        boxes: of the plan.
    """

    def __init__(self, items: Sequence[Paragraph | Grid], line: float, boxes: Sequence[tuple[int, int]] = ()) -> None:
        self._boxes = boxes
        self._items = items
        self._line = line
        self._hangs: dict[int, float] = {}  # by item

    def look(self, index: int) -> Look:
        """The look of the paragraph at `index`; in a box it keeps off the frame."""
        item = self._items[index]
        assert isinstance(item, Paragraph)
        style = self._look(index, item)
        box = bisect_right(self._boxes, item.block.start, key=lambda one: one[0]) - 1
        if box >= 0 and item.block.start < self._boxes[box][1] and item.block.kind in _FLOWING:
            style = replace(style, left=style.left + _OFF_FRAME, right=style.right + _OFF_FRAME)
        return style

    def _look(self, index: int, item: Paragraph) -> Look:
        style, kind = look(item.block), item.block.kind
        if kind in CLOSE and self._is(index - 1, lambda other: other.block.kind is kind):
            style = replace(style, above=0.0)
        if kind in _CLOSING:
            return replace(style, right=self._closing_margin(index, item))
        if kind in BALANCED:
            margin = balance(item.run.text, self._line / style.size) * style.size
            return replace(style, left=margin, right=margin)
        if kind is BlockKind.ATTACHMENT_NOTE:
            return self._attachment_note(index, item, style)
        if kind is BlockKind.LIST_ITEM:
            return LOOKS[BlockKind.PARAGRAPH] if item.block.label else self._person(index, item, style)
        if kind is BlockKind.INNER_CONTENTS and item.run.text.startswith(("(", "（")):
            return replace(style, left=style.left + 2.0)
        return style

    def _is(self, index: int, test: Callable[[Paragraph], bool]) -> bool:
        item = self._items[index] if 0 <= index < len(self._items) else None
        return isinstance(item, Paragraph) and test(item)

    def _group(self, index: int, test: Callable[[Paragraph], bool]) -> list[tuple[int, Paragraph]]:
        """The paragraphs round `index` that pass a test, without a gap, each with its index."""
        first = last = index
        while self._is(first - 1, test):
            first -= 1
        while self._is(last + 1, test):
            last += 1
        return [(at, item) for at, item in enumerate(self._items[first:last + 1], first) if isinstance(item, Paragraph)]

    def _hang(self, index: int, test: Callable[[Paragraph], bool], label: re.Pattern[str]) -> float:
        """The width of the longest label in the group round `index`; measured once a group."""
        if index not in self._hangs:
            group = self._group(index, test)
            labels = (label.match(item.run.text) for _, item in group)
            longest = max((width(found[0]) for found in labels if found), default=0.0)
            self._hangs.update((at, longest) for at, _ in group)
        return self._hangs[index]

    def _closing_margin(self, index: int, item: Paragraph) -> float:
        """Signatures and date are centred over one another; the date ends four characters before the edge, the
        longest of them at least two (GB/T 9704—2012 §7.3.5)."""
        group = [one for _, one in self._group(index, lambda other: other.block.kind in _CLOSING)]
        longest = max(width(paragraph.run.text) for paragraph in group)
        dates = [width(paragraph.run.text) for paragraph in group if paragraph.block.kind is BlockKind.DATE]
        edge = max(2.0, 4.0 - (longest - dates[-1]) / 2) if dates else 2.0
        return edge + (longest - width(item.run.text)) / 2

    def _attachment_note(self, index: int, item: Paragraph, style: Look) -> Look:
        """附件： stands two characters in, the names stand under one another behind it (GB/T 9704—2012 §7.3.4)."""
        hang = self._hang(index, lambda other: other.block.kind is BlockKind.ATTACHMENT_NOTE, _ATTACHMENTS)
        label = _ATTACHMENTS.match(item.run.text)
        number = _NUMBER.match(item.run.text, label.end() if label else 0)
        beside = width(number[0]) if number else 0.0
        return replace(style, left=2.0 + hang + beside, indent=-beside - (hang if label else 0.0))

    def _person(self, index: int, item: Paragraph, style: Look) -> Look:
        """In a list of persons the names stand under one another, behind the longest role."""
        hang = self._hang(index, lambda other: other.block.kind is BlockKind.LIST_ITEM and not other.block.label, _ROLE)
        if not hang:
            return style
        role = _ROLE.match(item.run.text)
        return replace(style, left=2.0 + hang + _HANG, indent=-_HANG - (width(role[0]) if role else 0.0))
