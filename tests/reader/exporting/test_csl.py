"""CSL-JSON holds what a reference manager asks for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from reader.exporting.csl import csl
from reader.exporting.excerpts import ExcerptDocument
from reader.model.document import Document, DocumentFacts, IssueFacts
from tests.reader.exporting.fictional import DOCUMENT, ENTRY, FACTS, ISSUE


def test_document_is_one_item_however_often_it_is_annotated() -> None:
    assert json.loads(csl([ENTRY, ENTRY])) == [{
        "id": "安政办发〔2023〕7号", "type": "legislation", "title": "安澜市医药储备管理办法", "language": "zh-CN",
        "author": [{"literal": "安澜市人民政府办公室"}], "issued": {"date-parts": [[2023, 3, 9]]},
        "number": "安政办发〔2023〕7号", "container-title": "安澜市人民政府公报", "issue": "2023年第2期", "page": "12",
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
