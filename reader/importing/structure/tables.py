"""Collect the rows of tables, join their continuations, tell their headers; unfold columns of text in a table's dress.

Reads: paragraphs; rows are lines with tabs, or tables the format marked. Writes: paragraphs where each table is one
line of kind "table" with its `grid`. Continuation marks (续表) and repeated headers are removed and recorded.
"""

from __future__ import annotations

import itertools
import re

from reader.importing.grammar import labels, titles
from reader.importing.grammar.labels import Rank
from reader.importing.repair.endings import glue
from reader.importing.repair.grid import Grid, from_table
from reader.importing.repair.line import Line, Record

_NUMBER = re.compile(r"[-+－]?[\d.,，．]+\s*[%％]?|/|—|-|无")
_CAPTION_WORDS = re.compile(r"表|清单|名单|目录|指标|情况|一览|统计|明细|汇总|任务|分工|计划|标准|名录|台账|体系")
_CAPTION_NUMBER = re.compile(r"(?:附?表|续表)\s*[\d一二三四五六七八九十]")
_LONG_CELL = 24


def collect(paragraphs: list[Line], record: Record) -> list[Line]:
    """Put the rows of each table together."""
    result: list[Line] = []
    open_table: Line | None = None  # a table nothing but continuation marks has followed
    marks: list[Line] = []
    for place, line in enumerate(paragraphs):
        if open_table is not None and not marks and _is_category(paragraphs, place, open_table):
            assert open_table.grid is not None
            open_table.grid.add([line.text, *[""] * (open_table.grid.columns - 1)], line.line)
            open_table.end = line.end
            continue
        if line.kind == "continued" and open_table is not None:
            marks.append(line)
            continue
        if line.kind not in ("row", "table") or (line.kind == "table" and line.table is None):
            if marks:
                result.extend(marks)
                marks = []
            open_table = None
            result.append(line)
            continue
        if (
            line.table is None
            and not line.blank
            and not marks
            and open_table is not None
            and open_table.grid is not None
        ):
            cells = line.text.split("\t")
            if cells[0].strip() != open_table.grid.rows[0][0] or not cells[0].strip():
                open_table.grid.add(cells, line.line)
                open_table.end = line.end
                continue
        if line.table is not None:
            grid = from_table(line.table, line.line)
            columns = _columns_of_text(grid)
            if columns is not None and not marks:
                result.extend(_unfold(columns, line))
                open_table = None
                continue
        else:
            grid = Grid()
            grid.add(line.text.split("\t"), line.line)
        if open_table is not None and open_table.grid is not None:
            skip = _continues(open_table.grid, grid, line, bool(marks))
            if skip >= 0:
                for mark in marks:
                    record.remove("continuation_mark", mark.text, mark.line)
                marks = []
                for row in grid.rows[:skip]:
                    record.remove("repeated_header", " ".join(row), line.line)
                _extend(open_table, grid, skip, line)
                continue
        result.extend(marks)
        marks = []
        table = Line("", line.line)
        table.end = line.end
        table.kind = "table"
        table.grid = grid
        table.broken = line.broken
        result.append(table)
        open_table = table
    result.extend(marks)
    return [_single(line) for line in result]


def _is_category(paragraphs: list[Line], place: int, table: Line) -> bool:
    """一、民间文学（共3项） between rows whose numbers count on: a row of the table that names what follows."""
    line = paragraphs[place]
    after = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    if line.kind or len(line.text) > 30 or line.text[-1] in "。；：" or table.grid is None:
        return False
    found = labels.label(line.text)
    if found is None or found.rank not in (Rank.HAN, Rank.HAN_BRACKET) or after is None or after.kind != "row":
        return False
    cells = after.text.split("\t")
    first = cells[0].strip()
    last = next((row[0] for row in reversed(table.grid.rows) if row and row[0].isdecimal()), "0")
    # Blank lines part a heading from a table, or all rows from one another.
    counts_on = first.isdecimal() and int(first) == int(last) + 1 and line.blank == after.blank
    return (
        (counts_on or not (line.blank or after.blank))
        and abs(len(cells) - table.grid.columns) <= 1
        and first.isdecimal()
        and int(first) in (1, int(last) + 1)
    )


def _extend(table: Line, grid: Grid, skip: int, line: Line) -> None:
    assert table.grid is not None
    table.grid.extend(grid, skip)
    table.end = max(table.end, line.end)


