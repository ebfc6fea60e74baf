"""Column widths on paper."""

from __future__ import annotations

import pytest

from reader.exporting.table_widths import widths
from reader.model.document import Cell, Table

SIZES = (12.0, 10.5, 9.0)


def table(*rows: tuple[str, ...]) -> tuple[Table, str]:
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, one in enumerate(row):
            cells.append(Cell(number, column, len(text), len(text) + len(one)))
            text += one + ("\n" if column + 1 == len(row) else "\t")
    return Table(0, len(text), len(rows), len(rows[0]), 1, tuple(cells)), text


def test_prose_gets_more_than_figures() -> None:
    found = widths(*table(("序号", "内容"), ("1", "按照规定设置管网测压点并每季度报送水质情况。" * 4)), 440, SIZES)
    assert found.shares[1] > 5 * found.shares[0]
    assert found.size == 12.0


def test_shares_add_up() -> None:
    found = widths(*table(("甲", "乙", "丙"), ("", "", "")), 440, SIZES)
    assert sum(found.shares) == pytest.approx(1)


def test_a_figure_is_not_broken_while_there_is_room() -> None:
    found = widths(*table(("名称", "数量"), ("很长的名称" * 40, "123456789.1234")), 200, SIZES)
    assert found.shares[1] * 200 >= 14 / 2 * found.size


@pytest.mark.parametrize(("columns", "size"), [(4, 12.0), (9, 10.5), (16, 9.0)])
def test_crowded_tables_have_smaller_type(columns: int, size: float) -> None:
    assert widths(*table(("四个汉字",) * columns), 440, SIZES).size == size


def test_a_table_of_empty_cells_and_spans_has_widths() -> None:
    cells = (Cell(0, 0, 0, 0, 1, 2),)
    assert len(widths(Table(0, 3, 1, 2, 0, cells), "\t\n ", 440, SIZES).shares) == 2


def test_figures_and_short_words_are_centred_and_prose_is_not() -> None:
    made = table(("序号", "名称", "这一栏说明办理事项所需的各种材料"), ("1", "审批", "身份证、营业执照和授权书"))
    assert widths(*made, 440, SIZES).centred == (True, True, False)
