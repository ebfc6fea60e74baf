"""Dates with spaces, Chinese numerals, and years of the Republic."""

from __future__ import annotations

import pytest

from reader.importing.grammar import dates


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2030年3月1日", "2030-03-01"),
        ("2030年 3月 1日", "2030-03-01"),
        ("2 0 3 0 年 1 2 月 3 1 日", "2030-12-31"),
        ("二〇一一年六月三日", "2011-06-03"),
        ("二○一一年十二月三十一日", "2011-12-31"),
        ("二零一一年十月二十日", "2011-10-20"),
        ("（一九八一年二月二十四日）", "1981-02-24"),
        ("中華民國119年3月5日", "2030-03-05"),
    ],
)
def test_reads_a_date_alone(printed: str, iso: str) -> None:
    assert dates.alone(printed) == iso


@pytest.mark.parametrize("text", ["2030年13月1日", "2030年2月30日", "2030年3月1日起施行", "年 月 日", "2030年3月"])
def test_takes_nothing_else_for_a_date(text: str) -> None:
    assert dates.alone(text) is None
