"""A document number typed anyhow: 长政办发[2022]42, 长政办发 42 号 2022, 国务院令748 (GB/T 9704—2012 §7.2.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.searching.folding import fold
from reader.searching.numerals import number_of

_CHARACTERS = re.compile(r"[\w\s\[\](){}<>,.·/-]{3,60}")
_YEAR_IN_BRACKETS = re.compile(r"[\[(<{]\s*(\d{4})\s*年?\s*[\])>}]")
_CHINESE_YEAR = re.compile(r"[\[(<{]?\s*([一二][〇零一二三四五六七八九]{3})\s*年?\s*[\])>}]?")
_YEAR_WITH_UNIT = re.compile(r"(\d{4})\s*年")
_RUNNING = re.compile(r"第?\s*(?<!\d)0*(\d{1,5})(?!\d)\s*号?")
_FIRST_YEAR, _LAST_YEAR = 1912, 2099


BREADTH = 14
"""Characters that stand between the parts of a printed number, at most."""


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """What a typed number says; folded.

    Attributes:
        prefix: 发文机关代字 without white space (长政办发, 国务院令); "" where only year and number were typed.
        year: or None where none was typed, or the number has none.
        sequence: the running number without leading zeros.
    """

    prefix: str
    year: int | None
    sequence: str

    def closeness(self, other: TypedNumber | None) -> int:
        """How well a document's own number `other` answers to this: 3 is it, 2 but for the year, 1 by a part of its
        prefix with the same year, 0 another."""
        if other is None or self.sequence != other.sequence:
            return 0
        if self.prefix == other.prefix:
            return 3 if self.year == other.year else 2 if self.year is None else 0
        return 1 if self.year is not None and self.year == other.year and self.prefix in other.prefix else 0

    @property
    def parts(self) -> tuple[str, ...]:
        """What stands in a text that prints it, in this order and not far apart; () without a prefix."""
        year = () if self.year is None else (str(self.year),)
        return (self.prefix, *year, self.sequence) if self.prefix else ()

    def pattern(self) -> re.Pattern[str]:
        """An expression for the number as texts print it, folded: any brackets, a space or line end here and there."""
        year = rf"\s?[\[(]\s?{self.year}\s?年?\s?[\])]" if self.year is not None else ""
        return re.compile(rf"{re.escape(self.prefix)}{year}\s?第?\s?0?0?{self.sequence}\s?号")


def typed_number(text: str) -> TypedNumber | None:
    """Read a document number in whatever order, brackets and spacing; None for text that is none."""
    folded = fold(text.strip())
    if not _CHARACTERS.fullmatch(folded):
        return None
    year, rest, sure = _year(folded)
    runs = list(_RUNNING.finditer(rest))
    if not sure and len(runs) == 2:
        years = [run for run in runs if len(run[1]) == 4 and _is_year(int(run[1])) and "号" not in run[0]]
        if not years:
            return None
        year = int(years[0][1])
        runs.remove(years[0])
        rest = rest[:years[0].start()] + " " + rest[years[0].end():]
        runs = list(_RUNNING.finditer(rest))
    if len(runs) != 1:
        return None
    prefix = re.sub(r"[\s\[\](){}<>,.·/_-]|字$", "", rest[:runs[0].start()] + rest[runs[0].end():])
    if re.search(r"\d", prefix) or (not prefix and not sure) or len(prefix) == 1 or not _is_prefix(prefix):
        return None
    return TypedNumber(prefix, year, runs[0][1].lstrip("0") or "0")


def _is_prefix(prefix: str) -> bool:
    return len(prefix) <= 24 and all(mark.isalpha() for mark in prefix)


def _is_year(number: int) -> bool:
    return _FIRST_YEAR <= number <= _LAST_YEAR


def _year(folded: str) -> tuple[int | None, str, bool]:
    """The year where its form says that it is one, the text without it, and whether there was one."""
    for pattern in (_YEAR_IN_BRACKETS, _YEAR_WITH_UNIT, _CHINESE_YEAR):
        match = pattern.search(folded)
        year = number_of(match[1]) if match else None
        if match and year is not None and _is_year(year):
            return year, folded[:match.start()] + " " + folded[match.end():], True
    return None, folded, False


def without_year(word: str) -> tuple[str, ...]:
    """Prefix and sequence of a number typed without its year: 云政发18 → 云政发, 18; other words as they are.

    Args:
        word: folded (`reader.searching.folding.fold`).
    """
    found = _WITHOUT_YEAR.fullmatch(word)
    return (found[1], found[2]) if found else (word,)


_WITHOUT_YEAR = re.compile(r"([\u4e00-\u9fff]{2,})(\d+)号?")
