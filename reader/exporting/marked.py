"""What the user marked, cut to the stretches of text that a format writes one by one; notes get numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.model.annotation import AnchorState, PlacedAnnotation

SURE = frozenset({AnchorState.EXACT, AnchorState.MOVED})
"""States in which an annotation is shown where it stands."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An annotation on the text. `number` is that of its note, 0 where it has nothing to say beside the mark."""

    start: int
    end: int
    placed: PlacedAnnotation
    number: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """An annotation whose note is listed under a number."""

    number: int
    placed: PlacedAnnotation


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks. `numbers`: of the notes whose marks end with it."""

    start: int
    end: int
    marks: tuple[Marked, ...]
    numbers: tuple[int, ...]


def number(annotations: Iterable[PlacedAnnotation]) -> tuple[tuple[Marked, ...], tuple[Numbered, ...]]:
    """The marks on the text, and the notes in the order given, numbered from 1.

    Numbered are those with a note or tags, those on the whole document, and those whose place is not certain: these
    have no mark.
    """
    marks: list[Marked] = []
    listed: list[Numbered] = []
    for placed in annotations:
        made, place = placed.annotation, placed.placement
        sure = made.anchor is not None and place.state in SURE and place.start is not None and place.end is not None
        if made.note.strip() or made.tags or not sure:
            listed.append(Numbered(len(listed) + 1, placed))
        if sure and place.start is not None and place.end is not None:
            own = listed[-1].number if listed and listed[-1].placed is placed else 0
            marks.append(Marked(place.start, place.end, placed, own))
    return tuple(marks), tuple(listed)


def pieces(start: int, end: int, marks: Sequence[Marked], limit: int = 0) -> Iterator[Piece]:
    """[start, end) cut where marks begin and end; nothing for an empty range.

    Args:
        limit: how far the paragraph or cell reaches when the white space that is not written is counted: a mark that
            ends there ends with the last piece.
    """
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    edges = {start, end, *(edge for mark in inside for edge in (mark.start, mark.end))}
    for begin, stop in pairwise(sorted(edge for edge in edges if start <= edge <= end)):
        over = tuple(mark for mark in inside if mark.start <= begin and stop <= mark.end)
        last = max(limit, stop) if stop == end else stop
        yield Piece(begin, stop, over, tuple(mark.number for mark in over if mark.number and mark.end <= last))


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the white space at its ends: indents are formats where text is set."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
