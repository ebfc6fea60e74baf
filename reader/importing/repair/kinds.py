"""What a printed line is by its own words: number, date, row, contents entry …; such lines never join others.

Reads: printed lines. Writes: their `kind`, one of FIXED, or "" for text.
"""

from __future__ import annotations

import itertools
import re

from reader.importing.grammar import dates, marks, numbers, numerals, titles
from reader.importing.repair.line import Line

FIXED = frozenset(
    (
        "number",
        "date",
        "publicity",
        "attachment",
        "unit",
        "continued",
        "contents",
        "imprint",
        "row",
        "table",
        "entry",
        "footnote",
        "metadata",
        "box",
        "field",
    )
)
"""Kinds of lines that never join another."""
_ENTRY = re.compile(r".{4,}?(?:[.．·•…⋯‥。\-—_\s]{3,}|[\t]+|(?<=\D)\s?[/／]\s?)\s*[（(]?\s*\d{1,4}\s*[)）]?\s*$")
_LOOSE_ENTRY = re.compile(
    r"(?P<title>.{1,3}[）)]|[\u4e00-\u9fff]{1,3}(?=[/／])|.{3,}?)(?:[\s.．·•…⋯‥\-—_/／]*[（(]?\s*(?P<page>\d{1,4})\s*[)）]?"
    rf"|[\s.．·•…⋯‥\-—_]*[.．·•…⋯‥\-—_]{{2,}}\s*[（(]?\s*(?P<han>[{numerals.HAN}]{{1,5}})\s*[)）]?)"
)
PAGE_FIRST = re.compile(r"[（(]?\s*(?P<page>\d{1,4})\s*[)）]?[\s　]+(?P<title>[《“\u4e00-\u9fff].{3,})", re.DOTALL)
"""6　某县人民政府关于…的通报: the page stands before the title."""
_NUMBER_BEHIND = re.compile(r".{4,}?\s*[（(](?P<number>[^（）()]{2,16}[^（）()]*号)[)）]")
_LISTED = re.compile(r"大事记|任免|名单|报告|公报|解读")
_LED_PAGE = re.compile(r"(?:[…⋯]+|\.{3,})\s*[（(]?\s*\d{1,4}\s*[)）]?")
"""………4: an entry's page on a line of its own."""
_PAGE_ALONE = re.compile(r"[（(]?\s*(?P<page>\d{1,3})\s*[)）]?")
_LEADS = re.compile(r"[.．·•…⋯‥_]{2,}|\s{2,}|\t|[)）]$|(?<=\D)\s?[/／]\s?\d{1,4}$")
_FARTHEST = 8


_RECORD = re.compile(
    r"(?:索\s*引\s*号|主\s*题\s*分\s*类|发\s*文\s*机\s*[关构]|发\s*布\s*机\s*[构关]|成\s*文\s*日\s*期|生\s*成\s*日\s*期|标\s*题|名\s*称"
    r"|发\s*文\s*字\s*号|文\s*号|发\s*布\s*日\s*期|公\s*开\s*日\s*期|主\s*题\s*词|有\s*效\s*性|失\s*效\s*日\s*期|体\s*裁\s*分\s*类|信\s*息\s*来\s*源)\s*[:：].*"
)
_FEWEST_RECORDS = 4


def mark_records(lines: list[Line]) -> None:
    """A page's record of its document (索引号：… 发文字号：…) copied with the text: labelled lines in a row."""
    run: list[Line] = []
    for line in [*lines, None]:
        if line is not None and line.kind in ("", "number", "date") and _RECORD.fullmatch(line.text):
            run.append(line)
            continue
        if len(run) >= _FEWEST_RECORDS:
            for member in run:
                member.kind = "metadata"
        run = []


def mark_entries(lines: list[Line]) -> None:
    """Below 目录, lines that end with pages that go up are entries, however the page is set off."""
    for start, head in enumerate(lines):
        if head.kind != "contents":
            continue
        found: list[int] = []
        page = 0
        silent = 0
        for index in range(start + 1, len(lines)):
            line = lines[index]
            text = line.text
            if line.kind == "contents" or len(text) > 160 or "。" in text:
                break
            alone = _PAGE_ALONE.fullmatch(text) if len(text) <= 6 and not line.kind and index > start + 1 else None
            if alone:
                value = int(alone["page"])
                if value >= page and not _PAGE_ALONE.fullmatch(lines[index - 1].text):
                    page, silent = value, 0
                    found.append(index)
                continue
            match = _LOOSE_ENTRY.fullmatch(text) if line.kind in ("", "entry") else None
            if match is None or text[-1] in "期号" or not _may_lead(text, match):
                silent += line.kind not in ("row", "entry")
                if silent > _FARTHEST + 40 * (not found):
                    break
                continue
            value = int(match["page"]) if match["page"] else numerals.value(match["han"]) or 0
            if value < page or (found and value > page + 400):
                break  # pages of a year's issues run on: the first may be any
            page = value
            silent = 0
            found.append(index)
        if len(found) > 1:
            for index in found:
                lines[index].kind = "entry"
        elif not _mark_led_entries(lines, start + 1):
            _mark_numbered_entries(lines, start + 1)


