"""Rows of library.db to values and back."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from reader.model.document import (
    Attachment,
    Block,
    ContentsEntry,
    Document,
    DocumentFacts,
    DocumentPart,
    IssueFacts,
    Matter,
    Reference,
    Table,
)
from reader.model.number import DocumentNumber
from reader.model.outline import Heading
from reader.model.report import Doubt, Removal, Repair
from reader.storage.faults import Unreadable
from reader.storage.packing import pack, pack_fields, unpack, unpack_fields

JOINT, INNER_JOINT = "\x1f", "\x1e"
"""Between the strings of a list, and between those of one of its items."""

# What `packing` is told of the JSON columns.
CONTENTS = tuple[ContentsEntry, ...]
HEADINGS = tuple[Heading, ...]
REMOVALS = tuple[Removal, ...]
REPAIRS = tuple[Repair, ...]
DOUBTS = tuple[Doubt, ...]

_ISSUE_PLAIN = ("id", "title", "publisher", "year", "number", "total", "date", "source", "source_name")
_ISSUE_REST = tuple(field.name for field in fields(IssueFacts) if field.name not in _ISSUE_PLAIN)
ISSUE_COLUMNS = ", ".join(f"issues.{name}" for name in (*_ISSUE_PLAIN, "more"))
"""What `issue_facts` wants selected."""

_LISTS = ("issuers", "signature", "issued_titles")
_NUMBER = ("number_prefix", "number_year", "number_sequence", "number_printed")
_DOCUMENT_PLAIN = ("id", "issue_id", "ordinal", "key", "title", "addressee", "section", "date", "publicity", "kind",
                   "page", "characters", "articles", "table_count")
_DOCUMENT_REST = tuple(field.name for field in fields(DocumentFacts) if field.name not in
                       {*_DOCUMENT_PLAIN, *_LISTS, "number", "attachments", "corrected"})
DOCUMENT_COLUMNS = ", ".join(f"documents.{name}" for name in (
    *_DOCUMENT_PLAIN, *_LISTS, *_NUMBER, "attachments", "corrected", "more"))
"""What `document_facts` wants selected."""


class Listed(NamedTuple):
    """What a list shows of a document: a row as it is, for 15,000 of them are read before the first is seen.

    The fields are columns of `documents`; `issuers` and `signature` are joined by `JOINT`.
    """

    id: str
    issue_id: str
    key: str
    title: str
    number_prefix: str | None
    number_year: int | None
    number_sequence: str | None
    number_printed: str | None
    issuers: str
    signature: str
    section: str
    date: str | None
    kind: str
    corrected: int

    @property
    def number(self) -> DocumentNumber | None:
        """The document's number, or None."""
        if self.number_prefix is None:
            return None
        return DocumentNumber(self.number_prefix, self.number_year, self.number_sequence or "",
                              self.number_printed or "")

    @property
    def issuing(self) -> tuple[str, ...]:
        """The issuing bodies."""
        return _parted(self.issuers)

    @property
    def signing(self) -> tuple[str, ...]:
        """The bodies that signed."""
        return _parted(self.signature)


LISTED_COLUMNS = ", ".join(f"documents.{name}" for name in Listed._fields)
"""What `Listed` wants selected."""


@dataclass(frozen=True, slots=True)
class Structure:
    """What a part has besides its text and facts."""

    blocks: tuple[Block, ...]
    parts: tuple[DocumentPart, ...] = ()
    tables: tuple[Table, ...] = ()
    references: tuple[Reference, ...] = ()


def issue_row(facts: IssueFacts, contents: tuple[ContentsEntry, ...]) -> dict[str, Any]:
    """The row of an issue."""
    row = {name: getattr(facts, name) for name in _ISSUE_PLAIN}
    return row | {"more": pack_fields(facts, _ISSUE_REST), "contents": pack(contents, CONTENTS)}


