"""Give back paragraph breaks that were lost: a document on one line, or only 　　 left between its paragraphs.

Reads: lines. Writes: more lines of the same text. Nothing is recorded, for white space alone is added. A line is only
cut where official documents begin a new paragraph: title, number, addressee, labels that count on, signature, date.
"""

from __future__ import annotations

import re

from reader.importing.grammar import dates, labels, marks, numbers, titles
from reader.importing.grammar.labels import Rank
from reader.importing.repair.line import Line

_LONG = 200
_FRONT = 200
_COLLAPSED = 250
_LONGEST_NAME = 60
_WIDE_SPACE = re.compile(r"[ \xa0]*　{2,}[ 　\xa0]*|[ \xa0]{4,}")
_MAY_BEGIN = re.compile(
    r"第[一二三四五六七八九十百零〇\d]{1,6}[章节条编]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|附\s*件"
)
_ADDRESSED = re.compile(r"[^。；！？：:]{2,200}[：:]")
_SENTENCE = frozenset("。；：！？:;")


def restore_breaks(lines: list[Line]) -> list[Line]:
    """Cut lines that hold several paragraphs."""
    if not lines:
        return lines
    lines = _unglue_contents(lines)
    longest = max(len(line.text) for line in lines)
    if longest < _LONG:
        return lines
    total = sum(len(line.text) for line in lines)
    collapsed = longest > _COLLAPSED and (longest * 2 > total or len(lines) <= 5)
    result: list[Line] = []
    for line in lines:
        if len(line.text) < _LONG or line.table is not None or "\t" in line.text:
            result.append(line)
            continue
        pieces = _by_spaces(line.text)
        if collapsed:
            pieces = [part for piece in pieces for part in (_by_words(piece) if len(piece) >= _LONG else [piece])]
        result.extend(_lines(line, pieces))
    return result


_GLUED_HEAD = re.compile(
    r"(?P<head>目[ 　]*[录錄])[ 　]*(?P<entry>[\u4e00-\u9fff《].{6,}(?:[.．·•…⋯‥\s（(]|号[）)])\d{1,4}[）)]?)"
)


def _unglue_contents(lines: list[Line]) -> list[Line]:
    """目录 apart from the first entry it was glued to."""
    result: list[Line] = []
    for place, line in enumerate(lines):
        match = _GLUED_HEAD.fullmatch(line.text) if place < _FRONT and line.text[:1] == "目" else None
        result.extend(_cut(line, match["head"], match["entry"], "", "") if match else [line])
    return result


_BEGINS_WITH_NUMBER = re.compile(
    r"(?P<number>[\u4e00-\u9fffA-Za-z]{1,16}\s*[〔\[［﹝【（(]\s*\d{4}\s*[〕\]］﹞】）)]\s*第?\s*\d{1,5}\s*号)\s+(?P<rest>.{2,400}[：:])"
)
_OPENING = re.compile(r"(?:为|根据|经|按照|现|近|最近|今年|自|各|由于).*[。：:]|.{2,200}[：:]", re.DOTALL)


def split_heads(paragraphs: list[Line]) -> list[Line]:
    """Cut the number off a title or an addressee it was glued to; a line of a list of documents stays whole."""
    if not paragraphs:
        return []
    result: list[Line] = []
    for line, following in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        text = line.text
        if following is not None and following.kind == "date" and not line.kind:
            signer = max(text.rfind("。"), text.rfind("；")) + 1
            if 0 < signer < len(text) <= signer + 40 and titles.is_organ(text[signer:].strip()):
                result.extend(_cut(line, text[:signer], text[signer:], "", ""))
                continue
        if line.kind == "number":
            result.extend(_order(line, result[-1] if result else None))
            continue
        if line.kind or "号" not in text or len(text) > 460:
            result.append(line)
            continue
        match = _BEGINS_WITH_NUMBER.fullmatch(text)
        if match and numbers.line_number(match["number"]):
            result.extend(_cut(line, match["number"], match["rest"], "number", ""))
            continue
        place = _number_at_end(text)
        if (
            place
            and labels.label(text) is None
            and following is not None
            and _OPENING.fullmatch(following.text)
            and not _number_at_end(following.text)
        ):
            title = titles.read([text[:place]])
            if title is not None and title.form in ("about", "relay"):
                result.extend(_cut(line, text[:place], text[place:], "", "number"))
                continue
        result.append(line)
    return result


_ORDER_LINE = re.compile(
    r"(?P<title>.{2,50}?(?:令|公告|通告|命令|布告))\s*(?P<number>[（(]?\s*(?:\d{4}\s*年\s*)?第.{1,12}号\s*[)）]?)"
)


def _order(line: Line, before: Line | None) -> list[Line]:
    """国务院令 第748号 on one line is title and number, unless it is the number of a title over it."""
    match = _ORDER_LINE.fullmatch(line.text)
    if match is None or (before is not None and not before.kind and titles.ends_like_title(before.text)):
        return [line]
    title = titles.read([match["title"]])
    if title is None or title.form != "order" or not title.issuers:
        return [line]
    return _cut(line, match["title"], match["number"], "", "")


