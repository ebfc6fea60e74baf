"""Two columns printed side by side on the same lines: read the left one first, then the right one.

Reads: lines whose inner spaces still show the layout. Writes: lines of single columns; the right one begins with a
column break. Only white space is lost. Tables set with spaces have several gaps or short cells and stay.
"""

from __future__ import annotations

import re
from collections import Counter

from reader.importing.repair.line import COLUMN, PAGE, Line, width

_GAP = re.compile(r"(?: {3,}|　{2,}| *　{1,} +| +　+ *)[ 　]*")
_FEWEST = 8
_FEWEST_OF_PAGE = 3  # once the file has shown its gutter
_SENTENCE = re.compile(r"[，。；：、]")
_PAGE_NUMBER = re.compile(r"[-－—·•.\s]*\d{1,4}[-－—·•.\s]*")
_CENTRED = 12
"""From so many half-width columns on a number alone is no text of the left column."""


class _Row:
    """A line with its widest gap: where it begins and ends, in half-width columns; -1 where it has none."""

    __slots__ = ("end", "gap", "gaps", "indent", "line", "span", "start")

    def __init__(self, line: Line) -> None:
        self.line = line
        self.indent = line.indent
        self.end = line.indent + width(line.text)
        self.start = self.gap = -1
        self.gaps = 0
        self.span = (0, 0)
        widest = 0
        for match in _GAP.finditer(line.text):
            self.gaps += 1
            size = width(match[0])
            if size > widest:
                widest = size
                self.span = match.span()
        if widest:
            self.start = line.indent + width(line.text[: self.span[0]])
            self.gap = line.indent + width(line.text[: self.span[1]])


def unfold_columns(lines: list[Line]) -> list[Line]:
    """Put columns that stand side by side under one another."""
    if sum(1 for line in lines if "   " in line.text or "　　" in line.text) < _FEWEST:
        return lines
    rows = [_Row(line) for line in lines]
    gutter = _gutter(rows)
    if not gutter:
        return lines
    result: list[Line] = []
    run: list[_Row] = []
    for place, row in enumerate(rows):
        over = not run and place + 1 < len(rows) and rows[place + 1].line.blank and _is_head(row)
        if row.line.broken == PAGE and run:
            result.extend(_columns(run, gutter))
            run = []
        numbers = row.indent >= _CENTRED and _PAGE_NUMBER.fullmatch(row.line.text) is not None
        if not over and not numbers and _conforms(row, gutter) and row.line.table is None and "\t" not in row.line.text:
            run.append(row)
            continue
        result.extend(_columns(run, gutter))
        run = []
        result.append(row.line)
    result.extend(_columns(run, gutter))
    return result


def _gutter(rows: list[_Row]) -> int:
    """The column at which right-hand text begins in most lines with one gap, or 0."""
    single = [row for row in rows if row.gaps == 1 and row.start >= 16 and row.end - row.gap >= 12]
    if len(single) < _FEWEST:
        return 0
    counts = Counter(row.gap for row in single)
    best = max(counts, key=lambda at: (counts[at] + counts[at + 4] + counts[at + 1] + counts[at + 2], -at))
    near = [row for row in single if best <= row.gap <= best + 4]
    if len(near) * 10 < len(single) * 7 or len(near) < _FEWEST:
        return 0
    sentences = sum(1 for row in near if _SENTENCE.search(row.line.text))
    return best if sentences * 2 > len(near) else 0


def _is_head(row: _Row) -> bool:
    """Whether a line with a gap may be a running head over both columns: name and number apart, no sentence."""
    return row.gaps >= 1 and _SENTENCE.search(row.line.text) is None


def _conforms(row: _Row, gutter: int) -> bool:
    """Whether nothing is printed in the gutter before the right column."""
    if row.gap >= 0 and row.start < gutter <= row.gap:
        return True
    if row.gap >= 0 and row.start < gutter - 1 and gutter - 1 <= row.gap + 1:
        return True
    return row.end < gutter or row.indent >= gutter - 1


def _columns(run: list[_Row], gutter: int) -> list[Line]:
    both = sum(1 for row in run if row.gap >= gutter - 1 and row.start < gutter)
    if both < _FEWEST_OF_PAGE or both * 3 < len(run):
        return [row.line for row in run]
    left: list[Line] = []
    right: list[Line] = []
    for row in run:
        line = row.line
        if row.gap >= gutter - 1 and row.start < gutter:
            head, tail = line.like(line.text[: row.span[0]].rstrip()), line.like(line.text[row.span[1] :].strip())
            tail.indent = row.gap - gutter
            tail.blank = line.blank
            left.append(head)
            right.append(tail)
        elif row.indent >= gutter - 1:
            line.indent = row.indent - gutter
            right.append(line)
        else:
            left.append(line)
    for line in right:
        line.indent = max(0, line.indent)
        line.broken = 0
    if right:
        right[0].broken = COLUMN
        right[0].blank = 0
    return left + right
