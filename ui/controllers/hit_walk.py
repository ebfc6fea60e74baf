"""Walking through the hits of a search, place by place and document by document; without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.search import Hit


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a step leads: a row of the list of hits, and which of its places (from 0)."""

    row: int
    place: int


def stops_of(hit: Hit) -> int:
    """How many stops a hit has: its places in the document; one without places (found by its title) and a note one."""
    return 1 if hit.annotation_id else max(1, len(hit.ranges))


def step(hits: Sequence[Hit], at: Stop | None, *, forward: bool) -> Stop | None:
    """The stop after or before one, None beyond the ends.

    Args:
        at: where one is; None: nowhere yet, then the first stop, or the last, is the answer.
    """
    if not hits:
        return None
    if at is None:
        return Stop(0, 0) if forward else Stop(len(hits) - 1, stops_of(hits[-1]) - 1)
    place = at.place + (1 if forward else -1)
    if 0 <= place < stops_of(hits[at.row]):
        return Stop(at.row, place)
    row = at.row + (1 if forward else -1)
    if not 0 <= row < len(hits):
        return None
    return Stop(row, 0 if forward else stops_of(hits[row]) - 1)
