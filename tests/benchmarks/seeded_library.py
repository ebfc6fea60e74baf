"""A whole library of any size for benchmarks of the window: seeded documents, stored and indexed as by an import.

    python -m tests.benchmarks.seeded_library FOLDER [ISSUES]

Kept outside the repository, for it holds paragraphs of the real gazettes. It has no originals: nothing measured reads
them, and they would double its size.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from main import open_engine
from reader.model.document import Block, BlockKind, Document, DocumentFacts, Issue, IssueFacts
from reader.model.job import SilentJob
from reader.model.number import DocumentNumber
from reader.model.report import ParsedFile, ParseReport
from reader.model.search import IndexedDocument
from reader.services import catalogue, indexing
from reader.services.library import Library
from reader.storage import library_writing as writing
from tests.benchmarks import libraries

ISSUES = 1_000
HEADING = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）")
NUMBER = re.compile(r"(.+)〔(\d{4})〕(\d+)号")


def make(folder: Path, issues: int = ISSUES) -> None:
    """Make the library in `folder`, or bring to its end what was begun there."""
    with Library.open(folder, open_engine) as library:
        if catalogue.is_empty(library):
            for parsed in parsed_files(libraries.documents(issues)):
                source = writing.Source(parsed.issue.facts.source, parsed.issue.facts.source_name, "", 1, 1)
                writing.store(library.texts, parsed, source)
        indexing.bring_in_step(library, SilentJob())


def parsed_files(documents: Iterable[IndexedDocument]) -> Iterator[ParsedFile]:
    """The issues the generator's documents stand in, as the importer would give them."""
    for _, group in groupby(documents, lambda one: one.id.partition("-")[0]):
        found = list(group)
        first = found[0]
        name = f"{first.publisher}公报{first.year}年第{first.issue_number}期-{first.id[1:6]}.txt"
        facts = IssueFacts(
            title=f"{first.publisher}公报", publisher=first.publisher, year=first.year, number=first.issue_number,
            source=hashlib.sha256(name.encode()).hexdigest(), source_name=name)
        yield ParsedFile(Issue(facts, tuple(document(one) for one in found)), ParseReport(), "text", "utf-8")


def document(one: IndexedDocument) -> Document:
    """A document with a block for each line."""
    blocks, start = [], 0
    for line, text in enumerate(one.text.splitlines(keepends=True), 1):
        label = HEADING.match(text) if len(text) < 30 else None
        kind = (BlockKind.TITLE if line == 1 else BlockKind.NUMBER if line == 2 else BlockKind.ADDRESSEE if line == 3
                else BlockKind.HEADING if label else BlockKind.PARAGRAPH)
        level = 1 + label[0].startswith("（") if label else 0
        blocks.append(Block(kind, start, start + len(text), level, label[0] if label else "", line=line, line_end=line))
        start += len(text)
    printed = NUMBER.fullmatch(one.number)
    assert printed is not None
    number = DocumentNumber(printed[1], int(printed[2]), printed[3], one.number)
    facts = DocumentFacts(key=number.normal, title=one.title, number=number, issuers=(one.issuer,), section=one.section,
                          date=one.date, kind=one.kind, signature=(one.issuer,),
                          characters=len("".join(one.text.split())))
    return Document(facts, one.text, tuple(blocks))


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else ISSUES)
