"""One document: title, number, addressee, body, signature, issued text, attachments; facts, blocks, parts, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.importing.grammar import dates, marks, numbers, titles
from reader.importing.repair.line import Line, Record
from reader.importing.structure import (
    assembling,
    attachments,
    clauses,
    correcting,
    facts,
    inner_contents,
    issuing,
    references,
    signing,
    tables,
)
from reader.importing.structure.attachments import Heading, Note
from reader.importing.structure.items import Item, Part
from reader.importing.structure.similar import fold, similarity
from reader.importing.structure.start import Start, is_addressee
from reader.importing.structure.web_record import WebRecord
from reader.model.correction import Correction
from reader.model.document import Attachment, BlockKind, Document, PartKind

_FIXED_KINDS = {
    "publicity": BlockKind.PUBLICITY,
    "unit": BlockKind.UNIT,
    "imprint": BlockKind.IMPRINT,
    "box": BlockKind.BOX_TITLE,
    "inner": BlockKind.INNER_CONTENTS,
    "table": BlockKind.TABLE,
}
_PERSONS = re.compile(
    r"(?:组\s*长|副\s*组\s*长|成\s*员|召\s*集\s*人|副\s*召\s*集\s*人|主\s*任|副\s*主\s*任|总\s*指\s*挥|副\s*总\s*指\s*挥|指\s*挥\s*长|副\s*指\s*挥\s*长"
    r"|秘\s*书\s*长|副\s*秘\s*书\s*长|委\s*员|顾\s*问|政\s*委|联\s*络\s*员)\s*[:：]\s*\S.{0,80}"
)
_PERSON = re.compile(
    r"[\u4e00-\u9fff][ 　]?[\u4e00-\u9fff·]{1,3}(?:[（(]\S{1,4}[)）])?[ 　]+[\u4e00-\u9fff（）()、，,]{3,40}"
)
_LONGEST_RED_HEAD = 60
_APPROVES = re.compile(r"批准《[^》]*》的(?:决定|决议)$")


@dataclass(frozen=True, slots=True)
class _Boundary:
    """Where a part begins among the paragraphs of a body: [first, stop) are its heading."""

    first: int
    stop: int
    kind: PartKind
    title: str
    label: str
    title_from: int


def build(
    paragraphs: list[Line],
    start: Start,
    stop: int,
    section: str,
    ordinal: int,
    record: Record,
    page: WebRecord | None = None,
    corrections: Sequence[Correction] = (),
) -> Document:
    """Build a document.

    Args:
        paragraphs: of the whole file.
        start: where it begins.
        stop: the paragraph after it.
        section: of the issue.
        ordinal: its place among the documents.
        record: takes removals, repairs and doubts.
        page: what the web page says of its only document; it fills gaps alone.
        corrections: of the user, their lines found again in this source.
    """
    head = _head_items(paragraphs, start)
    body = _split_signatures(paragraphs[start.last + 1 : stop], start.title.issuers)
    inner_contents.mark(body, 0)
    body = correcting.correct_rows(body, corrections)
    body = correcting.correct_tables(tables.collect(body, record), corrections)
    notes, headings = attachments.find(body)
    blocked = {index for note in notes for index in range(note.first, note.stop)}
    blocked |= {index for heading in headings for index in range(heading.first, heading.stop)}
    wanted = issuing.names(start.title.text, start.title.form, [line.text for line in body[:6]])
    issued = issuing.find(body, wanted, blocked)
    boundaries = _boundaries(issued, headings, wanted)
    if not boundaries and _APPROVES.search(start.title.text):
        wanted = ()  # a treaty is approved and not printed
    first = boundaries[0].first if boundaries else len(body)
    signed = signing.find(body, start.title.issuers, blocked, 0, first)
    if signed is None and boundaries:
        signed = signing.find(body, start.title.issuers, blocked, first, len(body))
    if signed is None or signed[0] == signed[1]:
        signed = signing.under_title(body, start.title.issuers) or signed
    late = None if start.number else _late_number(body[:first], signed)
    if late is not None:
        start = replace(start, number=numbers.line_number(body[late].text))
    parts = _parts(body, boundaries, notes, signed, head, late)
    _mark_relayed_signers(parts)
    named = _attachments(notes, headings, wanted)
    for part in parts:
        prefix = (("附件", _attachment_number(part.label)),) if part.kind is PartKind.ATTACHMENT else ()
        clauses.mark(part.items, 1 if part.kind is PartKind.ATTACHMENT else 0, prefix, record)
        _mark_persons(part.items)
        correcting.correct_items(part.items, corrections)
        assembling.caption_tables(part.items)
    text, ranges = assembling.assemble(parts)
    signers = tuple(name for line in body[signed[0] : signed[1]] for name in signing.names(line.text)) if signed else ()
    if not set(signers) & set(start.title.issuers) and start.title.form == "relay" and _is_relayed(parts, signed, body):
        signers = ()  # those who sign what is relayed
    told = facts.read(start, parts, signers, named, wanted, section, ordinal, text, page or WebRecord())
    facts.doubt(told, start, parts, paragraphs[start.titles[0] if start.titles else start.first].line, record)
    whole = text.text
    built = Document(told, whole, tuple(text.blocks), ranges, tuple(text.tables), references.find(whole))
    return correcting.correct_document(built, corrections, facts.key_of, record)


def _late_number(body: list[Line], signed: tuple[int, int, int] | None) -> int | None:
    """Index of the number of a document where it stands alone behind signature and date."""
    for index in range(len(body) - 1, 0, -1):
        line, before = body[index], body[index - 1]
        if line.kind != "number" or before.kind not in ("date", "publicity") or signed is None or index < signed[1]:
            continue
        found = numbers.line_number(line.text)
        year = dates.first(body[signed[2]].text) if signed[2] >= 0 else None
        if found is not None and (year is None or found.year is None or abs(int(year[:4]) - found.year) <= 1):
            return index
    return None


def _is_relayed(parts: list[Part], signed: tuple[int, int, int] | None, body: list[Line]) -> bool:
    """Whether a signature stands in the text that a document relays."""
    lines = {id(line) for line in body[signed[0] : signed[1]]} if signed else set()
    return any(id(item.source) in lines for part in parts[1:] for item in part.items)


def _mark_relayed_signers(parts: list[Part]) -> None:
    """The bodies and the date under the title of a text that is relayed: 省监察厅　省财政厅（2030年6月28日）."""
    for part in parts[1:]:
        if part.kind is not PartKind.ISSUED:
            continue
        under = [item for item in part.items if item.kind not in (BlockKind.ISSUED_TITLE, BlockKind.ATTACHMENT_LABEL)]
        found = signing.under_title([item.source for item in under[:20]], ())
        if found is not None:
            for item in under[: found[1]]:
                item.kind = BlockKind.SIGNATURE
            under[found[2]].kind = BlockKind.DATE


def _attachment_number(label: str) -> str:
    """附件２ → 2; the only attachment is number 1."""
    return marks.attachment_number("".join(char for char in label if char.isdecimal())) or "1"


def _head_items(paragraphs: list[Line], start: Start) -> list[Item]:
    items: list[Item] = []
    title: Item | None = None
    for index in range(start.first, start.last + 1):
        line = paragraphs[index]
        if index == start.number_at:
            items.append(Item(BlockKind.NUMBER, line.text, line))
        elif index in start.titles:
            if title is None:
                title = Item(BlockKind.TITLE, start.title.text, line)
                items.append(title)
            title.end = max(title.end, line.end)
        else:
            short = len(line.text) <= _LONGEST_RED_HEAD
            kind = BlockKind.RED_HEAD if title is None and short else BlockKind.PARAGRAPH
            items.append(Item(BlockKind.DATE if line.kind == "date" else _field_kind(line, kind), line.text, line))
    return items


def _field_kind(line: Line, otherwise: BlockKind) -> BlockKind:
    """What a labelled line over the text is: 發文日期, 受文者."""
    field = marks.FIELD.fullmatch(line.text) if line.kind == "field" else None
    name = "".join(field["name"].split()) if field else ""
    return {"發文日期": BlockKind.DATE, "受文者": BlockKind.ADDRESSEE}.get(name, otherwise)


def _split_signatures(body: list[Line], issuers: tuple[str, ...]) -> list[Line]:
    result: list[Line] = []
    for line in body:
        both = signing.split_signed(line, issuers) if line.text.endswith(("日", "日 ")) else None
        if both:
            result.extend(both)
        else:
            result.append(line)
    return result


def _boundaries(
    issued: list[tuple[int, int, str]], headings: list[Heading], wanted: tuple[str, ...]
) -> list[_Boundary]:
    result = [_Boundary(first, stop, PartKind.ISSUED, title, "", first) for first, stop, title in issued]
    keys = [fold(name) for name in wanted]
    for heading in headings:
        kind = PartKind.ATTACHMENT
        # The text a notice issues is often printed as its attachment.
        if not issued and heading.title and any(similarity(fold(heading.title), key) >= 0.86 for key in keys):
            kind = PartKind.ISSUED
        if issued and any(first in (heading.stop, heading.title_from) for first, _, _ in issued):
            continue
        result.append(_Boundary(heading.first, heading.stop, kind, heading.title, heading.label, heading.title_from))
    result.sort(key=lambda boundary: boundary.first)
    return result


def _parts(
    body: list[Line],
    boundaries: list[_Boundary],
    notes: list[Note],
    signed: tuple[int, int, int] | None,
    head: list[Item],
    late: int | None,
) -> list[Part]:
    in_note = {index for note in notes for index in range(note.first, note.stop)}
    current = Part(PartKind.BODY)
    current.items.extend(head)
    parts = [current]
    heads = {boundary.first: boundary for boundary in boundaries}
    addressed = False
    index = 0
    while index < len(body):
        boundary = heads.get(index)
        if boundary is not None:
            current = Part(boundary.kind, boundary.title, boundary.label)
            parts.append(current)
            current.items.extend(_boundary_items(body, boundary))
            index = boundary.stop
            continue
        line = body[index]
        item = Item(_FIXED_KINDS.get(line.kind, BlockKind.PARAGRAPH), line.text, line)
        if index in in_note:
            item.kind = BlockKind.ATTACHMENT_NOTE
        elif signed is not None and signed[0] <= index < signed[1]:
            item.kind = BlockKind.SIGNATURE
        elif (signed is not None and index == signed[2]) or (
            line.kind == "date" and current.kind is PartKind.BODY and index <= 1
        ):
            item.kind = BlockKind.DATE
        elif index == late:
            item.kind = BlockKind.NUMBER
        elif line.kind == "field":
            item.kind = _field_kind(line, item.kind)
        elif line.kind == "attachment":
            item.kind = BlockKind.ATTACHMENT_LABEL
        elif not addressed and current.kind is PartKind.BODY and index <= 2 and is_addressee(line.text):
            item.kind = BlockKind.ADDRESSEE
            addressed = True
        elif item.kind is BlockKind.PARAGRAPH and signing.is_imprint(line):
            item.kind = BlockKind.IMPRINT
        elif item.kind is BlockKind.PARAGRAPH and line.bullet and not line.heading:
            item.kind = BlockKind.LIST_ITEM
        elif item.kind is BlockKind.IMPRINT and current.items and titles.is_organ(current.items[-1].text):
            current.items[-1].kind = BlockKind.IMPRINT  # 印发机关 stands over 印发日期
        current.items.append(item)
        index += 1
    return parts


def _boundary_items(body: list[Line], boundary: _Boundary) -> list[Item]:
    items: list[Item] = []
    if boundary.kind is PartKind.ISSUED and boundary.first == boundary.title_from:
        first = body[boundary.first]
        item = Item(
            BlockKind.ISSUED_TITLE, titles.join([line.text for line in body[boundary.first : boundary.stop]]), first
        )
        item.end = body[boundary.stop - 1].end
        return [item]
    for index in range(boundary.first, min(boundary.title_from, boundary.stop)):
        item = Item(BlockKind.ATTACHMENT_LABEL, body[index].text, body[index])
        item.label = boundary.label if item.text.startswith(boundary.label) else ""
        items.append(item)
    if boundary.title_from < boundary.stop:
        first = body[boundary.title_from]
        kind = BlockKind.ISSUED_TITLE if boundary.kind is PartKind.ISSUED else BlockKind.ATTACHMENT_TITLE
        text = titles.join([line.text for line in body[boundary.title_from : boundary.stop]])
        item = Item(kind, text, first)
        item.end = body[boundary.stop - 1].end
        items.append(item)
    return items


def _attachments(notes: list[Note], headings: list[Heading], wanted: tuple[str, ...]) -> tuple[Attachment, ...]:
    """The attachments a document names, and those it holds without naming them."""
    named: list[Attachment] = []
    used: set[int] = set()
    keys = {fold(name) for name in wanted}
    for note in notes:
        for name in note.names:
            key = fold(name.title)
            number = re.sub(r"\D", "", name.label)
            found = False
            for at, heading in enumerate(headings):
                if at in used:
                    continue
                same = heading.number == number if heading.number or number else True
                if (same and heading.first >= note.first) or (
                    heading.title and similarity(fold(heading.title), key) >= 0.85
                ):
                    used.add(at)
                    found = True
                    break
            named.append(Attachment(name.title, name.label, found))
    if not notes:
        for heading in headings:
            if heading.title and fold(heading.title) not in keys:
                named.append(Attachment(heading.title, heading.label, True))
    return tuple(named)


def _mark_persons(items: list[Item]) -> None:
    """Rows of person lists (组长：甲 某局局长) are list items."""
    running = False
    for item in items:
        if item.kind is not BlockKind.PARAGRAPH or item.mark is not None:
            running = running and item.kind is BlockKind.LIST_ITEM
            continue
        if _PERSONS.fullmatch(item.text):
            item.kind = BlockKind.LIST_ITEM
            running = True
        elif running and len(item.text) <= 60 and _PERSON.fullmatch(item.text):
            item.kind = BlockKind.LIST_ITEM
        else:
            running = False
