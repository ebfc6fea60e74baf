"""How wide the columns of a table are made on paper, judged from what stands in them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.document import Table

PADDING = 12.0
"""Points left and right of a cell's text together: twice Word's 0.19 cm, and the borders."""
SHORT = 4.0
"""Ems a word of Han characters keeps together where there is room."""
LEAST = 2.0
_UNBROKEN = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Widths:
    """The columns of a table.

    Attributes:
        shares: of each in the width of the table; they add up to 1.
        size: of the type, the largest of those offered in which no figure has to break; else the smallest.
    """

    shares: tuple[float, ...]
    size: float


def widths(table: Table, text: str, room: float, sizes: Sequence[float]) -> Widths:
    """Share out the width of a table: what figures and short words need first, the rest by how much stands in a column.

    Args:
        text: of the document.
        room: width of the table in points.
        sizes: of type that may be used, in points, largest first.
    """
    columns: list[list[str]] = [[] for _ in range(table.columns)]
    for cell in table.cells:
        if cell.column_span == 1:
            columns[cell.column].append(text[cell.start:cell.end].strip())
    needs = [_need(texts, SHORT) for texts in columns]
    free = room - PADDING * len(columns)
    size = next((one for one in sizes if sum(needs) * one <= free), sizes[-1])
    if sum(needs) * size > free:
        needs = [_need(texts, LEAST) for texts in columns]
    left = max(free / size - sum(needs), 0.0)
    wishes = [max(_wish(texts) - need, 0.0) for texts, need in zip(columns, needs, strict=True)]
    given = min(left, sum(wishes))
    if given > 0:
        needs = [need + wish * given / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    whole = [need * size + PADDING for need in needs]
    return Widths(tuple(one / sum(whole) for one in whole), size)


def _width(text: str) -> float:
    """In ems: half an em for a Latin character, a whole one for any other."""
    return sum(0.5 if character < "\x80" else 1.0 for character in text)


def _need(texts: Sequence[str], han: float) -> float:
    """The width under which a figure would break, or a word of Han characters shorter than `han`."""
    unbroken = max((_width(word) for text in texts for word in _UNBROKEN.findall(text)), default=0.0)
    longest = max(map(_width, texts), default=0.0)
    return max(min(longest, han), min(unbroken, 12.0), 1.0)


def _wish(texts: Sequence[str]) -> float:
    filled = [_width(text) for text in texts if text]
    return min(max(filled), 3 * math.sqrt(sum(filled) / len(filled))) if filled else 0.0
