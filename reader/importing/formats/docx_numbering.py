"""Word's automatic numbering becomes the text it shows: 一、（一）1. 第一条 (ECMA-376 part 1, §17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_CLOSING = "、）)．.：:，。】〕"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a numbering: `text` holds %1…%9 where the counters of the levels go."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    legal: bool = False  # all counters in Arabic digits
    restarts: bool = True
    style: str = ""


@dataclass(slots=True)
class _Counters:
    values: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numberings of a document, and how far each has counted."""

    def __init__(self, part: _Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, _Counters] = {}
        if part is None:
            return
        by_abstract = {element.get(f"{W}abstractNumId",
                                   ""): _levels(element) for element in part.iter(f"{W}abstractNum")}
        for number in part.iter(f"{W}num"):
            name, abstract = number.get(f"{W}numId", ""), value_of(number, "abstractNumId")
            self._abstract[name] = abstract
            levels = dict(by_abstract.get(abstract, {}))
            for override in number.iter(f"{W}lvlOverride"):
                level = _integer(override.get(f"{W}ilvl"), 0)
                own = override.find(f"{W}lvl")
                if own is not None:
                    levels[level] = _level(own)
                if (start := value_of(override, "startOverride")) != "":
                    self._starts.setdefault(name, {})[level] = _integer(start, 1)
            self._levels[name] = levels

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a numbering that is tied to a paragraph style, 0 where none is."""
        levels = self._levels.get(number, {})
        return next((level for level, found in levels.items() if style and found.style == style), 0)

    def is_bullet(self, number: str, level: int) -> bool:
        """Whether the paragraphs of a level carry a mark instead of a number."""
        found = self._levels.get(number, {}).get(level)
        return found is not None and found.form == "bullet"

    def next_label(self, number: str, level: int, text: str) -> str:
        """Count one paragraph and give the label it shows, with the space after it, or "" for none.

        Args:
            number: `numId` of the paragraph; level: from 0; text: the paragraph's own text.
        """
        levels = self._levels.get(number, {})
        found = levels.get(level)
        if found is None:
            return ""
        counters = self._counters.setdefault(self._abstract[number], _Counters())
        for place, start in self._starts.pop(number, {}).items():
            counters.values[place] = start - 1
        for outer in range(level):
            counters.values.setdefault(outer, levels[outer].start if outer in levels else 1)
        counters.values[level] = counters.values.get(level, found.start - 1) + 1
        for deeper in [place for place in counters.values if place > level]:
            if deeper not in levels or levels[deeper].restarts:
                del counters.values[deeper]

        def counter(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            form = levels[place].form if place in levels else "decimal"
            return numeral(counters.values.get(place, 1), "decimal" if found.legal else form)

        label = re.sub(r"%([1-9])", counter, found.text)
        return label + _gap(label, found.suffix, text)


def _gap(label: str, suffix: str, text: str) -> str:
    """Word sets a tab or space after a label; official texts close up after 、 and brackets."""
    if not label or suffix == "nothing":
        return ""
    if label[-1] in _CLOSING and not (label[-1] in ".)" and text[:1].isascii() and text[:1].isalnum()):
        return ""
    return " "


def _levels(abstract: _Element) -> dict[int, _Level]:
    return {_integer(level.get(f"{W}ilvl"), 0): _level(level) for level in abstract.iter(f"{W}lvl")}


def _level(element: _Element) -> _Level:
    return _Level(
        form=value_of(element, "numFmt") or "decimal", text=value_of(element, "lvlText"),
        start=_integer(value_of(element, "start"), 1), suffix=value_of(element, "suff") or "tab",
        legal=element.find(f"{W}isLgl") is not None, restarts=value_of(element, "lvlRestart") != "0",
        style=value_of(element, "pStyle"))


def value_of(element: _Element, child: str) -> str:
    """The `w:val` of a child element, "" where it is missing."""
    found = element.find(f"{W}{child}")
    return "" if found is None else found.get(f"{W}val", "")


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text) else otherwise


def numeral(number: int, form: str) -> str:
    """A counter as Word shows it in one of its number formats (ST_NumberFormat)."""
    if number < 0 or form == "none":
        return "" if form == "none" else str(number)
    if form in ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                "taiwaneseCountingThousand", "koreanCounting"):
        return _chinese(number, _DIGITS, "十百千")
    if form in ("chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"):
        return _chinese(number, _LEGAL, "拾佰仟")
    if form in ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital"):
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    for name, first, last in (("decimalEnclosedCircle", "①", 20), ("decimalEnclosedCircleChinese", "①", 20),
                              ("decimalEnclosedParen", "⑴", 20), ("decimalEnclosedFullstop", "⒈", 20),
                              ("ideographEnclosedCircle", "㊀", 10)):
        if form == name and 1 <= number <= last:
            return chr(ord(first) + number - 1)
    if form == "ideographTraditional" and 1 <= number <= 10:
        return "甲乙丙丁戊己庚辛壬癸"[number - 1]
    if form == "ideographZodiac" and 1 <= number <= 12:
        return "子丑寅卯辰巳午未申酉戌亥"[number - 1]
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord("０") + int(digit)) for digit in str(number))
    return str(number)


def _chinese(number: int, digits: str, units: str) -> str:
    """A number below ten thousand in Chinese numerals: 十二, 一百零五."""
    if number == 0 or number > 9999:
        return digits[0] if number == 0 else "".join(digits[int(digit)] for digit in str(number))
    zero = "零"
    text = ""
    figures = str(number)
    for place, figure in enumerate(figures):
        power = len(figures) - place - 1
        if figure != "0":
            text += digits[int(figure)] + (units[power - 1] if power else "")
        elif not text.endswith(zero):
            text += zero
    text = text.rstrip(zero)
    return text[1:] if 10 <= number < 20 and units[0] == "十" else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40,
                                                                                                                  "XL"),
                           (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, number = divmod(number, value)
        text += letters * count
    return text
