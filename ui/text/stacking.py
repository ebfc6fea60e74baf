"""Where notes stand beside the text so that none covers another; without Qt."""

from __future__ import annotations

from collections.abc import Sequence

Wish = tuple[float, float]
"""Where the top of a note would best stand, and its height."""


def stack(wishes: Sequence[Wish], gap: float, fixed: int | None = None) -> list[float]:
    """The tops of notes: each where it wants to be, or as far below as the notes before it push it.

    Args:
        wishes: ordered from top to bottom.
        gap: between two notes.
        fixed: index of a note that stands exactly where it wants to be; those before it are pushed up instead.
    """
    tops: list[float] = []
    for index, (wish, _) in enumerate(wishes):
        least = tops[-1] + wishes[index - 1][1] + gap if tops else wish
        tops.append(wish if index == fixed else max(wish, least))
    if fixed is not None:
        for index in range(fixed - 1, -1, -1):
            tops[index] = min(tops[index], tops[index + 1] - wishes[index][1] - gap)
    return tops
