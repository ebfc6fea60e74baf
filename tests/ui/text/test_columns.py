"""Tables are set by what stands in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.model.document import BlockKind, Document
from ui.text import columns
from ui.text.columns import Setting
from ui.text.lines import width
from ui.text.plan import Grid, Shape, plan

Rows = list[list[str]]


@pytest.fixture
def shape(make: Callable[..., Document]) -> Callable[..., Shape]:
    def of(rows: Rows, spans: dict[tuple[int, int], tuple[int, int]] | None = None, header: int = 1) -> Shape:
        grid = plan(make([(rows, spans or {}), (BlockKind.PARAGRAPH, "尾")], header=header)).items[0]
        assert isinstance(grid, Grid)
        return grid.shape
    return of


@pytest.mark.parametrize("text", ["12", "1,200", "-3.5", "8%", "≤0.8", "—", "／", " 7 ", "12.5％"])
def test_figures(text: str) -> None:
    assert columns.is_number(text)


@pytest.mark.parametrize("text", ["", "第3", "2025年", "12 个", "PM2.5"])
def test_what_is_no_figure(text: str) -> None:
    assert not columns.is_number(text)


def test_columns_of_figures_words_and_prose(shape: Callable[..., Shape]) -> None:
    rows = [["数", "县区", "说明"], ["1", "东江县", "依照有关规定逐级落实安全责任制"], ["2", "西江县", "同上"]]
    assert columns.settings(shape(rows), 1) == (Setting.NUMBER, Setting.CENTRE, Setting.TEXT)


def test_header_is_what_the_importer_says(shape: Callable[..., Shape]) -> None:
    assert columns.header_rows(shape([["甲"], ["乙"], ["1"]], header=2)) == 2


def test_words_over_figures_are_a_header_where_the_importer_does_not_know(shape: Callable[..., Shape]) -> None:
    assert columns.header_rows(shape([["年份", "产值"], ["2023", "15"]], header=0)) == 1


def test_words_over_words_are_no_header(shape: Callable[..., Shape]) -> None:
    assert columns.header_rows(shape([["组长", "王立群"], ["成员", "李小明"]], header=0)) == 0


def test_shares_add_up_to_one_and_prose_gets_most(shape: Callable[..., Shape]) -> None:
    shares = columns.fit(shape([["1", "落实安全生产责任制" * 6, "东江县"]]), 40).shares
    assert round(sum(shares), 9) == 1
    assert shares[1] == max(shares) > 0.5


def test_short_words_are_not_broken_in_a_crowded_table(shape: Callable[..., Shape]) -> None:
    room = 50.0
    fit = columns.fit(shape([["约束性", "落实安全生产责任制" * 6] * 4]), room)
    assert fit.shares[0] * room / fit.shrink >= 3 + 2 * fit.padding - 1e-9


def test_empty_table_has_equal_shares(shape: Callable[..., Shape]) -> None:
    assert columns.fit(shape([["", ""], ["", ""]]), 40).shares == (0.5, 0.5)


def test_figures_are_not_broken_in_a_table_of_twelve_columns(shape: Callable[..., Shape]) -> None:
    room = 45.0
    fit = columns.fit(shape([["公共管理与公共服务用地"] * 12, ["124.4608"] * 9 + [""] * 3]), room)
    assert fit.shrink < 1
    assert min(fit.shares[:9]) * room / fit.shrink >= width("124.4608") + 2 * fit.padding


def test_table_with_room_to_spare_is_set_at_full_size(shape: Callable[..., Shape]) -> None:
    assert columns.fit(shape([["县区", "产值"], ["东江县", "15"]]), 40).shrink == 1


def test_long_table_is_cut_where_no_cell_reaches_over(make: Callable[..., Document]) -> None:
    rows = [[str(row), "甲"] for row in range(9)]
    grids = [item for item in plan(make([(rows, {(1, 0): (3, 1)})]), cells=4).items if isinstance(item, Grid)]
    assert [(grid.first, grid.last) for grid in grids] == [(0, 4), (4, 6), (6, 8), (8, 9)]
    assert len({id(grid.shape) for grid in grids}) == 1
