"""发文字号: recognise the number of a document in every shape gazettes print it, and bring it into its normal form."""

from __future__ import annotations

import re

from reader.importing.grammar import numerals
from reader.model.number import DocumentNumber

_OPEN = "〔﹝［\\[【（(〈<{「『"
_CLOSE = "〕﹞］\\]】）)〉>}」』"
_YEAR = r"(?:[12１２]\s?[\d０-９]\s?[\d０-９]\s?[\d０-９]|[一二][一二三四五六七八九〇○零ＯO]{3})"
_SHORT_YEAR = r"[4-9５-９]\d"
_SEQUENCE = r"第?\s*[0０]*(?P<sequence>[1-9１-９][\d０-９]{0,4}|[一二三四五六七八九十百〇零○]{1,7})\s*[号號]"
_PREFIX = r"(?P<prefix>[\u4e00-\u9fffA-Za-z\u3400-\u4dbf][\u4e00-\u9fff\u3400-\u4dbfA-Za-z（）()、\-—\s]{0,24}?)"
_WORD = rf"(?P<word>(?:(?![第年{numerals.HAN}])[\u4e00-\u9fff]){{1,2}})"
"""云政〔1998〕综126号, 云政〔1998〕人字第9号: the office has its sign behind the year."""
BRACKETED = re.compile(
    _PREFIX + rf"\s*(?:[{_OPEN}]\s*(?P<year>{_YEAR}|{_SHORT_YEAR})\s*年?\s*[{_CLOSE}])\s*{_WORD}?\s*{_SEQUENCE}"
)
"""长政发〔2022〕56号, 国发[81]42号, 中国人民银行令〔2021〕第3号."""
_TORN = re.compile(
    rf"(?P<prefix>[\u4e00-\u9fff]{{1,12}}[发办函字规告政令])\s*(?P<open>[{_OPEN}])?\s*(?P<year>{_YEAR})\s*(?P<close>[{_CLOSE}])?\s*"
    r"第?\s*[0０]*(?P<sequence>[1-9１-９][\d０-９]{0,4})\s*[号號]?"
)
"""云政发〔2030 5号, 云政发〔2030〕5: recognition lost a bracket or 号."""
_YEAR_FIRST = re.compile(
    rf"[{_OPEN}]\s*(?P<year>{_YEAR}|{_SHORT_YEAR})\s*[{_CLOSE}]\s*(?P<prefix>[\u4e00-\u9fff]{{1,12}}?)\s*{_SEQUENCE}"
)
"""(81)国发字第42号."""
_DAY_COUNT = r"\s?[\d一二三四五六七八九十]{1,3}\s?"
_DAY = rf"[12一二][\d一二三四五六七八九〇○零]{{3}}\s?年{_DAY_COUNT}月{_DAY_COUNT}日"
_ORDER_KINDS = "令|公告|通告|命令|决定|决议|通报|通知|公报|布告"
YEAR_NUMBER = re.compile(
    rf"(?P<prefix>[\u4e00-\u9fff、，\s]{{0,40}}?(?:{_ORDER_KINDS})?)\s*[（(]?\s*(?P<year>{_YEAR})\s*年\s*第\s*"
    r"[0０]*(?P<sequence>[1-9１-９][\d０-９]{0,3}|[一二三四五六七八九十百〇零○]{1,7})\s*[号號]"
)
"""财政部 税务总局公告2021年第12号."""
_TERM = r"[\d一二三四五六七八九十]{1,4}届"
_SESSION = rf"(?P<session>[〔﹝\[［（(]\s*{_TERM}\s*[〕﹞\]］）)]|{_TERM})"
"""〔十三届〕第七号, 十三届第87号: announcements of a standing committee count by its term."""
ORDER_NUMBER = re.compile(
    rf"(?P<prefix>[\u4e00-\u9fff、\s]{{0,40}}?(?:{_ORDER_KINDS}))\s*{_SESSION}?\s*[（(]?\s*第?\s*"
    r"[0０]*(?P<sequence>[1-9１-９][\d０-９]{0,3}|[一二三四五六七八九十百〇零○]{1,7})\s*[号號]"
)
"""国务院令第748号, 中华人民共和国主席令（第八十四号）."""
_BARE = re.compile(
    _SESSION + r"?\s*第\s*[0０]*(?P<sequence>[1-9１-９][\d０-９]{0,3}|[一二三四五六七八九十百〇零○]{1,7})\s*[号號]"
)
_BARE_BRACKETED = re.compile(rf"[{_OPEN}]\s*(?P<year>{_YEAR})\s*[{_CLOSE}]\s*{_SEQUENCE}")
"""〔2008〕第12号 under 某行公告."""
_PLAIN = re.compile(r"(?P<prefix>[\u4e00-\u9fff]{1,10}(?:字|发|函|办))\s*第?\s*(?P<sequence>\d{1,12})\s*[号號]")
"""国发字42号: before 1980 the year is missing; 府法綜字第1193005678號: Taiwan's numbers hold it."""
_MAY_BE_TORN = re.compile(rf"[发办函字规告政令]\s*[{_OPEN}]\s*\d{{4}}\s*[{_CLOSE}]\s*\d{{1,5}}$")
_WRAPPED = re.compile(r"[（(【\[〔]\s*(.*?)\s*[)）】\]〕]")
_DATED = re.compile(rf"^{_DAY}[\s　,，、]*|[\s　,，、]*{_DAY}$")
_PART_OF_TITLE = re.compile(r"关于|公报\s*[（(]\s*第")
"""全国经济普查公报（第一号）, 某局关于…的公告（2014年第4号）: a title with a number behind it."""
_DATE_LEADS = re.compile(rf"{_DAY}[\s　]+\S")
_ADOPTED = re.compile(rf"^{_DAY}[^。；《》〔〕]{{4,80}}?(?:通过|批准|公布|发布|印发)[\s　,，、]+")
"""（2009年5月11日…第1467次会议通过　甲释〔2009〕8号）: the number stands with the note of adoption."""
_SIGNER = re.compile(r"[\s　]+签\s*发\s*人\s*[:：].{0,16}$")
"""云应急〔2030〕31号    签发人：陈明: on documents sent upwards."""
SIGNER = re.compile(r"签\s*发\s*人\s*[:：].{0,30}|会\s*签\s*人\s*[:：].{0,30}")
"""The same on a line of its own: number and signer stand in two cells of a frame."""
_SPACES = re.compile(r"\s+")
_REPUBLIC = "中华人民共和国"


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = numerals.value(_SPACES.sub("", text))
    if number is not None and number < 100:
        number += 1900
    return number


