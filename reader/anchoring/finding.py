"""Find the places of a folded text that are like a quote between its contexts, exactly or nearly so."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from reader.anchoring.alignment import align, edits
from reader.anchoring.folding import FoldedText

MOST_PLACES = 200
"""A gram that stands more often than this tells nothing of the place; no more of it are looked at."""
MOST_QUOTES = 24
"""A quote that stands more often than this is not looked up by itself, only together with its contexts."""
MOST_REGIONS = 16
MOST_CANDIDATES = 8
LEAST_ALIGNED = 0.4
BIN = 16
"""Votes for a place are gathered over this many characters, more than the drift within a pattern at 10 % noise."""
SEAM = 6
"""So many characters may have come between a quote and its context."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is looked for: a quote and what stands before and after it, all folded and without white space."""

    before: str
    quote: str
    after: str

    @property
    def whole(self) -> str:
        """The three in a row."""
        return self.before + self.quote + self.after

    @property
    def pieces(self) -> tuple[str, str, str]:
        """The three, one by one."""
        return self.before, self.quote, self.after


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place like a pattern.

    Attributes:
        start, end: range of the quote in the dense text.
        score: share of the whole pattern that is unchanged there, 0.0 to 1.0.
        quote, before, after: the same for each piece; 1.0 for an empty context.
    """

    start: int
    end: int
    score: float
    quote: float
    before: float
    after: float


def exact(pattern: Pattern, text: FoldedText, most: int = MOST_CANDIDATES) -> list[Candidate]:
    """The places where the whole pattern stands unchanged, ascending, at most `most`."""
    lead, size = len(pattern.before), len(pattern.quote)
    return [Candidate(at + lead, at + lead + size, 1.0, 1.0, 1.0, 1.0) for at in text.positions(pattern.whole, most)]


def near(pattern: Pattern, text: FoldedText, least: float, *,
         apart_from: tuple[int, int] | None = None) -> list[Candidate]:
    """The places like the pattern, best first, none overlapping another.

    Args:
        least: score under which a place is of no interest, 0.0 to 1.0. Places where the quote itself is changed come
            only from `LEAST_ALIGNED` on: below, chance makes them.
        apart_from: range of the dense text that no place may touch: where the pattern was taken from.
    """
    found: list[Candidate] = []
    quotes = text.positions(pattern.quote, MOST_QUOTES)
    if len(quotes) < MOST_QUOTES:
        found = [_around(pattern, text, at) for at in quotes]
    found = [one for one in found if one.score >= least and not _touches(one, apart_from)]
    best = max((one.score for one in found), default=0.0)
    for at, share in _regions(pattern, text):
        # Where each character is kept with probability s, s³ of the grams are; under half of that is not worth a look.
        if share < 0.5 * max(LEAST_ALIGNED, best - 0.25) ** 3:
            break
        one = _aligned(pattern, text, at)
        if one is not None and one.score >= max(least, LEAST_ALIGNED) and not _touches(one, apart_from):
            found.append(one)
            best = max(best, one.score)
    found.sort(key=lambda one: (-one.score, one.start))
    apart: list[Candidate] = []
    for one in found:
        if all(not _touches(one, (other.start, other.end)) for other in apart):
            apart.append(one)
    return apart[:MOST_CANDIDATES]


def _touches(one: Candidate, taken: tuple[int, int] | None) -> bool:
    return taken is not None and one.start < taken[1] and taken[0] < one.end


def _regions(pattern: Pattern, text: FoldedText) -> list[tuple[int, float]]:
    """Where the pattern may begin in the text, and which share of its grams gathers there, most first."""
    whole = pattern.whole
    width = 3 if len(whole) >= 24 else min(2, len(whole))
    grams = [whole[at:at + width] for at in range(len(whole) - width + 1)]
    bins: Counter[int] = Counter()
    common = 0
    for offset, gram in enumerate(grams):
        places = text.positions(gram, MOST_PLACES)
        if len(places) < MOST_PLACES:
            bins.update([(place - offset) // BIN for place in places])
        else:
            common += 1
    asked = len(grams) - common
    if not asked:
        return []
    peaks = []
    for key, votes in bins.items():
        # A place near the edge of a bin votes into its neighbour as well; the greater of two stands for both.
        below, above = bins.get(key - 1, 0), bins.get(key + 1, 0)
        if votes > below and votes >= above:
            peaks.append((key * BIN, min(1.0, (votes + max(below, above)) / asked)))
    peaks.sort(key=lambda peak: -peak[1])
    return peaks[:MOST_REGIONS]


def _around(pattern: Pattern, text: FoldedText, at: int) -> Candidate:
    """The candidate whose quote stands unchanged at `at`."""
    end = at + len(pattern.quote)
    before = text.dense[max(0, at - len(pattern.before) - SEAM):at]
    after = text.dense[end:end + len(pattern.after) + SEAM]
    lost_before = 0 if before.endswith(pattern.before) else edits(pattern.before, before)
    lost_after = 0 if after.startswith(pattern.after) else edits(pattern.after, after)
    return _candidate(pattern, at, end, (lost_before, 0, lost_after))


def _aligned(pattern: Pattern, text: FoldedText, at: int) -> Candidate | None:
    """The candidate whose whole pattern begins near `at`, None if nothing of the quote is there."""
    size = len(pattern.whole)
    slack = 2 * BIN + size // 8
    left = max(0, at - slack)
    match = align(*pattern.pieces, text.dense[left:at + size + slack])
    if match.start == match.end:
        return None
    return _candidate(pattern, left + match.start, left + match.end, match.edits)


def _candidate(pattern: Pattern, start: int, end: int, lost: tuple[int, int, int]) -> Candidate:
    shares = [max(0.0, 1 - count / len(piece)) if piece else 1.0
              for count, piece in zip(lost, pattern.pieces, strict=True)]
    return Candidate(start, end, max(0.0, 1 - sum(lost) / len(pattern.whole)), shares[1], shares[0], shares[2])
