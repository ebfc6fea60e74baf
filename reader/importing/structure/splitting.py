"""Find where documents begin, by evidence: shape of the title, number, addressee, contents entry, what comes before.

Reads: paragraphs and the contents list. Gives: a `Start` for each document. A title is required shape; a number alone
(cited in a list, or left blank in a form) begins nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.importing.grammar import dates, labels, marks, numbers, titles
from reader.importing.grammar.titles import Title
from reader.importing.repair.line import Line
from reader.importing.structure.contents import SECTION, Contents, section_name
from reader.importing.structure.similar import fold, similarity
from reader.model.document import ContentsEntry
from reader.model.number import DocumentNumber

_MOST_PIECES = 6
_SURE = 0.6
_BARE = re.compile(r"[（(]?\s*(?:[12]\d{3}\s*年)?\s*第\s*[\d０-９一二三四五六七八九十百〇零○]{1,7}\s*号\s*[)）]?")
_RED_HEAD = re.compile(r".{2,40}?(?:文件|（\s*(?:通知|批复|函|通报|公告|令|决定|意见|会议纪要)\s*）|办公室函|办公厅函)")
_ADDRESSEE = re.compile(r"[^。；！？]{2,400}[：:]")
_BODIES = re.compile(r"各|局|委|办|厅|部|府|院|区|县|市|公司|单位|行|会|社|校|处|省|州|旗|同志|你")
_ADOPTED = re.compile(
    r"[（(].{0,120}(?:通过|批准|公布|发布|修订|修正|施行|会议|月\s*\d{1,2}\s*日|年|届)[^（）()]{0,80}[)）]"
)
_CLOSED_BEFORE = frozenset(("publicity", "date", "imprint", "entry", "contents", "table", "row"))
_STARTERS = re.compile(
    r"关于|大事记|公报|令$|公告|决定|决议|任免|条例|办法|法$|报告|讲话|通报|通告|意见|会议|规定|批复|通知|解读|纪要|任职|免去|名单"
)
_RELATED = re.compile(
    r"统计公报|环境状况公报|水资源公报|普查公报|质量公报|政府工作报告|预算.{0,30}报告|计划.{0,30}报告"
)


_SPEECH = re.compile(r"在.{4,80}(?:上|时)的?(?:讲话|报告|致辞|发言|讲话提纲|主持词)(?:（.{1,12}）)?")
_INTERPRETATION = re.compile(r"(?:关于)?《[^《》]{4,80}》的?(?:政策)?(?:解读|说明|起草说明)|.{4,60}政策解读")
_APPOINTS = re.compile(r"任命|免去|(?:同志)?任[\u4e00-\u9fff]{3,}|聘任|提名|(?:决定|接受).{0,20}辞")
_SPEAKER = re.compile(r"[\u4e00-\u9fff]{2,24}[ 　]+[\u4e00-\u9fff·][ 　]?[\u4e00-\u9fff·]{1,4}")
_OCCASION = re.compile(r"[—\-–]{1,3}.{6,120}(?:上|会议)(?:[^。，]{0,40})")


@dataclass(frozen=True, slots=True)
class Start:
    """Where a document begins.

    Attributes:
        first: index of its first paragraph (red head, number or title).
        titles: indices of the paragraphs of its title, in order.
        number_at: index of the paragraph of its number, or -1.
        number: its number, or None.
        title: its title as read.
        weight: how sure it is, 0–1.
        entry: the contents entry it answers to, or None.
    """

    first: int
    titles: tuple[int, ...]
    number_at: int
    number: DocumentNumber | None
    title: Title
    weight: float
    entry: ContentsEntry | None = None

    @property
    def last(self) -> int:
        """Index of the last paragraph of the head: title or number, whichever is later."""
        return max(self.titles[-1] if self.titles else self.first, self.number_at)


def find_starts(paragraphs: list[Line], contents: Contents) -> list[Start]:
    """The documents' beginnings in reading order."""
    finder = _Finder(paragraphs, contents)
    return finder.find()


