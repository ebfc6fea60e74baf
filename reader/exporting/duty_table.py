"""All that a plan gives somebody to do, row by row: what, who answers for it, who helps, until when.

Drawn from where the text labels it（责任单位：…, 市交通局牵头 in brackets behind the task, or a line below it）and from
tables with a column so named. What has no such label is not in it: an inference would be wrong too often to rely on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.exporting.citations import address_at
from reader.exporting.duties import Duty, duty_of_words, named, names_of
from reader.model.document import Block, BlockKind, Cell, Document, Table

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})
_TOGETHER = re.compile(r"[）)。；;，,、\s（(]*")
"""What may stand between two labels that are about one task."""
_LATER = re.compile(r"[）)。；;，,、\s（(]*(?:完成时限|完成时间|办理时限|时限)\s*[:：][^）)。\n]+")
"""Until when, behind who."""
_REST = re.compile(r"[^）)。；;\n]+")
_OPENS = re.compile(r"[（(【\[]\s*$")
_SHORTEST = 4
"""Code points of what can be a task; less is a rest between labels."""
_LONGEST = 120
_WHO = re.compile(r"(?:责任|主责|牵头|主办|承办|负责)(?:责任|落实)?(?:单位|部门|机构|处室|科室)(?:及责任人)?")
_HELPS = re.compile(r"(?:配合|参加|参与|协办|协助)(?:单位|部门)")
_UNTIL = re.compile(r"(?:完成|办理|整改|落实)?(?:时限|时间|期限)(?:要求)?")
_WHAT = re.compile("任务|事项|内容|措施|举措|工作|项目|目标|名称|环节|要求")


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One thing to be done.

    Attributes:
        address: clause address of the task, or "".
        task: what is to be done: its heading, else its first sentence, one line.
        duty: who and until when.
        start, end: the task with its label, code points on the document's text, half-open.
    """

    address: str
    task: str
    duty: Duty
    start: int
    end: int


def duty_table(document: Document) -> tuple[DutyRow, ...]:
    """What a document gives to do, in text order; empty where it labels nothing so."""
    rows = [*_of_paragraphs(document), *(row for table in document.tables for row in _of_table(document, table))]
    return tuple(sorted(rows, key=lambda row: row.start))


def _of_paragraphs(document: Document) -> Iterator[DutyRow]:
    text = document.text
    # The paragraph before this one, where it gives nothing to do itself, and the heading that one stands under.
    above: Block | None = None
    over: Block | None = None
    for block in document.blocks:
        if block.kind not in _TEXT:
            continue
        groups = list(_groups(text, block))
        heading = above if above is not None and above.kind is BlockKind.HEADING and not block.label else None
        begin = block.start
        for start, end in groups:
            own, head = block, heading if len(groups) == 1 else None
            if len(_OPENS.sub("", text[begin:start]).strip()) < _SHORTEST:
                # A line of its own tells of the paragraph above it.
                if above is None:
                    continue
                own, head = above, over
            first = begin if own is block else own.start
            words = text[first:start if own is block else own.end]
            yield DutyRow(address_at(document, first, first + 1), _task(document, head or own, words),
                          duty_of_words(words + text[start:end]), first, end)
            begin = end
        above, over = (None, None) if groups else (block, heading)


def _groups(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Ranges of labels that stand together, each about one task."""
    start = end = -1
    for one in named(text, block.start, block.end):
        if start >= 0 and not _TOGETHER.fullmatch(text, end, one.start):
            yield start, end
            start = -1
        if start < 0:
            start = one.start
        # Where the last name is a label already, what it labels goes along.
        later = (_REST if one.opens else _LATER).match(text, one.end, block.end)
        end = later.end() if later else one.end
    if start >= 0:
        yield start, end


def _task(document: Document, about: Block, words: str) -> str:
    """The heading of a block where it has or is one, else the first sentence of the words."""
    if about.heading_end or about.kind is BlockKind.HEADING:
        words = document.text[about.start:about.heading_end or about.end]
    line = " ".join(_OPENS.sub("", words).lstrip("）)。；;，, \n").split())
    stop = line.find("。")
    if _SHORTEST < stop < len(line) - 1:
        line = line[:stop]
    return _short(line.rstrip("。；;，, "))


def _of_table(document: Document, table: Table) -> Iterator[DutyRow]:
    text = document.text
    head = max(table.header_rows, 1)
    names: dict[int, str] = {}
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        if cell.row < head:
            spanned = range(cell.column, cell.column + cell.column_span)
            names |= dict.fromkeys(spanned, _plain(text[cell.start:cell.end]))
        else:
            rows.setdefault(cell.row, []).append(cell)
    who, helps, until = (_columns(names, which) for which in (_WHO, _HELPS, _UNTIL))
    what = [at for at, name in sorted(names.items()) if _WHAT.search(name) and at not in (*who, *helps, *until)]
    if not who or not what:
        return
    # A cell that spans several rows holds for each of them.
    above: dict[int, str] = {}
    for _, cells in sorted(rows.items()):
        above |= {cell.column: " ".join(text[cell.start:cell.end].split()) for cell in cells}
        units = [name for at in who for name in names_of(above.get(at, ""))]
        task = max((above.get(at, "") for at in what), key=len)
        if not units or not task:
            continue
        start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
        helpers = tuple(name for at in helps for name in names_of(above.get(at, "")))
        deadline = next((above[at] for at in until if above.get(at)), "")
        address = address_at(document, table.start, table.end)
        yield DutyRow(address, _short(task), Duty(tuple(dict.fromkeys(units)), helpers, deadline), start, end)


def _columns(names: Mapping[int, str], which: re.Pattern[str]) -> list[int]:
    return [at for at, name in sorted(names.items()) if which.fullmatch(name)]


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _plain(name: str) -> str:
    return "".join(name.split())
