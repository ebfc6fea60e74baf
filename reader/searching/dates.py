"""The other ways a date in a search question may stand in a text: Arabic or Chinese digits, padded, with spaces."""

from __future__ import annotations

import re

from reader.searching.numerals import NUMERAL, count_in_chinese, number_of, year_in_chinese

_COUNT = rf"(?:[0-9]{{1,2}}|{NUMERAL}{{1,3}})"
_DATE = re.compile(rf"(?<!\d)([0-9]{{4}}|[一二]{NUMERAL}{{3}})\s*年(?:\s*({_COUNT})\s*月(?:\s*({_COUNT})\s*日)?)?")


def date_spellings(text: str) -> tuple[str, ...]:
    """The text with its dates written otherwise, each form once and without the text itself; none when it has no date.

    Args:
        text: folded (`reader.searching.folding.fold`).
    """
    forms = dict.fromkeys(_DATE.sub(lambda date, form=form: _written(date, form), text)  # type: ignore[misc]
                          for form in ("plain", "padded", "spaced", "wide", "chinese", "chinese zero"))
    forms.pop(text, None)
    return tuple(forms)


def _within(count: int | None, most: int) -> bool:
    return count is None or 1 <= count <= most


def _written(date: re.Match[str], form: str) -> str:
    year, month, day = (number_of(part) if part else None for part in date.groups())
    if year is None or not 1000 <= year <= 9999 or not _within(month, 12) or not _within(day, 31):
        return date[0]
    if form.startswith("chinese"):
        parts = [year_in_chinese(year, "零" if form.endswith("zero") else "〇")]
        parts += [count_in_chinese(part) for part in (month, day) if part is not None]
    else:
        parts = [str(year)]
        parts += [f"{part:02d}" if form == "padded" else str(part) for part in (month, day) if part is not None]
    between = " " if form in ("spaced", "wide") else ""
    before_unit = " " if form == "wide" else ""
    return between.join(part + before_unit + unit for part, unit in zip(parts, "年月日", strict=False))
