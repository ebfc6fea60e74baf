"""Chinese and Arabic numerals as they stand in labels, dates and numbers of official documents."""

from __future__ import annotations

_DIGITS = {
    "〇": 0, "○": 0, "零": 0, "◯": 0, "Ｏ": 0, "O": 0, "o": 0, "О": 0, "0": 0,
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "两": 2,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    "貳": 2, "參": 3, "陸": 6,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS = {"廿": 20, "卅": 30}
ZEROS = "〇○零◯Ｏ"
HAN = "一二三四五六七八九十百千零〇○两廿卅"
"""The characters of a Chinese numeral in a label, for use inside brackets of an expression."""


def value(text: str) -> int | None:
    """The number a numeral means: 二十三 → 23, 二〇二一 → 2021, １2 → 12; None where it is no numeral."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)  # full-width digits too
    if all(char in _DIGITS or char.isdecimal() for char in text):
        return int("".join(str(_DIGITS[char]) if char in _DIGITS else char for char in text))
    total = 0
    digit: int | None = None
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[char]
            digit = None
        elif char in _TENS:
            total += _TENS[char]
            digit = None
        else:
            return None
    return total + (digit or 0)


_NAMES = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The Chinese numeral of a number from 0 to 999: 23 → 二十三, 110 → 一百一十."""
    if number < 10:
        return _NAMES[number]
    if number < 20:
        return "十" + (_NAMES[number - 10] if number > 10 else "")
    if number < 100:
        return _NAMES[number // 10] + "十" + (_NAMES[number % 10] if number % 10 else "")
    rest = number % 100
    head = _NAMES[number // 100] + "百"
    if not rest:
        return head
    if rest < 10:
        return head + "零" + _NAMES[rest]
    return head + _NAMES[rest // 10] + "十" + (_NAMES[rest % 10] if rest % 10 else "")
