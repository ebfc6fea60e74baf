"""Tables whose columns are set off by spaces alone: their lines become rows.

Reads: printed lines. Writes: tabs between the cells of lines that are certainly rows. Certain is a run of lines with as
many cells each, where two columns hold numbers, or the first column counts 1, 2, 3; contents lists and lists of persons
are neither. Only white space changes.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable

from reader.importing.repair.line import Line

_WIDE = re.compile(r"(?: {2,}|　{1,}) *　*")
_NUMBER = re.compile(r"[-+－]?\d[\d,，]*(?:\.\d+)?\s*(?:%|％|万|亿|元|人|个|m|㎡|km)?|[—－-]{1,2}|/")
_COUNT = re.compile(r"\d{1,3}|合\s*计|总\s*计|小\s*计")
_LONGEST_CELL = 40
_LONGEST_LINE = 160
_FEWEST_ROWS = 2
_TRIES = 20  # from how many of its first lines a run may be no table
_LONG_RUN = 1000  # lines
_LONGEST_GROUP = 16


def mark_rows(lines: list[Line]) -> None:
    """Put tabs between the cells of tables that spaces set."""
    spaced = [index for index, line in enumerate(lines) if " " in line.text or "　" in line.text]
    done = 0
    failed: Counter[int] = Counter()  # runs that are no table, by the line they end before
    for index, following in itertools.pairwise(spaced):
        if index < done or following > index + 2 or not _may_be_row(lines[index]):
            continue
        end = index
        for cut in (_wide, _narrow):
            rows = _run(lines, index, cut)
            end = max(end, index + len(rows))
            if rows and _is_table(rows, narrow=cut is _narrow):
                for line, cells in zip(lines[index:index + len(rows)], rows, strict=True):
                    line.text = "\t".join(cells)
                done = index + len(rows)
                break
        else:
            failed[end] += 1
            if failed[end] >= (_TRIES if end - index < _LONG_RUN else 2):
                # A long list would be gone through again from each of its lines.
                done = end


def _may_be_row(line: Line) -> bool:
    text = line.text
    return (
        line.table is None
        and not line.kind
        and not line.marked
        and len(text) <= _LONGEST_LINE
        and "\t" not in text
        and "|" not in text
        and text[-1] not in "。；：:，、"
    )


def _wide(text: str) -> list[str]:
    return _WIDE.split(text)


def _narrow(text: str) -> list[str]:
    return text.split()


def _run(lines: list[Line], first: int, cut: Callable[[str], list[str]]) -> list[list[str]]:
    """The cells of the lines from `first` on that fall into as many cells as it does."""
    rows: list[list[str]] = []
    for at in range(first, len(lines)):
        line = lines[at]
        if not _may_be_row(line) or (rows and line.blank > 1):
            break
        cells = cut(line.text)
        if rows and len(cells) == 1 and len(line.text) <= _LONGEST_GROUP and _goes_on(lines, at + 1, cut, len(rows[0])):
            rows.append([line.text] + [""] * (len(rows[0]) - 1))
            continue
        if len(cells) < 3 or (rows and len(cells) != len(rows[0])) or max(map(len, cells)) > _LONGEST_CELL:
            break
        rows.append(cells)
    return rows


def _goes_on(lines: list[Line], index: int, cut: Callable[[str], list[str]], columns: int) -> bool:
    """Whether a row of so many cells with numbers follows a line that names a group of rows: 一、存款."""
    if index >= len(lines) or not _may_be_row(lines[index]):
        return False
    cells = cut(lines[index].text)
    return len(cells) == columns and all(map(_NUMBER.fullmatch, cells[1:]))


def _is_table(rows: list[list[str]], *, narrow: bool) -> bool:
    """Whether the cells of a run are those of a table; single spaces want more evidence than wide ones."""
    for head in (1, 0):
        data = [row for row in rows[head:] if any(row[1:])]
        if len(data) < _FEWEST_ROWS:
            return False
        numeric = [all(_NUMBER.fullmatch(row[column]) for row in data) for column in range(len(rows[0]))]
        if head and any(_NUMBER.fullmatch(cell) for cell in rows[0][1:]):
            continue  # numbers in the first line: it is no header
        if sum(numeric) >= (3 if narrow and not head else 2):
            return True
        if not narrow and head and _counts([row[0] for row in data]):
            return True
    return False


def _counts(cells: list[str]) -> bool:
    """Whether cells count 1, 2, 3, with a total at most at the end."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return (
        all(_COUNT.fullmatch(cell) for cell in cells)
        and len(numbers) >= _FEWEST_ROWS
        and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )
