"""Approximate matching of a short pattern in a text by Myers' bit-parallel edit distance, with the way back.

G. Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming, J. ACM 46 (1999);
the formulation and the traceback from bit vectors follow H. Hyyrö (2003, 2004). Python's integers are the vectors, so a
pattern may have any length.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """The best match of three consecutive pieces of a pattern inside a text, whose own ends are free.

    Attributes:
        start, end: range of the text that the middle piece matches.
        edits: substitutions, insertions and omissions inside the first, middle and last piece.
    """

    start: int
    end: int
    edits: tuple[int, int, int]


def align(before: str, quote: str, after: str, text: str) -> Alignment:
    """Match before + quote + after somewhere in text with the fewest edits.

    Characters inserted at the seams count for the context, not for the quote. Time is proportional to
    len(text) times the machine words of the pattern.
    """
    pattern = before + quote + after
    diagonals, verticals, end, _ = _columns(pattern, text)
    first, last = len(before), len(before) + len(quote)
    i, j = len(pattern), end
    counts = [0, 0, 0]
    quote_start = quote_end = end
    while i > 0:
        bit = 1 << (i - 1)
        piece = 0 if i <= first else 1 if i <= last else 2
        if j > 0 and pattern[i - 1] == text[j - 1]:
            i, j = i - 1, j - 1
        elif j > 0 and not diagonals[j - 1] & bit:
            counts[piece] += 1
            i, j = i - 1, j - 1
        elif j == 0 or verticals[j - 1] & bit:
            counts[piece] += 1
            i -= 1
        else:
            # A character of the text more than the pattern has. At the quote's seams it is not the quote's.
            counts[2 if i == last and after else 0 if i == first and before else piece] += 1
            j -= 1
            if i == last:
                quote_end = j
            continue
        if i == last:
            quote_end = j
        if i == first:
            quote_start = j
    return Alignment(quote_start, max(quote_start, quote_end), (counts[0], counts[1], counts[2]))


def edits(pattern: str, text: str) -> int:
    """The fewest edits that make the pattern stand somewhere in text."""
    return _columns(pattern, text)[3] if pattern else 0


def _columns(pattern: str, text: str) -> tuple[list[int], list[int], int, int]:
    """Per character of the text the diagonal-zero and vertical-plus vectors; where the best match ends; its edits."""
    size = len(pattern)
    full = (1 << size) - 1
    top = 1 << (size - 1)
    masks: dict[str, int] = {}
    for place, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | (1 << place)
    plus, minus = full, 0
    score = best = size
    end = 0
    diagonals: list[int] = []
    verticals: list[int] = []
    for column, character in enumerate(text, 1):
        match = masks.get(character, 0) | minus
        diagonal = (((match & plus) + plus) ^ plus) | match
        diagonal &= full
        more = minus | (full & ~(plus | diagonal))
        less = plus & diagonal
        if more & top:
            score += 1
        elif less & top:
            score -= 1
        more = (more << 1) & full
        minus = more & diagonal
        plus = ((less << 1) & full) | (full & ~(more | diagonal))
        diagonals.append(diagonal)
        verticals.append(plus)
        if score < best:
            best, end = score, column
    return diagonals, verticals, end, best
