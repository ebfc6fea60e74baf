"""您是不是要找: a slip is found out, and what is suggested occurs."""

from __future__ import annotations

import pytest

from index.engine import Engine
from reader.model.search import SearchQuery


@pytest.mark.parametrize(("typed", "meant"), [
    ("医药诸备", "医药储备"), ("医储药备管理", "医药储备管理"), ("医药储管理", "医药储备管理"),
    ("营商环环境", "营商环境"), ('"公共租凭住房"', '"公共租赁住房"'),
    ("营商环竟 医药", "营商环境 医药"), ("突发事件应急予案", "突发事件应急预案"),
    ("标题:第 应急予案", "标题:第 应急预案"),
])
def test_a_slip_is_found_out(filled: Engine, typed: str, meant: str) -> None:
    assert meant in filled.suggest(SearchQuery(typed))
    assert filled.query(SearchQuery(meant))


@pytest.mark.parametrize("typed", ["医药储备", "龘龘龘龘", "", "*", "标签:甲", "a"])
def test_nothing_is_suggested_where_nothing_is_wrong_or_alike(filled: Engine, typed: str) -> None:
    assert filled.suggest(SearchQuery(typed)) == ()
