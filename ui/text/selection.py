"""The selection of a text cursor as ranges on the document's text."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import QTextCursor

from ui.text.plan import Grid, Plan


def ranges(cursor: QTextCursor, plan: Plan, text: str) -> tuple[tuple[int, int], ...]:
    """The ranges selected (code points, half-open), without line feeds and tabs at their ends.

    Qt selects a rectangle when a selection reaches from one cell into another: that gives one range a row. A selection
    across the edge of a table takes whole rows and is one range like any other.
    """
    if not cursor.hasSelection():
        return ()
    first, last = plan.map.offset(cursor.selectionStart()), plan.map.offset(cursor.selectionEnd())
    table = cursor.currentTable()
    # The stubs call the four numbers an object.
    row, rows, column, columns = cast(tuple[int, int, int, int], cursor.selectedTableCells())
    if table is None or row < 0:
        found = [(first, last)]
    else:
        grid = next((item for item in plan.items if isinstance(item, Grid)
                     and any(run is not None and run.start <= first <= run.end for run in item.runs)), None)
        found = _rows(grid, row, rows, column, columns) if grid is not None else [(first, last)]
    return tuple(one for one in (_trimmed(start, end, text) for start, end in found) if one[0] < one[1])


def _rows(grid: Grid, row: int, rows: int, column: int, columns: int) -> list[tuple[int, int]]:
    found: dict[int, tuple[int, int]] = {}
    for slot, run in zip(grid.slots, grid.runs, strict=True):
        inside = row <= slot.row - grid.first < row + rows and column <= slot.column < column + columns
        if run is not None and inside:
            start, _ = found.get(slot.row, (run.start, 0))
            found[slot.row] = (start, run.end)
    return [found[key] for key in sorted(found)]


def _trimmed(start: int, end: int, text: str) -> tuple[int, int]:
    while start < end and text[end - 1] in "\n\t":
        end -= 1
    while start < end and text[start] in "\n\t":
        start += 1
    return start, end
