"""Spans of days to narrow lists by."""

from __future__ import annotations

import datetime

import pytest

from ui.models.spans import Since, span


@pytest.mark.parametrize(("since", "days"), [
    (Since.EVER, ("", "")),
    (Since.TODAY, ("2025-06-11", "")),
    (Since.THIS_WEEK, ("2025-06-09", "")),
    (Since.LAST_WEEK, ("2025-06-02", "2025-06-08")),
    (Since.WEEK, ("2025-06-05", "")),
    (Since.MONTH, ("2025-05-13", "")),
    (Since.YEAR, ("2025-01-01", "")),
])
def test_a_span_has_its_first_and_last_day(since: Since, days: tuple[str, str]) -> None:
    assert span(since, datetime.date(2025, 6, 11)) == days  # a Wednesday


@pytest.mark.parametrize(("today", "monday"), [("2025-06-09", "2025-06-09"), ("2025-06-15", "2025-06-09")])
def test_a_week_begins_on_monday(today: str, monday: str) -> None:
    assert span(Since.THIS_WEEK, datetime.date.fromisoformat(today))[0] == monday
