"""Spans of days by which lists of annotations are narrowed: today, this week, last week."""

from __future__ import annotations

import datetime
from enum import StrEnum


class Since(StrEnum):
    """When an annotation was last changed. CHOSEN: between two days that the user picks."""

    EVER = ""
    TODAY = "today"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    CHOSEN = "chosen"


def span(since: Since, today: datetime.date) -> tuple[str, str]:
    """The first and last day, ISO and inclusive; "" where it is open. Weeks begin on Monday (GB/T 7408).

    Raises:
        KeyError: for CHOSEN, whose days only the user knows.
    """
    monday = today - datetime.timedelta(days=today.weekday())
    spans: dict[Since, tuple[datetime.date | None, datetime.date | None]] = {
        Since.EVER: (None, None),
        Since.TODAY: (today, None),
        Since.THIS_WEEK: (monday, None),
        Since.LAST_WEEK: (monday - datetime.timedelta(days=7), monday - datetime.timedelta(days=1)),
        Since.WEEK: (today - datetime.timedelta(days=6), None),
        Since.MONTH: (today - datetime.timedelta(days=29), None),
        Since.YEAR: (today.replace(month=1, day=1), None),
    }
    first, last = spans[since]
    return first.isoformat() if first else "", last.isoformat() if last else ""
