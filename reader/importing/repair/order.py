"""Put headings back to the head of their page: an extractor that reads column by column gives those that span both
columns last.

Reads: printed lines with breaks marked. Writes: the same lines in another order; nothing is removed, each move is a
doubt `doubt.order_moved`. Two kinds are moved, both known by name, not by look: the heading of
an attachment at the end of its page, and the title of an issued text that stands in mid-text before a break.
"""

from __future__ import annotations

import re

from reader.importing.grammar import marks, titles
from reader.importing.repair.line import Line, Record
from reader.importing.structure.similar import fold

_QUOTED = re.compile(r"((?:《[^《》]{4,80}》[、和及与，,]*)+)[^。《》]{0,40}?(?:印发|下发|公布|发布)")
_NAME = re.compile(r"《([^《》]{4,80})》")
_MOST_HEADING_LINES = 5
_MOST_NOTE_LINES = 24


def restore_order(lines: list[Line], record: Record) -> list[Line]:
    """Move headings that stand at the end of their page to its beginning."""
    if sum(1 for line in lines if line.broken) < 3:
        return lines
    lines = _restore_attachments(lines, record)
    return _restore_titles(lines, record)


def _restore_attachments(lines: list[Line], record: Record) -> list[Line]:
    result = list(lines)
    previous = -1
    reversed_before = False
    index = 0
    while index < len(result):
        text = result[index].text
        if not text.startswith("附") or not _is_mark(text):
            index += 1
            continue
        if _is_note(result, index):
            previous, reversed_before = index, False
            index += 1
            continue
        stop = _heading_end(result, index)
        target = _first_break(result, previous, index) if previous >= 0 else -1
        at_end = stop >= len(result) or bool(result[stop].broken)
        moved = False
        if target >= 0 and not result[index].broken and target < index:
            clean = _only_names(result, previous, target)
            moved = (at_end and clean) or reversed_before
        if moved:
            heading = result[index:stop]
            record.doubt("doubt.order_moved", heading[0].line, text=" ".join(line.text for line in heading)[:60])
            first, after = result[target], result[stop] if stop < len(result) else None
            heading[0].broken = first.broken
            for line in heading:
                line.centered = True  # it spans the columns
            first.broken = 0
            first.blank = max(first.blank, 1)
            if after is not None and not after.broken:
                after.blank = max(after.blank, 1)
            result[target:stop] = heading + result[target:index]
            previous = target + len(heading) - 1
            index = stop
        else:
            previous = stop - 1
            index = stop
        reversed_before = moved
    return result


def _is_mark(text: str) -> bool:
    return marks.ATTACHMENT_LABEL.fullmatch(text) is not None or marks.ATTACHMENT_NOTE.fullmatch(text) is not None


def _is_note(lines: list[Line], index: int) -> bool:
    """Whether a line names attachments under a body: 附件：甲表, or 附件： over a numbered list."""
    text = lines[index].text
    match = marks.ATTACHMENT_NOTE.fullmatch(text)
    if not match:
        return False
    if match["rest"].strip():
        return True
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return re.match(r"[1１一]\s*[.．、]", following) is not None


def _heading_end(lines: list[Line], index: int) -> int:
    """The line after an attachment's heading: its label and the short lines of its title."""
    stop = index + 1
    while (
        stop < len(lines)
        and stop - index < _MOST_HEADING_LINES
        and not lines[stop].broken
        and len(lines[stop].text) <= 40
        and not lines[stop].text.endswith(("。", "；", "：", ":", "，"))
        and "\t" not in lines[stop].text
        and not re.match(r"[一1１（(]", lines[stop].text.replace("（监", "监").replace("（申", "申"))
    ):
        stop += 1
    while (
        stop < len(lines)
        and not lines[stop].broken
        and stop - index < _MOST_HEADING_LINES
        and _is_subtitle(lines[stop].text)
    ):
        stop += 1
    return stop


def _is_subtitle(text: str) -> bool:
    """（监管部门）, 〔 年〕 第 号 under the title of a form."""
    return (
        re.fullmatch(r"[（(][\u4e00-\u9fff]{2,14}[）)]", text) is not None
        or marks.BLANK_NUMBER.fullmatch(text) is not None
    )


def _first_break(lines: list[Line], after: int, before: int) -> int:
    for index in range(after + 1, before):
        if lines[index].broken:
            return index
    return -1


def _only_names(lines: list[Line], first: int, stop: int) -> bool:
    """Whether nothing but names of attachments, signature and date stands between a note and the break after it."""
    if stop - first > _MOST_NOTE_LINES:
        return False
    return not any("。" in line.text for line in lines[first + 1 : stop])


def _restore_titles(lines: list[Line], record: Record) -> list[Line]:
    candidates = [
        index
        for index, line in enumerate(lines[:-1])
        if lines[index + 1].broken
        and not line.broken
        and 6 <= len(line.text) <= 60
        and line.text[-1] not in "。；：，、"
        and titles.ends_like_title(line.text)
    ]
    if not candidates:
        return lines
    text = "".join(line.text for line in lines)
    names = {fold(name) for group in _QUOTED.findall("".join(text.split())) for name in _NAME.findall(group)}
    result = list(lines)
    for index in candidates:
        line = result[index]
        if fold(line.text) not in names:
            continue
        target = _page_start(result, index)
        if target < 0 or target == index:
            continue
        record.doubt("doubt.order_moved", line.line, text=line.text[:60])
        following = result[index + 1]
        following.broken = 0
        following.blank = 0
        first = result[target]
        line.broken, first.broken = first.broken, 0
        line.centered = True  # it spans the columns
        first.blank = max(first.blank, 1)
        line.blank = max(line.blank, 1)
        result[target : index + 1] = [line, *result[target:index]]
    return result


def _page_start(lines: list[Line], index: int) -> int:
    """The break before `index` at which a text begins: what precedes it is closed, its first heading is number one."""
    for at in range(index - 1, -1, -1):
        if not lines[at].broken:
            continue
        before = lines[at - 1].text if at else "。"
        closed = before.endswith(("。", "）", ")")) or not re.search(r"[，。；]", before)
        if not closed:
            continue
        for line in lines[at : at + 60]:
            match = re.match(r"([一二三四五六七八九十]+)、", line.text)
            if match:
                if match[1] == "一":
                    return at
                break
    return -1
