"""Small fictional values for tests, and fakes of the importer and the search engine that follow simple rules."""

from __future__ import annotations

import hashlib
import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.importing.source import Source, SourceLine
from reader.model.correction import Correction, CorrectionKind
from reader.model.document import Block, BlockKind, Document, DocumentFacts, Issue, IssueFacts, Matter
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.model.number import DocumentNumber
from reader.model.report import Doubt, ParsedFile, ParseReport, Removal
from reader.model.search import IndexedDocument, Match, ScoredDocument, SearchQuery, TextOf
from reader.searching.finding import find
from reader.searching.scanning import passes

GAZETTE = """云汀市人民政府公报 2025年第3期
# 云汀市人民政府关于修缮古桥的通知
云政发〔2025〕7号
一、总体要求
各单位应当在汛期以前修好古桥。
# 云汀市人民政府关于夜市的意见
二、夜市
夜市每晚六时开市，十时收市。
"""
"""Two documents after a line of masthead, in the form `parse` below understands."""


def blocks_of(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """One block a line: 一、 opens a heading, the first line of a document is its title, 号 at the end a number."""
    blocks = []
    start = 0
    for index, line in enumerate(text.splitlines(keepends=True)):
        end = start + len(line)
        at = first_line + index
        if line[1:2] == "、":
            blocks.append(Block(BlockKind.HEADING, start, end, level=1, label=line[:2], line=at, line_end=at))
        else:
            kind = (BlockKind.TITLE if index == 0 else
                    BlockKind.NUMBER if line.rstrip().endswith("号") else BlockKind.PARAGRAPH)
            blocks.append(Block(kind, start, end, line=at, line_end=at))
        start = end
    return tuple(blocks)


def document(text: str, first_line: int = 1) -> Document:
    """A document from lines: title, perhaps a number, body."""
    lines = text.splitlines()
    number = None
    if len(lines) > 1 and lines[1].endswith("号"):
        prefix, _, rest = lines[1].partition("〔")
        year, _, sequence = rest.rstrip("号").partition("〕")
        number = DocumentNumber(prefix, int(year), sequence, lines[1])
    key = number.normal if number else hashlib.sha256(lines[0].encode()).hexdigest()[:16]
    facts = DocumentFacts(key=key, title=lines[0], number=number, issuers=("云汀市人民政府",), section="市政府文件",
                          date="2025-03-01", kind=lines[0][-2:], characters=len("".join(text.split())))
    return Document(facts, text, blocks_of(text, first_line))


def parse(data: bytes, name: str, corrections: Sequence[Correction] = ()) -> ParsedFile:
    """The fake importer: `# ` begins a document; what stands before the first is the masthead. Of corrections it obeys
    starts, titles, and publisher and number of the issue."""
    if not data:
        raise UserError("file.empty", path=name)
    if b"\0" in data:
        raise UserError("file.binary", path=name)
    text = data.decode("utf-8")
    if "BUG" in text:
        raise RuntimeError(text)
    if "REFUSE" in text and corrections:
        raise UserError("file.encoding", path=name)
    said = {(one.kind, one.line): one for one in corrections}
    lines = text.splitlines(keepends=True)
    starts = [number for number, line in enumerate(lines, 1)
              if (line.startswith("# ") or (CorrectionKind.START, number) in said)
              and (CorrectionKind.NO_START, number) not in said]
    head = "".join(lines[:starts[0] - 1] if starts else lines)
    parts: list[Document | Matter] = [Matter(head, blocks_of(head))] if head else []
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        made = document("".join(lines[start - 1:end - 1]).replace("# ", "").rstrip("\n") + "\n", start)
        title = said.get((CorrectionKind.FACT, start))
        parts.append(made if title is None else replace(made, facts=replace(made.facts, title=title.value)))
    bodies = text.count("# ")
    issue = IssueFacts(title="云汀市人民政府公报", publisher="云汀市人民政府", year=2025, number=3, source_name=name)
    for one in corrections:
        if one.kind is CorrectionKind.ISSUE:
            number = int(one.value) if one.field == "number" and one.value else None
            issue = replace(issue, publisher=one.value) if one.field == "publisher" else replace(issue, number=number)
    removals = tuple(Removal("markup", "#", 1) for _ in range(bodies))
    return ParsedFile(Issue(issue, tuple(parts)), ParseReport(removals, (), (Doubt("file.empty", 1, {"path": name}),)),
                      "text", "utf-8")


def read_source(data: bytes, _name: str) -> Source:
    """The lines of a file as they are."""
    text = data.decode("utf-8")
    return Source(tuple(SourceLine(line, number) for number, line in enumerate(text.splitlines(), 1)), text, "text")


def fake_importer(rules_version: int = 1) -> types.ModuleType:
    """A module that stands in for `reader.importing.importer`."""
    module = types.ModuleType("reader.importing.importer")
    module.__dict__.update(parse=parse, RULES_VERSION=rules_version, decoded=lambda data, _: data.decode("utf-8"),
                           read_source=read_source)
    return module


class FakeEngine:
    """A search engine in memory that finds plain strings. `broken`: what its next commit raises."""

    def __init__(self, folder: Path, text_of: TextOf) -> None:
        self.folder = folder
        self.text_of = text_of
        self.held: dict[str, IndexedDocument] = {}
        self.pending: dict[str, IndexedDocument | None] = {}
        self.broken: Exception | None = None
        self.faults: tuple[str, ...] = ()

    def add(self, documents: Iterable[IndexedDocument]) -> None:
        self.pending.update({document.id: document for document in documents})

    def remove(self, ids: Iterable[str]) -> None:
        self.pending.update(dict.fromkeys(ids))

    def commit(self) -> None:
        if self.broken is not None:
            raise self.broken
        for document_id, found in self.pending.items():
            if found is None:
                self.held.pop(document_id, None)
            else:
                self.held[document_id] = found
        self.pending.clear()

    def rollback(self) -> None:
        self.pending.clear()

    def query(self, query: SearchQuery, given: Mapping[Any, frozenset[str]] | None = None,
              job: JobContext | None = None) -> Sequence[ScoredDocument]:
        self.given, self.job = given, job
        return [ScoredDocument(found.id, Match.EXACT, 1.0) for found in self.held.values()
                if passes(query.filters, found) and self.places(query, found.text)]

    def places(self, query: SearchQuery, text: str) -> tuple[tuple[int, int], ...]:
        return find(text, query.text, strict=query.strict)

    def pieces(self, _string: str) -> tuple[str, ...]:
        return ()

    def words(self, text: str) -> tuple[str, ...]:
        return tuple(text)

    def suggest(self, _query: SearchQuery) -> tuple[str, ...]:
        return ()

    def ids(self) -> frozenset[str]:
        return frozenset(self.held)

    def count(self) -> int:
        return len(self.held)

    def check(self, thorough: bool = True) -> tuple[str, ...]:
        assert isinstance(thorough, bool)
        return self.faults

    def clear(self) -> None:
        self.held.clear()
        self.pending.clear()

    def close(self) -> None:
        pass
