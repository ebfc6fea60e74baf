"""A date is found in other digits and spacing than it was typed in."""

from __future__ import annotations

import pytest

from reader.searching.dates import date_spellings
from reader.searching.folding import fold


@pytest.mark.parametrize(("typed", "printed"), [
    ("2021年3月1日", "二〇二一年三月一日"), ("2021年3月1日", "二零二一年三月一日"),
    ("2021年3月1日", "2021年 3月 1日"),
    ("2021年3月1日", "2021 年 3 月 1 日"), ("2021年3月1日", "2021年03月01日"), ("二〇二一年三月", "2021年3月"),
    ("自2021年12月31日起", "自二〇二一年十二月三十一日起"), ("二○一一年十月二十日", "2011年10月20日"),
    ("2021年", "二〇二一年"),
])
def test_other_spellings_hold_the_printed_one(typed: str, printed: str) -> None:
    assert fold(printed) in date_spellings(fold(typed))


@pytest.mark.parametrize("typed", ["医药", "2021", "2021年13月", "12021年3月", "三月一日"])
def test_what_is_no_date_has_no_other_spelling(typed: str) -> None:
    assert date_spellings(fold(typed)) == ()
