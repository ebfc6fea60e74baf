"""A document number is read in whatever form it is typed."""

from __future__ import annotations

import pytest

from reader.searching.folding import fold
from reader.searching.numbers import TypedNumber, typed_number, without_year

WANTED = TypedNumber("云政办发", 2022, "42")


@pytest.mark.parametrize("typed", [
    "云政办发〔2022〕42号", "云政办发[2022]42", "云政办发 42 号 2022", "云政办发42 2022", "云政办发 2022 42",
    "云政办发（2022）42号",
    "云政办发﹝2022﹞第42号", "云政办发【2022】042号", "云政办发2022年42号", "云政办发２０２２－４２",
    "云政办发〔二〇二二〕42号",
    "云政办发 〔 2022 〕 42 号", "〔2022〕42号 云政办发", "雲政辦發〔2022〕42號", "云政办发字〔2022〕42号",
])
def test_any_form_is_the_same_number(typed: str) -> None:
    assert typed_number(typed) == WANTED


@pytest.mark.parametrize(("typed", "number"), [
    ("国务院令第748号", TypedNumber("国务院令", None, "748")), ("国务院令748", TypedNumber("国务院令", None, "748")),
    ("2021年第12号公告", TypedNumber("公告", 2021, "12")), ("〔2022〕42号", TypedNumber("", 2022, "42")),
])
def test_orders_announcements_and_bare_years_are_read(typed: str, number: TypedNumber) -> None:
    assert typed_number(typed) == number


@pytest.mark.parametrize("typed", [
    "工作会议", "2022", "42号", "2021年3月1日", "第三条", "GB/T 9704—2012 第7.2.5条", "从2020年到2022年增长5个点",
    "3.2.1", ""])
def test_other_text_is_no_number(typed: str) -> None:
    assert typed_number(typed) is None


def test_closeness_prefers_the_number_itself() -> None:
    number = typed_number("政办发2022 42")
    assert number is not None
    assert WANTED.closeness(WANTED) == 3
    assert TypedNumber("云政办发", None, "42").closeness(WANTED) == 2
    assert number.closeness(WANTED) == 1
    assert WANTED.closeness(TypedNumber("云政办发", 2021, "42")) == 0
    assert WANTED.closeness(TypedNumber("云政办发", 2022, "421")) == 0
    assert WANTED.closeness(None) == 0


@pytest.mark.parametrize("printed", [
    "云政办发〔2022〕42号", "云政办发（2022）42号", "云政办发〔2022〕 42 号", "云政办发［2022］第42号",
    "云政办发 〔２０２２〕 042号",
    "云政办发\n〔2022〕42号"])
def test_every_printed_form_is_found_in_a_text(printed: str) -> None:
    text = f"依照{printed}办理"
    match = WANTED.pattern().search(fold(text))
    assert match is not None
    assert text[match.start():match.end()] == printed


@pytest.mark.parametrize("printed",
    ["云政办发〔2022〕421号", "云政办发〔2022〕142号", "云政发〔2022〕42号", "云政办发〔2021〕42号"])
def test_another_number_is_not_found(printed: str) -> None:
    assert WANTED.pattern().search(fold(printed)) is None


@pytest.mark.parametrize(("word", "parts"), [
    ("云政发18", ("云政发", "18")), ("云政办发18号", ("云政办发", "18")), ("渡口", ("渡口",)), ("2025", ("2025",)),
    ("第3期", ("第3期",)),
])
def test_a_number_without_its_year_has_two_parts(word: str, parts: tuple[str, ...]) -> None:
    assert without_year(word) == parts
