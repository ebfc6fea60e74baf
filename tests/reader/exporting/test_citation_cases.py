"""The golden table of citations: a fictional issue, read by the importer, and how its places are cited."""

from __future__ import annotations

import functools
import json
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reader.exporting.citation_forms import CitationForm, citation
from reader.exporting.gbt7714 import gbt7714
from reader.importing.importer import parse
from reader.model.document import Document, Issue, IssueFacts
from tests.reader.exporting.fictional import DOCUMENT, FACTS, ISSUE

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
CASES: list[dict[str, str]] = tomllib.loads((GOLDEN / "citations.toml").read_text(encoding="utf-8"))["case"]


@functools.cache
def issue(file: str = "citations.txt") -> Issue:
    path = GOLDEN / file
    return parse(path.read_bytes(), path.name).issue


def issue_of(case: dict[str, str]) -> Issue:
    return issue(case.get("file", "citations.txt"))


def place(case: dict[str, str]) -> tuple[Document, tuple[int, int] | None]:
    document = next(one for one in issue_of(case).documents if case["document"] in one.facts.title)
    if "quote" not in case:
        return document, None
    assert document.text.count(case["quote"]) == 1
    start = document.text.index(case["quote"])
    return document, (start, start + len(case["quote"]))


@pytest.mark.parametrize(("case", "form"), [
    pytest.param(case, form, id=f"{case['document']}-{case.get('quote', '')[:8]}-{form}")
    for case in CASES for form in ("official", "source", "short", "gbt7714") if form in case])
def test_citation_is_as_the_table_has_it(case: dict[str, str], form: str) -> None:
    document, where = place(case)
    repealed = case.get("repealed") == "yes"
    assert citation(CitationForm(form), issue_of(case).facts, document, where, repealed=repealed) == case[form]


def test_csl_names_the_clause_as_its_section() -> None:
    document, where = place(CASES[4])
    item, = json.loads(citation(CitationForm.CSL, issue().facts, document, where))
    assert (item["title"], item["section"]) == ("安澜市供水管理办法", "第三条第一款第（二）项第2目")


@pytest.mark.parametrize("form", ["official", "source"])
def test_repeal_stands_behind_the_number(form: str) -> None:
    document, where = place(CASES[2])
    text = citation(CitationForm(form), issue().facts, document, where, repealed=True)
    assert "（安政发〔2023〕5号）（已失效）第一条" in text


def test_of_more_than_three_bodies_the_first_three_are_named() -> None:
    facts = replace(FACTS, issuers=("甲局", "乙局", "丙局", "丁局"))
    assert gbt7714(ISSUE, facts).startswith("甲局, 乙局, 丙局, 等. 安澜市医药储备管理办法: ")


@pytest.mark.parametrize(("facts", "expected"), [
    (IssueFacts("甲公报", year=2024), "甲公报, 2024: 12."),
    (IssueFacts("甲公报", year=2024, total=33), "甲公报, 2024(总33): 12."),
    (IssueFacts("文件"), "[Z]. 2023-03-09."),
])
def test_serial_is_named_as_far_as_it_is_known(facts: IssueFacts, expected: str) -> None:
    assert gbt7714(facts, FACTS).endswith(expected)


def test_document_without_any_facts_is_its_title() -> None:
    bare: dict[str, Any] = {"number": None, "issuers": (), "date": None, "page": None, "issued_titles": ()}
    assert gbt7714(IssueFacts("大事记"), replace(DOCUMENT.facts, title="大事记", **bare)) == "大事记[Z]."
