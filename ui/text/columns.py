"""How wide the columns of a table are and how their cells are set, judged from what stands in them; without Qt."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from enum import Enum

from ui.text.plan import Shape

_NUMBER = re.compile(r"[-+−±<>≤≥＜＞]?\s*\d[\d,，.．\s]*[%％‰]?|[-—–/／]+")
_SHORT = 9  # Han characters: a cell up to this length is set in the middle rather than as running text


class Setting(Enum):
    """How a cell is aligned."""

    NUMBER = "number"
    CENTRE = "centre"
    TEXT = "text"


def width(text: str) -> float:
    """The width of a text in ems: a Han character is 1, a Latin letter or digit about 0.55."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.55 for character in text)


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


def shares(shape: Shape) -> tuple[float, ...]:
    """The share of each column in the table's width; they add up to 1.

    A column asks for what its longest unbroken word needs and, above that, for a root of its mean length: a column
    of prose gets more than one of figures, but does not crush it.
    """
    wishes = [_wish([text for _, text in column]) for column in _columns(shape)]
    total = sum(wishes)
    return tuple(wish / total for wish in wishes)


def natural_width(shape: Shape) -> float:
    """The width in ems at which no figure or short cell of the table would break."""
    return sum(min(max((width(text) for _, text in column), default=1.0), _SHORT) + 1.4 for column in _columns(shape))


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


def _wish(texts: Sequence[str]) -> float:
    filled = [width(text) for text in texts if text.strip()]
    if not filled:
        return 2.0
    longest, mean = max(filled), sum(filled) / len(filled)
    unbroken = max(width(word) for text in texts for word in re.split(r"[^\x21-\x7e]+", text))
    return max(min(longest, 4.0), unbroken, min(longest, 2.2 * math.pow(mean, 0.62))) + 1.2
