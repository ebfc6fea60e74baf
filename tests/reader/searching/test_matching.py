"""Places of a question in a text are right to the code point."""

from __future__ import annotations

import random

import pytest

from reader.searching.matching import question_places
from reader.searching.parsing import parse


def cut(string: str) -> list[str]:
    """A cutter that knows three words."""
    return [word for word in ("医药", "储备", "管理") if word in string]


def found(query: str, text: str, *, strict: bool = False) -> list[str]:
    """The texts at the places of a query."""
    return [text[start:end] for start, end in question_places(parse(query), text, cut, strict=strict)]


@pytest.mark.parametrize(("query", "text", "places"), [
    ("储备", "医药储备与粮食储备", [(2, 4), (7, 9)]),
    ("储", "储备储", [(0, 1), (2, 3)]),
    ("𠮷", "𠮷野𠮷", [(0, 1), (2, 3)]),
    ("野", "𠮷野𠮷", [(1, 2)]),
    ("[2022]42", "发〔2022〕42号", [(1, 9)]),
    ("國務院", "国务院令", [(0, 3)]),
    ("甲。乙", "甲。乙甲，乙", [(0, 3)]),
    ("甲乙", "甲\n乙", []),
    ("甲 乙", "甲\n乙", [(0, 3)]),
    ("甲\n乙", "甲\n乙", [(0, 3)]),
    ("表头 一", "表头\t一", [(0, 4)]),
    ("啊啊", "啊啊啊", [(0, 2)]),
])
def test_strings_are_found_where_they_stand(query: str, text: str, places: list[tuple[int, int]]) -> None:
    assert list(question_places(parse(query), text, cut)) == places


def test_the_whole_string_hides_its_words() -> None:
    assert found("医药储备", "医药储备，医药与储备") == ["医药储备"]


def test_words_are_shown_where_the_whole_string_is_not() -> None:
    assert found("医药储备", "储备与医药") == ["储备", "医药"]


def test_words_are_shown_only_when_all_are_there() -> None:
    assert found("医药储备", "储备粮食") == []


def test_a_quoted_string_is_never_cut() -> None:
    assert found('"医药储备"', "储备与医药") == []


def test_white_space_at_the_ends_of_a_quoted_string_counts() -> None:
    assert found('" 储备"', "医药储备\n储备") == ["\n储备"]
    assert found('"储备。\n"', "储备。储备。\n") == ["储备。\n"]
    assert found(" 储备 ", "医药储备") == ["储备"]


def test_excluded_terms_are_not_shown() -> None:
    assert found("医药 -储备", "医药 储备") == ["医药"]


def test_other_spellings_of_a_date_are_shown() -> None:
    assert found("2021年3月1日", "自二〇二一年三月一日起") == ["二〇二一年三月一日"]


def test_a_number_is_shown_in_its_printed_form() -> None:
    assert found("云政发 5 号 2022", "（云政发〔2022〕 5号）") == ["云政发〔2022〕 5号"]


def test_strict_folds_nothing() -> None:
    assert found("ABC", "abc ABC ＡＢＣ", strict=True) == ["ABC"]
    assert found("甲 乙", "甲\n乙 甲 乙", strict=True) == ["甲 乙"]


def test_a_star_stands_for_characters_of_a_paragraph() -> None:
    assert found("医药*办法", "医药储备管理办法\n医药\n办法") == ["医药储备管理办法"]


def test_near_shows_only_what_stands_together() -> None:
    assert found("医药 NEAR/3 储备", "医药的储备。" + "无关" * 9 + "储备") == ["医药", "储备"]
    assert found("医药 NEAR/3 储备", "储备、医药") == ["储备", "医药"]
    assert found("医药 NEAR/3 储备", "医药一二三四储备") == []


def test_overlapping_places_are_made_one() -> None:
    assert found("医药储 OR 药储备", "医药储备") == ["医药储备"]


def test_random_substrings_are_found_everywhere_they_stand() -> None:
    rng = random.Random(20)
    text = "".join(rng.choice("甲乙丙丁，。〔〕12aA \n\t𠮷") for _ in range(4_000))
    for _ in range(400):
        start = rng.randrange(len(text) - 8)
        string = text[start:start + rng.randint(1, 7)].strip()
        if not string:
            continue
        places = question_places(parse(f'"{string}"'), text, cut, strict=True)
        expected, at = [], text.find(string)
        while at >= 0:
            expected.append((at, at + len(string)))
            at = text.find(string, at + len(string))
        assert list(places) == expected, repr(string)