def _mark_led_entries(lines: list[Line], start: int) -> bool:
    """Entries that begin with their page; numbers that go up by one are a count, not pages. Whether there are any."""
    found: list[tuple[int, int]] = []
    silent = 0
    for index in range(start, len(lines)):
        line = lines[index]
        if line.kind == "contents" or len(line.text) > 160 or "。" in line.text or silent > _FARTHEST:
            break
        match = PAGE_FIRST.fullmatch(line.text) if line.kind in ("", "entry", "number") else None
        if match is None:
            silent += 1
            continue
        page = int(match["page"])
        if found and not found[-1][1] <= page <= found[-1][1] + 400:
            break
        found.append((index, page))
        silent = 0
    pages = [page for _, page in found]
    if len(found) > 2 and any(after - before != 1 for before, after in itertools.pairwise(pages)):
        for index, _ in found:
            lines[index].kind = "entry"
        return True
    return False


def _mark_numbered_entries(lines: list[Line], start: int) -> None:
    """Entries without pages, each with the number of its document; what else is listed stands again below."""
    found: list[int] = []
    seen: set[str] = set()
    for index in range(start, len(lines)):
        line = lines[index]
        if line.kind not in ("", "entry", "number") or len(line.text) > 160 or "。" in line.text:
            break
        if index - (found[-1] if found else start) > _FARTHEST:
            break
        match = _NUMBER_BEHIND.fullmatch(line.text)
        number = numbers.line_number(match["number"] if match else line.text)
        if number is None:
            continue
        if number.normal in seen:
            break  # the documents begin
        seen.add(number.normal)
        found.append(index)
    if len(found) < 2:
        return
    for index in found:
        lines[index].kind = "entry"
    below = {line.text for line in lines[found[-1] + 3 :]}
    for index in range(found[-1] + 1, min(found[-1] + 3, len(lines))):
        line = lines[index]
        if not line.kind and len(line.text) > 6 and _LISTED.search(line.text) and line.text in below:
            line.kind = "entry"


def _may_lead(text: str, match: re.Match[str]) -> bool:
    """Whether a title and a page may be an entry."""
    if text.count("（") > text.count("）"):
        return False  # …通知（某发〔2009〕155: its number goes on on the next line
    return not _is_running(text, match["title"]) and not _is_year(match["page"] or "", match["title"])


def _is_running(text: str, title: str) -> bool:
    """Whether a number ends a line of running text, cut there by the width of the page: …已经201|8年2月9日…通过."""
    if _LEADS.search(text):
        return False
    glued = text[len(title) : len(title) + 1].isdecimal()
    return "，" in text or (glued and title[-1] not in "）)》" and not titles.ends_like_title(title))


def _is_year(page: str, title: str) -> bool:
    """2022 at the end of a line of the masthead, a telephone number, a date: no page."""
    open_end = title[-1:] in "0123456789-－:：年月第/〔［[﹝【"
    return len(page) == 4 or open_end or title.endswith(("邮编", "电话", "总第"))


def classify(line: Line) -> str:
    """What a printed line is by its own words: one of FIXED, or ""."""
    if line.kind:
        return line.kind
    if line.table is not None:
        return "table"
    if line.marked in ("metadata", "footnote"):
        return line.marked
    text = line.text
    if "\t" in text:
        return "row"
    size = len(text)
    first = text[0]
    if size > 80:
        return "number" if first in "（(" and size <= 120 and numbers.line_number(text) else ""
    if (
        ("号" in text or "號" in text or text[-1].isdecimal())
        and size <= 60
        and (numbers.line_number(text) or numbers.order_number(text))
    ):
        return "number"
    if ("年" in text or (size <= 14 and text[0] in "（(12")) and dates.alone(text):
        return "date"
    if first in "附［[【（(" and size <= 12 and marks.ATTACHMENT_LABEL.fullmatch(text) and "附" in text:
        return "attachment"
    if first in "（([〔公信" and marks.PUBLICITY.fullmatch(text):
        return "publicity"
    if ("单" in text and marks.UNIT.fullmatch(text)) or (first in "计（(" and marks.UNIT.fullmatch(text)):
        return "unit"
    if "续" in text and size <= 12 and marks.CONTINUED.fullmatch(text):
        return "continued"
    if size <= 14 and ("目" in text or "CONTENTS" in text.upper()) and marks.CONTENTS_HEAD.fullmatch(text):
        return "contents"
    if (text[-1].isdecimal() and _ENTRY.match(text)) or (first in "…⋯." and _LED_PAGE.fullmatch(text)):
        return "entry"
    if first in "發受速密" and marks.FIELD.fullmatch(text):
        return "field"
    if first == "专" and size <= 50 and marks.BOX.fullmatch(text):
        return "box"
    if ("印发" in text or "抄" in text or "送" in text or first == "主") and marks.IMPRINT.fullmatch(text):
        return "imprint"
    return ""
