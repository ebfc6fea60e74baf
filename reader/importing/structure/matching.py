"""Which document answers to which entry of the contents list: by number first, then by likeness of the titles."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.importing.grammar import titles
from reader.importing.repair.line import Line
from reader.importing.structure.similar import TitleIndex, fold, similarity
from reader.importing.structure.start import Start
from reader.model.document import ContentsEntry

_LIKE = 0.75
_TAIL = re.compile(r"(?:令|公告|通告|决定书)(?:〔|第|\d).*$")
_QUOTED = re.compile(r"[《「]([^《》「」]+)[》」]")


def assign(starts: list[Start], entries: tuple[ContentsEntry, ...], paragraphs: list[Line]) -> list[Start]:
    """Each start with its entry; an entry answers once. Titles in contents and text may differ a little."""
    if not entries:
        return starts
    result = list(starts)
    free = dict(enumerate(entries))
    numbered: dict[str, list[int]] = {}
    for at, entry in free.items():
        if entry.number:
            numbered.setdefault(entry.number, []).append(at)
    for place, start in enumerate(starts):
        waiting = numbered.get(start.number.normal, []) if start.number else []
        if waiting:
            result[place] = replace(start, entry=free.pop(waiting.pop(0)))
    index = TitleIndex()
    for at, entry in free.items():
        index.add(at, fold(entry.title))
    for place, start in enumerate(result):
        if start.entry is None:
            best = _nearest(fold(start.title.text), index, free, _LIKE)
            if best is not None:
                result[place] = replace(start, entry=free.pop(best))
    # Some contents lists name the text that is issued, not the document that issues it.
    for place, start in enumerate(result):
        if start.entry is None and free:
            for name in issued_names(start, paragraphs):
                best = _nearest(fold(name), index, free, 0.9)
                if best is not None:
                    result[place] = replace(start, entry=free.pop(best))
                    break
    # Or name the announcement by its subject, with a short name of the body in its number.
    for place, start in enumerate(result):
        if start.entry is None and free and start.title.form == "order" and start.number:
            like = [at for at, entry in free.items() if _same_tail(entry.number, start.number.normal)]
            if len(like) == 1:
                result[place] = replace(start, entry=free.pop(like[0]))
    # Others give the subject (主旨：函轉…一案) of an order or a letter.
    for place, start in enumerate(result):
        if start.entry is None and free and start.title.form == "order":
            subject = fold("".join(line.text for line in paragraphs[start.last + 1 : start.last + 4]))
            named = [at for at, entry in free.items() if len(entry.title) >= 6 and fold(entry.title) in subject]
            if len(named) == 1:
                result[place] = replace(start, entry=free.pop(named[0]))
    return result


def _same_tail(left: str, right: str) -> bool:
    """Whether two numbers are alike from 令 or 公告 on, whatever the body is called: 证监会公告〔2012〕30号."""
    tails = [_TAIL.search(number) for number in (left, right)]
    return all(tails) and len({tail[0] for tail in tails if tail}) == 1


def _nearest(name: str, index: TitleIndex, free: dict[int, ContentsEntry], least: float) -> int | None:
    scored = [(similarity(fold(free[at].title), name), -at) for at in index.nearest(name, 12) if at in free]
    if not scored:
        return None
    score, at = max(scored)
    return -at if score >= least else None


def issued_names(start: Start, paragraphs: list[Line]) -> list[str]:
    """The texts a document issues, as far as its title and, for an order, its first sentences tell."""
    inner = titles.relayed(start.title.text)
    names = [inner] if inner else []
    if start.title.form == "order" or inner:
        for line in paragraphs[start.last + 1 : start.last + 6]:
            names.extend(_QUOTED.findall(line.text))
    return names