def _make(match: re.Match[str], printed: str, prefix: str | None = None) -> DocumentNumber | None:
    groups = match.groupdict()
    sequence = numerals.value(_SPACES.sub("", groups["sequence"]))
    if not sequence:
        return None
    head = _SPACES.sub("", prefix if prefix is not None else groups.get("prefix") or "")
    head = head.replace("(", "（").replace(")", "）")
    word = groups.get("word") or ""
    if not head.endswith(word):
        head += word
    if groups.get("session"):
        head += "〔" + _SPACES.sub("", groups["session"]).strip(_OPEN + _CLOSE) + "〕"
    if head.startswith(_REPUBLIC) and len(head) > len(_REPUBLIC) + 1:
        head = head.replace(_REPUBLIC, "")  # 中华人民共和国国务院令 and 国务院令 are one
    return DocumentNumber(head, _year(groups.get("year")), str(sequence), printed)


def line_number(text: str) -> DocumentNumber | None:
    """The number a line consists of, or None where the line holds anything else.

    A line in brackets counts: （国发〔1981〕42号）. A form left blank (〔 年〕 第 号) is none.
    """
    if len(text) > 120 or ("号" not in text and "號" not in text and not _MAY_BE_TORN.search(text)):
        return None
    bare = _SIGNER.sub("", text.strip().rstrip("。."))
    wrapped = _WRAPPED.fullmatch(bare)
    if len(text) > 60 and not (wrapped and _ADOPTED.match(wrapped[1])):
        return None
    candidates = (bare, wrapped[1]) if wrapped else (bare,)
    if wrapped and "日" in bare:
        # （1994年5月6日　甲部发〔1994〕186号）: the date stands with it.
        undated = _DATED.sub("", _ADOPTED.sub("", wrapped[1]))
        candidates = (undated,) if undated != wrapped[1] else candidates
    elif _DATE_LEADS.match(bare):
        candidates = (_DATED.sub("", bare),)  # 一九六二年六月二十日　（62）甲习字第150号
    for candidate in candidates:
        match = BRACKETED.fullmatch(candidate) or _YEAR_FIRST.fullmatch(candidate)
        if match and _prefix_like(match["prefix"]):
            return _make(match, text)
    match = _TORN.fullmatch(bare)
    if match and (match["open"] or match["close"]) and _prefix_like(match["prefix"]):
        return _make(match, text)
    return None


