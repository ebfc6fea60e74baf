"""How the width of the pane is shared out between desk, margin, text and notes; without Qt."""

from __future__ import annotations

from dataclasses import dataclass

MEASURE = 40  # the longest line, in Han characters, unless the reader wants another
NARROWEST, WIDEST = 176, 268  # pixels of the notes; with less room there are only the marks in the margin
_SHORTEST = 8  # Han characters: however narrow the pane, so many stand on a line
_GUTTER, _LEAST_GUTTER, _SHARE = 3.4, 2.2, 0.07  # ems, ems, part of the width: paper beside the text


@dataclass(frozen=True, slots=True)
class Placement:
    """Widths in pixels, from left to right; the scroll bar follows.

    Attributes:
        left: desk.
        gutter: paper to the left of the text, where the marks are; as much is to the right of it.
        text: text, with the gutter to its right.
        notes: notes on the desk beside the paper, 0 for none.
        right: all the desk to the right of the paper.
        characters: Han characters a line.
    """

    left: int
    gutter: int
    text: int
    notes: int
    right: int
    characters: int


def gutter(width: int, em: int) -> int:
    """The paper on either side of the text in a pane of this width."""
    return round(min(_GUTTER * em, max(_LEAST_GUTTER * em, width * _SHARE)))


def place(width: int, bar: int, em: int, *, notes: bool, longest: int = MEASURE) -> Placement:
    """Share out a pane: as many whole characters a line as there is room for, up to the longest good line; the paper in
    the middle, or as far to the left as the notes need it.

    Args:
        width: of the pane in pixels.
        bar: width of its scroll bar.
        em: size of the body type in pixels.
        notes: whether there are notes to show.
        longest: the longest line, in Han characters.
    """
    side, room = gutter(width, em), width - bar
    characters = min(max((room - 2 * side) // em, _SHORTEST), longest)
    paper = min(2 * side + characters * em + 2, room)
    free = room - paper
    beside = min(free, WIDEST) if notes and free >= NARROWEST else 0
    left = max(min(free // 2, free - beside), 0)
    return Placement(left, side, paper - side, beside, max(free - left, 0), characters)
