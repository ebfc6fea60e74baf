"""Gazettes of other publishers and times: every document, with what a reader sees of it."""

from __future__ import annotations

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from reader.model.outline import outline
from tests.reader.importing.laws import assert_conserved, assert_tiled
from tests.reader.importing.layouts import LAYOUTS, Doc, Layout
from tests.reader.importing.layouts_columns import MISLEADING
from tests.reader.importing.layouts_damaged import (
    DAMAGED,
    PARAGRAPHS,
    TWO_COLUMNS,
    WRAPPED_BARE,
    WRAPPED_BLANK,
    WRAPPED_FURNITURE,
    WRAPPED_INDENTED,
)
from tests.reader.importing.layouts_markdown import MARKDOWN
from tests.reader.importing.layouts_odd import ODD
from tests.reader.importing.layouts_other import OTHER

ALL = [*LAYOUTS, *OTHER, *DAMAGED, *ODD, *MARKDOWN, *MISLEADING]


def seen(document: Document, wanted: Doc) -> Doc:
    """The document in the fields that are compared."""
    facts = document.facts
    found = {
        "number": facts.number.normal if facts.number else None,
        "date": facts.date,
        "issuer": facts.issuer,
        "issued": facts.issued_titles,
        "attachments": tuple(attachment.title for attachment in facts.attachments),
        "headings": tuple(
            "".join((heading.label + heading.text).split())
            for heading in outline(document.text, document.blocks)
            if heading.level == 1
        ),
        "articles": facts.articles,
        "tables": facts.table_count,
        "section": facts.section,
        "kind": facts.kind,
        "signature": facts.signature,
    }
    compared = {name: value for name, value in found.items() if name == "number" or getattr(wanted, name) is not None}
    return Doc(facts.title, **compared)  # type: ignore[arg-type]  # the fields are checked by the comparison


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_reads_the_layout(layout: Layout) -> None:
    parsed = parse(layout.text.encode(), "gazette.txt")
    documents = parsed.issue.documents
    assert [document.facts.title for document in documents] == [wanted.title for wanted in layout.documents]
    for document, wanted in zip(documents, layout.documents, strict=True):
        assert seen(document, wanted) == wanted
    assert {name: getattr(parsed.issue.facts, name) for name in layout.issue} == layout.issue


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.name)
def test_loses_nothing_of_the_layout(layout: Layout) -> None:
    data = layout.text.encode()
    parsed = parse(data, "gazette.txt")
    assert_conserved(parsed, data, "gazette.txt")
    assert_tiled(parsed)


@pytest.mark.parametrize(
    "layout",
    [WRAPPED_INDENTED, WRAPPED_BARE, WRAPPED_BLANK, WRAPPED_FURNITURE, TWO_COLUMNS],
    ids=lambda layout: layout.name,
)
def test_joins_wrapped_lines_to_paragraphs(layout: Layout) -> None:
    issue = parse(layout.text.encode(), "gazette.txt").issue
    paragraphs = [part.text[block.start : block.end].strip() for part in issue.parts for block in part.blocks]
    assert [paragraphs.count(paragraph) for paragraph in PARAGRAPHS] == [3] * len(PARAGRAPHS)
