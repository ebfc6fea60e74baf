"""Every field of every document of the invented gazettes in tests/data/gazettes, against what a reader sees in them."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest

from reader.importing.importer import parse
from reader.model.document import Document
from reader.model.outline import outline
from reader.model.report import ParsedFile
from tests.reader.importing.laws import assert_conserved, assert_tiled

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazettes"
TRUTHS = sorted((FOLDER / "truth").glob("*.json"))
FACTS = ("publisher", "title", "year", "number", "total", "date", "period", "organizer")


@pytest.fixture(params=TRUTHS, ids=lambda path: path.stem)
def truth(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What a file contains; where it is debatable, `<field>_accept` lists the other answers."""
    told: dict[str, Any] = json.loads(request.param.read_text(encoding="utf-8"))
    return told


@functools.cache
def parsed(name: str) -> ParsedFile:
    return parse((FOLDER / name).read_bytes(), name)


def dense(value: Any) -> Any:
    """Text without white space; everything else as it is."""
    if isinstance(value, str):
        return "".join(value.split())
    return [dense(part) for part in value] if isinstance(value, list) else value


def seen(document: Document) -> dict[str, Any]:
    """The fields the truth names."""
    facts = document.facts
    return {
        "title": facts.title,
        "number": facts.number.normal if facts.number else None,
        "issuer": facts.issuer,
        "addressee": facts.addressee,
        "signature": list(facts.signature),
        "date": facts.date,
        "section": facts.section,
        "kind": facts.kind,
        "attachments": [attachment.title for attachment in facts.attachments],
        "tables": len(document.tables),
        "articles": facts.articles,
        "issued_text_title": "；".join(facts.issued_titles),
        "top_headings": [
            heading.label + heading.text for heading in outline(document.text, document.blocks) if heading.level == 1
        ],
    }


def judged(found: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """What was found, with an accepted answer replaced by the first one."""
    result = {}
    for field, value in found.items():
        accepted = [dense(answer) for answer in wanted.get(f"{field}_accept", [])]
        result[field] = dense(wanted[field]) if dense(value) in accepted else dense(value)
    return result


def test_there_are_files_to_read() -> None:
    assert len(TRUTHS) >= 16


def test_reads_every_field_of_every_document(truth: dict[str, Any]) -> None:
    documents = parsed(truth["file"]).issue.documents
    assert len(documents) == len(truth["documents"]), [document.facts.title for document in documents]
    for document, wanted in zip(documents, truth["documents"], strict=True):
        found = seen(document)
        assert judged(found, wanted) == {field: dense(wanted[field]) for field in found}


def test_reads_the_masthead(truth: dict[str, Any]) -> None:
    facts = parsed(truth["file"]).issue.facts
    wanted = {field: truth["issue"][field] for field in FACTS if field in truth["issue"]}
    assert {field: getattr(facts, field) for field in wanted} == wanted


def test_no_furniture_is_in_a_document(truth: dict[str, Any]) -> None:
    for document, wanted in zip(parsed(truth["file"]).issue.documents, truth["documents"], strict=True):
        for words in wanted.get("must_not_contain", []):
            assert words not in document.text


def test_loses_nothing(truth: dict[str, Any]) -> None:
    name = truth["file"]
    assert_conserved(parsed(name), (FOLDER / name).read_bytes(), name)
    assert_tiled(parsed(name))


def test_every_doubt_names_a_line(truth: dict[str, Any]) -> None:
    assert all(doubt.line > 0 for doubt in parsed(truth["file"]).report.doubts)