def order_number(text: str) -> DocumentNumber | None:
    """The number of an order or announcement a line consists of: 国务院令第748号, 财政部公告2021年第12号; else None."""
    if ("号" not in text and "號" not in text) or len(text) > 60 or _PART_OF_TITLE.search(text):
        return None
    bare = text.strip().strip("（()）")
    match = YEAR_NUMBER.fullmatch(bare)
    if match and match["prefix"].strip():
        return _make(match, text)
    match = ORDER_NUMBER.fullmatch(bare)
    if match:
        return _make(match, text)
    match = _PLAIN.fullmatch(bare)
    if match:
        return _make(match, text)
    return None


def bare_number(text: str, prefix: str) -> DocumentNumber | None:
    """The number of a line such as 第748号 or 2021年第5号 that stands under the line with its prefix; else None."""
    bare = text.strip().strip("（()）")
    match = YEAR_NUMBER.fullmatch(bare)
    if match and not match["prefix"].strip():
        return _make(match, text, prefix)
    match = _BARE.fullmatch(bare) or _BARE_BRACKETED.fullmatch(bare)
    return _make(match, text, prefix) if match else None


_NO_PREFIX = re.compile(r"[，。；：、《》]|关于|根据|按照|已经|文件|附件|规定|印发")


def _prefix_like(prefix: str) -> bool:
    return len(prefix) <= 24 and prefix.strip() != "第" and not _NO_PREFIX.search(prefix)


def first_number(text: str) -> DocumentNumber | None:
    """The first number with a bracketed year anywhere in a text, or None."""
    match = find(text)
    return match[1] if match else None


_TAIL = re.compile(rf"[\s]*[{_OPEN}]\s*(?P<year>{_YEAR}|{_SHORT_YEAR})\s*年?\s*[{_CLOSE}]\s*{_WORD}?\s*{_SEQUENCE}")
_HEAD = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,16}(?:[（(][\u4e00-\u9fff]{1,4}[）)][\u4e00-\u9fff]{1,6})?$")
_STOP = re.compile(
    r".*(?:以|和|及|与|按|据|依|的|在|对|见|即|原|由|经|将|是|为|文件|印发|转发|通知|意见|办法|规定|方案|条例)"
)


def find(text: str, start: int = 0) -> tuple[tuple[int, int], DocumentNumber] | None:
    """The first number with a bracketed year in running text from `start` on: its range and itself, or None."""
    match = _TAIL.search(text, start)
    while match:
        head = _HEAD.search(text, max(start, match.start() - 24), match.start())
        if head:
            prefix = head[0]
            stop = _STOP.match(prefix)
            if stop and stop.end() < len(prefix):
                prefix = prefix[stop.end() :]
            if len(prefix) >= 1 and re.search(r"[\u4e00-\u9fff]", prefix):
                begin = match.start() - len(prefix)
                number = _make(match, text[begin : match.end()], prefix)
                if number:
                    return (begin, match.end()), number
        match = _TAIL.search(text, match.end())
    return None
