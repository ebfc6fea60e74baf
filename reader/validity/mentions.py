"""Mentions of other documents that share a fate: in one sentence, in a list, in a table.

Which fate that is（废止, 继续有效）is for `repeals` and `renewals` to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from reader.model.document import Block, BlockKind, Document, PartKind, Reference, Table

DRAFT = re.compile("征求意见稿|草案|送审稿|建议稿")
"""A title with one of these is of a text that decides nothing yet."""
NOT_THESE = re.compile(r"(?:根据|依据|依照|按照|参照|被|由|因|替代|代替|以)\s*(?:新(?:的|修订的)?)?$")
"""What is named behind these is a reason, and shares no fate."""
IN_PART = re.compile(r"\s*(?:中)?的?(?:第[一二三四五六七八九十百\d（(]|部分|有关|相关|附件|附表|条款)")
"""What follows a document of which only a part is meant."""
_JOINS = re.compile(r"(?:[、及和与]|以及|[（(][^（）()。；]{0,24}[）)]|\s)*")
"""What may stand between two documents that share a fate: 、 和 and remarks in brackets."""
_REASONS = re.compile("理由|依据|备注|说明|原因|替代|代替")
_REMARK = re.compile(r"[（(][^（）()]{0,12}(?:修改|部分|保留|第[^（）()]{1,6}条)[^（）()]*[）)]")
"""A remark in a row that says that only a part of it is meant."""
_LONGEST = 160
_ITEM = re.compile(r"\s*(?:[（(]?\d{1,3}[）).、．]|[（(]?[一二三四五六七八九十]{1,3}[）)、])")

NamesList = Callable[[str], bool]
"""Whether a heading or title names a list of documents that share the fate."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Another document, with words that say what becomes of it.

    Attributes:
        key: its normalised number, or "" where only its title is given.
        title: its title as named, or "".
        start, end: the mention, code points on the text of the document that says so.
        evidence: the words that say so.
        date: ISO date from which（废止）or until which（延长）, where they name one; else "".
    """

    key: str
    title: str
    start: int
    end: int
    evidence: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """Documents named side by side in a sentence.

    Attributes:
        references: at least one.
        before, after: the rest of the sentence.
        sentence: the whole of it.
    """

    references: tuple[Reference, ...]
    before: str
    after: str
    sentence: str


def in_sentences(document: Document) -> Iterator[Together]:
    """The documents that each sentence outside tables names as a whole, none of them as a mere reason."""
    text = document.text
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        named = [one for one in document.references if block.start <= one.start and one.end <= block.end]
        for group in _groups(text, [one for one in named if one.title or one.key]):
            first, last = group[0], group[-1]
            start, end = _sentence(text, block, first.start, last.end)
            before, after = text[start:first.start], text[last.end:end]
            if not (IN_PART.match(after) or any(one.address for one in group) or NOT_THESE.search(before)):
                yield Together(tuple(group), before, after, text[start:end])


def in_lists(document: Document, names_list: NamesList) -> Iterator[Mention]:
    """The documents in attachments, items and tables below words that name their fate."""
    for part in document.parts:
        if part.kind is PartKind.ATTACHMENT and names_list(part.title):
            yield from _listed(document, part.start, part.end, f"{part.label} {part.title}".strip())
    for start, end, lead in _runs(document, names_list):
        yield from _listed(document, start, end, lead)


def each_once(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """In text order, no mention twice."""
    by_start: dict[int, Mention] = {}
    for one in found:
        by_start.setdefault(one.start, one)
    return tuple(by_start[start] for start in sorted(by_start))


def short(words: str) -> str:
    """One line of evidence, not endless."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _groups(text: str, references: list[Reference]) -> Iterator[list[Reference]]:
    """References that stand side by side, joined by no more than 、 or 和."""
    group: list[Reference] = []
    for one in references:
        if group and not _JOINS.fullmatch(text[group[-1].end:one.start]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _sentence(text: str, block: Block, start: int, end: int) -> tuple[int, int]:
    """The sentence around a range: within its block, from 。 or ； to 。 or ；."""
    opens = max(text.rfind(mark, block.start, start) for mark in "。；;\n")
    closes = [at for at in (text.find(mark, end, block.end) for mark in "。；;\n") if at >= 0]
    return max(opens + 1, block.start), min([*closes, block.end])


def _runs(document: Document, names_list: NamesList) -> Iterator[tuple[int, int, str]]:
    """Items and tables under a heading or a line with a colon that names their fate."""
    lead: Block | None = None
    for block in document.blocks:
        words = document.text[block.start:block.end].strip()
        leads = names_list(words) and (block.kind is BlockKind.HEADING or words.endswith(("：", ":")))
        if lead is not None and (block.kind in {BlockKind.TABLE, BlockKind.LIST_ITEM, BlockKind.CAPTION}
                                 or (_ITEM.match(words) and not leads and
                                     (lead.kind is not BlockKind.HEADING or block.kind is not BlockKind.HEADING
                                      or block.level > lead.level))):
            yield block.start, block.end, short(document.text[lead.start:lead.end].strip())
        else:
            lead = block if leads else None


def _listed(document: Document, start: int, end: int, lead: str) -> Iterator[Mention]:
    text = document.text
    for one in document.references:
        if not (start <= one.start and one.end <= end) or not one.key or one.address:
            continue
        line = text.rfind("\n", 0, one.start) + 1
        stop = text.find("\n", one.end)
        row = text[line:stop if stop >= 0 else len(text)]
        if NOT_THESE.search(text[line:one.start]) or _is_reason(document, one) or _REMARK.search(row):
            continue
        yield Mention(one.key, one.title, one.start, one.end, f"{lead.rstrip('：:')}：{short(row)}")


def _is_reason(document: Document, one: Reference) -> bool:
    """Whether a mention stands in a column of reasons or remarks, by the head of its table."""
    table: Table | None = next((it for it in document.tables if it.start <= one.start < it.end), None)
    if table is None:
        return False
    column = next((cell.column for cell in table.cells if cell.start <= one.start <= cell.end), -1)
    heads = [document.text[cell.start:cell.end] for cell in table.cells
             if cell.row < max(table.header_rows, 1) and cell.column <= column < cell.column + cell.column_span]
    return any(_REASONS.search(head) for head in heads)
