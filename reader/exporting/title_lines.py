"""How a title of several lines is broken: 词意完整, 排列对称, as a trapezium or a diamond (GB/T 9704—2012 §7.3.1).

Words are whole, so are years and numbers, and what stands in brackets as far as it fits; no line begins with 的 or ends
with 和; the lines are neither all of one length nor shorter in the middle than at both ends.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

Words = Callable[[str], Sequence[str]]
"""The words of a text in order, without gaps."""

MOST_LINES = 4
"""A longer title is filled line by line."""
_NEVER = 1_000.0
_OPEN, _SHUT = "“‘《〈（(【〔", "”’》〉）)】〕"
_NOT_FIRST = _SHUT + "、，。；：！？,.;:!?—…％%℃"
_LEANING = frozenset("的之等们")
"""Belong to what stands before them."""
_LEADING = frozenset("和与及或、对在为将把关于第各本")
"""Belong to what follows them."""
_DOING = ("印发", "转发", "批转", "公布", "发布", "做好", "加强")
"""What a title says is done: a line ends behind it rather than before."""
_SUFFIXES = frozenset("市县区省州盟旗乡镇村局厅委部办院所处科司署会站网线路江河湖山岛桥年月日号期条项元万亿个")
"""Single characters that end a name or a number the dictionary may not know."""


def title_lines(title: str, words: Words, line: float) -> tuple[str, ...]:
    """A title in lines; together they are the title.

    Args:
        title: without line feeds.
        line: most a line can hold, in ems.
    """
    length = width(title)
    if length <= line or line < MOST_LINES:
        return (title,)
    breaks = dict(_breaks(title, words))
    for count in range(-int(-length // line), MOST_LINES + 1):
        best = min(_ways(title, breaks, count, line), default=None)
        if best is not None and best[0] < _NEVER:
            return tuple(title[start:end] for start, end in pairwise((0, *best[1], len(title))))
    return tuple(_filled(title, breaks, line))


def width(text: str) -> float:
    """In ems: a Han character is one, a Latin letter or digit about half."""
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.56 for character in text)


def _breaks(title: str, words: Words) -> Iterator[tuple[int, float]]:
    """Where a line may end, and how bad that is, in ems of uneven lines."""
    cut = list(words(title))
    if "".join(cut) != title:
        cut = list(title)
    at, depth = 0, 0
    for word, after in pairwise(cut):
        at += len(word)
        depth = max(depth + sum((mark in _OPEN) - (mark in _SHUT) for mark in word), 0)
        cost = _cost(word, after) + 4.0 * (depth > 0)
        if at > len(word) > 1 and title.startswith(word):
            cost += 2.0  # the place the house is named after, before what is said of it: 印发云汀市|实施办法
        if cost < _NEVER:
            yield at, cost


def _cost(word: str, after: str) -> float:
    """How bad a break between two words is."""
    if after[0] in _NOT_FIRST or word[-1] in _OPEN:
        return _NEVER
    if word[-1].isascii() and word[-1].isalnum():
        return 8.0  # 2021|年, 一号A|级
    if after[0] in _LEANING:
        return 6.0
    if word[-1] in _LEANING and after in ("通知", "意见", "决定", "通告", "公告", "批复", "函", "报告", "命令", "规定"):
        return 5.0
    if word in _LEADING:
        return 5.0
    if after == "关于":
        return 0.0
    if _single(word) or _single(after):
        # A name the dictionary does not know falls into characters.
        return 5.0 if after in _SUFFIXES or (_single(word) and _single(after)) else 3.5
    return 1.5 if word == "关于" else 0.5 if word in _DOING else 1.0


def _single(word: str) -> bool:
    return len(word) == 1 and word not in _LEADING and word not in _LEANING and word.isalnum()


def _ways(title: str, breaks: dict[int, float], count: int, line: float) -> Iterator[tuple[float, tuple[int, ...]]]:
    """The ways to set a title in so many lines that fit, each with how bad it is."""
    before = [0.0]
    for character in title:
        before.append(before[-1] + width(character))
    for places in combinations(breaks, count - 1):
        lengths = [before[end] - before[start] for start, end in pairwise((0, *places, len(title)))]
        if max(lengths) <= line:
            yield sum(breaks[place] for place in places) + _shape(lengths), places


def _shape(lengths: Sequence[float]) -> float:
    """How far lines are from a trapezium or a diamond of lines not too unlike."""
    spread = max(lengths) - min(lengths)
    cost = 0.6 * max(spread - 4.0, 0.0) + (1.0 if len(lengths) > 1 and spread < 1.0 else 0.0)
    for at in range(1, len(lengths) - 1):
        cost += 1.5 * max(min(lengths[at - 1], lengths[at + 1]) - lengths[at], 0.0)
    return cost + 2.0 * max(4.0 - min(lengths), 0.0)


def _filled(title: str, breaks: dict[int, float], line: float) -> Iterator[str]:
    """Line by line, each as full as a break that is none of the worst allows."""
    start = 0
    while start < len(title):
        end = start
        while end < len(title) and width(title[start:end + 1]) <= line:
            end += 1
        if end < len(title):
            good = [place for place, cost in breaks.items() if start < place <= end and cost < 5.0]
            end = max(good, default=max(end, start + 1))
        yield title[start:end]
        start = end
