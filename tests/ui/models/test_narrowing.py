"""Narrowing by one value a field."""

from __future__ import annotations

import pytest

from reader.model.search import Filters
from ui.models.narrowing import FIELDS, chosen, narrowed


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_set_told_and_taken_away(field: str) -> None:
    once = narrowed(Filters(), field, "2022")
    assert chosen(once) == ((field, "2022"),)
    assert narrowed(once, field, "") == Filters()


def test_fields_narrow_together() -> None:
    both = narrowed(narrowed(Filters(), "tag", "桥"), "year", "2021")
    assert both == Filters(years=(2021, 2021), tags=("桥",))


def test_a_range_of_years_is_told() -> None:
    assert chosen(Filters(years=(2020, None))) == (("year", "2020–"),)


def test_there_is_no_other_field() -> None:
    with pytest.raises(KeyError):
        narrowed(Filters(), "colour", "red")
