"""Finding in the open document: strings, words and expressions, right to the code point."""

from __future__ import annotations

import pytest

from reader.model.errors import UserError
from reader.searching.finding import How, find

TEXT = "第一条 医药储备\n品种\t数量（件）\n口罩\t１２０\n𠮷祥路ABC，abc。\n"


def found(typed: str, how: How = How.STRING, *, strict: bool = False) -> list[str]:
    """The texts at the places found."""
    return [TEXT[start:end] for start, end in find(TEXT, typed, how, strict=strict)]


@pytest.mark.parametrize(("typed", "texts"), [
    ("医药储备", ["医药储备"]), ("abc", ["ABC", "abc"]), ("数量(件)", ["数量（件）"]), ("口罩 120", ["口罩\t１２０"]),
    ("祥", ["祥"]),
    ("没有", []), ("", []), (" ", []),
])
def test_a_string_is_found(typed: str, texts: list[str]) -> None:
    assert found(typed) == texts


def test_strict_folds_nothing() -> None:
    assert found("abc", strict=True) == ["abc"]
    assert found("数量(件)", strict=True) == []


def test_words_are_found_each_by_itself() -> None:
    assert found("口罩 医药", How.WORDS) == ["医药", "口罩"]
    assert found("口罩 没有", How.WORDS) == ["口罩"]


@pytest.mark.parametrize(("typed", "texts"), [
    (r"第.条", ["第一条"]), (r"\d+", ["１２０"]), (r"^口罩", ["口罩"]), (r"abc\b", ["ABC", "abc"]), (r"x*", []),
    (r"（.）", ["（件）"]),
    (r"条.*品", []),
])
def test_an_expression_is_found_within_paragraphs(typed: str, texts: list[str]) -> None:
    assert found(typed, How.EXPRESSION) == texts


def test_a_strict_expression_minds_case() -> None:
    assert found("abc", How.EXPRESSION, strict=True) == ["abc"]


@pytest.mark.parametrize("typed", ["(", "[", "*", "a{99999999999}", "(?P<x"])
def test_a_wrong_expression_is_told(typed: str) -> None:
    with pytest.raises(UserError) as told:
        find(TEXT, typed, How.EXPRESSION)
    assert told.value.code == "search.expression"
