"""Join printed lines to paragraphs: hard wraps, page and column ends, stray blank lines.

Reads: lines without furniture. Writes: paragraphs, each with the first and last line it comes from. Joining loses
nothing, so nothing is recorded. A line joins the one before it on evidence: how full that line is, how it ends, how
this one begins, what either of them is (heading, number, date …), and how the file as a whole is wrapped.
"""

from __future__ import annotations

import re

from reader.importing.grammar import labels, marks, titles
from reader.importing.grammar.labels import Label, Rank
from reader.importing.repair.endings import (
    cites,
    closed,
    cut_in_bracket,
    ends_note,
    ends_noted,
    glue,
    head_is_list,
    looks_listed,
    open_comma,
    token_width,
)
from reader.importing.repair.kinds import FIXED, classify, mark_entries, mark_records
from reader.importing.repair.line import COLUMN, Line, width
from reader.importing.repair.wrapping import CLOSERS, INDENTED, SET_APART, TERMINAL, Wrapping

_COMMAS = frozenset("，、,（(《〈“‘—-～~/／")
_NO_END = frozenset("到于和与及或对在以把将从向至被由按经并而使让")
"""No paragraph and no heading ends with these."""
_SENTENCE_MARKS = re.compile(r"[，。；,;]")
_SHORT_CHUNK = 24
_PERSON = re.compile(
    r"(?:\S{1,6}\s?\S{0,4}[:：]\s*)?[\u4e00-\u9fff][ 　]?[\u4e00-\u9fff·]{1,3}[ 　]+[\u4e00-\u9fff]{4,}"
)
_ROLE = re.compile(r"[\u4e00-\u9fff\s]{1,8}[:：]")
_ROLE_NAMED = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff ]{1,7}[:：]\s*[\u4e00-\u9fff][ 　]?[\u4e00-\u9fff·]{1,3}[ 　]+[\u4e00-\u9fff]{3,}"
)
"""副主任：江涛  副省长 in a list of persons."""
_DAY = re.compile(r"\d{1,2}\s*(?:月\s*\d{1,2}\s*)?[日号](?:[，,、 　\-—至]|$)")
"""5日，… begins an entry of a chronicle."""
_APPOINTS = re.compile(r"(?:决定)?(?:任命|免去|聘任|解聘|任职|免职|提名|通过)[^。，：:]{0,10}[：:]")
_RECALL = 8
"""How many lines of a paragraph its end is judged by."""
_SPEAKER = re.compile(
    r"[\u4e00-\u9fff]{2,28}(?:长|主任|委员|书记|主席|院士|总监|组长)[ 　]{1,4}"
    r"[\u4e00-\u9fff·][ 　]?[\u4e00-\u9fff·]{1,4}"
)
"""某市人大法制委员会副主任委员　范清和 under the title of a report."""
_ONE_SPACE = re.compile(r"(?<! ) (?! )")
_LONGEST_SPEAKER = 44
_SECTIONED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\s+[\u4e00-\u9fff]")
"""1.1 编制目的: how plans number their headings."""
_BLANK_LINE = re.compile(r"[…._·．＿\s]+[。]?|(?:[（(][^（）()]*[)）]\s*)+")
"""A line of dots to write on, or one wholly in brackets."""


def join_paragraphs(lines: list[Line]) -> list[Line]:
    """Join the lines of each paragraph."""
    if not lines:
        return []
    wrapping = Wrapping(lines)
    joiner = _Joiner(wrapping, "\n".join(line.text for line in lines))
    for line in lines:
        line.kind = classify(line)
    mark_entries(lines)
    mark_records(lines)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        joiner.add(line, following)
    return joiner.result()


def mark_breaks(lines: list[Line]) -> None:
    """In wrapped text with blank lines everywhere or nowhere, a slightly indented line begins a column or a page."""
    slight = [line for line in lines if 0 < line.indent < INDENTED and not line.blank and not line.broken]
    if not slight or len(slight) * 12 > len(lines):
        return
    wrapping = Wrapping(lines)
    if wrapping.limit and not (wrapping.blank_means and wrapping.spaced > 0.02):
        for line in slight:
            line.broken = COLUMN


