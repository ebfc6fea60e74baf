"""What a gazette says of itself: name, publisher, year, number, total number, date, period, organiser.

Reads: the text outside the documents (cover, masthead, back), running heads, and last the file's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.importing.grammar import dates, marks, numerals, titles

_NAME_END = r"(?:公报|公報|政报|政報|文告|政务公报|公告汇编|文件汇编|政府文件选编|法规汇编)"
_NAME = re.compile(rf"《?(?P<name>[\u4e00-\u9fff]{{2,26}}?{_NAME_END})》?")
_NOT_A_NAME = re.compile(
    r"统计公报|环境状况公报|质量公报|水资源公报|普查公报|统计公报|会议公报|联合公报|新闻公报|通过的?公报|发布.{0,6}公报"
)
_HAN_YEAR = r"[一二][一二三四五六七八九〇○零◯ＯO０0]{3}"
_COUNT = rf"[\d０-９]{{1,3}}|[{numerals.HAN}]{{1,4}}"
_AND_NEXT = rf"(?:[、,，\-—–－~～至和及·](?:{_COUNT}))?"
"""第1、2期合刊: a double issue goes by its first number."""
_YEAR_NUMBER = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|{_HAN_YEAR})\s*年?[^\d第]{{0,4}}第?\s*(?P<number>{_COUNT}){_AND_NEXT}\s*[期号]"
)
_REPUBLIC = re.compile(
    rf"(?:中華民國|民國)(?P<year>\d{{1,3}}|[{numerals.HAN}]{{1,4}})年[^期號]{{0,8}}?第(?P<number>{_COUNT})[期號]"
)
"""中華民國102年秋字第7期: years count from 1912."""
_DOTTED = re.compile(r"(?P<year>(?:19|20)\d{2})\s*[·.．\-—–/／]\s*(?P<number>\d{1,2})(?!\s*[·.．\-/]\s*\d)(?!\d)")
_APART = re.compile(r"\s*(?P<year>(?:19|20)\d{2})\s+0?(?P<number>[1-9]|[1-5]\d)\s*")
"""2030  2 under the name: 年 and 第…期 are part of a picture."""
_NUMBER = re.compile(rf"第\s*(?P<number>{_COUNT}|\d{{4}}(?=號)){_AND_NEXT}\s*[期号號]")
_YEAR = re.compile(rf"(?P<year>(?:19|20)\s?\d\s?\d|{_HAN_YEAR})\s*年")
_YEAR_ALONE = re.compile(r"(?P<year>(?:19|20)\d{2})")
_NUMBER_ALONE = re.compile(r"0?[1-9]|[1-5]\d")
"""2030 over 2 under the name, each on a line of its own."""
_TOTAL = re.compile(
    r"总\s*(?:第\s*(?P<total>[\d０-９]{1,5}|[一二三四五六七八九十百千零〇○]{1,8})"
    r"(?:[、,，\-—–－~～至和及](?:[\d０-９]{1,5}|[一二三四五六七八九十百千零〇○]{1,8}))?\s*[期号]|[期号]\s*[:：]?\s*第?\s*(?P<after>[\d０-９]{1,5}|[一二三四五六七八九十百千零〇○]{1,8})|(?P<bare>[\d０-９]{1,5})\s*[期号])"
)
_PERIOD = re.compile(r"(?P<period>双月刊|半月刊|月刊|季刊|旬刊|周刊|半年刊|年刊|不定期刊?)(?!物)")
_ORGANIZER = re.compile(
    r"(?:主\s*办\s*单\s*位|主\s*管\s*主\s*办|主\s*办\s*机\s*关|主\s*办|编\s*辑\s*出\s*版\s*单\s*位)\s*[:：]?\s*(?P<value>.*)"
)
_ORGANIZED = re.compile(r"(?P<body>[\u4e00-\u9fff]{4,24}?)主\s*办(?=\s|$)")
"""某县人民政府办公室主办"""
_DATE_LABEL = re.compile(
    r"(?:出\s*版|出\s*刊|刊\s*印|发\s*行|印\s*刷|编\s*印|付\s*印)\s*(?:日\s*期|时\s*间)\s*[:：]?\s*(?P<value>.*)"
)
_DAY_ALONE = re.compile(
    r"(?:双月刊|半月刊|[月季旬周]刊)?[（(]?(?P<month>\d{1,2}|十?[一二三四五六七八九十])月(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})日"
    r"(?:出版|出刊)?[)）]?(?:[（(].{0,8}创刊[)）])?"
)
"""4月30日, （5月15日出版） under 2021第12号: the year stands with the number."""
_DAY_BEHIND = re.compile(r".*[期号](?:[^。]{0,12}[)）])?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:出版)?")
"""2021年第25号（总号：1750）9月10日: the day stands behind the number."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Masthead:
    """What was found; None and "" where nothing was."""

    title: str = ""
    publisher: str | None = None
    year: int | None = None
    number: int | None = None
    total: int | None = None
    date: str | None = None
    period: str = ""
    organizer: str = ""


