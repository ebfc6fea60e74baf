"""Labels of headings and clauses (GB/T 9704—2012 §7.3.3): 第三章 · 第三条 · 一、 · （一） · 1. · （1） · ① · 1.2."""

from __future__ import annotations

import re
from enum import IntEnum

from reader.importing.grammar import numerals


class Rank(IntEnum):
    """Kinds of labels, outermost first."""

    BOOK = 1  # 第一编
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    ARTICLE = 4  # 第一条
    PART = 5  # 第一部分
    HAN = 6  # 一、
    HAN_BRACKET = 7  # （一）
    DIGIT = 8  # 1.
    DIGIT_BRACKET = 9  # （1） 1）
    CIRCLE = 10  # ①
    LETTER = 11  # a. A.
    DECIMAL = 12  # 1.2, 1.2.3


class Label:
    """A label at the beginning of a line.

    Attributes:
        rank: what kind of label.
        text: as printed, without the white space after it.
        number: what it counts, 1 and up; for 1.2.3 the last part.
        end: offset in the line at which the text after the label begins.
        depth: for DECIMAL how many parts (1.2 → 2), else 1.
    """

    __slots__ = ("depth", "end", "number", "rank", "text")

    def __init__(self, rank: Rank, text: str, number: int, end: int, depth: int = 1) -> None:
        self.rank = rank
        self.text = text
        self.number = number
        self.end = end
        self.depth = depth

    def __repr__(self) -> str:
        return f"Label({self.rank.name}, {self.text!r}, {self.number})"


_HAN = numerals.HAN
_DIVISION = re.compile(
    rf"第\s*(?P<number>[{_HAN}\d０-９]{{1,6}})\s*(?P<unit>编|編|篇|章|节|節|条|條|部\s?分|部)(?P<zhi>之[{_HAN}]{{1,3}})?"
)
_HAN_POINT = re.compile(rf"(?P<number>[{_HAN}]{{1,4}})\s*(?:[、．]|\.(?!\d)|，(?=[^，]{{2,20}}$))\s*")
_HAN_BRACKET = re.compile(rf"[（(〔﹙]\s*(?P<number>[{_HAN}]{{1,4}})\s*[）)〕﹚]\s*[、.．]?\s*")
_DIGIT_BRACKET = re.compile(
    r"(?:[（(〔﹙]\s*(?P<number>[\d０-９]{1,3})\s*[）)〕﹚]|(?P<half>[\d０-９]{1,2})[）)])\s*[、.．]?\s*"
)
_DIGIT = re.compile(
    r"(?P<number>[\d０-９]{1,3})\s*(?:[.．](?![\d０-９])|[.．](?=(?:19|20)\d\d\s?年)|、|﹒)\s*"
)
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:[.．]\d{1,2}){1,4})(?:[.．、]|\s)?\s*(?=[\u4e00-\u9fff“《（(A-Za-z])")
_CIRCLE = re.compile(r"(?P<number>[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿])\s*")
_LETTER = re.compile(r"(?P<number>[a-zA-Zａ-ｚ])[.．、)）]\s*(?=[\u4e00-\u9fff“《])")
_UNITS = re.compile(r"[万亿千百元年月日个倍％%吨米克升度人次种类户家项条名位台套座亩平立公分秒小时℃毫厘版号级—-]")
_FIRST = frozenset(
    "第（(〔﹙"
    + _HAN
    + "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⒈⒉⒊⒋⒌⒍⒎⒏⒐❶❷❸❹❺❻❼❽❾❿"
)
_RANKS = {"编": Rank.BOOK, "篇": Rank.BOOK, "章": Rank.CHAPTER, "节": Rank.SECTION, "条": Rank.ARTICLE}
_RANKS |= {"編": Rank.BOOK, "節": Rank.SECTION, "條": Rank.ARTICLE}
_ENUMERATION = re.compile(rf"[{_HAN}]{{1,3}}[、等级类]")
"""一、二、三等奖 counts nothing."""
_MENTION = re.compile(
    r"(?:[、和及与或至到]|规定|所列|所规定|中的|的|之规定|以外|以下|以上)|\s?第[一二三四五六七八九十\d]{1,3}[章节条款项]"
    r"|\s?[（(][一二三四五六七八九十]+[)）]\s*项"
)
"""What follows a division that is mentioned (第三条规定的, 第三条第二款) rather than begun."""


def label(text: str) -> Label | None:
    """The label a line begins with, or None."""
    if not text:
        return None
    first = text[0]
    if first not in _FIRST:
        if first.isascii() or "ａ" <= first <= "ｚ":
            match = _LETTER.match(text)
            if match:
                return Label(Rank.LETTER, match[0].rstrip(), ord(match["number"].lower()) & 31, match.end())
        return None
    if first == "第":
        return _division(text)
    if first in "（(〔﹙":
        match = _HAN_BRACKET.match(text)
        if match:
            return _made(Rank.HAN_BRACKET, match, match["number"])
        match = _DIGIT_BRACKET.match(text)
        return _made(Rank.DIGIT_BRACKET, match, match["number"]) if match else None
    if first.isdecimal():
        return _digits(text)
    match = _CIRCLE.match(text)
    if match:
        return _circle(match)
    match = _HAN_POINT.match(text)
    if match and _ENUMERATION.match(text, match.end()):
        return None
    return _made(Rank.HAN, match, match["number"]) if match else None


def _made(rank: Rank, match: re.Match[str], number: str) -> Label | None:
    value = numerals.value(number)
    return Label(rank, match[0].rstrip(), value, match.end()) if value else None


def _division(text: str) -> Label | None:
    match = _DIVISION.match(text)
    if not match:
        return None
    end = match.end()
    unit = match["unit"]
    after = text[end : end + 8]
    if _MENTION.match(after) and not after.startswith(("　", "  ")):
        return None
    if unit[0] == "部":
        if unit == "部":
            return None
        rank = Rank.PART
    else:
        rank = _RANKS[unit]
    value = numerals.value(match["number"])
    if not value:
        return None
    while end < len(text) and text[end] in " \t　:：、.．":
        end += 1
    return Label(rank, "".join(match[0].split()), value, end)


def _digits(text: str) -> Label | None:
    match = _DIGIT.match(text)
    if match:
        return _made(Rank.DIGIT, match, match["number"])
    match = _DIGIT_BRACKET.match(text)
    if match:
        return _made(Rank.DIGIT_BRACKET, match, match["half"])
    match = _DECIMAL.match(text)
    if match and not _UNITS.match(text, match.end()):
        parts = re.split(r"[.．]", match["number"])
        if all(part[0] != "0" for part in parts):
            return Label(Rank.DECIMAL, match["number"], int(parts[-1]), match.end(), len(parts))
    return None


def _circle(match: re.Match[str]) -> Label:
    char = match["number"]
    for base in "①㈠⑴⒈❶":
        if 0 <= ord(char) - ord(base) < 20:
            number = ord(char) - ord(base) + 1
            rank = Rank.HAN_BRACKET if base == "㈠" else Rank.DIGIT_BRACKET if base == "⑴" else Rank.CIRCLE
            if base == "⒈":
                rank = Rank.DIGIT
            return Label(rank, char, number, match.end())
    raise AssertionError(char)
