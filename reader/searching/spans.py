"""Years, issue numbers and dates as typed: one value, or a range with two dots."""

from __future__ import annotations

import re

from reader.searching.folding import fold
from reader.searching.numerals import NUMERAL, number_of

_DIGITS = rf"(?:[0-9]+|{NUMERAL}+)"
_COUNT = re.compile(rf"第?({_DIGITS})[年期]?")
_DATE = re.compile(rf"([0-9]{{4}}|{NUMERAL}{{4}})(?:[年./-]({_DIGITS})(?:[月./-]({_DIGITS})[日号]?)?)?[年月]?")
_RANGE = re.compile(r"\.\.+|…+|~|至")
_RANGE_OF_COUNTS = re.compile(rf"{_RANGE.pattern}|-")


def range_of(value: str, *, dates: bool) -> tuple[str | None, str | None] | None:
    """Read `2022`, `2020..2024`, `2021-03..2022`, `..2022`, `2021..` or the same in Chinese digits and with 年月日.

    Returns:
        First and last value, inclusive, in order; a single value twice; None for an open end. Dates are ISO or a prefix
        of it (2021, 2021-03), others digits. None when it cannot be read.
    """
    ends = [end.strip() for end in (_RANGE if dates else _RANGE_OF_COUNTS).split(fold(value))]
    if len(ends) > 2 or not any(ends):
        return None
    read = [_date(end) if dates else _count(end) for end in ends if end]
    if None in read:
        return None
    if len(ends) == 1:
        return read[0], read[0]
    if not ends[0]:
        return None, read[0]
    if not ends[1]:
        return read[0], None
    first, last = sorted((end for end in read if end is not None), key=str if dates else int)
    return first, last


def _count(text: str) -> str | None:
    match = _COUNT.fullmatch(text)
    number = number_of(match[1]) if match else None
    return None if number is None else str(number)


def _date(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day = (number_of(part) if part else 0 for part in match.groups())
    if year is None or month is None or day is None or month > 12 or day > 31 or (match[2] and not month) or (
            match[3] and not day):
        return None
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")