def _continues(table: Grid, more: Grid, line: Line, marked: bool) -> int:
    """How many first rows of `more` repeat the header of `table` which it continues; -1 where it is another table."""
    if not more.rows:
        return 0
    head = _folded(table.rows[0])
    if _folded(more.rows[0]) == head and len(table.rows) > 1 and not _is_numeric(table.rows[0]):
        skip = 1
        while (
            skip < len(more.rows)
            and skip < len(table.rows)
            and skip < 3
            and _folded(more.rows[skip]) == _folded(table.rows[skip])
        ):
            skip += 1
        return skip
    if marked or (not line.blank and line.table is None):
        return 0
    if (len(table.rows) < 2 and len(more.rows) > 1) or abs(table.columns - more.columns) > 1:
        return -1
    if _counts_on(table, more):
        return 0
    if line.table is not None and not line.broken and (more.header_rows or table.columns != more.columns):
        return -1
    return -1 if _looks_like_header(more.rows[0]) and not _same_shape(table, more.rows[0]) else 0


def _counts_on(table: Grid, more: Grid) -> bool:
    """Whether the serial numbers in the first column go on."""
    last = next((row[0] for row in reversed(table.rows[-3:]) if row and row[0].isdecimal()), "")
    first = more.rows[0][0] if more.rows[0] else ""
    return bool(last) and first.isdecimal() and int(first) == int(last) + 1


def _folded(row: list[str]) -> str:
    return "\t".join("".join(cell.split()) for cell in row).strip("\t")


def _is_numeric(row: list[str]) -> bool:
    return any(_NUMBER.fullmatch(cell.strip()) for cell in row if cell.strip())


def _looks_like_header(row: list[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return len(filled) >= 2 and not _is_numeric(row) and all(len(cell) <= 16 for cell in filled)


def _same_shape(table: Grid, row: list[str]) -> bool:
    """Whether a row looks like the last rows of a table: numbers and words in the same columns."""
    last = table.rows[-1]
    pairs = list(zip(last, row, strict=False))
    return bool(pairs) and sum(
        bool(_NUMBER.fullmatch(left.strip())) == bool(_NUMBER.fullmatch(right.strip())) for left, right in pairs
    ) >= len(pairs)


def _single(line: Line) -> Line:
    """A lone row of two cells is no table but a line with a tab in it."""
    grid = line.grid
    if grid is None or not grid.rows:
        line.grid = None
        if line.kind in ("row", "table"):
            line.kind = ""
            line.text = " ".join(line.text.split())
        return line
    if len(grid.rows) == 1 and not grid.spans and len([cell for cell in grid.rows[0] if cell]) <= 2:
        text = " ".join(cell for cell in grid.rows[0] if cell)
        plain = line.like(text)
        plain.grid = None
        plain.kind = ""
        return plain
    if not grid.header_rows:
        grid.header_rows = _header_rows(grid)
    return line


def _header_rows(grid: Grid) -> int:
    first = grid.rows[0]
    if _is_numeric(first) or not any(first) or len(grid.rows) < 2:
        return 0
    second = grid.rows[1]
    under = any(not left and right for left, right in zip(first, [*second, *[""] * len(first)], strict=False))
    if under and not _is_numeric(second) and second and not second[0] and any(not cell for cell in first[1:]):
        return 2
    return 1


def _columns_of_text(grid: Grid) -> list[list[str]] | None:
    """The columns of a grid that is running text printed in columns: long cells, a numbering that runs down them."""
    if grid.header_rows or not 2 <= grid.columns <= 3 or len(grid.rows) < 2 or grid.spans:
        return None
    columns = [[row[at] if at < len(row) else "" for row in grid.rows] for at in range(grid.columns)]
    cells = [cell for column in columns for cell in column if cell]
    if not cells or sum(len(cell) for cell in cells) / len(cells) < _LONG_CELL:
        return None
    counted: list[int] = []
    for cell in cells:
        label = labels.label(cell)
        if label is not None and label.rank in (Rank.DIGIT, Rank.HAN, Rank.HAN_BRACKET, Rank.DIGIT_BRACKET):
            counted.append(label.number)
    if len(counted) * 3 < len(cells) * 2 or len(counted) < 3:
        return None
    running = sum(right == left + 1 for left, right in itertools.pairwise(counted))
    return columns if running >= len(counted) - 2 else None


def _unfold(columns: list[list[str]], line: Line) -> list[Line]:
    """The cells one column after the other; a cell without a label goes on with the one before it."""
    pieces: list[list[str]] = []
    for column in columns:
        for cell in column:
            if not cell:
                continue
            if pieces and labels.label(cell) is None:
                pieces[-1].append(cell)
            else:
                pieces.append([cell])
    result = []
    for group in pieces:
        item = Line(glue(group), line.line)
        item.end = line.end
        item.bullet = True
        result.append(item)
    return result


def is_caption(text: str) -> bool:
    """Whether a paragraph over a table is its caption."""
    if not text or len(text) > 70 or text[-1] in "。；：:;，,！？" or labels.label(text) is not None:
        return False
    return (
        _CAPTION_WORDS.search(text) is not None
        or _CAPTION_NUMBER.match(text) is not None
        or titles.ends_like_title(text)
    )
