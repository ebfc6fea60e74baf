"""What the library lacks, as a table that a window can show."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.document import Table
from reader.services.gaps import Series, ranges_text
from ui import locales
from ui.i18n import translate
from ui.text.plan import Shape, Slot


def gaps_shape(issues: Sequence[Series], numbers: Sequence[Series]) -> Shape:
    """A row a series, under a row of heads; issues first."""
    comma = locales.together(("", ""))
    lines = [
        (
            translate("Gaps", "系列"),
            translate("Gaps", "年份"),
            translate("Gaps", "已收"),
            translate("Gaps", "起止"),
            translate("Gaps", "其间缺少"),
        )
    ]
    for form, lacking, found in (
        (translate("Gaps", "{name} 公报期号"), translate("Gaps", "第{ranges}期"), issues),
        (translate("Gaps", "{name} 文号"), translate("Gaps", "{ranges}号"), numbers),
    ):
        lines += [
            (
                form.format(name=one.name),
                str(one.year),
                str(one.held),
                f"{one.first}—{one.last}",
                lacking.format(ranges=ranges_text(one.missing, comma)),
            )
            for one in found
        ]
    slots = tuple(
        Slot(row, column, 1, 1, text, None) for row, line in enumerate(lines) for column, text in enumerate(line)
    )
    return Shape(Table(0, 0, len(lines), len(lines[0]), 1, ()), len(lines), len(lines[0]), slots)
