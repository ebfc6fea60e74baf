"""Dates of official documents, in Arabic and Chinese numerals, with the spaces print leaves in them."""

from __future__ import annotations

import datetime
import re

from reader.importing.grammar import numerals

_YEAR = r"(?P<year>[12]\s?\d\s?\d\s?\d|[一二][一二三四五六七八九〇○零◯ＯO０0\s]{3,6})"
_REST = r"\s*年\s*(?P<month>[\d０-９]\s?[\d０-９]?|[一二三四五六七八九十]\s?[一二]?|十\s?[一二])\s*月"
_HAN_DAY = r"[一二三四五六七八九十廿]\s?[一二三四五六七八九十]?\s?[一二三四五六七八九]?"
_DAY = rf"\s*(?P<day>[\d０-９]\s?[\d０-９]?|{_HAN_DAY})\s*[日号]"
_REPUBLIC = r"(?:中華民國|中华民国|民國)\s*(?P<year>\d{1,3})"
REPUBLIC = re.compile(_REPUBLIC + _REST + _DAY)
"""A date of Taiwan's gazettes: years count from 1912."""
DATE = re.compile(_YEAR + _REST + _DAY)
ALONE = re.compile(r"[（(〔\[]?\s*" + _YEAR + _REST + _DAY + r"\s*[)）〕\]]?[。.]?")
"""A line that is nothing but a date."""
_DASHED = re.compile(
    r"[（(]?\s*(?P<year>(?:19|20)\d{2})\s*[-./．－]\s*(?P<month>\d{1,2})\s*[-./．－]\s*(?P<day>\d{1,2})\s*[)）]?"
)
"""2030-03-02, 2030.3.2 alone on a line."""
MONTH = re.compile(_YEAR + _REST)
MONTH_ALONE = re.compile(r"[（(]?\s*" + _YEAR + _REST + r"\s*[)）]?")
PRINTED = re.compile(_YEAR + _REST + _DAY + r"\s*(?:印发|印制|印刷|发布|翻印)")
"""印发日期 of an imprint."""


def iso(match: re.Match[str]) -> str | None:
    """The ISO form of a match of the expressions here; None where no such day exists."""
    return make_iso(match["year"], match["month"], match["day"])


def make_iso(year: str, month: str, day: str) -> str | None:
    """The ISO form of a date given in numerals; None where no such day exists."""
    values = [numerals.value("".join(part.split())) for part in (year, month, day)]
    if None in values:
        return None
    try:
        return datetime.date(*[number or 0 for number in values]).isoformat()
    except ValueError:
        return None


def alone(text: str) -> str | None:
    """The ISO form of a line that is nothing but a date, else None."""
    if len(text) > 26:
        return None
    if "年" not in text:
        match = _DASHED.fullmatch(text) if text[-1:].isdecimal() or text[-1:] in "）)" else None
        return iso(match) if match else None
    match = ALONE.fullmatch(text)
    if match:
        return iso(match)
    match = REPUBLIC.fullmatch(text.strip())
    return _republic(match) if match else None


def _republic(match: re.Match[str]) -> str | None:
    return make_iso(str(int(match["year"]) + 1911), match["month"], match["day"])


def first(text: str) -> str | None:
    """The ISO form of the first date in a text, or None."""
    match = DATE.search(text) or _DASHED.fullmatch(text.strip())
    if match:
        return iso(match)
    match = REPUBLIC.search(text) if "民" in text else None
    return _republic(match) if match else None
