"""Find where documents begin, by evidence: shape of the title, number, addressee, contents entry, what comes before.

Reads: paragraphs and the contents list. Gives: a `Start` for each document. A title is required shape; a number alone
(cited in a list, or left blank in a form) begins nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from reader.importing.grammar import dates, numbers, titles
from reader.importing.grammar.titles import Title
from reader.importing.repair.line import Line
from reader.importing.structure import labelled, matching, settling, weighing
from reader.importing.structure.contents import Contents
from reader.importing.structure.pieces import CLOSED_BEFORE, Pieces
from reader.importing.structure.similar import TitleIndex, fold, similarity
from reader.importing.structure.start import Start
from reader.importing.structure.weighing import Surroundings
from reader.model.number import DocumentNumber

_MOST_PIECES = 6
_SURE = 0.6
_FARTHEST_SIGNATURE = 120  # paragraphs under the title
_STARTERS = re.compile(
    r"关于|大事记|公报|令$|公告|决定|决议|任免|条例|办法|法$|报告|讲话|通报|通告|意见|会议|规定|批复|通知|解读|纪要|任职|任命|免去|名单|协定|议定书|公约|条约|声明|备忘录|换文|批示|法規"
)


def find_starts(paragraphs: list[Line], contents: Contents) -> list[Start]:
    """The documents' beginnings in reading order."""
    finder = _Finder(paragraphs, contents)
    return finder.find()