def _number_at_end(text: str) -> int:
    """Where the number begins that a title ends with, 0 where it ends with none."""
    if len(text) > 200 or not text.endswith(("号", "号）", "号)")):
        return 0
    at = 0
    while True:
        found = numbers.find(text, at)
        if found is None:
            return 0
        (start, end), _ = found
        if len(text) - end <= 1:
            return start - 1 if text[start - 1] in "（(" else start
        at = end


def _cut(line: Line, left: str, right: str, left_kind: str, right_kind: str) -> list[Line]:
    first, second = line.like(left.strip()), line.like(right.strip())
    first.kind, second.kind = left_kind, right_kind
    second.blank = second.broken = second.heading = 0
    return [first, second]


def _lines(line: Line, pieces: list[str]) -> list[Line]:
    kept = [piece.strip() for piece in pieces if piece.strip()]
    if len(kept) < 2:
        return [line]
    made: list[Line] = []
    for number, text in enumerate(kept):
        piece = line.like(text)
        if number:
            piece.broken = 0
            piece.blank = 1
            piece.heading = 0
        piece.whole = True
        made.append(piece)
    return made


def _by_spaces(text: str) -> list[str]:
    """The stretches between wide spaces; a heading spaced out (第一章　　总　　则) stays whole."""
    pieces = [piece for piece in _WIDE_SPACE.split(text) if piece.strip()]
    if len(pieces) < 3:
        return [text]
    joined: list[str] = []
    for piece in pieces:
        if joined and (len(piece) == 1 or len(joined[-1].rsplit("　", 1)[-1]) == 1 or _is_division(joined[-1])):
            joined[-1] += "　" + piece
        else:
            joined.append(piece)
    return joined


def _is_division(text: str) -> bool:
    found = labels.label(text)
    return found is not None and found.rank <= Rank.PART and found.end >= len(text)


def _by_words(text: str) -> list[str]:
    """Cut where a paragraph of an official document begins."""
    cuts = {0}
    cuts |= _head(text)
    cuts |= _closing(text)
    for match in marks.PUBLICITY.finditer(text):
        cuts |= {match.start(), match.end()}
    cuts |= _labelled(text, cuts)
    ordered = sorted(cut for cut in cuts if cut < len(text))
    return [text[left:right] for left, right in zip(ordered, [*ordered[1:], len(text)], strict=True)]


def _head(text: str) -> set[int]:
    """Title, number and addressee at the beginning."""
    found = numbers.find(text[:400])
    cuts: set[int] = set()
    end = 0
    while found is not None:
        start, end = found[0]
        title = titles.read([text[:start]])
        if title is not None and title.form in ("about", "relay"):
            cuts |= {start, end}
            break
        found = numbers.find(text[:400], end)
    if not cuts:
        return cuts
    addressed = _ADDRESSED.match(text, end)
    if addressed:
        cuts.add(addressed.end())
    return cuts


def _closing(text: str) -> set[int]:
    """Signature and date: the name of a body between a full stop and a date."""
    cuts: set[int] = set()
    for match in dates.DATE.finditer(text):
        near = max(0, match.start() - _LONGEST_NAME)
        before = max(text.rfind(sign, near, match.start()) for sign in "。）)；")
        if before < 0:
            continue
        name = text[before + 1 : match.start()].strip()
        if 2 < len(name) <= _LONGEST_NAME and titles.is_organ(name):
            cuts |= {before + 1, match.start(), match.end()}
    return cuts


def _labelled(text: str, cuts: set[int]) -> set[int]:
    """Labels that count on, after a sentence, a heading, or a title."""
    found: set[int] = set()
    counted: dict[Rank, int] = {}
    waiting = sorted(cuts, reverse=True)
    last = 0  # the cut before the place in hand
    for match in _MAY_BEGIN.finditer(text):
        at = match.start()
        while waiting and waiting[-1] <= at:
            last = max(last, waiting.pop())
        before = at - 1
        while before > last and text[before].isspace():
            before -= 1
        sign = text[before] if before >= 0 else "。"
        if match[0].startswith("附"):
            if sign == "。":
                found.add(at)
            continue
        mark = labels.label(text[at : at + 60])
        if mark is None or mark.number not in (1, counted.get(mark.rank, 0) + 1):
            continue
        if at and sign not in _SENTENCE and at not in cuts and not _is_heading(text[last:at]):
            continue
        counted[mark.rank] = mark.number
        for rank in [rank for rank in counted if rank > mark.rank and rank is not Rank.ARTICLE]:
            del counted[rank]
        found.add(at)
        last = at
    return found


def _is_heading(chunk: str) -> bool:
    text = chunk.strip()
    return len(text) <= 40 and (_begins_division(text) or titles.ends_like_title(text))


def _begins_division(text: str) -> bool:
    found = labels.label(text)
    return found is not None and found.rank <= Rank.PART
