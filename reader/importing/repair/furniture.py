"""Take page furniture out of the text: running heads, page numbers, rules, what the format marked as header or footer.

Reads: printed lines. Writes: the lines without furniture; the line after it begins a page. A line is furniture only
on evidence of its place (beside a page number or a page break) or of repetition, never by its words alone.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter

from reader.importing.grammar import dates, marks, titles
from reader.importing.repair.line import PAGE, Line, Record

_DECORATED_NUMBER = re.compile(
    r"[-－—–―─·•.．…‥~～\s]*[-－—–―─·•~～…‥]\s*\d{1,4}\s*[-－—–―─·•.．…‥~～\s]*|\d{1,4}\s*[-－—–―─·•~～]+"
    r"|第\s*\d{1,4}\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|Page\s*\d{1,4}(?:\s*of\s*\d+)?"
)
_BARE_NUMBER = re.compile(r"[\d０-９]{1,4}|[IVXivx]{1,5}")
_RULE = re.compile(r"(?:[-－—–―─━═=_＿*＊~～]\s*){3,}")
_OWN_NUMBER = re.compile(
    r"[-－—–·•.．]?\s*\d{1,4}\s*[-－—–·•.．]?(?:[ 　]{2,}|　)(?P<after>.*)"
    r"|(?P<before>.*?)(?:[ 　]{2,}|　|[ ](?=[-－—–·•]))[-－—–·•.．]?\s*\d{1,4}\s*[-－—–·•.．]?"
)
"""A running head with its page number set off on the same line: 3　　某市人民政府公报 2030·14."""
_FRONT = 10
_LONGEST_HEAD = 40
_LED_PAGE = re.compile(r"(?:[…⋯]+|\.{3,})\s*[（(]?\s*\d{1,4}\s*[)）]?")
_CONTENTS = 150
_COVER = 30
"""Among the first lines a number may be the year on the cover."""
_TURN = re.compile(r"[（(【]?\s*(?:下转|上接|转下|接上)\s*第?\s*\d{0,4}\s*[页版]\s*[)）】]?")
"""（下转第12页）, （上接第5页）."""
_DIGITS = re.compile(r"[\d０-９]+")
_GAZETTE = re.compile(r".*(?<!统计)(?<!普查)(?<!质量)(?<!状况)(?<!资源)(?:公报|公報|政报|政報|文告)\s*")
"""The name of a gazette without year or number."""
_SPACES = re.compile(r"[\s·•.．]+")


def remove_furniture(lines: list[Line], record: Record) -> list[Line]:
    """Remove running heads, page numbers and rules; record each."""
    if not lines:
        return lines
    kinds = _kinds(lines)
    kept: list[Line] = []
    opened = 0
    blank = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind:
            record.remove(kind, line.text, line.line)
            blank = max(blank, line.blank)
            if kind != "markup":
                opened = PAGE
            continue
        if opened and line.broken < opened:
            line.broken = opened
        line.blank = max(blank, line.blank)
        opened = blank = 0
        kept.append(line)
    return kept


def _kinds(lines: list[Line]) -> list[str]:
    """For each line the kind of furniture it is, or ""."""
    kinds = [""] * len(lines)
    bare: list[int] = []
    heads: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        text = line.text
        if line.marked:
            if line.marked in ("header", "footer"):
                kinds[index] = "running_head"
            elif line.marked == "page_number":
                kinds[index] = "page_number"
            continue
        size = len(text)
        if size > 48 or not size or text.count("\t") > 1:
            continue  # a row of a table is none
        if size <= 14 and ("转" in text or "接" in text) and _TURN.fullmatch(text):
            kinds[index] = "page_number"
            continue
        if size <= 20:
            if text.isascii() or not text[0].isalpha() or text[0] == "第":
                if _BARE_NUMBER.fullmatch(text):
                    bare.append(index)
                    continue
                if _DECORATED_NUMBER.fullmatch(text) and not _leads_page(lines, index):
                    kinds[index] = "page_number"
                    continue
            if _RULE.fullmatch(text):
                kinds[index] = "markup"
                continue
        if _numbered_head(lines, index):
            kinds[index] = "running_head"
            continue
        if line.heading and not line.broken:
            continue
        heads.setdefault(_SPACES.sub("", _DIGITS.sub("0", text)), []).append(index)
    _mark_heads(lines, kinds, heads, set(bare))
    _mark_bare_numbers(lines, kinds, bare)
    return kinds


def _leads_page(lines: list[Line], index: int) -> bool:
    """………4 under the title of a contents entry, from which the width of the page has parted it."""
    if not 0 < index < _CONTENTS or _LED_PAGE.fullmatch(lines[index].text) is None:
        return False
    above = lines[index - 1].text
    return len(above) >= 8 and not above.endswith(("。", "；", "："))


def _numbered_head(lines: list[Line], index: int) -> bool:
    """Whether a line is the name of a gazette with year or number, and beside it the page number."""
    match = _OWN_NUMBER.fullmatch(lines[index].text)
    if match is None:
        return False
    head = (match["after"] or match["before"] or "").strip()
    return marks.PUBLICATION.fullmatch(head) is not None and (index >= _FRONT or _in_text(lines, index))


def _cover_name(lines: list[Line]) -> str:
    """The name over the issue line on the cover (某委员会公告 over 2030年第3期), however it ends; or ""."""
    for above, below in itertools.pairwise(lines[:_FRONT]):
        if marks.ISSUE_LINE.fullmatch(below.text) and 6 <= len(above.text) <= _LONGEST_HEAD:
            return above.text
    return ""


def _mark_heads(lines: list[Line], kinds: list[str], heads: dict[str, list[int]], bare: set[int]) -> None:
    numbers = {index for index, kind in enumerate(kinds) if kind == "page_number"} | bare

    def at_page(index: int) -> bool:
        return (
            lines[index].broken == PAGE
            or index - 1 in numbers
            or index + 1 in numbers
            or (index + 1 < len(lines) and lines[index + 1].broken == PAGE)
        )

    cover = _cover_name(lines)
    for places in heads.values():
        text = lines[places[0]].text
        published = len(text) >= 4 and marks.PUBLICATION.fullmatch(text) is not None
        placed = [index for index in places if at_page(index)]
        if published:
            chosen = [index for index in places if _in_text(lines, index) and (index in placed or len(places) > 2)]
            if len(placed) == len(places) == 1 and _in_text(lines, places[0]):
                chosen = placed
        elif (
            (len(placed) >= 2 or (len(placed) == 1 and len(places) > 1 and places[0] < _COVER))
            and len(text) <= _LONGEST_HEAD
            and (text == cover or _GAZETTE.fullmatch(text))
        ):
            chosen = [index for index in placed if _in_text(lines, index)]
        elif (
            len(placed) >= 3
            and len(placed) * 2 >= len(places)
            and not text.endswith(("。", "：", ":", "；"))
            and not marks.ATTACHMENT_LABEL.fullmatch(text)
            and not marks.CONTINUED.fullmatch(text)
        ):
            chosen = placed if _in_text(lines, placed[0]) else placed[1:]
        else:
            continue
        for index in chosen:
            kinds[index] = "running_head"
    # A head may be printed on two lines (name, section): a short line between two pieces of furniture is one too.
    for index in range(1, len(lines) - 1):
        if (
            not kinds[index]
            and kinds[index - 1] == "running_head"
            and kinds[index + 1] == "page_number"
            and len(lines[index].text) <= 16
        ):
            kinds[index] = "running_head"


def _stands_alone(lines: list[Line], index: int) -> bool:
    """Whether a number stands between blank lines and is no label of the line under it."""
    if index + 1 >= len(lines):
        return True
    return bool(lines[index].blank and lines[index + 1].blank) and len(lines[index + 1].text) >= 12


def _splits_sentence(lines: list[Line], index: int) -> bool:
    """Whether a number between blank lines stands in the middle of a sentence of running text."""
    if not 0 < index < len(lines) - 1 or not lines[index].blank or not lines[index + 1].blank:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    return (
        len(before) >= 24
        and before[-1] in "，、"
        and len(after) >= 8
        and after[-1] in "。；，"
        and "\t" not in before + after
    )


def _splits_signature(lines: list[Line], index: int) -> bool:
    """Whether a number stands between who signs and the date."""
    if not 0 < index < len(lines) - 1:
        return False
    return dates.alone(lines[index + 1].text) is not None and titles.is_organ(lines[index - 1].text)


def _outside_contents(lines: list[Line], bare: list[int]) -> list[int]:
    """The numbers alone on a line that are no pages of a contents list: there each follows a title."""
    heads = [
        index for index, line in enumerate(lines) if len(line.text) <= 14 and marks.CONTENTS_HEAD.fullmatch(line.text)
    ]
    inside: set[int] = set()
    for head in heads:
        page = 0
        for index in range(head + 1, len(lines)):
            text = lines[index].text
            if "。" in text or len(text) > 160:
                break
            if index in bare and text.isdecimal() and int(text) >= page and index - 1 not in bare:
                page = int(text)
                inside.add(index)
    return [index for index in bare if index not in inside] if len(inside) > 1 else bare


def _in_text(lines: list[Line], index: int) -> bool:
    """Whether running text surrounds a line: the name of the gazette on its cover is no running head."""
    if index > 60:
        return True
    before = [line.text for line in lines[max(0, index - 4) : index]]
    return any(len(text) >= 16 and ("，" in text or "。" in text) for text in before)


def _mark_bare_numbers(lines: list[Line], kinds: list[str], bare: list[int]) -> None:
    """A number alone on a line is a page number beside other furniture or a break, or where such numbers count up."""
    bare = _outside_contents(lines, bare)
    values = {index: int(lines[index].text) for index in bare if lines[index].text.isdecimal()}
    for index, kind in enumerate(kinds):
        digits = _DIGITS.findall(lines[index].text) if kind == "page_number" else []
        if len(digits) == 1:
            values[index] = int(digits[0])
    furniture = {index for index, kind in enumerate(kinds) if kind}
    counts = Counter()  # type: Counter[int]
    ordered = sorted(index for index in values if index > _COVER or not 1949 <= values[index] < 2100)
    for left, right in itertools.pairwise(ordered):
        if values[right] - values[left] in (1, 2) and right - left > 3:
            counts[left] += 1
            counts[right] += 1
    running = sum(1 for index in ordered if counts[index])
    for index in bare:
        if index <= _COVER and 1949 <= values.get(index, 0) < 2100 and not _in_text(lines, index):
            continue  # the year on the cover
        beside = index - 1 in furniture or index + 1 in furniture
        broken = bool(lines[index].broken) or (index + 1 < len(lines) and lines[index + 1].broken == PAGE)
        counting = running >= 4 and counts[index] and running * 2 >= len(bare)
        counting = counting or (running == len(ordered) and _stands_alone(lines, index))
        if beside or broken or counting or _splits_sentence(lines, index) or _splits_signature(lines, index):
            kinds[index] = "page_number"
