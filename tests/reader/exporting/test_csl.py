"""CSL-JSON holds what a reference manager asks for."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reader.exporting.csl import csl
from reader.exporting.excerpts import ExcerptDocument
from reader.importing.importer import parse
from reader.model.document import Document, DocumentFacts, IssueFacts
from tests.reader.exporting.fictional import DOCUMENT, ENTRY, FACTS, ISSUE


def test_document_is_one_item_however_often_it_is_annotated() -> None:
    assert json.loads(csl([ENTRY, ENTRY])) == [{
        "id": "安政办发〔2023〕7号", "type": "legislation", "title": "安澜市医药储备管理办法", "language": "zh-CN",
        "author": [{"literal": "安澜市人民政府办公室"}], "issued": {"date-parts": [[2023, 3, 9]]},
        "number": "安政办发〔2023〕7号", "container-title": "安澜市人民政府公报", "volume": "2023", "issue": "2",
        "page": "12",
        "publisher": "安澜市人民政府", "note": FACTS.title}]


@pytest.mark.parametrize(("facts", "kind"), [
    (replace(FACTS, issued_titles=(), title="安澜市2022年统计公报", kind="统计公报"), "report"),
    (replace(FACTS, issued_titles=(), title="安澜市人民政府令", kind="令"), "legislation"),
])
def test_kind_of_item(facts: DocumentFacts, kind: str) -> None:
    item, = json.loads(csl([ExcerptDocument(ISSUE, replace(DOCUMENT, facts=facts), ())]))
    assert item["type"] == kind


def test_unknown_facts_are_left_out() -> None:
    item, = json.loads(csl([ExcerptDocument(IssueFacts("文件"), Document(DocumentFacts("k", "大事记"), "", ()), ())]))
    assert item == {"id": "k", "type": "report", "title": "大事记", "language": "zh-CN"}


STRINGS = {"language", "container-title", "note", "publisher", "section", "status", "title"}
NUMBERS = {"issue", "number", "page", "volume"}
"""Variables of csl-data.json (CSL 1.0.2) that we use, by their type there: text, or text or a number."""


@pytest.mark.parametrize("file", ["citations.txt", "citations_orders.txt", "citations_alone.txt"])
def test_items_are_valid_by_the_schema(file: str) -> None:
    path = Path(__file__).resolve().parents[2] / "golden" / file
    issue = parse(path.read_bytes(), path.name).issue
    items = json.loads(csl([ExcerptDocument(issue.facts, one, (), repealed=True) for one in issue.documents]))
    assert len({item["id"] for item in items}) == len(issue.documents)
    for item in items:
        assert set(item) <= STRINGS | NUMBERS | {"id", "type", "author", "issued"}
        assert all(isinstance(item[name], str) and item[name] for name in (STRINGS | NUMBERS | {"id"}) & set(item))
        assert item["type"] in {"legislation", "report"}
        assert all(set(name) == {"literal"} and name["literal"] for name in item.get("author", ()))
        assert set(item["issued"]) == {"date-parts"}
        date, = item["issued"]["date-parts"]
        assert 1 <= len(date) <= 3
        assert all(isinstance(part, int) for part in date)


def test_the_year_is_that_of_the_number_where_no_other_is_known() -> None:
    facts = replace(FACTS, date=None)
    item, = json.loads(csl([ExcerptDocument(IssueFacts("文件"), Document(facts, "", ()), ())]))
    assert item["issued"] == {"date-parts": [[2023]]}


def test_what_no_longer_holds_says_so() -> None:
    item, = json.loads(csl([replace(ENTRY, repealed=True)]))
    assert item["status"] == "已失效"
