"""How wide the columns of a table are and how their cells are set, judged from what stands in them."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from ui.text.lines import width
from ui.text.plan import Shape

_NUMBER = re.compile(r"[-+−±<>≤≥＜＞]?\s*\d[\d,，.．\s]*[%％‰]?|[-—–/／]+")
_PADDING, _CLOSE = 0.5, 0.2  # ems: the room on either side of a cell's text, and in a crowded table
_SMALLEST = 0.84  # what the type of a crowded table is shrunk to
_LEAST = 0.6  # and to if figures would break otherwise
_ROUNDING = 0.15  # ems: glyphs and borders are set on whole pixels
_SHORT = 9  # Han characters: a cell up to this length is set in the middle rather than as running text


class Setting(Enum):
    """How a cell is aligned."""

    NUMBER = "number"
    CENTRE = "centre"
    TEXT = "text"


def is_number(text: str) -> bool:
    """Whether a cell holds a figure (or a dash that stands for one)."""
    return _NUMBER.fullmatch(text.strip()) is not None


def header_rows(shape: Shape) -> int:
    """The rows to show as the header: what the importer says; where it does not know, a first row of words that
    stands over figures."""
    if shape.table.header_rows:
        return min(shape.table.header_rows, shape.rows)
    first = [slot.text for slot in shape.slots if slot.row == 0]
    wordy = all(text.strip() and not is_number(text) for text in first)
    return 1 if wordy and any(is_number(slot.text) for slot in shape.slots if slot.row > 0) else 0


def settings(shape: Shape, header: int) -> tuple[Setting, ...]:
    """The setting of each column's body cells: figures to the right, short words in the middle, prose to the left."""
    return tuple(_setting([text for row, text in column if row >= header and text.strip()])
                 for column in _columns(shape))


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table is made to fit.

    Attributes:
        shares: of each column in the table's width; they add up to 1.
        shrink: what the size of its type is multiplied by.
        padding: the room on either side of a cell's text, in ems of its type.
    """

    shares: tuple[float, ...]
    shrink: float
    padding: float


def fit(shape: Shape, room: float) -> Fit:
    """Share out the width of a table.

    Every column gets what its longest unbroken word needs; what is left is given out by a root of the mean length, so
    that a column of prose gets more than one of figures but does not crush it. A crowded table is set smaller, then
    closer, and words of Han characters may break before figures do.

    Args:
        shape: the table.
        room: the width of the table in ems of its type when that is not made smaller.
    """
    columns = [[text for _, text in column] for column in _columns(shape)]
    natural = sum(min(max(map(width, texts), default=1.0), _SHORT) + 2 * _PADDING for texts in columns)
    shrink = min(max(room / natural, _SMALLEST), 1.0)
    room /= shrink
    padding, needs = _PADDING, [_need(texts, 4.0) + 2 * _PADDING for texts in columns]
    if sum(needs) > room:
        padding, needs = _CLOSE, [_need(texts, 2.0) + 2 * _CLOSE for texts in columns]
        # Small figures can be read, and the table opened larger; broken ones cannot.
        smaller = max(room * shrink / sum(needs), _LEAST) if sum(needs) > room else shrink
        room, shrink = room * shrink / smaller, smaller
    wishes = [max(_wish(texts) + 2 * padding - need, 0.0) for texts, need in zip(columns, needs, strict=True)]
    left = room - sum(needs)
    if left > 0 and sum(wishes) > 0:
        wanted = min(left, sum(wishes))
        needs = [need + wish * wanted / sum(wishes) for need, wish in zip(needs, wishes, strict=True)]
    total = sum(needs)
    return Fit(tuple(need / total for need in needs), shrink, padding)


def _columns(shape: Shape) -> list[list[tuple[int, str]]]:
    """Row and text of the cells that stand in one column only, by column."""
    result: list[list[tuple[int, str]]] = [[] for _ in range(shape.columns)]
    for slot in shape.slots:
        if slot.column_span == 1:
            result[slot.column].append((slot.row, slot.text))
    return result


def _setting(texts: Sequence[str]) -> Setting:
    if texts and sum(map(is_number, texts)) >= 0.6 * len(texts):
        return Setting.NUMBER
    return Setting.CENTRE if all(width(text) <= _SHORT for text in texts) else Setting.TEXT


def _need(texts: Sequence[str], han: float) -> float:
    """The width under which a figure or Latin word of a column would break, or a Han word shorter than `han`."""
    longest = max(map(width, texts), default=0.0)
    unbroken = max((width(word) for text in texts for word in re.split(r"[^\x21-\x7e]+", text)), default=0.0)
    return max(min(longest, han), min(unbroken, 12.0), 1.0) + _ROUNDING


def _wish(texts: Sequence[str]) -> float:
    filled = [width(text) for text in texts if text.strip()]
    return min(max(filled), 2.2 * math.pow(sum(filled) / len(filled), 0.62)) if filled else 0.0
