"""How a file is wrapped: the width of its full lines, what its blank lines and indents mean."""

from __future__ import annotations

import re
from collections import Counter

from reader.importing.grammar import titles
from reader.importing.repair.line import Line, width

TERMINAL = frozenset("。！？；：:;!?…")
"""Characters that end a sentence or a paragraph."""
CLOSERS = "”’）)】〕》」』］"
"""Characters that may follow the end of a sentence."""
INDENTED = 3
"""Half-width columns from which on a line is indented as first lines are."""
SET_APART = re.compile(r"\S(?: {4,}|　{2,})\S")
"""Words set apart in a line: a list in columns, whose lines are whole."""
_FEWEST_CUT = 4
_NARROWEST, _WIDEST = 36, 100
_FEWEST_OPEN = 6
_RUNNING = re.compile(r"[，、。；]")
_PAGE_ENDS = frozenset("0123456789）)")
_LEADERS = ("………", "⋯⋯⋯", ".....", "·····", "—————", "-----", "_____")


class Wrapping:
    """How a file is wrapped.

    Attributes:
        limit: width of a full line in half-width columns, 0 where lines are not wrapped.
        blank_means: whether a blank line says anything about paragraphs.
        spaced: share of lines with a blank line before them.
        indents: whether paragraphs are marked by indents.
        whole: whether lines are whole paragraphs, for nearly all long ones end a sentence.
    """

    __slots__ = ("blank_means", "indents", "limit", "spaced", "whole")

    def __init__(self, lines: list[Line]) -> None:
        texts = [
            line
            for line in lines
            if line.table is None and "\t" not in line.text and not line.whole and not _leads(line.text)
        ]
        widths = [width(line.text) for line in texts]
        long = [size for size in widths if size >= 24]
        self.spaced = sum(1 for line in lines if line.blank) / max(1, len(lines))
        self.limit = _limit(long) or _open_width(texts, widths) or _cut_width(texts, widths)
        self.blank_means = not (self.limit and self.spaced > 0.6)
        indented = sum(1 for line in lines if line.indent >= INDENTED)
        self.whole = not self.limit and _ends_whole(lines)
        self.indents = len(lines) > 8 and 0.05 < indented / len(lines) < 0.9


def _ends_whole(lines: list[Line]) -> bool:
    long = [line.text for line in lines if line.table is None and "\t" not in line.text and len(line.text) >= 26]
    long = [
        text
        for text in long
        if not text[-1].isdecimal()
        and text[0] not in "—–"
        and not SET_APART.search(text)
        and not titles.ends_like_title(text)
    ]
    return sum(text[-1] in TERMINAL or text[-1] in CLOSERS for text in long) * 10 >= len(long) * 8


def _cut_width(texts: list[Line], widths: list[int]) -> int:
    """The width at which several lines stop in mid-sentence and which none exceeds: a short wrapped file; else 0."""
    limit = max(widths, default=0)
    if limit > _WIDEST:
        return 0
    sizes = [size + min(line.indent, 2 * INDENTED) for line, size in zip(texts, widths, strict=True)]
    limit = max(sizes, default=0)
    full = [line.text for line, size in zip(texts, sizes, strict=True) if size >= limit - 3]
    if limit < _NARROWEST or len(full) < _FEWEST_CUT:
        return 0
    cut = [text for text in full if text[-1] not in TERMINAL and text[-1] not in CLOSERS]
    return limit if len(cut) * 10 >= len(full) * 7 else 0


def _open_width(texts: list[Line], widths: list[int]) -> int:
    """The width at which lines of running text stop in mid-sentence, wherever they do, and few exceed; else 0.

    Where lists, tables and short notices fill a file, its full lines are few among the long ones.
    """
    running = [
        (size + min(line.indent, 2 * INDENTED), line.text)
        for line, size in zip(texts, widths, strict=True)
        if _RUNNING.search(line.text) and not SET_APART.search(line.text)
    ]
    stopped = [
        size
        for size, text in running
        if size >= _NARROWEST
        and text[-1] not in TERMINAL
        and text[-1] not in CLOSERS
        and not titles.ends_like_title(text)
    ]
    if len(stopped) < _FEWEST_OPEN:
        return 0
    counts = Counter(stopped)
    best = max(counts, key=lambda size: sum(counts[size + step] for step in range(-3, 4)))
    near = sum(count for size, count in counts.items() if abs(size - best) <= 3)
    over = sum(1 for size, _ in running if size > best + 4)
    return best if best <= _WIDEST and near * 10 >= len(stopped) * 7 and over * 50 <= len(texts) else 0


def _leads(text: str) -> bool:
    """Whether dots lead to a page: how wide such lines are tells nothing of the text's."""
    return text[-1:] in _PAGE_ENDS and any(leader in text for leader in _LEADERS)


def _limit(long: list[int]) -> int:
    """The common width of full lines, or 0."""
    if len(long) < 12:
        return 0
    counts = Counter(long)
    best = max(counts, key=lambda size: sum(counts[size + step] for step in (-2, -1, 0, 1, 2)))
    near = sum(count for size, count in counts.items() if best - 6 <= size <= best + 6)
    over = sum(count for size, count in counts.items() if size > best + 8)
    return best if near / len(long) >= 0.5 and over / len(long) <= 0.06 else 0
