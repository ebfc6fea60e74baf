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


def telling(text: str, ranges: Sequence[Range]) -> int:
    """Which of the ranges says most about a document: the first below its first line, the title; else the first."""
    title = text.find("\n")
    return next((at for at, (start, _) in enumerate(ranges) if start > title), 0)


def snippet(text: str, ranges: Sequence[Range], width: int = WIDTH, at: int = 0) -> tuple[str, tuple[Range, ...]]:
    """Text around one of the ranges, the first unless told, on one line, and the ranges inside it.

    White space becomes spaces, one for one; an ellipsis stands where text was left off. Without ranges: the beginning.
    """
    first, last = ranges[at] if ranges else (0, 0)
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
