"""Folding keeps places and makes alike what gazettes exchange freely."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.searching.folding import fold, fold_character, simplified


@given(st.text())
def test_every_character_keeps_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded == "".join(map(fold_character, text))


def test_folding_twice_changes_nothing() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    once = fold(every)
    assert fold(once) == once


@pytest.mark.parametrize(("typed", "folded"), [
    ("ＡＢｃ１２", "abc12"), ("〔2022〕﹝２﹞", "[2022][2]"), ("（一）", "(一)"), ("“十四五”", '"十四五"'),
    ("國務院關於發佈", "国务院关于发布"), ("⼈⻓⺠", "人长民"), ("二○二一", "二〇二一"),
    ("一　二\u00a0三\t四", "一 二 三 四"),
    ("2012—2020", "2012-2020"), ("①²Ⅲ", "①²ⅲ"), ("𠮷野家", "𠮷野家"), ("段一\n段二", "段一\n段二"),
])
def test_kinds_of_one_mark_are_made_one(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_zero_in_words_is_not_the_ring_in_numbers() -> None:
    assert fold("零售") != fold("〇售")


def test_traditional_characters_fold_one_for_one_without_chains() -> None:
    pairs = simplified()
    assert len(pairs) > 2_500
    assert all(len(old) == len(new) == 1 for old, new in pairs.items())
    assert not set(pairs) & set(pairs.values())
