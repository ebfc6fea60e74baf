"""What a document says of others that they no longer hold, with the words that say so.

Only what is said outright counts: a list of repealed documents（废止…目录、对下列文件予以废止）, a sentence that ends
with …同时废止 after naming them, a title or sentence that decides 废止《…》. A document that is to be repealed one day,
repealed in part, amended, kept, or merely named as the reason for a repeal is not repealed here: in doubt nothing is
said.

Sources: 规章制定程序条例 on the closing clause of an act（…同时废止）; 行政规范性文件 are cleared by published lists of
those 继续有效, 废止 and 失效（国办发〔2018〕37号）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Block, BlockKind, Document, PartKind, Reference, Table

ENDS = ("废止", "失效", "停止执行")
_LIST = re.compile("废止|失效")
_OTHERWISE = re.compile("修改|修订|保留|继续有效|继续执行|拟|征求意见|部分条款|清理结果|不再|未")
"""A list whose title has one of these does not only hold what is repealed."""
_DRAFT = re.compile("征求意见稿|草案|送审稿|建议稿")
_JOINS = re.compile(r"(?:[、及和与]|以及|[（(][^（）()。；]{0,24}[）)]|\s)*")
"""What may stand between two documents that share a fate: 、 和 and remarks in brackets."""
_FATE = re.compile(
    r"(?:[（(][^（）()。；]{0,40}[）)])?"
    r"(?:等\s*[\d一二三四五六七八九十百]*\s*(?:件|个|部|项)?[^，,。；;第]{0,24}?)?"
    r"(?:自(?:本[^，,。；;]{1,12}|[^，,。；;第]{2,24})(?:之日|日)?起)?\s*[,，]?\s*"
    r"(?:同时|即行|自行|相应|一并|现)*\s*(?:予以|宣布|宣告|自行)?(?:废止|失效|停止执行)\s*(?=[。；;]|$)")
_NOT_THESE = re.compile(r"(?:根据|依据|依照|按照|参照|被|由|因|替代|代替|以)\s*(?:新(?:的|修订的)?)?$")
_DECIDES = re.compile(r"(?:决定|关于|宣布|现|即日起)[^《。；;]{0,12}?废止\s*(?:原)?$")
_PARTIAL = re.compile(r"\s*(?:中)?的?(?:第[一二三四五六七八九十百\d（(]|部分|有关|相关|附件|附表|条款)")
_FROM = re.compile(r"自\s*((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*起")
_BEGINS = re.compile(r"本[^，,。；;《》\n]{1,12}自[^，,。；;《》\n]{6,20}起(?:施行|实施|执行|生效)")
_REASONS = re.compile("理由|依据|备注|说明|原因|替代|代替")
_IN_PART = re.compile(r"[（(][^（）()]{0,12}(?:修改|部分|保留|第[^（）()]{1,6}条)[^（）()]*[）)]")
"""A remark in a row that says that only a part is repealed."""
_LONGEST = 160
_ITEM = re.compile(r"\s*(?:[（(]?\d{1,3}[）).、．]|[（(]?[一二三四五六七八九十]{1,3}[）)、])")


@dataclass(frozen=True, slots=True)
class Repeal:
    """A document that this one says no longer holds.

    Attributes:
        key: its normalised number, or "" where only its title is given.
        title: its title as named, or "".
        start, end: the mention, code points on the text of the document that says so.
        evidence: the words that say so.
        since: ISO date from which, where they name one; else "".
    """

    key: str
    title: str
    start: int
    end: int
    evidence: str
    since: str = ""


def repeals(document: Document) -> tuple[Repeal, ...]:
    """What a document declares to hold no longer, in text order, no mention twice."""
    if _DRAFT.search(document.facts.title) or not any(word in document.text for word in ENDS):
        return ()
    found: dict[int, Repeal] = {}
    for one in (*_by_sentence(document), *_by_list(document)):
        found.setdefault(one.start, one)
    return tuple(found[start] for start in sorted(found))


def _by_sentence(document: Document) -> Iterator[Repeal]:
    text = document.text
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            continue
        named = [one for one in document.references if block.start <= one.start and one.end <= block.end]
        for group in _groups(text, [one for one in named if one.title or one.key]):
            first, last = group[0], group[-1]
            start, end = _sentence(text, block, first.start, last.end)
            before, after = text[start:first.start], text[last.end:end]
            if _PARTIAL.match(after) or any(one.address for one in group) or _NOT_THESE.search(before):
                continue
            if _FATE.match(after) or (_DECIDES.search(before) and not _PARTIAL.match(after)):
                evidence = _short(text[start:end])
                since = _since(text[start:end]) or _since(_own_beginning(document, first.start))
                yield from (Repeal(one.key, one.title, one.start, one.end, evidence, since) for one in group)


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


def _by_list(document: Document) -> Iterator[Repeal]:
    for part in document.parts:
        if part.kind is PartKind.ATTACHMENT and _names_a_list(part.title):
            yield from _listed(document, part.start, part.end, f"{part.label} {part.title}".strip())
    for start, end, lead in _runs(document):
        yield from _listed(document, start, end, lead)


def _runs(document: Document) -> Iterator[tuple[int, int, str]]:
    """Items and tables under a heading or a line with a colon that says they are repealed."""
    lead: Block | None = None
    for block in document.blocks:
        words = document.text[block.start:block.end].strip()
        if lead is not None and (block.kind in {BlockKind.TABLE, BlockKind.LIST_ITEM, BlockKind.CAPTION}
                                 or (_ITEM.match(words) and not _is_lead(block, words) and
                                     (lead.kind is not BlockKind.HEADING or block.kind is not BlockKind.HEADING
                                      or block.level > lead.level))):
            yield block.start, block.end, _short(document.text[lead.start:lead.end].strip())
        else:
            lead = block if _is_lead(block, words) else None


def _is_lead(block: Block, words: str) -> bool:
    return _names_a_list(words) and (block.kind is BlockKind.HEADING or words.endswith(("：", ":")))


def _names_a_list(words: str) -> bool:
    return bool(_LIST.search(words)) and not _OTHERWISE.search(re.sub("《[^》]*》", "", words))


def _listed(document: Document, start: int, end: int, lead: str) -> Iterator[Repeal]:
    text = document.text
    for one in document.references:
        if not (start <= one.start and one.end <= end) or not one.key or one.address:
            continue
        line = text.rfind("\n", 0, one.start) + 1
        stop = text.find("\n", one.end)
        row = text[line:stop if stop >= 0 else len(text)]
        if _NOT_THESE.search(text[line:one.start]) or _is_remark(document, one) or _IN_PART.search(row):
            continue
        yield Repeal(one.key, one.title, one.start, one.end, f"{lead.rstrip('：:')}：{_short(row)}")


def _is_remark(document: Document, one: Reference) -> bool:
    """Whether a mention stands in a column of reasons or remarks, by the head of its table."""
    table: Table | None = next((it for it in document.tables if it.start <= one.start < it.end), None)
    if table is None:
        return False
    column = next((cell.column for cell in table.cells if cell.start <= one.start <= cell.end), -1)
    heads = [document.text[cell.start:cell.end] for cell in table.cells
             if cell.row < max(table.header_rows, 1) and cell.column <= column < cell.column + cell.column_span]
    return any(_REASONS.search(head) for head in heads)


def _own_beginning(document: Document, offset: int) -> str:
    """The words by which the text that a place stands in says when it begins to hold: what it ends, it ends then."""
    part = next((one for one in document.parts if one.start <= offset < one.end), None)
    begun = _BEGINS.search(document.text, part.start if part else 0, part.end if part else len(document.text))
    return begun[0] if begun else ""


def _since(sentence: str) -> str:
    found = _FROM.search(sentence)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""


def _short(words: str) -> str:
    """One line of evidence, not endless."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
