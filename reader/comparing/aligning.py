"""Which units of two texts belong together: equal ones first, between them the most alike, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from reader.comparing.units import Unit, pairs_of

ALIKE = 0.45
"""Likeness (of 1.0) from which two paragraphs are one that was changed, rather than one gone and one new."""

MOST_CELLS = 40_000
"""Units left × units right up to which every pairing is weighed; beyond it only units near the same place."""

MOST_JOINED = 4
"""Paragraphs of one text that may together be one of the other: a cut at a page end is no change."""

Pair = tuple[tuple[int, int], tuple[int, int]]
"""Two ranges of unit numbers, half-open, that belong together; one of them may be empty."""


def align(left: Sequence[Unit], right: Sequence[Unit]) -> Iterator[Pair]:
    """Pairs in order; together they hold every unit of both texts once."""
    matcher = SequenceMatcher(None, [one.ink for one in left], [one.ink for one in right], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (((a + step, a + step + 1), (c + step, c + step + 1)) for step in range(b - a))
        else:
            yield from _between(left, right, (a, b), (c, d))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two units are: twice the pairs they share to all their pairs, 0.0 to 1.0."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 1.0


def _between(left: Sequence[Unit], right: Sequence[Unit], a: tuple[int, int], c: tuple[int, int]) -> Iterator[Pair]:
    """The best pairing of a stretch without equal units: that whose likenesses, weighed by length, sum up highest."""
    rows, columns = a[1] - a[0], c[1] - c[0]
    if not rows or not columns:
        yield from _lonely(a, c)
        return
    reach = max(rows, columns) if rows * columns <= MOST_CELLS else max(MOST_CELLS // (2 * max(rows, columns)), 20)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    steps: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows, -1, -1):
        for column in range(columns, -1, -1):
            if row == rows and column == columns:
                continue
            near = abs(row * columns - column * rows) <= reach * max(rows, columns)
            score, step = _best_step(left, right, (a[0] + row, c[0] + column), (a[1], c[1]), best, (row, column), near)
            best[row][column], steps[row, column] = score, step
    row = column = 0
    while row < rows or column < columns:
        down, across = steps[row, column]
        yield (a[0] + row, a[0] + row + down), (c[0] + column, c[0] + column + across)
        row, column = row + down, column + across


def _best_step(left: Sequence[Unit], right: Sequence[Unit], at: tuple[int, int], ends: tuple[int, int],
               best: list[list[float]], cell: tuple[int, int], near: bool) -> tuple[float, tuple[int, int]]:
    """The best score from a cell on, and the step that leads to it: units taken from the left and from the right."""
    (i, j), (row, column) = at, cell
    found = (-1.0, (0, 1))
    # One without a partner is taken alone; what is gone comes before what is new.
    if j < ends[1]:
        found = (best[row][column + 1], (0, 1))
    if i < ends[0] and best[row + 1][column] >= found[0]:
        found = (best[row + 1][column], (1, 0))
    if i >= ends[0] or j >= ends[1] or not near:
        return found
    for down, across in _joins(left, right, i, j, ends):
        alike = likeness(_pairs(left, i, i + down), _pairs(right, j, j + across))
        if alike >= ALIKE:
            length = sum(len(one.ink) for one in left[i:i + down]) + sum(len(one.ink) for one in right[j:j + across])
            score = best[row + down][column + across] + alike * length
            found = max(found, (score, (down, across)))
    return found


def _joins(left: Sequence[Unit], right: Sequence[Unit], i: int, j: int, ends: tuple[int, int],
           ) -> Iterator[tuple[int, int]]:
    """How many units each side may give: one of each, or several of one side that are together no longer."""
    yield 1, 1
    for first, second, last, at, other, order in (
            (left, right, ends[0], i, j, 1), (right, left, ends[1], j, i, -1)):
        whole = len(second[other].ink)
        length = len(first[at].ink)
        for count in range(2, MOST_JOINED + 1):
            if at + count > last:
                break
            length += len(first[at + count - 1].ink)
            if length > 1.3 * whole:
                break
            yield (count, 1) if order > 0 else (1, count)


def _pairs(found: Sequence[Unit], start: int, end: int) -> frozenset[str]:
    if end - start == 1:
        return found[start].pairs
    return pairs_of("".join(one.ink for one in found[start:end]))


def _lonely(a: tuple[int, int], c: tuple[int, int]) -> Iterator[Pair]:
    yield from (((at, at + 1), (c[0], c[0])) for at in range(*a))
    yield from (((a[1], a[1]), (at, at + 1)) for at in range(*c))
