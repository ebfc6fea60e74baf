"""How wide the columns of a table are made on paper, judged from what stands in them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.document import Table

MARGIN = 2.85
"""Points left and right of a cell's text: a millimetre."""
PADDING = 2 * MARGIN + 1.0
"""Both together, and the border."""
TOGETHER = (4.0, 3.0, 2.0)
"""Ems a word of Han characters keeps together: the first where there is room, the others by and by."""
SENTENCE = 9.0
"""Ems from which a cell is read as running text, and not set in the middle."""
_UNBROKEN = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns of a table.

    Attributes:
        shares: of each in the width of the table; they add up to 1.
        size: of the type, the largest of those offered in which no figure has to break; else the smallest.
        centred: of each column, whether it holds figures and short words only, which are set in the middle.
        crowded: whether figures or short words have to break even in the smallest type.
    """

    shares: tuple[float, ...]
    size: float
    centred: tuple[bool, ...]
    crowded: bool = False


def widths(table: Table, text: str, room: float, sizes: Sequence[float]) -> Widths:
    """Share out the width of a table: what figures and short words need first, the rest by how much stands in a column.

    Args:
        text: of the document.
        room: width of the table in points.
        sizes: of type that may be used, in points, largest first.
    """
    columns: list[list[str]] = [[] for _ in range(table.columns)]
    body: list[list[str]] = [[] for _ in range(table.columns)]
    for cell in table.cells:
        if cell.column_span == 1:
            columns[cell.column].append(text[cell.start:cell.end].strip())
            if cell.row >= table.header_rows:
                body[cell.column].append(columns[cell.column][-1])
    needs = [_need(texts, TOGETHER[0]) for texts in columns]
    free = room - PADDING * len(columns)
    size = next((one for one in sizes if sum(needs) * one <= free), sizes[-1])
    crowded = sum(needs) * size > free
    for fewer in TOGETHER[1:]:
        if sum(needs) * size > free:
            needs = [_need(texts, fewer) for texts in columns]
    left = max(free / size - sum(needs), 0.0)
    wishes = [max(_wish(texts) - need, 0.0) for texts, need in zip(columns, needs, strict=True)]
    given = min(left, sum(wishes))
    if given > 0:
        needs = [need + wish * given / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    whole = [need * size + PADDING for need in needs]
    centred = tuple(max(map(_width, texts), default=0.0) <= SENTENCE for texts in body)
    return Widths(tuple(one / sum(whole) for one in whole), size, centred, crowded)


def _width(text: str) -> float:
    """In ems: half an em for a Latin character, more for a capital, a whole one for any other."""
    return sum(1.0 if character >= "\x80" else 0.7 if character.isupper() else 0.5 for character in text)


def _need(texts: Sequence[str], han: float) -> float:
    """The width under which a figure would break, or a word of Han characters shorter than `han`."""
    unbroken = max((_width(word) for text in texts for word in _UNBROKEN.findall(text)), default=0.0)
    longest = max(map(_width, texts), default=0.0)
    return max(min(longest, han), min(unbroken, 12.0), 1.0)


def _wish(texts: Sequence[str]) -> float:
    filled = [_width(text) for text in texts if text]
    return min(max(filled), 3 * math.sqrt(sum(filled) / len(filled))) if filled else 0.0
