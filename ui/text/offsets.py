"""Offsets (code points on a part's text) ↔ positions (UTF-16 units in its QTextDocument), computed without Qt.

The map is a list of runs, one a paragraph or table cell. It is a frozen value, so any thread may read it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# QTextCursor.insertText turns these into block or frame boundaries; each becomes one unit of plain text instead, so
# that a stray control character in a source cannot shift every offset behind it.
_STAND_INS = str.maketrans({
    **dict.fromkeys((chr(code) for code in range(0x20) if chr(code) != "\t"), " "),
    "\n": "\u2028", "\r": "\u2028", "\x0b": "\u2028", "\x0c": "\u2028", "\x85": "\u2028", "\u2029": "\u2028",
    "\ufdd0": "\ufffd", "\ufdd1": "\ufffd", "\ufffc": "\ufffd",
    **dict.fromkeys((chr(code) for code in range(0xD800, 0xE000)), "\ufffd"),
})


def units(text: str) -> int:
    """The length of `text` in UTF-16 units, as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def displayed(text: str) -> str:
    """`text` as it may be inserted in a QTextDocument: the same number of units, and no character Qt acts upon."""
    return text.translate(_STAND_INS)


@dataclass(frozen=True, slots=True)
class Run:
    """A paragraph or a table cell, without the separator behind it.

    Attributes:
        start: offset of its first code point.
        position: Qt position of its first unit.
        text: its text.
        units: length of `text` in UTF-16 units.
    """

    start: int
    position: int
    text: str
    units: int

    @property
    def end(self) -> int:
        """Offset behind its last code point."""
        return self.start + len(self.text)

    def position_of(self, offset: int) -> int:
        """The Qt position of an offset; offsets outside the run are drawn to its ends."""
        count = min(max(offset - self.start, 0), len(self.text))
        return self.position + (count if self.units == len(self.text) else units(self.text[:count]))

    def offset_of(self, position: int) -> int:
        """The offset of a Qt position; positions outside the run are drawn to its ends, and a position inside a
        surrogate pair to the character's start."""
        count = min(max(position - self.position, 0), self.units)
        if self.units == len(self.text):
            return self.start + count
        for index, character in enumerate(self.text):
            count -= 2 if character > "\uffff" else 1
            if count < 0:
                return self.start + index
        return self.end


class RunMap:
    """Offsets ↔ positions for a whole document.

    Args:
        runs: in text order; starts and positions strictly increasing.
    """

    __slots__ = ("_positions", "_starts", "runs")

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = tuple(runs)
        self._starts = [run.start for run in self.runs]
        self._positions = [run.position for run in self.runs]

    def run_at(self, offset: int) -> int:
        """The index of the run that holds `offset` or the separator at it; −1 when there are no runs."""
        return max(bisect_right(self._starts, offset) - 1, 0) if self.runs else -1

    def position(self, offset: int) -> int:
        """The Qt position of an offset. A separator stands at the end of the run before it."""
        return self.runs[self.run_at(offset)].position_of(offset) if self.runs else 0

    def offset(self, position: int) -> int:
        """The offset of a Qt position; what lies between runs (table frames) is the end of the run before."""
        if not self.runs:
            return 0
        return self.runs[max(bisect_right(self._positions, position) - 1, 0)].offset_of(position)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The Qt ranges that show [start, end), split by run, empty ones left out."""
        if start >= end or not self.runs:
            return
        for index in range(self.run_at(start), len(self.runs)):
            run = self.runs[index]
            if run.start >= end:
                return
            first, last = run.position_of(start), run.position_of(end)
            if first < last:
                yield first, last
