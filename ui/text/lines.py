"""How long a text is on a line, and how a title is broken into lines of about equal length."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

_OPEN, _SHUT = "“‘《〈（(【〔", "”’》〉）)】〕"
_SPARE = 0.5  # ems: type is set in whole pixels and comes out a little wider than reckoned
_STEP = 1.0  # ems between the line lengths that are tried: with the spare half never on the edge of a character
_WORD = 4.0  # what it costs to break a line where no word is known to end, in ems of raggedness
_WORDS = (
    "关于", "印发", "转发", "批转", "公布", "发布", "修改", "修订", "废止", "加强", "进一步", "促进", "推进",
    "推动", "做好", "开展", "建立", "成立", "调整", "实施", "落实", "全面", "支持", "规范", "完善", "提升",
    "改造", "加快", "深化", "优化", "鼓励", "扶持", "确定", "同意", "任免", "表彰", "征收", "建设", "保护",
    "管理", "发展", "改革", "工作", "行动", "服务", "经济", "生态", "安全", "生产", "应急", "预案", "规划",
    "计划", "方案", "办法", "规定", "细则", "意见", "决定", "通知", "通告", "公告", "批复", "措施", "制度",
    "若干", "有关", "部分", "领导小组", "人民政府", "办公室", "办公厅", "委员会", "的", "和", "及", "与",
)
"""Words of which titles of official documents are made: before and behind them a line may be broken."""
_PLACE = re.compile(
    r"[^，、。；：《》（）\s]{1,8}?(?:省|市|自治区|自治州|州|盟|县|区|旗|镇|乡)(?=人民政府|人民代表大会|委员会)"
)
"""Whose title it is: the name of the place is a word of it too, wherever it stands."""
_SPLIT = 8.0  # what it costs to break a line inside quotation marks, brackets or one of the words


def width(text: str) -> float:
    """The width of a text in ems: a Han character is 1, a Latin letter or digit about 0.56, a point 0.28."""
    return sum(map(_WIDTHS.__getitem__, text))


def count(text: str, line: float) -> int:
    """How many lines a paragraph fills where a full line is `line` ems long; 1 for an empty one."""
    if width(text) <= line:
        return 1
    lines, filled = 1, 0.0
    for piece in _pieces(text):
        wide = width(piece)
        if filled and filled + wide > line:
            lines, filled = lines + 1, 0.0
        # A piece longer than a line is broken anywhere.
        over = max(math.ceil((filled + wide) / line) - 1, 0)
        lines, filled = lines + over, filled + wide - over * line
    return lines


def balance(text: str, line: float) -> float:
    """The margin on either side of a title that gives it lines of about equal length and good breaks, in its ems.

    Args:
        text: the title.
        line: the length of a full line.
    """
    length = width(text)
    if length <= line:
        return 0.0
    shortest = math.ceil(length / math.ceil(length / line))
    tried = [min(shortest + _STEP * step, line) for step in range(int((line - shortest) / _STEP) + 1)] or [line]
    place = _PLACE.match(text)
    words = (*_WORDS, place[0]) if place else _WORDS
    best = min(tried, key=lambda measure: _cost(text, measure, words))
    return max((line - best - _SPARE) / 2, 0.0)


def _cost(text: str, measure: float, words: tuple[str, ...]) -> float:
    """How ragged the lines are when they are filled up to `measure` one after the other, and how badly broken."""
    lengths, depth, filled, cost, at = [], 0, 0.0, 0.0, 0
    for piece in _pieces(text):
        wide = width(piece)
        if filled + wide > measure:
            lengths.append(filled)
            filled = 0.0
            cost += _SPLIT * (depth > 0) + _break_cost(text, at, words)
        filled += wide
        at += len(piece)
        depth = max(depth + sum((mark in _OPEN) - (mark in _SHUT) for mark in piece), 0)
    lengths.append(filled)
    return cost + max(lengths) - min(lengths)


def _break_cost(text: str, at: int, words: tuple[str, ...]) -> float:
    """How bad a break at an offset is, for the words beside it."""
    if any(text.startswith(word, at - cut) for word in words for cut in range(1, min(len(word), at + 1))):
        return _SPLIT
    between = not (text[at - 1].isalnum() and text[at].isalnum())
    return 0.0 if between or text.startswith(words, at) or text.endswith(words, 0, at) else _WORD


def _pieces(text: str) -> Iterator[str]:
    """The stretches that Qt breaks no line in. (It breaks none beside curly quotation marks, for one.)"""
    encoded = text.encode("utf-16-le", "surrogatepass")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    start = 0
    while (end := finder.toNextBoundary()) > start:
        yield encoded[2 * start:2 * end].decode("utf-16-le", "surrogatepass")
        start = end


class _Widths(dict[str, float]):
    """The widths of characters, reckoned once: a document of many tables asks for half a million."""

    def __missing__(self, character: str) -> float:
        width = 0.28 if character in ".,:;" else 1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.56
        self[character] = width
        return width


_WIDTHS = _Widths()
