"""Expressions are found in a process that can be ended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.model.errors import Cancelled, UserError
from reader.searching.finding import How
from reader.services.finding_apart import FindingProcess

ENDLESS = "(a+)+$"
"""Tries all ways to cut a row of a into pieces when something else follows it."""


@pytest.fixture
def process() -> Iterator[FindingProcess]:
    made = FindingProcess()
    yield made
    made.close()


def test_places_come_back_as_they_are_found_here(process: FindingProcess) -> None:
    assert process.find("第一条\n第２条", "第[一二2]条") == ((0, 3), (4, 7))
    assert process.find("第一条\n第２条", "第[一二2]条", strict=True) == ((0, 3),)


def test_what_cannot_be_understood_is_told(process: FindingProcess) -> None:
    with pytest.raises(UserError) as told:
        process.find("古桥", "古(桥")
    assert told.value.code == "search.expression"
    assert process.find("古桥", "桥") == ((1, 2),)


def test_an_expression_without_end_is_given_up_and_the_next_is_answered(process: FindingProcess) -> None:
    with pytest.raises(UserError) as told:
        process.find("a" * 60 + "b", ENDLESS, limit=0.2)
    assert told.value.code == "search.slow"
    assert process.find("古桥", "桥") == ((1, 2),)


def test_a_question_can_be_left_while_it_is_worked_on(process: FindingProcess) -> None:
    asked = 0

    def cancel() -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        process.find("a" * 60 + "b", ENDLESS, limit=200, check_cancelled=cancel)
    assert process.find("古桥", "桥") == ((1, 2),)


def test_strings_and_words_are_found_too_and_no_more_than_wanted(process: FindingProcess) -> None:
    assert process.find("夜市，古桥，ＡＢ", "ab", How.STRING) == ((6, 8),)
    assert process.find("夜市，古桥", "夜 桥", How.WORDS, most=1) == ((0, 1),)


def test_a_long_text_goes_through(process: FindingProcess) -> None:
    assert len(process.find("第一条 夜市。\n" * 50_000, "夜.")) == 50_000
