"""Chinese and Arabic digits in dates and years."""

from __future__ import annotations

import re

DIGITS = "〇一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {"零": 0, "○": 0, "◯": 0, "元": 1, "两": 2}
NUMERAL = "[〇零○◯元一二两三四五六七八九十]"


def number_of(text: str) -> int | None:
    """The value of Arabic digits, of digits one by one (二〇二一) or of a count below a hundred (二十三); else None."""
    if re.fullmatch(r"[0-9]+", text):
        return int(text)
    if "十" not in text:
        digits = [_VALUES.get(mark) for mark in text]
        if not digits or None in digits:
            return None
        return int("".join(str(digit) for digit in digits))
    tens, _, ones = text.partition("十")
    ten, one = (_VALUES.get(tens) if tens else 1), (_VALUES.get(ones) if ones else 0)
    return None if ten is None or one is None else ten * 10 + one


def year_in_chinese(year: int, zero: str = "〇") -> str:
    """二〇二一."""
    return "".join(DIGITS[int(digit)] for digit in str(year)).replace("〇", zero)


def count_in_chinese(number: int) -> str:
    """十一, 二十, 三十一: a number from 1 to 99."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")
