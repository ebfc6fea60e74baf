"""When a document begins and ceases to hold, in its own words.

Only what a document says of itself counts（本办法自…起施行，有效期5年）: not what it tells of another (a law it cites,
the expiry of a medicine or a licence). A draft says nothing of this kind.

Sources: 规章制定程序条例 第三十二条 (an act says from when it holds); 国办发〔2018〕37号 and the provinces' rules on
规范性文件 (they say how long: 有效期一般不超过5年, 暂行、试行的不超过2年).
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.importing.grammar import dates
from reader.model.document import Block, BlockKind, Document, PartKind
from reader.model.numerals import HAN, value

_DRAFT = re.compile("征求意见稿|草案|送审稿|建议稿")
_DATE = (
    r"(?:[12]\s?\d\s?\d\s?\d|[一二][一二三四五六七八九〇○零◯ＯO]{3})\s*年"
    r"\s*[\d一二三四五六七八九十\s]{1,4}月\s*[\d一二三四五六七八九十\s]{1,5}日"
)
_COUNT = rf"(?:\d{{1,3}}|[{HAN}]{{1,4}})"
_SELF = (
    r"本(?![市省县区州盟旗乡镇村级届次年月周日人])[^，,。；;：:《》\n本]{0,14}?"
    r"(?:办法|规定|细则|方案|意见|通知|条例|决定|规则|规程|标准|准则|指南|规划|计划|制度|措施|政策|预案|公告|通告|函|批复|命令|令|文件|规范|章程"
    r"|导则|目录|清单|解释|要点|决议|协定)"
)
_HOLDS = r"(?:正式|开始)?\s*(?:施行|实施|执行|生效|试行|实行|有效)"
_ISSUED = r"(?:印发|发布|公布|颁布|颁发|下发|发文|公告|通告|发出)"
_BEGINS = re.compile(
    rf"(?:自|从|于|定于)\s*(?:(?P<date>{_DATE})\s*(?:零时)?|(?P<event>{_ISSUED}|通过|批准|签署|签发)\s*之\s*日)\s*"
    rf"(?:起\s*(?:(?P<delay>{_COUNT})\s*(?P<unit>日|天|个月)\s*[之以]?后)?)?\s*"
    rf"(?:[至到]\s*(?P<end>{_DATE})\s*(?:止|为止|期间)?\s*[，,]?\s*)?(?P<verb>{_HOLDS})?"
)
_LASTS = re.compile(
    rf"(?:有效期限?|试行期限?|实施期限?|执行期限?|施行期限?)\s*(?:均?为|是|暂定为?|定为|[:：])?\s*(?P<count>{_COUNT})\s*(?P<unit>年|个月)"
    rf"|(?:暂行|试行)\s*(?P<trial>{_COUNT})\s*(?P<trialunit>年|个月)"
)
_UNTIL = re.compile(
    rf"(?:有效期限?|试行期限?|实施期限?|执行期限?|施行期限?|有效|执行|实施|施行|试行)\s*"
    rf"(?:[为自从]\s*(?P<from>{_DATE})\s*起?\s*)?(?:截[止至][至到]?|[至到])\s*(?P<until>{_DATE})"
)
_OF_SELF = re.compile(_SELF)
_NAMED = re.compile(r"《([^《》]*(?:《[^《》]*》[^《》]*)*)》")
_ANNOUNCES = re.compile(r"(?:现|特此|予以|特)[^，,。；;]{0,16}(?:公布|发布|颁布|印发|公告|通告|通知)")
_GOES_ON = re.compile("继续|延长|延续|顺延")
_BARE = re.compile(r"\s*(?:第[^条]{1,8}条|[（(]?[\d" + HAN + r"]{1,4}[）)、.．])?\s*")
_HINT = re.compile("日起|之日|有效|期限?[为至到截]")
"""No text without one of these says anything here; most say nothing."""
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


@dataclass(frozen=True, slots=True)
class Statement:
    """A moment that a document names for itself.

    Attributes:
        date: ISO date: the first day it holds, or the last; "" where the words leave it open.
        start, end: the sentence that says so, code points on the document's text, half-open.
        counted: whether the date is counted（自印发之日起、有效期5年）rather than printed.
    """

    date: str
    start: int
    end: int
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """From when and until when a document holds by its own words; None where they do not say."""

    begins: Statement | None = None
    ends: Statement | None = None

    def __bool__(self) -> bool:
        return self.begins is not None or self.ends is not None


def term(document: Document) -> Term:
    """What a document says of its own beginning and end.

    Of the text it issues rather than of the notice that issues it; nothing where it issues several that differ in this.
    """
    if _DRAFT.search(document.facts.title) or not _HINT.search(document.text):
        return Term()
    of_parts = [(part.kind, _of_range(document, part.start, part.end)) for part in document.parts
                if part.kind is not PartKind.ATTACHMENT]
    issued = [said for kind, said in of_parts if kind is PartKind.ISSUED and said]
    if len(issued) > 1:
        # Several texts with terms of their own: the document as a whole has none.
        return issued[0] if len(set(map(_days, issued))) == 1 else Term()
    return (issued or [said for _, said in of_parts if said] or [Term()])[0]


def _days(said: Term) -> tuple[str, str]:
    return (said.begins.date if said.begins else "", said.ends.date if said.ends else "")


def _of_range(document: Document, start: int, end: int) -> Term:
    begins: Statement | None = None
    ends: Statement | None = None
    for block in document.blocks:
        if block.kind not in _KINDS or not (start <= block.start and block.end <= end):
            continue
        about_self = False
        for at, to in _sentences(document.text, block):
            said = _sentence(document, at, to, about_self)
            about_self = bool(said)
            # The last sentence wins: the closing article, not one of transition.
            begins, ends = said.begins or begins, said.ends or ends
    if begins is not None and ends is not None and begins.date and ends.date and ends.date < begins.date:
        return Term()
    return Term(begins, ends)


def _sentences(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The sentences of a block, from 。 or ； to 。 or ；."""
    at = block.start
    for found in re.finditer(r"[。；;\n]", text[block.start:block.end]):
        to = block.start + found.start()
        if text[at:to].strip():
            yield at, to
        at = to + 1


