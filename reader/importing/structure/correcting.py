"""Obey the user's corrections: where documents begin, what paragraphs are, what is known of a document.

A correction names a line of the source. It is first found again in the source at hand (`find_again`), then obeyed by
the stage it concerns. What the user says wins over all evidence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.importing.grammar import dates, numbers, titles
from reader.importing.grammar.titles import Title
from reader.importing.repair.line import Line, Record
from reader.importing.source import SourceLine
from reader.importing.structure.items import Item
from reader.importing.structure.start import Start
from reader.model.correction import Correction, CorrectionKind
from reader.model.document import Block, BlockKind, Document, DocumentFacts, IssueFacts
from reader.model.number import DocumentNumber

_MOST_PIECES = 4
_LONGEST_TITLE = 80
_GAP = re.compile(r"\t|[ 　]{2,}|　")

KeyOf = Callable[[DocumentNumber | None, tuple[str, ...], str, str | None], str]
"""The key of a document from its number, issuers, title and date."""


def find_again(
    corrections: Iterable[Correction], lines: Sequence[SourceLine], record: Record
) -> tuple[Correction, ...]:
    """The corrections with the lines they mean in this source.

    Args:
        corrections: in the order they were made.
        lines: of the source at hand.
        record: takes a doubt for each that finds its line no more.
    """
    wanted = tuple(corrections)
    if not wanted:
        return ()
    places: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        places["".join(line.text.split())].append(line.line)
    found: list[Correction] = []
    for one in wanted:
        if one.kind is CorrectionKind.ISSUE:
            found.append(one)
            continue
        alike = places.get(one.line_text)
        if alike:
            found.append(replace(one, line=min(alike, key=lambda line: abs(line - one.line))))
        else:
            record.doubt("doubt.correction_lost", one.line, text=one.line_text[:60])
    return tuple(found)


def correct_starts(starts: list[Start], paragraphs: list[Line], corrections: Sequence[Correction]) -> list[Start]:
    """The beginnings of documents as the user wants them, in reading order."""
    sections: dict[str, str] = {}
    for one in corrections:
        if one.kind is CorrectionKind.NO_START:
            for start in starts:
                if _within(one.line, paragraphs[start.first]):
                    # A document that begins elsewhere is taken away from here in the same moment.
                    sections[one.created] = _section_of(start)
            starts = [start for start in starts if not _within(one.line, paragraphs[start.first])]
        elif one.kind is CorrectionKind.START:
            index = next((at for at, line in enumerate(paragraphs) if _within(one.line, line)), None)
            if index is None or any(start.first == index for start in starts):
                continue
            following = min((start.first for start in starts if start.first > index), default=len(paragraphs))
            section = sections.get(one.created) or _section_before(starts, index)
            starts = [_until(start, index) for start in starts if start.first != index]
            starts.append(replace(_forced(paragraphs, index, following), section=section))
            starts.sort(key=lambda start: start.first)
    return starts


def _section_before(starts: Sequence[Start], index: int) -> str:
    """The section that the contents list gives the document in which the paragraph `index` stands."""
    before = max((start for start in starts if start.first < index), key=lambda start: start.first, default=None)
    return "" if before is None else _section_of(before)


def _section_of(start: Start) -> str:
    return start.entry.section if start.entry and start.entry.section else start.section


def _within(number: int, line: Line) -> bool:
    return line.line <= number <= max(line.line, line.end)


def _until(start: Start, index: int) -> Start:
    """A start whose head does not reach beyond the paragraph `index`, where another document begins now."""
    if not start.first < index <= start.last:
        return start
    kept = tuple(at for at in start.titles if at < index)
    return replace(start, titles=kept, number_at=start.number_at if start.number_at < index else -1)


def _forced(paragraphs: list[Line], index: int, following: int) -> Start:
    """The start of a document at a paragraph, whatever it looks like."""
    number = numbers.line_number(paragraphs[index].text) or numbers.order_number(paragraphs[index].text)
    number_at = index if number else -1
    first = index + 1 if number and index + 1 < following else index
    best: Title | None = None
    stop = first + 1
    for count in range(1, min(_MOST_PIECES, following - first) + 1):
        title = titles.read([line.text for line in paragraphs[first : first + count]])
        if title is not None and (best is None or title.weight > best.weight + 0.01):
            best, stop = title, first + count
    if best is None:
        best = Title(titles.join([paragraphs[first].text])[:_LONGEST_TITLE], (), "", "other", 1.0)
        if len(paragraphs[first].text) > _LONGEST_TITLE:
            # A long paragraph is no title of its own; it stays text, and the title is how it begins.
            return Start(index, (), number_at if number_at >= 0 else -1, number, best, 1.0)
    if number is None and stop < following:
        number = numbers.line_number(paragraphs[stop].text)
        number_at = stop if number else -1
    return Start(index, tuple(range(first, stop)), number_at, number, best, 1.0)


def correct_rows(paragraphs: list[Line], corrections: Sequence[Correction]) -> list[Line]:
    """Paragraphs the user calls rows of a table, as rows: cells part at tabs and wide spaces."""
    tables = {one.line for one in corrections if one.kind is CorrectionKind.BLOCK and one.field == BlockKind.TABLE}
    if not tables:
        return paragraphs
    before: Line | None = None
    for line in paragraphs:
        if line.kind in ("row", "table") or not any(_within(number, line) for number in tables):
            before = None
            continue
        line.text = "\t".join(_GAP.split(line.text))
        line.kind = "row"
        if before is not None:
            line.blank = 0
        before = line
    return paragraphs


def correct_tables(paragraphs: list[Line], corrections: Sequence[Correction]) -> list[Line]:
    """Tables the user says are none: each row a paragraph."""
    others = {one.line for one in corrections if one.kind is CorrectionKind.BLOCK and one.field != BlockKind.TABLE}
    if not others:
        return paragraphs
    result: list[Line] = []
    for line in paragraphs:
        if line.grid is None or line.line not in others:
            result.append(line)
            continue
        for cells, number in zip(line.grid.rows, line.grid.lines, strict=True):
            text = "　".join(cell for cell in cells if cell)
            if text:
                result.append(Line(text, number))
    return result


def correct_items(items: list[Item], corrections: Sequence[Correction]) -> None:
    """Give paragraphs the kind and level the user gave them."""
    for one in corrections:
        if one.kind is not CorrectionKind.BLOCK or one.field == BlockKind.TABLE:
            continue
        for item in items:
            if item.grid is None and item.line <= one.line <= max(item.line, item.end):
                item.kind = BlockKind(one.field)
                item.level = max(1, int(one.value or 0)) if item.kind is BlockKind.HEADING else 0
                item.heading = 0
                break


def correct_document(document: Document, corrections: Sequence[Correction], key_of: KeyOf, record: Record) -> Document:
    """The document with the facts the user put right, told as corrected where anything in it was."""
    if not any(_touches(document.blocks, one.line) for one in corrections):
        return document
    facts = replace(document.facts, corrected=True)
    start = document.blocks[0]
    for one in corrections:
        if one.kind is CorrectionKind.FACT and start.line <= one.line <= max(start.line, start.line_end):
            facts = _with_fact(facts, one, record)
    number = facts.number
    key = key_of(number, facts.issuers, facts.title, facts.date)
    return replace(document, facts=replace(facts, key=key))


def correct_issue(facts: IssueFacts, corrections: Iterable[Correction], record: Record) -> IssueFacts:
    """The issue's own facts as the user put them right."""
    for one in corrections:
        if one.kind is not CorrectionKind.ISSUE:
            continue
        value = one.value.strip()
        if one.field == "title":
            facts = replace(facts, title=value) if value else facts
        elif one.field == "publisher":
            facts = replace(facts, publisher=value or None)
        elif one.field == "date":
            date = dates.alone(value)
            if value and date is None:
                record.doubt("doubt.correction_unread", 0, value=value[:40])
            else:
                facts = replace(facts, date=date)
        elif value and not (value.isdecimal() and value.isascii()):
            record.doubt("doubt.correction_unread", 0, value=value[:40])
        else:
            count = int(value) if value else None
            facts = (replace(facts, year=count) if one.field == "year"
                     else replace(facts, total=count) if one.field == "total" else replace(facts, number=count))
    return facts


def _touches(blocks: Sequence[Block], number: int) -> bool:
    return any(block.line <= number <= max(block.line, block.line_end) for block in blocks)


def _with_fact(facts: DocumentFacts, one: Correction, record: Record) -> DocumentFacts:
    value = one.value.strip()
    if one.field == "title":
        return replace(facts, title=value) if value else facts
    if one.field == "section":
        return replace(facts, section=value)
    if one.field == "kind":
        return replace(facts, kind=value)
    if one.field == "issuers":
        return replace(facts, issuers=tuple(name for name in one.value.split("\t") if name.strip()))
    if one.field == "date":
        date = dates.first(value)
        if value and date is None:
            record.doubt("doubt.correction_unread", one.line, value=value[:40])
            return facts
        return replace(facts, date=date)
    number = numbers.line_number(value) or numbers.order_number(value)
    if value and number is None:
        record.doubt("doubt.correction_unread", one.line, value=value[:40])
        return facts
    return replace(facts, number=number)
