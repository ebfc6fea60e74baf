"""Two documents side by side: row by row what is the same, changed, gone, new or elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from reader.anchoring.folding import FoldedText
from reader.comparing.aligning import align
from reader.comparing.units import Unit, units
from reader.model.document import Document

Range = tuple[int, int]

LONGEST_EQUAL_GAP = 1
"""Equal characters between two changes that are read as part of them: single ones agree by chance."""

MOST_COMPARED = 6_000_000
"""Characters left × right of a row up to which it is compared by characters; beyond, by clauses between marks."""

_MARKS = "，。；：、！？,.;:!?"


class Change(StrEnum):
    """What became of a row. White space, widths and kinds of one mark are no change, nor is where paragraphs break."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"  # only in the first text
    ADDED = "added"  # only in the second text
    MOVED = "moved"  # in both, but elsewhere: one row for each


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs, or table rows, that belong together.

    Attributes:
        left, right: code points on the first and second document's text, without line feed at the end; None where one
            text has nothing here.
        left_marks, right_marks: what differs, code points, inside `left` and `right`; empty unless CHANGED.
    """

    change: Change
    left: Range | None
    right: Range | None
    left_marks: tuple[Range, ...] = ()
    right_marks: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of both texts in order."""

    rows: tuple[Row, ...]

    @property
    def differences(self) -> tuple[int, ...]:
        """The numbers of the rows that are not the same."""
        return tuple(number for number, row in enumerate(self.rows) if row.change is not Change.SAME)


def compare(left: Document, right: Document) -> Comparison:
    """Compare two documents, or two texts of one."""
    first, second = units(left), units(right)
    pairs = list(align(first, second))
    moved = _moved(first, second, pairs)
    rows = []
    for (a, b), (c, d) in pairs:
        ours = (first[a].start, first[b - 1].end) if a < b else None
        theirs = (second[c].start, second[d - 1].end) if c < d else None
        if ours is not None and theirs is not None:
            rows.append(_row(left.text, right.text, ours, theirs))
        else:
            (one,) = first[a:b] or second[c:d]
            change = Change.REMOVED if ours is not None else Change.ADDED
            rows.append(Row(Change.MOVED if one.ink in moved else change, ours, theirs))
    return Comparison(tuple(rows))


def _moved(first: Sequence[Unit], second: Sequence[Unit],
           pairs: Sequence[tuple[Range, Range]]) -> frozenset[str]:
    """What is gone in one place and new in another."""
    gone = {first[a].ink for (a, b), (c, d) in pairs if a < b and c == d}
    new = {second[c].ink for (a, b), (c, d) in pairs if a == b and c < d}
    return frozenset(gone & new)


def _row(left: str, right: str, ours: Range, theirs: Range) -> Row:
    one, other = FoldedText(left[slice(*ours)]), FoldedText(right[slice(*theirs)])
    if one.dense == other.dense:
        return Row(Change.SAME, ours, theirs)
    ours_marks: list[Range] = []
    theirs_marks: list[Range] = []
    for a, b, c, d in _differences(one.dense, other.dense):
        if a < b:
            ours_marks.append((ours[0] + one.offsets[a], ours[0] + one.offsets[b - 1] + 1))
        if c < d:
            theirs_marks.append((theirs[0] + other.offsets[c], theirs[0] + other.offsets[d - 1] + 1))
    return Row(Change.CHANGED, ours, theirs, tuple(ours_marks), tuple(theirs_marks))


def _differences(one: str, other: str) -> list[tuple[int, int, int, int]]:
    """Where two strings differ: ranges of the first and the second, those that nearly touch joined."""
    if len(one) * len(other) > MOST_COMPARED:
        return _coarse(one, other)
    joined: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if joined and a - joined[-1][1] <= LONGEST_EQUAL_GAP and c - joined[-1][3] <= LONGEST_EQUAL_GAP:
            joined[-1] = joined[-1][0], b, joined[-1][2], d
        else:
            joined.append((a, b, c, d))
    return joined


def _coarse(one: str, other: str) -> list[tuple[int, int, int, int]]:
    """The same for very long strings, by the clauses between marks."""
    ours, theirs = _clauses(one), _clauses(other)
    a_at, c_at = _starts(ours), _starts(theirs)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [(a_at[a], a_at[b], c_at[c], c_at[d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]


def _clauses(text: str) -> list[str]:
    found = [""]
    for character in text:
        found[-1] += character
        if character in _MARKS:
            found.append("")
    return found


def _starts(pieces: Sequence[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