def read(outside: list[str], heads: list[str], name: str) -> Masthead:
    """Read the masthead.

    Args:
        outside: paragraphs outside the documents, in order.
        heads: running heads that were removed.
        name: the file's name.
    """
    found = _from_lines(outside)
    if not found.title or found.year is None or found.number is None:
        found = _fill(found, _from_lines(heads))
    if not found.title or found.year is None or found.number is None:
        stem = re.sub(r"\.[A-Za-z]{2,5}$", "", name.replace("\\", "/").rsplit("/", 1)[-1])
        found = _fill(found, _from_lines([stem]))
    if not found.title:
        return Masthead()
    return replace(found, publisher=_publisher(found.title, found.organizer))


def names_issue(text: str) -> bool:
    """Whether a line is the name of a gazette, perhaps with year and number: no section of it."""
    return bool(_title(_SPACES.sub("", text)))


def _fill(found: Masthead, more: Masthead) -> Masthead:
    if found.title and more.title and more.title != found.title and found.title not in more.title:
        return found
    return Masthead(
        found.title or more.title,
        None,
        found.year if found.year is not None else more.year,
        found.number if found.number is not None else more.number,
        found.total if found.total is not None else more.total,
        found.date or more.date,
        found.period or more.period,
        found.organizer or more.organizer,
    )


def _from_lines(lines: list[str]) -> Masthead:
    title = period = organizer = ""
    year = number = total = None
    labelled = loose = day = None
    first_loose = first_day = 0
    for index, line in enumerate(lines):
        if len(line) > 160:
            continue
        dense = _SPACES.sub("", line)
        if dense.count("（") > dense.count("）") and index + 1 < len(lines) and len(dense) <= 40:
            dense += _SPACES.sub("", lines[index + 1])[:20]  # （总第1203|期）
        if title and _title(dense) and not _names_body(title) and _names_body(_title(dense)):
            title = _title(dense)  # 检察公报 over 最高人民检察院公报
        if not title:
            title = _title(dense) or _announces(dense, lines[index + 1 : index + 2])
            if not title and len(dense) <= 30 and index + 1 < len(lines) and len(lines[index + 1]) <= 40:
                wrapped = _title(dense + _SPACES.sub("", lines[index + 1]))
                title = wrapped if wrapped.startswith(dense) and titles.is_organ(wrapped[: -len("公报")]) else ""
        if year is None or number is None:
            match = (
                _YEAR_NUMBER.search(dense)
                or (_DOTTED.search(dense) if len(dense) <= 60 and "年" not in dense else None)
                or (_APART.fullmatch(line) if title else None)
            )
            if match and not _is_cited(dense, match):
                year = numerals.value(match["year"])
                number = numerals.value(match["number"])
        if (year is None or number is None) and "民國" in dense:
            match = _REPUBLIC.search(dense)
            if match:
                year, number = (numerals.value(match["year"]) or 0) + 1911, numerals.value(match["number"])
        if number is None and len(dense) <= 24:
            match = _NUMBER.search(dense)
            if match and "总" not in dense[: match.start()] and not re.search(r"[令发函字]", dense[: match.start()]):
                number = numerals.value(match["number"])
        if year is None and len(dense) <= 16:
            match = _YEAR.match(dense) or _YEAR_ALONE.fullmatch(dense)
            if match:
                year = numerals.value(match["year"])
                below = lines[index + 1].strip() if title and number is None and index + 1 < len(lines) else ""
                number = int(below) if _YEAR_ALONE.fullmatch(dense) and _NUMBER_ALONE.fullmatch(below) else number
        if total is None:
            match = _TOTAL.search(dense)
            if match:
                total = numerals.value(match["total"] or match["after"] or match["bare"])
        if not period and len(dense) <= 40:
            match = _PERIOD.search(dense)
            if match:
                period = match["period"]
        if not organizer:
            match = _ORGANIZER.match(line)
            signed = _ORGANIZED.match(line)
            if signed and titles.is_organ(signed["body"]):
                organizer = signed["body"]
            elif match:
                organizer = _value(match["value"], lines, index)
        if labelled is None:
            match = _DATE_LABEL.search(dense)
            if match:
                labelled = dates.first(match["value"]) or (
                    dates.first(lines[index + 1]) if index + 1 < len(lines) else None
                )
        if loose is None and len(dense) <= 40:
            loose, first_loose = dates.first(dense), index
        if day is None and title:
            day = _DAY_ALONE.fullmatch(dense) or (_DAY_BEHIND.fullmatch(dense) if len(dense) <= 40 else None)
            first_day = index
    if year is None and number is not None and title and (labelled or loose):
        year = int((labelled or loose or "")[:4])  # 1987年6月10日 第13号: the date alone tells the year
    if day is not None and year is not None:
        told = dates.first(f"{year}年{day['month']}月{day['day']}日")
        loose = told if loose is None or first_day < first_loose else loose  # dates in the contents come later
    return Masthead(title, None, year, number, total, labelled or loose, period, organizer)