class _Finder:
    def __init__(self, paragraphs: list[Line], contents: Contents) -> None:
        self._paragraphs = paragraphs
        self._contents = contents
        self._size = len(paragraphs)
        self._taken: set[int] = set()

    def find(self) -> list[Start]:
        starts = self._by_number()
        for start in starts:
            self._taken.update(range(start.first, start.last + 1))
        starts += self._by_contents(starts)
        starts += self._by_shape(starts)
        starts.sort(key=lambda start: start.first)
        starts = self._without_lists(starts)
        return self._with_entries(starts)

    # -- by number -------------------------------------------------------------------------------------------------

    def _by_number(self) -> list[Start]:
        found: list[Start] = []
        free = 0
        for index in range(self._size):
            number = self._number_of(index)
            if number is None or index in self._contents.members or index < free:
                continue
            start = self._before(index, number, free) or self._after(index, number, free)
            if start is not None and not self._issued_by(found[-1] if found else None, start):
                found.append(start)
                free = start.last + 1
        return found

    def _number_of(self, index: int) -> DocumentNumber | None:
        line = self._paragraphs[index]
        text = line.text
        if line.kind == "number":
            return numbers.line_number(text) or numbers.order_number(text)
        if not line.kind and 3 <= len(text) <= 20 and "号" in text and index and _BARE.fullmatch(text):
            above = self._paragraphs[index - 1].text
            if len(above) <= 60:
                title = titles.read([above])
                if title is not None and title.form == "order":
                    return numbers.bare_number(text, title.text)
        return None

    def _before(self, index: int, number: DocumentNumber, free: int) -> Start | None:
        """The number stands under its title."""
        best: tuple[float, int, Title] | None = None
        under = index  # the paragraph after the title: a date or a note of adoption may stand before the number
        while under - 1 > free and index - under < 2 and self._is_note(under - 1):
            under -= 1
        for count in range(1, _MOST_PIECES + 1):
            first = under - count
            if first < free or not self._is_piece(first):
                break
            title = titles.read([line.text for line in self._paragraphs[first:under]])
            if title is None:
                continue
            weight = title.weight + self._bonus(first, index)
            if best is None or weight > best[0] + 0.01:
                best = (weight, first, title)
            if self._paragraphs[first].broken and title.issuers and title.form != "other":
                break
        if best is None or best[0] < _SURE - 0.15:
            return None
        weight, first, title = best
        return Start(first, tuple(range(first, under)), index, number, title, min(1.0, weight + 0.3))

    def _is_note(self, index: int) -> bool:
        """（一九八一年二月二十四日）, （2021年6月10日…通过） under a title."""
        line = self._paragraphs[index]
        if line.kind == "date" and index and titles.read([self._paragraphs[index - 1].text]) is not None:
            return True
        return line.text[:1] in ("（", "(") and (
            line.kind == "date" or (not line.kind and _ADOPTED.fullmatch(line.text) is not None)
        )

    def _after(self, index: int, number: DocumentNumber, free: int) -> Start | None:
        """The number stands over its title, under the red head."""
        red = index > free and self._is_red_head(index - 1)
        if not red and not self._is_fresh(index):
            return None
        best: tuple[float, int, Title] | None = None
        for count in range(1, 5):
            stop = index + 1 + count
            if stop > self._size or not self._is_piece(stop - 1):
                break
            title = titles.read([line.text for line in self._paragraphs[index + 1 : stop]])
            if title is None or title.form == "other":
                continue
            weight = title.weight + self._bonus(index, stop)
            if best is None or weight > best[0] + 0.01:
                best = (weight, stop, title)
        if best is None or best[0] < _SURE:
            return None
        weight, stop, title = best
        first = index - 1 if red else index
        return Start(first, tuple(range(index + 1, stop)), index, number, title, min(1.0, weight + 0.2))

    def _is_red_head(self, index: int) -> bool:
        text = self._paragraphs[index].text
        return len(text) <= 44 and _RED_HEAD.fullmatch(text) is not None

    def _is_fresh(self, index: int) -> bool:
        """Whether the text before has come to an end here."""
        if index == 0:
            return True
        before = self._paragraphs[index - 1]
        return before.kind in _CLOSED_BEFORE or before.text.endswith(("。", "）", ")")) or len(before.text) <= 30

    def _is_piece(self, index: int) -> bool:
        """Whether a paragraph may be a line of a title."""
        line = self._paragraphs[index]
        text = line.text
        if line.kind or not text or len(text) > 160 or index in self._contents.members or line.bullet:
            return False
        if text[-1] in "。；：:;，！？" or self._is_section(text):
            return False
        return labels.label(text) is None

    def _is_section(self, text: str) -> bool:
        """市政府文件, 【人事任免】 over a document: a section head, no line of its title."""
        if len(text) > 30:
            return False
        name = section_name(text)
        return (
            name in self._contents.sections
            or (name.endswith(("文件", "文件选登", "文件选编")) and SECTION.fullmatch(name) is not None)
            or (name != "".join(text.split()) and SECTION.fullmatch(name) is not None)
        )

    def _bonus(self, first: int, after: int) -> float:
        """Evidence around a title that begins at `first`; `after` is the paragraph behind title and number."""
        bonus = 0.0
        paragraphs = self._paragraphs
        line = paragraphs[first]
        if first == 0 or paragraphs[first - 1].kind in _CLOSED_BEFORE:
            bonus += 0.1
        if line.heading or line.centered or line.broken or line.bold:
            bonus += 0.1
        for index in range(after, min(after + 3, self._size)):
            if self._is_addressee(index):
                bonus += 0.2
                break
            if len(paragraphs[index].text) > 60:
                break
        return bonus

    def _is_addressee(self, index: int) -> bool:
        text = self._paragraphs[index].text
        return len(text) <= 400 and is_addressee(text)

    # -- by contents -----------------------------------------------------------------------------------------------

    def _by_contents(self, starts: list[Start]) -> list[Start]:
        """Documents the contents list names and no number gave away: a title like its entry, standing alone."""
        known = {start.number.normal for start in starts if start.number}
        names = [fold(start.title.text) for start in starts]
        found: list[Start] = []
        for entry in self._contents.entries:
            if entry.number in known or len(entry.title) < 4:
                continue
            wanted = fold(entry.title)
            if any(similarity(wanted, name) >= 0.9 for name in names):
                continue
            best = self._like(wanted)
            if best is not None and not self._issued_by(self._start_before(starts + found, best.first), best):
                found.append(best)
                self._taken.update(range(best.first, best.last + 1))
        return found

    @staticmethod
    def _start_before(starts: list[Start], first: int) -> Start | None:
        return max((start for start in starts if start.first < first), key=lambda start: start.first, default=None)

    def _like(self, wanted: str) -> Start | None:
        best: Start | None = None
        grams = set(wanted)
        for index in range(self._contents.last + 1, self._size):
            if index in self._taken or not self._may_begin(index):
                continue
            text = self._paragraphs[index].text
            if len(grams & set(text)) < min(len(set(text)), len(grams)) * 0.5:
                continue
            pieces: list[str] = []
            for stop in range(index + 1, min(index + 5, self._size) + 1):
                if not self._is_piece(stop - 1) or stop - 1 in self._taken:
                    break
                pieces.append(self._paragraphs[stop - 1].text)
                joined = titles.join(pieces)
                if len(joined) > len(wanted) * 1.6 + 12:
                    break
                score = similarity(fold(joined), wanted)
                if score >= 0.82 and (best is None or score > best.weight + 0.005):
                    title = titles.read(pieces) or Title(joined, (), "", "other", 0.3)
                    best = Start(index, tuple(range(index, stop)), -1, None, title, score)
            if best is not None and best.weight > 0.97:
                break
        return best

    # -- by shape --------------------------------------------------------------------------------------------------

    def _by_shape(self, starts: list[Start]) -> list[Start]:
        """Documents without a number: their title has the full shape, and what stands around it bears it out."""
        found: list[Start] = []
        ordered = sorted(starts, key=lambda start: start.first)
        place = 0
        current: Start | None = None
        index = 0
        while index < self._size:
            while place < len(ordered) and ordered[place].first <= index:
                current = ordered[place]
                place += 1
            if index in self._taken or index in self._contents.members or not self._may_begin(index):
                index += 1
                continue
            start = self._shaped(index)
            if start is not None and not self._issued_by(current, start):
                found.append(start)
                self._taken.update(range(start.first, start.last + 1))
                current = start
                index = start.last
            index += 1
        return found

    def _may_begin(self, index: int) -> bool:
        line = self._paragraphs[index]
        text = line.text
        return (
            not line.kind
            and 3 <= len(text) <= 160
            and text[0] != "附"
            and text[-1] not in "。；：:;，、！？"
            and self._is_piece(index)
        )

    def _shaped(self, index: int) -> Start | None:
        line = self._paragraphs[index]
        if not _STARTERS.search(line.text) and not (
            titles.is_organ(line.text) and index + 1 < self._size and "关于" in self._paragraphs[index + 1].text[:30]
        ):
            return None
        best: Start | None = None
        pieces: list[str] = []
        for stop in range(index + 1, min(index + 4, self._size) + 1):
            if not self._is_piece(stop - 1) or stop - 1 in self._taken:
                break
            pieces.append(self._paragraphs[stop - 1].text)
            title = titles.read(pieces)
            if title is None:
                continue
            weight = self._weigh(index, stop, title)
            if weight >= _SURE and (best is None or weight > best.weight + 0.01):
                best = Start(index, tuple(range(index, stop)), -1, None, title, weight)
        return best

    def _weigh(self, first: int, after: int, title: Title) -> float:
        """How surely a title without number begins a document."""
        paragraphs = self._paragraphs
        fresh = self._is_fresh(first)
        listed = self._is_listed(first, after)
        marked = bool(paragraphs[first].heading or paragraphs[first].centered or paragraphs[first].broken)
        following = paragraphs[after] if after < self._size else None
        if following is None:
            return 0.0
        addressed = any(self._is_addressee(place) for place in range(after, min(after + 2, self._size)))
        adopted = len(following.text) <= 200 and (
            _ADOPTED.fullmatch(following.text) is not None or following.kind == "date"
        )
        spoken = _OCCASION.fullmatch(following.text) is not None
        weight = 0.0
        if title.form == "news":
            weight = 0.75 if fresh else 0.4
        elif title.form in ("about", "relay"):
            weight = (
                0.3
                + (0.2 if title.issuers else -0.15)
                + (0.35 if addressed or spoken else 0.0)
                + (0.25 if adopted else 0.0)
            )
        elif title.form == "chronicle":
            dated = re.match(r"\s*(?:[\d一二三四五六七八九十]{1,3}\s*[月日]|[※△●◆○*])", following.text) is not None
            weight = 0.4 + (0.4 if dated else -0.2)
        elif _RELATED.search(title.text) and title.kind in (
            "公报",
            "统计公报",
            "国民经济和社会发展统计公报",
            "报告",
            "政府工作报告",
        ):
            weight = 0.6 if fresh and len(title.text) >= 8 else 0.2
        elif title.form == "law":
            weight = 0.25 + (0.5 if adopted else 0.0)
        elif title.form == "order":
            weight = (
                0.2 + (0.3 if title.issuers and paragraphs[first].text == title.text else 0.0) + (0.2 if marked else 0)
            )
        elif _SPEECH.fullmatch(title.text) or _INTERPRETATION.fullmatch(title.text):
            weight = 0.55 + (0.1 if adopted or _SPEAKER.fullmatch(following.text) else 0.0)
        elif title.form == "appointment":
            appoints = any(_APPOINTS.search(line.text) for line in paragraphs[after : after + 4])
            weight = 0.5 + (0.25 if appoints else -0.3)
        if weight <= 0 or (listed and not addressed):
            return 0.0
        return weight + (0.1 if fresh else -0.1) + (0.1 if marked else 0.0)

    def _is_listed(self, first: int, after: int) -> bool:
        """Whether a title stands in a list of titles: with its number in brackets, or between others like it."""
        paragraphs = self._paragraphs
        if numbers.find(paragraphs[after - 1].text) is not None:
            return True
        for index in (first - 1, after):
            if 0 <= index < self._size and index not in self._taken:
                line = paragraphs[index]
                if not line.kind and len(line.text) <= 160 and titles.ABOUT.fullmatch(titles.join([line.text])):
                    return True
        return False

    def _names_issued(self, start: Start, entry: ContentsEntry) -> bool:
        inner = titles.relayed(start.title.text)
        name = fold(entry.title)
        if inner and similarity(fold(inner), name) >= 0.9:
            return True
        if start.title.form != "order":
            return False
        quoted = " ".join(line.text for line in self._paragraphs[start.last + 1 : start.last + 4])
        return any(similarity(fold(found), name) >= 0.9 for found in re.findall(r"[《「]([^《》「」]+)[》」]", quoted))

    def _issued_by(self, current: Start | None, start: Start) -> bool:
        """Whether a title is that of the text which the document before it issues."""
        if current is None:
            return False
        inner = titles.relayed(current.title.text)
        name = fold(start.title.text)
        key = fold(inner)
        if inner and name != fold(current.title.text):
            if similarity(key, name) >= 0.8 or (name in key and len(name) >= 8):
                return True
            if key in name and not titles.relayed(start.title.text):
                return True
        if current.title.form == "order" or inner:
            quoted = " ".join(line.text for line in self._paragraphs[current.last + 1 : current.last + 6])
            return any(
                similarity(fold(found), name) >= 0.85 for found in re.findall(r"[《「]([^《》「」]+)[》」]", quoted)
            )
        return False

    # -- all together ----------------------------------------------------------------------------------------------

    def _without_lists(self, starts: list[Start]) -> list[Start]:
        """Drop titles in a row with nothing between them: a list of titles, contents without pages."""
        kept: list[Start] = []
        for place, start in enumerate(starts):
            following = starts[place + 1].first if place + 1 < len(starts) else self._size
            body = [
                line
                for line in self._paragraphs[start.last + 1 : following]
                if line.kind not in ("date", "publicity") and not _is_head(line)
            ]
            if not body and place + 1 < len(starts):
                continue
            kept.append(start)
        return kept

    def _with_entries(self, starts: list[Start]) -> list[Start]:
        """Each start with the contents entry it answers to: by number first, else by likeness."""
        entries = list(self._contents.entries)
        taken: set[int] = set()
        result = list(starts)
        for place, start in enumerate(starts):
            for at, entry in enumerate(entries):
                if at not in taken and start.number and entry.number == start.number.normal:
                    result[place] = replace(start, entry=entry)
                    taken.add(at)
                    break
        for place, start in enumerate(result):
            if start.entry is not None:
                continue
            name = fold(start.title.text)
            scored = [(similarity(fold(entry.title), name), -at) for at, entry in enumerate(entries) if at not in taken]
            if scored:
                score, at = max(scored)
                if score >= 0.75:
                    result[place] = replace(start, entry=entries[-at])
                    taken.add(-at)
        # Some contents lists name the text that is issued, not the document that issues it.
        for place, start in enumerate(result):
            if start.entry is not None:
                continue
            for at, entry in enumerate(entries):
                if at not in taken and self._names_issued(start, entry):
                    result[place] = replace(start, entry=entry)
                    taken.add(at)
                    break
        return result


def _is_head(line: Line) -> bool:
    return len(line.text) <= 24 and "。" not in line.text and section_name(line.text) != ""


def is_addressee(text: str) -> bool:
    """Whether a paragraph names those a document is addressed to: bodies, then a colon."""
    if not text.endswith(("：", ":")) or not _ADDRESSEE.fullmatch(text) or not _BODIES.search(text):
        return False
    if (
        labels.label(text) is not None
        or marks.ATTACHMENT_NOTE.match(text)
        or text.startswith(("为", "根据", "按照", "现将", "经"))
    ):
        return False
    return not re.search(
        r"如下|以下|下列|规定|要求|通知|情况|工作[：:]$|任务|原则|标准|条件|内容|措施|目标|单\s*位[:：]$", text
    ) or text.startswith("各")


def has_date_alone(line: Line) -> bool:
    """Whether a paragraph is nothing but a date."""
    return line.kind == "date" and dates.alone(line.text) is not None