def _is_apart(text: str) -> bool:
    """Whether words of a line are set apart by wide spaces."""
    return ("    " in text or "　　" in text) and SET_APART.search(text) is not None


def _begins_title(text: str) -> bool:
    """某部关于…: the first line of a title, wrapped like the text before it."""
    body, about, _ = text.partition("关于")
    return bool(about) and titles.is_organ(body.strip()) and _SENTENCE_MARKS.search(text) is None


class _Joiner:
    """The paragraph under construction and the decision about the next line."""

    def __init__(self, wrapping: Wrapping, whole: str) -> None:
        self._wrapping = wrapping
        self._whole = whole
        self._done: list[Line] = []
        self._pieces: list[str] = []
        self._head: Line | None = None
        self._last_width = 0
        self._last: Line | None = None
        self._label: Label | None = None
        self._counted: dict[Rank, int] = {}

    def result(self) -> list[Line]:
        self._finish()
        return self._done

    def add(self, line: Line, following: Line | None) -> None:
        label = labels.label(line.text) if not line.kind else None
        if self._head is not None and self._joins(line, label, following):
            self._pieces.append(line.text)
            self._head.end = line.end
            self._last = line
            self._last_width = width(line.text)
            return
        self._finish()
        self._head = line
        self._last = line
        self._label = label
        if label is not None:
            self._counted[label.rank] = label.number
        self._pieces = [line.text]
        self._last_width = width(line.text) if line.table is None else 0

    def _finish(self) -> None:
        head = self._head
        if head is None:
            return
        if len(self._pieces) > 1:
            head.text = glue(self._pieces)
            if not head.kind and head.text[0] in "（(" and classify(head) == "number":
                head.kind = "number"  # （2030年3月1日…会议通过　云释〔2030〕8号） on two lines
        self._done.append(head)

    # -- evidence ------------------------------------------------------------------------------------------------

    def _joins(self, line: Line, label: Label | None, following: Line | None) -> bool:
        head, last = self._head, self._last
        if head is None or last is None or head.kind in FIXED or line.kind in FIXED:
            return False
        if line.apart or line.heading or (head.heading and len(self._pieces) == 1) or line.bullet:
            return False
        if len(last.text) >= 12 and last.text.isascii() and last.text.isupper():
            return False  # PEOPLE'S GOVERNMENT GAZETTE on the cover
        if marks.SECTION_FIELD.match(line.text) or (line.text[0] == "【" and line.text[-1] == "】"):
            return False
        if line.text[-1] in "：:" and (_APPOINTS.fullmatch(line.text) or titles.is_organ(line.text[:-1])):
            return "、" in last.text and self._is_full(line) and last.indent >= line.indent
        if line.text[0] == "—" and titles.ends_like_title(self._text()):
            return False  # ——2030年2月18日在…会议上 under a title
        if len(last.text) <= _LONGEST_SPEAKER and _SPEAKER.fullmatch(last.text):
            return False
        if len(self._pieces) == 1 and not open_comma(last.text):
            if head.bold and not (line.bold or line.begins_bold):
                return False
            if line.bold and not head.bold and not self._wrapping.limit:
                return False
        if line.centered != head.centered or line.right != head.right or line.centered:
            return False
        if head.whole or line.whole:
            return head.whole and line.whole and label is None and self._is_cut_whole(line)
        if self._is_closed_title(line) or self._names_body(line, following) or _BLANK_LINE.fullmatch(last.text):
            return False
        if self._wrapping.limit:
            return self._joins_wrapped(line, label)
        return self._joins_loose(line, label)

    def _names_body(self, line: Line, following: Line | None) -> bool:
        """Whether a line is the name of a body that signs or begins a title."""
        if len(line.text) > 40 or not titles.is_organ(line.text):
            return False
        if line.broken or following is None:
            return True
        if titles.is_organ(following.text):
            return True  # the first of those who sign
        return following.kind in ("date", "number") or following.text.startswith(("关于", "印发", "转发", "批转"))

    def _is_full(self, line: Line) -> bool:
        """Whether the last line is as wide as lines are and stops open: a list of bodies goes on on the next line."""
        last = self._last
        assert last is not None
        limit = self._wrapping.limit
        return 0 < limit - 2 <= self._last_width + token_width(line.text) and last.text[-1] not in TERMINAL

    def _counts_on(self, label: Label) -> bool:
        """Whether a label goes on where the last of its kind stopped, or begins: then it is no mention."""
        return label.number in (1, self._counted.get(label.rank, 0) + 1)

    def _text(self) -> str:
        """The end of the paragraph so far: all of it, but for long ones."""
        return self._pieces[0] if len(self._pieces) == 1 else "".join(self._pieces[-_RECALL:])

    def _is_closed_title(self, line: Line) -> bool:
        """A title, a body's name, a heading without a sentence: nothing joins them."""
        limit = self._wrapping.limit
        if limit and self._last_width + 6 >= limit and width(line.text) >= limit - 3 and not line.broken:
            return False  # full, and what follows is no first line: 工作任务实行清单|化管理
        if len(self._pieces) > 3:
            return False
        text = self._text()
        if len(text) > 120 or _SENTENCE_MARKS.search(text) or not closed(text):
            return False
        if len(text) <= 40 and titles.is_organ(text):
            return True
        if self._label is not None and self._label.rank > Rank.SECTION:
            return False
        return text[-1] not in _COMMAS and text[-1] != "》" and titles.ends_like_title(text) and not cites(text)

    def _joins_wrapped(self, line: Line, label: Label | None) -> bool:
        limit = self._wrapping.limit
        last = self._last
        assert last is not None
        text = last.text
        # A first line is indented, and the space after a label is printed wide.
        opening = self._last_width + (len(_ONE_SPACE.findall(text)) if " " in text else 0)
        if last.indent >= INDENTED:
            opening += last.indent
        elif len(self._pieces) == 1:
            opening += 4
        full = opening + token_width(line.text) >= limit - 2
        if cut_in_bracket(self._text()):
            return True
        if _is_apart(line.text) and _is_apart(text):
            return False
        if line.indent >= INDENTED > last.indent and not line.broken and self._is_heading_line():
            return False
        terminal = text[-1] in TERMINAL or (
            text[-1] in CLOSERS
            and ((len(text) > 1 and text[-2] in TERMINAL) or (not full and text[-1] in "）)］】〕") or ends_noted(text))
        )
        if self._wrapping.indents and line.indent >= INDENTED and not line.broken:
            if min(line.indent, last.indent) * 2 >= limit:
                return False  # 行　长　某某 over 主　席　某某, each set right
            return not terminal and full and label is None and last.indent >= line.indent
        if self._wrapping.blank_means and line.blank and not line.broken:
            return not terminal and full and (label is None or open_comma(text)) and self._is_sentence(line)
        if not terminal:
            if full:
                return label is None or not self._counts_on(label)
            return label is None and self._is_running(line)
        if not full or label is not None:
            return False
        if line.text.startswith("关于") and titles.ends_like_title(line.text):
            return False
        if not self._wrapping.indents and _begins_title(line.text):
            return False
        if text[-1] in "；;：:" and not self._wrapping.indents:
            return False
        size = width(line.text)
        if size >= limit - 3:
            return True  # a first line is indented and cannot be this wide
        if text[-1] in "；;：:":
            return False
        ends = line.text[-1] in TERMINAL
        return ends and size <= 16

    def _joins_loose(self, line: Line, label: Label | None) -> bool:
        last = self._last
        assert last is not None
        text = last.text
        if label is not None and not (open_comma(text) and label.rank is Rank.DIGIT):
            return False
        terminal = text[-1] in TERMINAL or (text[-1] in CLOSERS and closed(self._text()) and text[-1] != "》")
        if line.indent >= INDENTED > last.indent and self._is_heading_line():
            return False  # 一、总体要求 at the margin, its text indented
        if not terminal and (not line.blank or text[0] in "（(") and ends_note(self._text(), line.text):
            return True
        hangs = self._head is not None and line.indent > self._head.indent and not line.blank
        if hangs and head_is_list(self._pieces[0]) and not terminal and self._last_width < 60:
            return True
        if line.blank or self._wrapping.spaced < 0.05:
            if terminal or line.indent >= INDENTED:
                return False
            if open_comma(text) and self._last_width >= 16:
                return True
            if self._wrapping.spaced < 0.05 and not line.blank:
                return False
            return self._is_running(line) or self._is_cut(line)
        if _PERSON.match(text) and not _PERSON.match(line.text) and len(line.text) <= 14 and " " not in line.text:
            return not _ROLE.match(line.text)
        if last.text[0] in "—–" and last.text[-1] in "上议":
            return False  # ——2030年2月18日在…会议上
        if self._wrapping.whole and self._is_heading_line():
            return False
        if terminal and _DAY.match(line.text):
            return False
        if _ROLE_NAMED.match(line.text) and not open_comma(text):
            return False
        if last.after and not open_comma(text):
            return False
        if line.indent >= INDENTED and (
            (self._head is not None and line.indent == self._head.indent)
            or (line.indent > last.indent and not head_is_list(self._pieces[0]))
        ):
            return False
        if SET_APART.search(text) and not open_comma(text):
            return False
        if terminal:
            return self._in_patch(line) and text[-1] in "。”"
        return self._last_width >= _SHORT_CHUNK or open_comma(text)

    def _is_heading_line(self) -> bool:
        """Whether the paragraph so far is one short labelled line without a sentence: a heading over its text."""
        return (
            self._label is not None
            and (self._label.rank in (Rank.HAN, Rank.HAN_BRACKET) or _SECTIONED.match(self._pieces[0]) is not None)
            and len(self._pieces) == 1
            and len(self._pieces[0]) <= 36
            and not open_comma(self._pieces[0])
            and _SENTENCE_MARKS.search(self._pieces[0].replace("，", "")) is None
            and closed(self._pieces[0])
        )

    def _is_cut_whole(self, line: Line) -> bool:
        """Whether what the format gives as a paragraph stops in mid-sentence, cut by lines or pages of print."""
        text = self._text()
        if line.broken and open_comma(text):
            return True
        return (
            len(text) >= 60
            and text[-1] not in TERMINAL
            and text[-1] not in CLOSERS
            and _SENTENCE_MARKS.search(text) is not None
            and "\u4e00" <= line.text[0] <= "\u9fff"
            and line.text[-1] in TERMINAL
            and not line.bold
            and self._is_running(line)
        )

    def _is_cut(self, line: Line) -> bool:
        """Whether a word is cut between the paragraph and the line: the letters there stand together elsewhere."""
        text = self._text()
        left, right = text[-1], line.text[0]
        if len(text) < 14 or not ("\u4e00" <= left <= "\u9fff" and "\u4e00" <= right <= "\u9fff"):
            return False
        if line.text[-1] not in TERMINAL or titles.ends_like_title(text):
            return False
        if len(line.text) <= 6 and self._label is not None:
            return True
        if self._whole.count(left + right) < 2:
            return False
        return (text[-2:] + right) in self._whole or (left + line.text[:2]) in self._whole

    def _in_patch(self, line: Line) -> bool:
        """Whether the lines here are short ones in a row, as a wrapped patch in unwrapped text."""
        size = width(line.text)
        if not (20 <= self._last_width <= 50 and size <= 50):
            return False
        # Where blank lines part the paragraphs, lines without one belong together.
        return (self._wrapping.spaced > 0.5 and size >= 20) or (len(self._pieces) > 1 and size >= self._last_width)

    def _is_running(self, line: Line) -> bool:
        """Whether the paragraph so far is running text that has not ended."""
        text = self._text()
        if titles.is_organ(line.text) or (titles.ends_like_title(line.text) and "关于" in line.text[:24]):
            return False
        if not closed(text):
            return True
        if len(text) > 8 and (open_comma(text) or text[-1] in _NO_END):
            return True
        if self._label is not None and self._label.rank is Rank.ARTICLE:
            return len(text) >= 16  # an article is no heading
        if self._label is not None and len(text) <= 50 and not re.search(r"[。；]", text):
            return False  # a heading of its own
        if len(text) >= 60 or (len(text) >= 16 and _SENTENCE_MARKS.search(text)):
            return not looks_listed(text)
        return False

    def _is_sentence(self, line: Line) -> bool:
        return self._is_running(line)