def _sentence(document: Document, at: int, to: int, after_own: bool) -> Term:
    """What a sentence says.

    `after_own`: the one before it spoke of the document itself, so that a bare 有效期五年 does too.
    """
    words = document.text[at:to]
    begun = next((one for one in _BEGINS.finditer(words) if one["verb"] or one["end"]), None)
    first = begun if begun is not None else _LASTS.search(words) or _UNTIL.search(words)
    if first is None:
        return Term()
    before = words[:first.start()]
    if _GOES_ON.search(before) or not _speaks_of_itself(document, before, begun is not None, after_own):
        return Term()
    begins = _beginning(document, begun, at, to) if begun is not None else None
    until = _UNTIL.search(words, begun.start("verb") if begun is not None and begun["verb"] else 0)
    if until is not None:
        from_ = dates.first(until["from"] or "")
        begins = begins or (Statement(from_, at, to) if from_ else None)
        return Term(begins, Statement(dates.first(until["until"]) or "", at, to))
    return Term(begins, _ending(document, words, begun, begins, at, to))


def _speaks_of_itself(document: Document, before: str, begins: bool, after_own: bool) -> bool:
    own = document.facts
    named = _NAMED.findall(before)
    rest = _NAMED.sub("", before)
    if named and not _OF_SELF.search(rest):
        titles = {_plain(title) for title in (own.title, *own.issued_titles) if title}
        return all(any(_plain(name) in title for title in titles) for name in named)
    if _OF_SELF.search(rest):
        # 本办法所称许可证有效期三年 tells of the licence.
        return begins or len(rest) - max(found.end() for found in _OF_SELF.finditer(rest)) <= 2
    if _BARE.fullmatch(rest):
        return begins or after_own
    return begins and bool(_ANNOUNCES.search(rest))


def _beginning(document: Document, begun: re.Match[str], at: int, to: int) -> Statement:
    if begun["date"]:
        return Statement(dates.first(begun["date"]) or "", at, to)
    issued = begun["event"] not in ("通过", "批准", "签署", "签发") and document.facts.date
    if not issued:
        return Statement("", at, to)
    day = datetime.date.fromisoformat(document.facts.date or "")
    if begun["delay"]:
        count = value(begun["delay"]) or 0
        day = _months_later(day, count) if begun["unit"] == "个月" else day + datetime.timedelta(days=count)
    return Statement(day.isoformat(), at, to, counted=True)


def _ending(
    document: Document, words: str, begun: re.Match[str] | None, begins: Statement | None, at: int, to: int
) -> Statement | None:
    if begun is not None and begun["end"]:
        return Statement(dates.first(begun["end"]) or "", at, to)
    lasts = _LASTS.search(words)
    if lasts is None:
        return None
    start = begins.date if begins is not None else document.facts.date or ""
    count = value(lasts["count"] or lasts["trial"])
    if not start or not count:
        return Statement("", at, to)
    months = count * (12 if (lasts["unit"] or lasts["trialunit"]) == "年" else 1)
    last = _months_later(datetime.date.fromisoformat(start), months) - datetime.timedelta(days=1)
    return Statement(last.isoformat(), at, to, counted=True)


def _months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _plain(title: str) -> str:
    return "".join(title.split())
