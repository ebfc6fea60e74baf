"""The annotations a page shows, in order and in depth: worked out once, and mended where a few have changed."""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from reader.model.annotation import AnchorState, PlacedAnnotation, Style
from ui.text.marks import MAX_DEPTH, Shown, line_colour
from ui.theme import Theme

_FEW = 400
"""With more that have come or gone all is worked out anew."""
_Order = tuple[int, int, str, str]


def shown(placed: Iterable[PlacedAnnotation], styles: Sequence[Style], theme: Theme, length: int
          ) -> tuple[Shown, ...]:
    """The annotations that have a place in a text of `length` code points, in text order, longer before shorter.

    A note on the whole document has the empty range at its start.
    """
    return Layers().show(placed, styles, theme, length)


class Layers:
    """What `shown` tells, again and again of one text: thousands of annotations stay while one comes or goes."""

    def __init__(self) -> None:
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._for: tuple[Sequence[Style], Theme, int] | None = None
        self._marks: list[Shown] = []
        self._lanes: list[int] = []  # of each mark: the first that was free where it begins; without bound

    def show(self, placed: Iterable[PlacedAnnotation], styles: Sequence[Style], theme: Theme, length: int
             ) -> tuple[Shown, ...]:
        """As `shown`. An annotation that is the same object as the last time, and lies as deep, gives the same
        `Shown`."""
        now, wanted = tuple(placed), (tuple(styles), theme, length)
        gone, fresh = _difference(self._placed, now)
        if wanted != self._for or len(gone) + len(fresh) > _FEW:
            self._marks, self._lanes, gone, fresh = [], [], (), now
        self._placed, self._for = now, wanted
        self._mend(gone, [mark for one in fresh if (mark := _mark(one, *wanted)) is not None], length)
        return tuple(self._marks)

    def _mend(self, gone: Sequence[PlacedAnnotation], fresh: Sequence[Shown], length: int) -> None:
        """Take marks out and put others in, and lay anew what lies otherwise for that."""
        marks, lanes = self._marks, self._lanes
        orders = [*filter(None, (_order_of(one, length) for one in gone)), *map(_order, fresh)]
        if not orders:
            return
        first, last = bisect_left(marks, min(orders), key=_order), bisect_right(marks, max(orders), key=_order)
        before = _ends(marks[:last], lanes[:last])
        away = set(map(id, gone))
        changed = sorted([*(mark for mark in marks[first:last] if id(mark.placed) not in away), *fresh], key=_order)
        marks[first:last] = changed
        lanes[first:last] = [-1] * len(changed)
        self._lay(first, first + len(changed), _ends(marks[:first], lanes[:first]), before)

    def _lay(self, first: int, least: int, ends: list[int], before: list[int]) -> None:
        """Give each mark from `first` on a lane; from `least` on only as long as the lanes are not as they were.

        Args:
            ends: where the last mark of each lane ends, of the marks before `first`.
            before: the same of all before `least`, as it was when those from there on got their lanes.
        """
        marks, lanes = self._marks, self._lanes
        for at in range(first, len(marks)):
            start, end = marks[at].start, marks[at].end
            if at >= least and _alike(ends, before, start):
                return
            lane = 0
            if start < end:
                if at >= least:
                    _put(before, lanes[at], end)
                lane = next((lane for lane, reach in enumerate(ends) if reach <= start), len(ends))
                _put(ends, lane, end)
            lanes[at] = lane
            marks[at] = marks[at].at_depth(min(lane, MAX_DEPTH - 1))


def _alike(ends: Sequence[int], others: Sequence[int], start: int) -> bool:
    """Whether what begins at `start` or later finds the same lanes free."""
    return all(one == other or (one <= start and other <= start)
               for one, other in zip_longest(ends, others, fillvalue=0))


def _put(ends: list[int], lane: int, end: int) -> None:
    if lane == len(ends):
        ends.append(end)
    else:
        ends[lane] = end


def _ends(marks: Sequence[Shown], lanes: Sequence[int]) -> list[int]:
    """Where the last mark of each lane ends."""
    ends = [0] * (max(lanes, default=-1) + 1)
    for mark, lane in zip(marks, lanes, strict=True):
        if not mark.whole:
            ends[lane] = mark.end
    return ends


def _difference(before: tuple[PlacedAnnotation, ...], now: tuple[PlacedAnnotation, ...]
                ) -> tuple[tuple[PlacedAnnotation, ...], tuple[PlacedAnnotation, ...]]:
    """What stands between the objects with which both begin and those with which both end."""
    short = min(len(before), len(now))
    first = next((at for at, same in enumerate(map(operator.is_, before, now)) if not same), short)
    backwards = map(operator.is_, reversed(before), reversed(now))
    last = min(short - first, next((at for at, same in enumerate(backwards) if not same), short))
    return before[first:len(before) - last], now[first:len(now) - last]


def _range(one: PlacedAnnotation, length: int) -> tuple[int, int] | None:
    """Where it is shown, code points; None for what has no place."""
    place = one.placement
    if place.state is AnchorState.ORPHAN:
        return None
    if one.annotation.anchor is None:
        return 0, 0
    if place.start is None or place.end is None:
        return None
    start, end = max(place.start, 0), min(place.end, length)
    return (start, end) if start < end else None


def _order_of(one: PlacedAnnotation, length: int) -> _Order | None:
    place = _range(one, length)
    return None if place is None else (place[0], -place[1], one.annotation.created, one.annotation.id)


def _order(mark: Shown) -> _Order:
    made = mark.placed.annotation
    return mark.start, -mark.end, made.created, made.id


def _mark(one: PlacedAnnotation, styles: Sequence[Style], theme: Theme, length: int) -> Shown | None:
    place = _range(one, length)
    if place is None:
        return None
    style = next((style for style in styles if style.name == one.annotation.style), None)
    label = style.label if style else one.annotation.style
    colour = (style.dark if theme.dark else style.light) if style else theme.shade
    noted = bool(one.annotation.note.strip())
    return Shown(one, *place, 0, theme.fill(colour), line_colour(colour, theme), label[:1] or "?", label, noted)
