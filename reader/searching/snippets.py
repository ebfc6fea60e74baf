"""A line of text around a match, with the matches in it. Ranges are code points, half-open."""

from __future__ import annotations

import re
from collections.abc import Sequence

Range = tuple[int, int]

WIDTH = 96
BEFORE = 28
"""Characters of a snippet in all, and those before the first match."""

_ENDS = "。！？；!?;\n"
_WHITE = re.compile(r"\s")


def snippet(text: str, ranges: Sequence[Range], width: int = WIDTH) -> tuple[str, tuple[Range, ...]]:
    """Text around the first of the ranges, on one line, and the ranges inside it.

    White space becomes spaces, one for one; an ellipsis stands where text was left off. Without ranges: the beginning.
    """
    first, last = ranges[0] if ranges else (0, 0)
    start = _beginning(text, first)
    end = min(len(text), max(start + width, min(last, start + 3 * width)))
    while end > max(start, last) and text[end - 1].isspace():
        end -= 1
    while start < first and text[start].isspace():
        start += 1
    ahead = "…" if text[:start].strip() else ""
    behind = "…" if text[end:].strip() else ""
    shift = len(ahead) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in ranges if a < end and b > start)
    return ahead + _WHITE.sub(" ", text[start:end]) + behind, inside


def _beginning(text: str, first: int) -> int:
    """Where a snippet begins: at the sentence's beginning when it is near, else some characters before the match."""
    nearest = max(0, first - BEFORE)
    for offset in range(first - 1, max(nearest - BEFORE // 2, 0) - 1, -1):
        if text[offset] in _ENDS:
            return offset + 1
    return nearest
