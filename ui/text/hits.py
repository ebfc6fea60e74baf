"""The hits of a search in one document, and which of them is the current one; without Qt."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable


class Hits:
    """Ranges (code points, half-open) in text order, walked round in a circle.

    Args:
        ranges: in any order; empty ones and doubles are dropped.
    """

    def __init__(self, ranges: Iterable[tuple[int, int]] = ()) -> None:
        self.ranges = tuple(sorted({(start, end) for start, end in ranges if start < end}))
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self.ranges)

    def step(self, forward: bool, offset: int) -> tuple[int, int] | None:
        """Make the next or previous hit the current one and return its range; None when there are none.

        Args:
            forward: to the next, else to the previous.
            offset: where to begin when there is no current hit: at the first hit from there, or the last before it.
        """
        if not self.ranges:
            return None
        if self.current is None:
            found = bisect_left(self.ranges, (offset, -1))
            self.current = (found if forward else found - 1) % len(self.ranges)
        else:
            self.current = (self.current + (1 if forward else -1)) % len(self.ranges)
        return self.ranges[self.current]

    def choose(self, number: int) -> tuple[int, int]:
        """Make a hit the current one, counted from 0, and return its range. IndexError when there is no such hit."""
        found = self.ranges[number]
        self.current = number
        return found

    def between(self, start: int, end: int) -> tuple[tuple[int, int, bool], ...]:
        """The hits that touch [start, end), each with whether it is the current one."""
        first = max(bisect_left(self.ranges, (start, -1)) - 1, 0)
        found = []
        for index in range(first, len(self.ranges)):
            begin, stop = self.ranges[index]
            if begin >= end:
                break
            if stop > start:
                found.append((begin, stop, index == self.current))
        return tuple(found)
