"""Tables of Markdown drawn with dashes, as pandoc writes them, become tables: grids, and columns under a rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.importing.source import SourceCell, SourceTable

_RULER = re.compile(r"\s*-{2,}(?:[ \t]+-{2,})+\s*")
_DASHES = re.compile(r"\s*-{5,}\s*")
_GRID_RULE = re.compile(r"\s*\+(?:[:=-]{2,}\+)+\s*")
_GRID_LINE = re.compile(r"\s*[|+].*[|+]\s*")
_LETTER = re.compile(r"[A-Za-z0-9]")
_MOST_ROWS = 3000  # lines that one table may take
_MOST_HEADER = 12

Resolve = Callable[[str, int], str]
"""What a piece of a line shows; it records the markup it takes away. Arguments: the piece, its line."""


_Cell = list[tuple[str, int]]
"""The pieces of a cell, with the line of each."""


@dataclass(slots=True)
class DrawnTable:
    """A table as it is drawn.

    Attributes:
        rows: of cells; the first `headers` of them are its header.
        stop: the row of the file after it.
        drops: the dashes and bars that draw it: (text, line).
    """

    stop: int
    rows: list[list[_Cell]] = field(default_factory=list)
    headers: int = 0
    drops: list[tuple[str, int]] = field(default_factory=list)

    def resolved(self, resolve: Resolve) -> SourceTable:
        """The table as it is shown."""
        return SourceTable(tuple(
            tuple(SourceCell(_text(cell, resolve), header=number < self.headers) for cell in row)
            for number, row in enumerate(self.rows)))


def read_table(rows: Sequence[str], start: int) -> DrawnTable | None:
    """The table that begins at row `start` (0-based), None where none does."""
    if "+" in rows[start] and _GRID_RULE.fullmatch(rows[start]):
        if start and _GRID_LINE.fullmatch(rows[start - 1]):
            return None  # the rest of one that could not be read from its beginning
        return _grid(rows, start)
    if "--" in rows[start] and (_DASHES.fullmatch(rows[start]) or _RULER.fullmatch(rows[start])):
        return _ruled(rows, start)
    if start + 1 < len(rows) and "--" in rows[start + 1] and _RULER.fullmatch(rows[start + 1]):
        return _ruled(rows, start)
    return None


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _slices(row: str, edges: Sequence[tuple[int, int]]) -> list[str] | None:
    """The pieces of a row that stand in columns of the screen; None where text stands across an edge."""
    pieces = [""] * len(edges)
    place = 0
    for character in row:
        column = next((number for number, (start, stop) in enumerate(edges) if start <= place < stop), None)
        if column is not None:
            pieces[column] += character
        elif not character.isspace():
            return None
        place += _width(character)
    return [piece.strip() for piece in pieces]


def _ruled(rows: Sequence[str], start: int) -> DrawnTable | None:
    """A table whose columns are told by a ruler of dashes under its header; a line of dashes may close it."""
    first = start + 1 if _DASHES.fullmatch(rows[start]) else start
    ruler = next((place for place in range(first, min(len(rows), first + _MOST_HEADER))
                  if _RULER.fullmatch(rows[place])), None)
    if ruler is None or any(not row.strip() for row in rows[first:ruler]):
        return None
    end = next((place for place in range(ruler + 1, min(len(rows), ruler + _MOST_ROWS))
                if _DASHES.fullmatch(rows[place]) or _RULER.fullmatch(rows[place])), None)
    if end is None:
        return None
    marks = [match.span() for match in re.finditer(r"-+", rows[ruler])]
    # A cell may stand out of its dashes as far as the next column; the last one to the end of the line.
    edges = [(left, following[0]) for (left, _), following in zip(marks, [*marks[1:], (1 << 30, 0)], strict=True)]
    edges[0] = (0, edges[0][1])
    found = DrawnTable(end + 1, headers=int(ruler > first))
    found.drops = [(rows[place].strip(), place + 1) for place in sorted({start, ruler, end})
                   if place != first or place == ruler]
    several = any(not row.strip() for row in rows[ruler + 1:end])  # rows of several lines, blank lines between them
    groups: list[list[int]] = [[*range(first, ruler)]] if ruler > first else []
    for place in range(ruler + 1, end):
        if not rows[place].strip():
            groups.append([])
        elif several and len(groups) > (ruler > first):
            groups[-1].append(place)
        else:
            groups.append([place])
    for group in filter(None, groups):
        cells: list[_Cell] = [[] for _ in edges]
        for place in group:
            pieces = _slices(rows[place], edges)
            if pieces is None:
                return None
            for cell, piece in zip(cells, pieces, strict=True):
                cell.append((piece, place + 1))
        found.rows.append(cells)
    return found if found.rows else None


def _grid(rows: Sequence[str], start: int) -> DrawnTable | None:
    """A table drawn with + - and |. One with cells that span others is left as text: its bars do not stand in line."""
    stop = start
    while stop < min(len(rows), start + _MOST_ROWS) and _GRID_LINE.fullmatch(rows[stop]):
        stop += 1
    indent = len(rows[start]) - len(rows[start].lstrip())
    bars = [match.start() for match in re.finditer(r"\+", rows[start])]
    found = DrawnTable(stop)
    cells: list[_Cell] = [[] for _ in pairwise(bars)]
    for place in range(start, stop):
        row = rows[place]
        if _GRID_RULE.fullmatch(row):
            found.drops.append((row.strip(), place + 1))
            if cells[0]:
                found.rows.append(cells)
                cells = [[] for _ in pairwise(bars)]
            if "=" in row:
                found.headers = len(found.rows)
            continue
        pieces = _barred(row[indent:], [bar - indent for bar in bars])
        if pieces is None:
            return None
        found.drops.append(("|" * len(bars), place + 1))
        for cell, piece in zip(cells, pieces, strict=True):
            cell.append((piece.strip(), place + 1))
    return found if found.rows and not cells[0] else None


def _barred(row: str, bars: Sequence[int]) -> list[str] | None:
    """The pieces between the bars of a row, which stand where they should on the screen; None where one does not."""
    pieces: list[str] = []
    place = 0
    piece = ""
    for character in row.rstrip():
        if place in bars:
            if character != "|":
                return None
            if place:
                pieces.append(piece)
            piece = ""
        else:
            piece += character
        place += _width(character)
    return pieces if len(pieces) == len(bars) - 1 and not piece else None


def _text(cell: _Cell, resolve: Resolve) -> str:
    """The lines of a cell as one: a space between paragraphs, and between words of letters."""
    text = ""
    parted = False  # a blank line stands before
    for piece, line in cell:
        shown = resolve(piece, line)
        if text and shown and (parted or (_LETTER.fullmatch(text[-1]) and _LETTER.fullmatch(shown[0]))):
            text += " "
        text += shown
        parted = not shown
    return text