class _Finder:
    def __init__(self, paragraphs: list[Line], contents: Contents) -> None:
        self._paragraphs = paragraphs
        self._contents = contents
        self._pieces = Pieces(paragraphs, contents)
        self._size = len(paragraphs)
        self._taken: set[int] = set()
        self._candidates: TitleIndex | None = None

    def find(self) -> list[Start]:
        starts = self._by_number() + labelled.find(self._paragraphs)
        for start in starts:
            self._taken.update(range(start.first, start.last + 1))
        starts += self._by_contents(starts)
        starts += self._by_shape(starts)
        starts.sort(key=lambda start: start.first)
        starts = settling.settle(starts, self._paragraphs)
        return matching.assign(starts, self._contents.entries, self._paragraphs)

    # -- by number -------------------------------------------------------------------------------------------------

    def _by_number(self) -> list[Start]:
        found: list[Start] = []
        free = 0
        for index in range(self._size):
            number = self._pieces.number_of(index)
            if number is None or index in self._contents.members or index < free:
                continue
            start = self._before(index, number, free) or self._after(index, number, free)
            if start is not None and not self._issued_by(found[-1] if found else None, start):
                found.append(start)
                free = start.last + 1
        return found

    def _before(self, index: int, number: DocumentNumber, free: int) -> Start | None:
        """The number stands under its title."""
        best: tuple[float, int, Title] | None = None
        under = index  # the paragraph after the title: a date or a note of adoption may stand before the number
        while under - 1 > free and index - under < 2 and self._pieces.is_note(under - 1):
            under -= 1
        for count in range(1, _MOST_PIECES + 1):
            first = under - count
            if first < free or not self._pieces.is_piece(first):
                break
            if best is not None and best[1] == first + 1 and best[2].issuers and self._pieces.names_kind(first):
                break
            title = titles.read([line.text for line in self._paragraphs[first:under]])
            if title is None or _is_doubled(title.text):
                continue
            weight = title.weight + self._bonus(first, index) - (0.05 if self._goes_on_above(first) else 0.0)
            more = best is not None and len(title.issuers) > len(best[2].issuers)
            more = more and (title.form == "order" or self._sign_together(first, index))
            if best is None or weight > best[0] + 0.01 or more:
                best = (weight, first, title)
            if self._paragraphs[first].broken and title.issuers and title.form != "other":
                break
        if best is None or best[0] < _SURE - 0.15:
            return None
        weight, first, title = best
        return Start(first, tuple(range(first, under)), index, number, title, min(1.0, weight + 0.3))

    def _sign_together(self, first: int, index: int) -> bool:
        """Whether the bodies on two lines from `first` sign together, again one over the other, under the number."""
        upper, lower = ("".join(self._paragraphs[place].text.split()) for place in (first, first + 1))
        if not (titles.is_organ(upper) and titles.is_organ(lower)):
            return False
        below = ["".join(line.text.split()) for line in self._paragraphs[index + 1 : index + _FARTHEST_SIGNATURE]]
        return (upper, lower) in itertools.pairwise(below)

    def _goes_on_above(self, index: int) -> bool:
        """Whether the line above is set like this one, centred or bold: then the title does not begin here."""
        if not index or not self._pieces.is_piece(index - 1):
            return False
        line, above = self._paragraphs[index], self._paragraphs[index - 1]
        return (line.centered and above.centered) or (line.bold and above.bold)

    def _after(self, index: int, number: DocumentNumber, free: int) -> Start | None:
        """The number stands over its title, under the red head."""
        above, begin = index - 1, index + 1
        while above > free and numbers.SIGNER.fullmatch(self._paragraphs[above].text.strip()):
            above -= 1
        while begin < self._size and numbers.SIGNER.fullmatch(self._paragraphs[begin].text.strip()):
            begin += 1
        red = above >= free and above >= 0 and index > free and self._pieces.is_red_head(above)
        if not red and not self._pieces.is_fresh(index):
            return None
        best: tuple[float, int, Title] | None = None
        for count in range(1, 5):
            stop = begin + count
            if stop > self._size or not self._pieces.is_piece(stop - 1):
                break
            title = titles.read([line.text for line in self._paragraphs[begin:stop]])
            if title is None or title.form == "other":
                continue
            weight = title.weight + self._bonus(index, stop)
            if best is None or weight > best[0] + 0.01:
                best = (weight, stop, title)
        if best is None or best[0] < _SURE:
            return None
        weight, stop, title = best
        first = above if red else index
        return Start(first, tuple(range(begin, stop)), index, number, title, min(1.0, weight + 0.2))

    def _bonus(self, first: int, after: int) -> float:
        """Evidence around a title that begins at `first`; `after` is the paragraph behind title and number."""
        bonus = 0.0
        paragraphs = self._paragraphs
        line = paragraphs[first]
        if first == 0 or paragraphs[first - 1].kind in CLOSED_BEFORE:
            bonus += 0.1
        if line.heading or line.centered or line.broken or line.bold:
            bonus += 0.1
        for index in range(after, min(after + 3, self._size)):
            if self._pieces.is_addressee(index):
                bonus += 0.2
                break
            if len(paragraphs[index].text) > 60:
                break
        return bonus

    # -- by contents -----------------------------------------------------------------------------------------------

    def _by_contents(self, starts: list[Start]) -> list[Start]:
        """Documents the contents list names and no number gave away: a title like its entry, standing alone."""
        known = {start.number.normal for start in starts if start.number}
        names = [fold(start.title.text) for start in starts]
        index = TitleIndex()
        for place, name in enumerate(names):
            index.add(place, name)
        found: list[Start] = []
        for entry in self._contents.entries:
            if entry.number in known or len(entry.title) < 2:
                continue
            wanted = fold(entry.title)
            explains = weighing.interprets(entry.title)  # 关于《…公告》的解读 is like 关于…的公告
            if any(
                similarity(wanted, names[place]) >= 0.9 and (wanted == names[place] or not explains)
                for place in index.nearest(wanted)
            ):
                continue
            best = self._like(wanted, entry.section)
            if best is not None and self._is_subject(starts, best):
                continue
            if best is not None and not self._issued_by(self._start_before(starts + found, best.first), best):
                best = self._with_number_below(best)
                found.append(best)
                self._taken.update(range(best.first, best.last + 1))
        return found

    @staticmethod
    def _is_subject(starts: list[Start], best: Start) -> bool:
        """关于公布…的公告 right under 某部公告 and its number: what the announcement is about."""
        return any(
            start.last + 1 == best.first and start.title.form == "order" and start.number is not None
            for start in starts
        )

    @staticmethod
    def _start_before(starts: list[Start], first: int) -> Start | None:
        return max((start for start in starts if start.first < first), key=lambda start: start.first, default=None)

    def _like(self, wanted: str, section: str) -> Start | None:
        if self._candidates is None:
            self._candidates = self._index_candidates()
        best: Start | None = None
        for index in self._candidates.nearest(wanted, 12):
            if index in self._taken:
                continue
            pieces: list[str] = []
            for stop in range(index + 1, min(index + 5, self._size) + 1):
                if not self._pieces.is_piece(stop - 1) or stop - 1 in self._taken:
                    break
                pieces.append(self._paragraphs[stop - 1].text)
                joined = titles.join(pieces)
                if len(joined) > len(wanted) * 1.6 + 12:
                    break
                score = similarity(fold(joined), wanted)
                if score >= 0.82 and (best is None or score > best.weight + 0.005):
                    title = titles.read(pieces) or labelled.plain_title(joined, section)
                    best = self._with_body_above(Start(index, tuple(range(index, stop)), -1, None, title, score))
            if best is not None and best.weight > 0.97:
                break
        return best

    def _with_number_below(self, start: Start) -> Start:
        """A title of no known shape that the contents bear out, with the number under or over it."""
        below = start.last + 1
        over = self._pieces.number_over(start.first, below) if start.number is None else None
        if over is not None:
            return replace(start, first=start.first - 1, number=over, number_at=start.first - 1)
        if start.number is not None or below >= self._size or self._paragraphs[below].kind != "number":
            return start
        return replace(start, number=self._pieces.number_of(below), number_at=below)

    def _with_body_above(self, start: Start) -> Start:
        """A title the contents name without the body that stands on a line over it."""
        above = start.first - 1
        if start.title.form != "about" or start.title.issuers or above in self._taken or above < 0:
            return start
        if not self._pieces.is_piece(above) or not titles.names_organ(self._paragraphs[above].text):
            return start
        title = titles.read([self._paragraphs[index].text for index in (above, *start.titles)])
        if title is None or not title.issuers:
            return start
        return Start(above, (above, *start.titles), -1, None, title, start.weight)

    def _index_candidates(self) -> TitleIndex:
        """The paragraphs a title may begin with, by the words of it and the two after it."""
        found = TitleIndex()
        for index in range(self._contents.last + 1, self._size):
            if index in self._taken or not self._pieces.may_begin(index):
                continue
            pieces: list[str] = []
            for at in range(index, min(index + 3, self._size)):
                if at > index and not self._pieces.is_piece(at):
                    break
                pieces.append(self._paragraphs[at].text)
            found.add(index, fold("".join(pieces)))
        return found

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
            if index in self._taken or index in self._contents.members or not self._pieces.may_begin(index):
                index += 1
                continue
            start = self._month(index, current) or self._shaped(index)
            if start is not None and not self._issued_by(current, start):
                found.append(start)
                self._taken.update(range(start.first, start.last + 1))
                current = start
                index = start.last
            index += 1
        return found

    def _shaped(self, index: int) -> Start | None:
        line = self._paragraphs[index]
        if self._pieces.heads_section(index):
            return None
        if self._pieces.is_headed(index):
            headed = titles.read([line.text]) or labelled.plain_title(line.text, "")
            return Start(index, (index,), -1, None, headed, 0.6)
        if not _STARTERS.search(line.text) and not (
            titles.names_organ(line.text)
            and index + 1 < self._size
            and ("关于" in titles.join([self._paragraphs[index + 1].text[:40]]) or self._heads_stack(index))
        ):
            return None
        best: Start | None = None
        pieces: list[str] = []
        for stop in range(index + 1, min(index + 4, self._size) + 1):
            if not self._pieces.is_piece(stop - 1) or stop - 1 in self._taken:
                break
            pieces.append(self._paragraphs[stop - 1].text)
            title = titles.read(pieces)
            if title is None:
                continue
            weight = weighing.weigh(title, self._surroundings(index, stop, title)) if stop < self._size else 0.0
            if weight >= _SURE and (best is None or weight > best.weight + 0.01):
                best = Start(index, tuple(range(index, stop)), -1, None, title, weight)
        return best

    def _month(self, index: int, current: Start | None) -> Start | None:
        """2030年5月 over its days, after a chronicle of another month: a chronicle of its own."""
        if current is None or current.title.form != "chronicle" or index + 1 >= self._size:
            return None
        text = self._paragraphs[index].text
        if not dates.MONTH_ALONE.fullmatch(text) or not dates.MONTH.search(current.title.text):
            return None
        if not weighing.DATED.match(self._paragraphs[index + 1].text):
            return None
        return Start(index, (index,), -1, None, Title(titles.join([text]), (), "大事记", "chronicle", 0.8), 0.8)

    def _surroundings(self, first: int, after: int, title: Title) -> Surroundings:
        line = self._paragraphs[first]
        return Surroundings(
            fresh=self._pieces.is_fresh(first),
            marked=bool(line.heading or line.centered or line.broken),
            listed=self._is_listed(first, after),
            addressed=any(self._pieces.is_addressee(place) for place in range(after, min(after + 2, self._size))),
            alone=line.text == title.text or self._is_stacked(first, after),
            after=self._paragraphs[after : after + 4],
        )

    def _is_stacked(self, first: int, after: int) -> bool:
        """Whether the bodies that announce stand on lines of their own over 公告."""
        bodies = self._paragraphs[first : after - 1]
        return (
            bool(bodies)
            and _is_kind(self._paragraphs[after - 1])
            and all(titles.is_organ(line.text) for line in bodies)
        )

    def _heads_stack(self, index: int) -> bool:
        """Whether the first of such bodies stands at `index`."""
        for line in self._paragraphs[index + 1 : index + _MOST_PIECES]:
            if _is_kind(line):
                return True
            if not titles.is_organ(line.text):
                return False
        return False

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

    def _issued_by(self, current: Start | None, start: Start) -> bool:
        """Whether a title is that of the text which the document before it issues."""
        if current is None or weighing.interprets(start.title.text):
            return False
        inner = titles.relayed(current.title.text)
        if inner and start.number is None and len(start.titles) > 1 and start.title.issuers == current.title.issuers:
            start = self._without_signer(start)
        name = fold(start.title.text)
        key = fold(inner)
        if inner and name != fold(current.title.text):
            if similarity(key, name) >= 0.8 or (name in key and len(name) >= 8):
                return True
            if key in name and not titles.relayed(start.title.text):
                return True
            if "关于" in inner and similarity(fold(inner[inner.find("关于") :]), name) >= 0.9:
                return True  # 某局等三部门关于…意见
        return any(similarity(fold(found), name) >= 0.85 for found in matching.issued_names(current, self._paragraphs))

    def _without_signer(self, start: Start) -> Start:
        """某办公厅 over 关于…的意见: who signs a notice without a date stands over the text it relays."""
        if not titles.names_organ(self._paragraphs[start.titles[0]].text):
            return start
        title = titles.read([self._paragraphs[index].text for index in start.titles[1:]])
        return replace(start, title=title) if title is not None else start


def _is_kind(line: Line) -> bool:
    """公　告 on a line of its own."""
    return len(line.text) <= 6 and "".join(line.text.split()) in ("令", "公告", "通告")


def _is_doubled(text: str) -> bool:
    """Whether lines are a title and the same title again: the page's own, or a section named like the order in it."""
    half, odd = divmod(len(text), 2)
    return not odd and text[:half] == text[half:]
