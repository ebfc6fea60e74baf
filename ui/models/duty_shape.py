"""The rows of a duty table as a table that a window can show; each cell leads to its place in the text."""

from __future__ import annotations

from collections.abc import Sequence

from reader.exporting.duty_table import DutyRow
from reader.model.document import Cell, Table
from ui import locales
from ui.i18n import translate
from ui.text.plan import Shape, Slot


def duty_shape(rows: Sequence[DutyRow]) -> Shape:
    """A table with a row of heads; columns that would be empty are left out."""
    heads = (
        translate("DutyTable", "条款"),
        translate("DutyTable", "事项"),
        translate("DutyTable", "责任单位"),
        translate("DutyTable", "配合单位"),
        translate("DutyTable", "时限"),
    )
    lines = [
        (
            row.address,
            row.task,
            locales.together(row.duty.units),
            locales.together(row.duty.helpers),
            row.duty.deadline,
        )
        for row in rows
    ]
    used = [at for at in range(len(heads)) if any(line[at] for line in lines)]
    slots = [Slot(0, column, 1, 1, heads[at], None) for column, at in enumerate(used)]
    slots += [
        Slot(number, column, 1, 1, line[at], Cell(number, column, row.start, row.end))
        for number, (row, line) in enumerate(zip(rows, lines, strict=True), 1)
        for column, at in enumerate(used)
    ]
    table = Table(0, 0, len(rows) + 1, len(used), 1, ())
    return Shape(table, len(rows) + 1, len(used), tuple(slots))
