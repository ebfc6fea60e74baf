"""Citing from the library, and what the library itself says no longer holds."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reader.exporting.citation_forms import CitationForm
from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import catalogue, citing, declaring, import_files
from reader.services.library import Library

TODAY = datetime.date(2024, 1, 1)
OLD = """安澜市人民政府
关于印发安澜市夜市管理办法的通知
安政发〔2015〕20号

各县（市、区）人民政府：
《安澜市夜市管理办法》已经市人民政府同意，现印发给你们。

安澜市人民政府
2015年6月1日

安澜市夜市管理办法

第一条 为了管理夜市，制定本办法。
第二条 夜市每晚六时开市。
"""
NEW = """安澜市人民政府
{title}
安政发〔2023〕8号

各县（市、区）人民政府：
{body}

安澜市人民政府
2023年3月30日
"""


def brought_in(library: Library, folder: Path, **texts: str) -> dict[str, str]:
    """Import texts; the document's id of each."""
    found = {}
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        file, = import_files.import_paths(library, [path], SilentJob()).files
        assert file.issue_id is not None
        document, = catalogue.issue(library, file.issue_id).documents
        found[name] = document.facts.id
    return found


def new(body: str, title: str = "关于夜市工作的通知") -> str:
    return NEW.format(title=title, body=body)


def ended(library: Library, document_id: str, today: datetime.date = TODAY) -> str:
    """The evidence that a document has ended, "" for none."""
    found = citing.repealed(library, catalogue.document_facts(library, document_id), today)
    return found.evidence if found else ""


def test_a_document_that_another_ends_is_cited_so(library: Library, tmp_path: Path) -> None:
    ids = brought_in(library, tmp_path, old=OLD, new=new("《安澜市夜市管理办法》（安政发〔2015〕20号）同时废止。"))
    found = citing.cited(library, ids["old"])
    assert found.text == "《安澜市夜市管理办法》（安政发〔2015〕20号）（已失效）"
    assert found.repealed is not None
    assert (found.repealed.by.id, found.repealed.evidence) == (
        ids["new"], "《安澜市夜市管理办法》（安政发〔2015〕20号）同时废止")
    assert citing.cite(library, ids["new"]) == "《安澜市人民政府关于夜市工作的通知》（安政发〔2023〕8号）"


def test_nothing_is_said_where_the_archive_says_nothing(library: Library, tmp_path: Path) -> None:
    ids = brought_in(library, tmp_path, old=OLD, new=new("按照《安澜市夜市管理办法》（安政发〔2015〕20号）执行。"))
    assert citing.cite(library, ids["old"]) == "《安澜市夜市管理办法》（安政发〔2015〕20号）"


@pytest.mark.parametrize("body", [
    "《安澜市渔业发展纲要》（安政发〔2015〕20号）同时废止。",  # a misprinted number: another title
    "《安澜市夜市管理办法》（安政发〔2015〕21号）同时废止。",  # another document's number
])
def test_number_and_title_must_agree(library: Library, tmp_path: Path, body: str) -> None:
    assert ended(library, brought_in(library, tmp_path, old=OLD, new=new(body))["old"]) == ""


def test_title_alone_is_enough_where_it_fits_one_older_document_of_the_house(library: Library, tmp_path: Path) -> None:
    ids = brought_in(library, tmp_path, old=OLD, new=new("《安澜市夜市管理办法》同时废止。"))
    assert ended(library, ids["old"]) == "《安澜市夜市管理办法》同时废止"


def test_title_alone_is_not_enough_where_two_documents_have_it(library: Library, tmp_path: Path) -> None:
    other = OLD.replace("〔2015〕20号", "〔2018〕9号").replace("2015年", "2018年")
    ids = brought_in(library, tmp_path, old=OLD, other=other, new=new("《安澜市夜市管理办法》同时废止。"))
    assert ended(library, ids["old"]) == ""


def test_title_alone_is_not_enough_where_another_body_says_so(library: Library, tmp_path: Path) -> None:
    said = new("《安澜市夜市管理办法》同时废止。").replace("安澜市人民政府", "望海县人民政府")
    said = said.replace("安政发", "望政发")
    assert ended(library, brought_in(library, tmp_path, old=OLD, new=said)["old"]) == ""


def test_an_older_document_ends_no_newer_one(library: Library, tmp_path: Path) -> None:
    said = new("《安澜市夜市管理办法》（安政发〔2015〕20号）同时废止。").replace("2023", "2011")
    assert ended(library, brought_in(library, tmp_path, old=OLD, new=said)["old"]) == ""


def test_what_ends_in_future_holds_until_then(library: Library, tmp_path: Path) -> None:
    body = "本通知自2024年5月1日起施行，《安澜市夜市管理办法》（安政发〔2015〕20号）同时废止。"
    old = brought_in(library, tmp_path, old=OLD, new=new(body))["old"]
    assert ended(library, old) == ""
    assert ended(library, old, datetime.date(2024, 5, 1)) != ""


@pytest.mark.parametrize("many", [1, 1000])
def test_documents_that_come_later_are_asked_too(
        library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
    monkeypatch.setattr(declaring, "MANY", many)
    old = brought_in(library, tmp_path, old=OLD)["old"]
    assert ended(library, old) == ""
    said = new("《安澜市夜市管理办法》（安政发〔2015〕20号）同时废止。")
    found = brought_in(library, tmp_path, new=said)["new"]
    assert ended(library, old) != ""
    assert declaring.declaring(library) == (found,)
    brought_in(library, tmp_path, new=said.replace("同时废止", "照旧施行"))
    assert ended(library, old) == ""


def test_a_range_is_cited_by_its_clause_in_every_form(library: Library, tmp_path: Path) -> None:
    old = brought_in(library, tmp_path, old=OLD)["old"]
    start = catalogue.document(library, old).text.index("每晚六时")
    assert citing.cite(library, old, (start, start + 2)) == "《安澜市夜市管理办法》（安政发〔2015〕20号）第二条"
    assert citing.cite(library, old, (start, start + 2), CitationForm.SHORT) == "安政发〔2015〕20号第二条"


def test_a_range_outside_the_text_is_refused(library: Library, tmp_path: Path) -> None:
    old = brought_in(library, tmp_path, old=OLD)["old"]
    with pytest.raises(UserError) as told:
        citing.cite(library, old, (5, 100_000))
    assert told.value.code == "range.invalid"
