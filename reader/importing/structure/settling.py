"""Which of the beginnings that were found stay: an announcement and what it makes known are one, lists are none.

Reads: the starts in reading order and the paragraphs. Gives: the starts that begin documents.
"""

from __future__ import annotations

from dataclasses import replace

from reader.importing.grammar import marks
from reader.importing.repair.line import Line
from reader.importing.structure import matching
from reader.importing.structure.contents import section_name
from reader.importing.structure.similar import fold
from reader.importing.structure.start import Start

_LONGEST_ANNOUNCEMENT = 6
_LONGEST_RECORD = 3


def settle(starts: list[Start], paragraphs: list[Line]) -> list[Start]:
    """The starts of documents, in order, each reaching up to what belongs to it."""
    kept: list[Start] = []
    for start in starts:
        above = kept[-1] if kept else None
        if (
            above is not None
            and above.number is None
            and (_is_repeated(above, start, paragraphs) or _makes_known(above, start, paragraphs))
        ):
            kept[-1] = replace(start, first=above.first)
            continue
        kept.append(start)
    return [_with_registration(start, paragraphs) for start in _without_lists(kept, paragraphs)]


def _with_registration(start: Start, paragraphs: list[Line]) -> Start:
    """The start with the number of registration that stands over it."""
    above = start.first - 1
    registered = above >= 0 and marks.REGISTRATION.fullmatch(paragraphs[above].text)
    return replace(start, first=above) if registered else start


def _makes_known(above: Start, start: Start, paragraphs: list[Line]) -> bool:
    """Whether 最高人民法院公告, which has no number, makes known the interpretation under it, which has one."""
    return (
        above.title.form == "order"
        and start.number is not None
        and start.first - above.last <= _LONGEST_ANNOUNCEMENT
        and fold(start.title.text) in map(fold, matching.issued_names(above, paragraphs))
    )


def _is_repeated(above: Start, start: Start, paragraphs: list[Line]) -> bool:
    """Whether a page's own title stands over the title of its document."""
    between = paragraphs[above.last + 1 : start.first]
    return (
        len(between) <= _LONGEST_RECORD
        and all(len(line.text) <= 60 and "。" not in line.text for line in between)
        and fold(above.title.text) == fold(start.title.text)
    )


def _without_lists(starts: list[Start], paragraphs: list[Line]) -> list[Start]:
    """Drop titles in a row with nothing between them: a list of titles, contents without pages."""
    kept: list[Start] = []
    for place, start in enumerate(starts):
        following = starts[place + 1].first if place + 1 < len(starts) else len(paragraphs)
        body = [
            line
            for line in paragraphs[start.last + 1 : following]
            if line.kind not in ("date", "publicity") and not _is_head(line)
        ]
        if not body and place + 1 < len(starts):
            continue
        kept.append(start)
    return kept


def _is_head(line: Line) -> bool:
    text = line.text
    told = "。" in text or "：" in text[:-1]  # 补选的委员：某某、某某
    return len(text) <= 24 and not told and section_name(text) != ""