def _announces(text: str, below: list[str]) -> str:
    """The name of a gazette that is called 公告 or 通报, which the issue line under it shows; or ""."""
    body = text.removesuffix("公告").removesuffix("通报").removeprefix("《")
    return text if body != text and titles.is_organ(body) and any(map(marks.ISSUE_LINE.fullmatch, below)) else ""


def _is_cited(text: str, match: re.Match[str]) -> bool:
    """Whether a year with a number belongs to a document (2021年第12号公告), not to the issue."""
    return (
        re.search(r"公告|令|通告|〔|决定|会议|常务", text[: match.start()] + text[match.end() : match.end() + 4])
        is not None
    )


def _title(text: str) -> str:
    if len(text) > 60 or _NOT_A_NAME.search(text):
        return ""
    match = _NAME.match(text)
    if not match:
        return ""
    rest = text[match.end() :]
    if rest and not re.match(r"[（(〔\[\d总第《》一二·.、—\-]|编辑|20|19|目录|双月|月刊|季刊|半月|GONG|[A-Z]", rest):
        return ""
    return match["name"]


def _value(value: str, lines: list[str], index: int) -> str:
    text = _SPACES.sub("", value)
    if not text and index + 1 < len(lines):
        text = _SPACES.sub("", lines[index + 1])
    text = re.split(r"(?:编辑|出版|承办|主编|地址|电话|邮编|印刷)", text)[0] if text else ""
    return text.strip("：:") if 3 <= len(text) <= 40 else ""


_BODIES = re.compile(rf"(?P<body>.*?)(?:{_NAME_END}|公告|通报)$")


def _names_body(title: str) -> bool:
    match = _BODIES.match(title)
    return match is not None and titles.is_organ(match["body"])


def _publisher(title: str, organizer: str) -> str | None:
    match = _BODIES.match(title)
    body = match["body"].removesuffix("政务").removesuffix("政府文件") if match else ""
    if body.endswith(("国务院", "全国人民代表大会常务委员会", "最高人民法院", "最高人民检察院")):
        body = body.removeprefix("中华人民共和国")
    if body.endswith("人大常委会"):
        body = body.removesuffix("人大常委会") + "人民代表大会常务委员会"
    if not titles.is_organ(body) and organizer:
        trimmed = re.sub(r"(?:办公厅|办公室|研究室|秘书处|信息科|公报编辑部|编辑部|编辑室)+$", "", organizer)
        if titles.is_organ(trimmed):
            return trimmed
    return body or None
