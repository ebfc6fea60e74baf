"""Paragraphs to an Issue: contents, documents, what stands between them, and what the gazette says of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.importing.formats import radicals
from reader.importing.repair.line import Line, Record
from reader.importing.structure import (
    contents,
    correcting,
    document,
    masthead,
    matter,
    splitting,
    suggestions,
    web_record,
)
from reader.importing.structure.contents import Contents, section_name
from reader.importing.structure.similar import fold
from reader.importing.structure.start import Start
from reader.model.correction import Correction
from reader.model.document import BlockKind, Document, Issue, IssueFacts, Matter

_ENTRY_DOUBT_LENGTH = 60


def build(
    paragraphs: list[Line], name: str, source: str, record: Record, corrections: Sequence[Correction] = ()
) -> Issue:
    """Build the issue of a file.

    Args:
        paragraphs: repaired and joined.
        name: the file's name.
        source: sha256 of the file.
        record: takes removals, repairs and doubts of this stage.
        corrections: of the user, their lines found again in this source.
    """
    paragraphs = contents.expand_tables(paragraphs)
    found = contents.find(paragraphs)
    told_by_page = web_record.read(paragraphs)
    guide = web_record.as_contents(told_by_page) if told_by_page and not found.entries else found
    starts = splitting.find_starts(paragraphs, guide)
    paragraphs, starts, found = _without_copies(paragraphs, starts, found, record)
    starts = correcting.correct_starts(starts, paragraphs, corrections)
    first = starts[0].first if starts else len(paragraphs)
    back = matter.back_start(paragraphs, starts[-1].last if starts else len(paragraphs))
    heads = [_ordinary(removal.text) for removal in record.removals if removal.kind == "running_head"]
    outside = [line.text for line in paragraphs[:first]][:400] + [line.text for line in paragraphs[back:]]
    told = masthead.read(outside, heads, name)
    running = frozenset(
        section_name(part)
        for head in heads
        for part in re.split(r"[\s　]+", head)
        if 4 <= len(part) <= 24 and not masthead.names_issue(part)
    )
    parts: list[Document | Matter] = []
    sections: list[str] = list(found.sections)
    section = ""
    done = 0
    for ordinal, start in enumerate(starts):
        count = matter.section_heads(paragraphs, start.first, found, running) if start.first > done else 0
        count = min(count, start.first - done)
        if count:
            section = section_name(paragraphs[start.first - 1].text)
            if section not in sections:
                sections.append(section)
        if ordinal == 0:
            _append(parts, matter.front(paragraphs[: start.first], found, record))
        elif count:
            _append(parts, matter.plain(paragraphs[start.first - count : start.first], BlockKind.SECTION, record))
        stop = _stop(paragraphs, starts, ordinal, back, found, running)
        told_section = start.entry.section if start.entry and start.entry.section else section
        if start.section and not count:
            told_section = start.section
        elif not count and start.entry is None and _is_own_section(start, paragraphs):
            told_section = section = "大事记"
        only = told_by_page if len(starts) == 1 else None
        parts.append(document.build(paragraphs, start, stop, told_section, ordinal, record, only, corrections))
        done = stop
    if not starts:
        record.doubt("doubt.no_document", paragraphs[0].line if paragraphs else 1)
        _append(parts, matter.plain(paragraphs, BlockKind.MASTHEAD, record))
    else:
        _append(parts, matter.plain(paragraphs[back:], BlockKind.BACK, record))
    issued = frozenset(fold(name) for part in parts if isinstance(part, Document) for name in part.facts.issued_titles)
    _doubt_contents(found, starts, issued, record)
    suggestions.suggest_names(tuple(part for part in parts if isinstance(part, Document)), record)
    title = told.title or _first_title(parts) or name
    facts = IssueFacts(
        title=title,
        publisher=told.publisher,
        year=told.year,
        number=told.number,
        total=told.total,
        date=told.date,
        period=told.period,
        organizer=told.organizer,
        sections=tuple(sections),
        source=source,
        source_name=name,
    )
    return Issue(correcting.correct_issue(facts, corrections, record), tuple(parts), found.entries)


def _ordinary(text: str) -> str:
    """A text as it was found in the file, with ordinary characters for radicals."""
    table = radicals.table_for(text)
    return "".join(table.get(character, character) for character in text)


def _without_copies(
    paragraphs: list[Line], starts: list[Start], found: Contents, record: Record
) -> tuple[list[Line], list[Start], Contents]:
    """Leave out a document that the file holds twice, word for word (a page and its print version)."""
    seen: dict[str, str] = {}
    if not starts:
        return paragraphs, starts, found
    ends = [start.first for start in starts[1:]] + [len(paragraphs)]
    dropped: list[int] = []
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        words = "".join("".join(line.text.split()) for line in paragraphs[start.first : end])
        key = start.title.text + (start.number.normal if start.number else "")
        before = seen.get(key)
        if before is not None and len(words) > 60 and (words == before or before.startswith(words)):
            dropped.append(place)
        else:
            seen[key] = words
    if not dropped:
        return paragraphs, starts, found
    kept: list[Line] = []
    skip: set[int] = set()
    for place in dropped:
        skip.update(range(starts[place].first, ends[place]))
    for index, line in enumerate(paragraphs):
        if index not in skip:
            kept.append(line)
            continue
        record.remove("repeated_body", line.text, line.line)
        if line.table is not None:
            for row in line.table.rows:
                record.remove("repeated_body", " ".join(cell.text for cell in row), line.line)
    again = contents.find(kept)
    return kept, splitting.find_starts(kept, again if again.entries else found), again


def _append(parts: list[Document | Matter], part: Matter | None) -> None:
    if part is not None:
        parts.append(part)


def _stop(
    paragraphs: list[Line], starts: list[Start], ordinal: int, back: int, found: Contents, running: frozenset[str]
) -> int:
    """The paragraph after the document `ordinal`: the section heads before the next one are not its."""
    if ordinal + 1 >= len(starts):
        return back
    following = starts[ordinal + 1].first
    count = matter.section_heads(paragraphs, following, found, running)
    return max(starts[ordinal].last + 1, following - count)


def _is_own_section(start: Start, paragraphs: list[Line]) -> bool:
    """大事记 over 2030年6月: the section and the document share the first line of the title."""
    return len(start.titles) > 1 and "".join(paragraphs[start.titles[0]].text.split()) == "大事记"


def _first_title(parts: list[Document | Matter]) -> str:
    for part in parts:
        if isinstance(part, Document):
            return part.facts.title
    return ""


def _doubt_contents(found: Contents, starts: list[Start], issued: frozenset[str], record: Record) -> None:
    """Contents entries no document answers to, and documents the contents list does not name."""
    answered = {id(start.entry) for start in starts if start.entry}
    for entry, line in zip(found.entries, found.lines, strict=True):
        if id(entry) not in answered and fold(entry.title) not in issued:
            record.doubt("doubt.contents_unanswered", line, title=entry.title[:_ENTRY_DOUBT_LENGTH])