def issue_facts(row: tuple[Any, ...]) -> IssueFacts:
    """The facts in a row of ISSUE_COLUMNS."""
    return IssueFacts(**dict(zip(_ISSUE_PLAIN, row, strict=False)), **unpack_fields(row[-1], IssueFacts))


def document_row(facts: DocumentFacts, text_hash: str) -> dict[str, Any]:
    """The row of a document the index does not hold yet."""
    row: dict[str, Any] = {name: getattr(facts, name) for name in _DOCUMENT_PLAIN}
    row |= {name: _joined(getattr(facts, name)) for name in _LISTS}
    number = facts.number
    values = (number.prefix, number.year, number.sequence, number.printed) if number else (None,) * 4
    row |= dict(zip(_NUMBER, values, strict=True))
    return row | {"attachments": JOINT.join(
        INNER_JOINT.join((_plain(one.title), _plain(one.label), str(int(one.found)))) for one in facts.attachments),
                  "corrected": int(facts.corrected), "more": pack_fields(facts, _DOCUMENT_REST),
                  "text_hash": text_hash, "stale": 1}


def _joined(strings: tuple[str, ...]) -> str:
    return JOINT.join(map(_plain, strings))


def _plain(text: str) -> str:
    """A string without our joints: a damaged file may hold any control character."""
    return text.replace(JOINT, " ").replace(INNER_JOINT, " ")


def document_facts(row: tuple[Any, ...]) -> DocumentFacts:
    """The facts in a row of DOCUMENT_COLUMNS. Plain and quick: a list of 15,000 goes through here."""
    (id_, issue_id, ordinal, key, title, addressee, section, date, publicity, kind, page, characters, articles,
     table_count, issuers, signature, issued_titles, prefix, year, sequence, printed, attachments, corrected,
     more) = row
    facts = DocumentFacts(
        key=key, title=title, number=None if prefix is None else DocumentNumber(prefix, year, sequence, printed),
        issuers=_parted(issuers), addressee=addressee, section=section, signature=_parted(signature), date=date,
        publicity=publicity, kind=kind, issued_titles=tuple(issued_titles.split(JOINT)) if issued_titles else (),
        attachments=_attachments(attachments) if attachments else (), page=page, characters=characters,
        articles=articles, table_count=table_count, ordinal=ordinal, id=id_, issue_id=issue_id,
        corrected=bool(corrected))
    return _with_more(facts, more) if more else facts


def _with_more(facts: DocumentFacts, more: str) -> DocumentFacts:
    return replace(facts, **unpack_fields(more, DocumentFacts))


def _attachments(joined: str) -> tuple[Attachment, ...]:
    parts = [one.split(INNER_JOINT) for one in joined.split(JOINT)]
    try:
        return tuple([Attachment(title, label, found == "1") for title, label, found in parts])
    except ValueError as fault:
        raise Unreadable from fault


@functools.lru_cache(maxsize=4_096)
def _parted(joined: str) -> tuple[str, ...]:
    # The same few bodies issue and sign everything.
    return tuple(joined.split(JOINT)) if joined else ()


def part_row(part: Document | Matter, issue_id: str, position: int, headings: tuple[Heading, ...]) -> dict[str, Any]:
    """The row of a part of an issue."""
    if isinstance(part, Document):
        document_id = part.facts.id
        structure = Structure(part.blocks, part.parts, part.tables, part.references)
    else:
        document_id = None
        structure = Structure(part.blocks)
    return {"issue_id": issue_id, "position": position, "document_id": document_id, "text": part.text,
            "structure": pack(structure, Structure), "headings": pack(headings, HEADINGS)}


def document(facts: DocumentFacts, text: str, structure: str) -> Document:
    """A document from its facts and the columns of its part."""
    found: Structure = unpack(structure, Structure)
    return Document(facts, text, found.blocks, found.parts, found.tables, found.references)


def matter(text: str, structure: str) -> Matter:
    """A part that is no document."""
    found: Structure = unpack(structure, Structure)
    return Matter(text, found.blocks)
