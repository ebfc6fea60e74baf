"""Every field of every document of the real gazettes, against what was read by eye."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.model.document import Document
from reader.model.outline import outline
from tests.reader.importing import corpus

pytestmark = pytest.mark.corpus
NAMES = [path.name for path in corpus.FILES] or ["missing"]


@pytest.fixture(params=NAMES)
def gazette(request: pytest.FixtureRequest) -> Path:
    corpus.need_files()
    return corpus.FOLDER / request.param


def dense(text: str | None) -> str:
    return "".join((text or "").split())


def first_level(document: Document) -> list[str]:
    return [dense(h.label + h.text) for h in outline(document.text, document.blocks) if h.level == 1]


def pairs(gazette: Path) -> list[tuple[dict[str, Any], Document]]:
    return list(zip(corpus.truth(gazette)["documents"], corpus.parsed(gazette).issue.documents, strict=True))


def test_finds_every_document_with_title_and_number(gazette: Path) -> None:
    found = [
        (facts.title, facts.number.normal if facts.number else None)
        for facts in (document.facts for document in corpus.parsed(gazette).issue.documents)
    ]
    assert found == [(wanted["title"], wanted["number"]) for wanted in corpus.truth(gazette)["documents"]]


def test_reads_the_masthead(gazette: Path) -> None:
    wanted = corpus.truth(gazette)["issue"]
    facts = corpus.parsed(gazette).issue.facts
    if wanted is None:
        assert (facts.publisher, facts.year, facts.number) == (None, None, None)
        return
    for field in ("publisher", "title", "year", "number", "total", "date"):
        assert getattr(facts, field) == wanted[field], field
    assert facts.period == wanted.get("period", "")
    assert facts.organizer == wanted.get("organizer", "")


def test_reads_the_contents_list(gazette: Path) -> None:
    wanted = corpus.truth(gazette)
    entries = corpus.parsed(gazette).issue.contents
    assert [entry.page for entry in entries] == wanted.get("toc_pages", [])
    assert list(Counter(entry.section for entry in entries).items()) == [tuple(row) for row in wanted.get("toc", [])]
    assert list(corpus.parsed(gazette).issue.facts.sections) == [name for name, _ in wanted.get("toc", [])]


@pytest.mark.parametrize("field", ["issuer", "section"])
def test_reads_plain_facts(gazette: Path, field: str) -> None:
    for wanted, document in pairs(gazette):
        assert getattr(document.facts, field) == (wanted[field] or ""), wanted["title"]


def test_reads_the_date(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        assert document.facts.date in wanted.get("date_accept", [wanted["date"]]), wanted["title"]


def test_names_the_attachments(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        assert [found.title for found in document.facts.attachments] == wanted["attachments"], wanted["title"]


def test_joins_the_tables(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        assert document.facts.table_count in wanted.get("tables_accept", [wanted["tables"]]), wanted["title"]


def test_finds_headings_and_chapters_of_the_first_level(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        expected = [dense(heading) for heading in wanted["top_headings"] + wanted["chapters"]]
        assert first_level(document) == expected, wanted["title"]


def test_counts_articles(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        assert document.facts.articles == wanted["articles"], wanted["title"]


def test_names_the_text_a_document_issues(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        assert "；".join(document.facts.issued_titles) == wanted.get("issued_text_title", ""), wanted["title"]


def test_keeps_the_number_as_printed(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        if "number_raw" in wanted:
            assert document.facts.number is not None
            assert document.facts.number.printed == wanted["number_raw"]


def test_begins_each_document_where_it_begins(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        title = next(block for block in document.blocks if block.kind == "title")
        assert title.line == wanted["line"], wanted["title"]


def test_back_matter_sticks_to_no_document(gazette: Path) -> None:
    told = corpus.truth(gazette).get("back_matter")
    if told:
        line = int(told.split("-")[0])
        last = corpus.parsed(gazette).issue.documents[-1]
        assert max(block.line_end for block in last.blocks) < line


def test_finds_the_attachments_that_are_there_and_misses_the_others(gazette: Path) -> None:
    for wanted, document in pairs(gazette):
        bodies = wanted.get("attachment_headings")
        if bodies:
            inner = [dense(h.label + h.text) for h in outline(document.text, document.blocks) if h.level > 1]
            assert [heading for heading in inner if heading in bodies] == bodies
