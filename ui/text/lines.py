"""How long a text is on a line, and how a title is broken into lines of about equal length."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

_OPEN, _SHUT = "“‘《〈（(【〔", "”’》〉）)】〕"
_SPARE = 0.5  # ems: type is set in whole pixels and comes out a little wider than reckoned
_STEP = 0.5  # ems between the line lengths that are tried
_SPLIT = 8.0  # what it costs to break a line inside quotation marks or brackets, in ems of raggedness


def width(text: str) -> float:
    """The width of a text in ems: a Han character is 1, a Latin letter or digit about 0.56, a point 0.28."""
    return sum(map(_width, text))


def balance(text: str, line: float) -> float:
    """The margin on either side of a title that gives it lines of about equal length and good breaks, in its ems.

    Args:
        text: the title.
        line: the length of a full line.
    """
    length = width(text)
    if length <= line:
        return 0.0
    shortest = length / math.ceil(length / line) + 0.5
    tried = [min(shortest + _STEP * step, line) for step in range(int((line - shortest) / _STEP) + 1)] or [line]
    best = min(tried, key=lambda measure: _cost(text, measure))
    return max((line - best - _SPARE) / 2, 0.0)


def _cost(text: str, measure: float) -> float:
    """How ragged the lines are when they are filled up to `measure` one after the other, and how badly broken."""
    lengths, depth, filled, cost = [], 0, 0.0, 0.0
    for piece in _pieces(text):
        wide = width(piece)
        if filled + wide > measure:
            lengths.append(filled)
            filled = 0.0
            cost += _SPLIT * (depth > 0)
        filled += wide
        depth = max(depth + sum((mark in _OPEN) - (mark in _SHUT) for mark in piece), 0)
    lengths.append(filled)
    return cost + max(lengths) - min(lengths)


def _pieces(text: str) -> Iterator[str]:
    """The stretches that Qt breaks no line in. (It breaks none beside curly quotation marks, for one.)"""
    encoded = text.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    start = 0
    while (end := finder.toNextBoundary()) > start:
        yield encoded[2 * start:2 * end].decode("utf-16-le", "surrogatepass")
        start = end


def _width(character: str) -> float:
    if character in ".,:;":
        return 0.28
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.56
