"""Answers by reading every text: what answers a question."""

from __future__ import annotations

import pytest

from reader.model.search import Filters, IndexedDocument, Match, SearchQuery
from reader.searching.query import Field, FieldTerm
from reader.searching.scanning import scan

DOCUMENTS = (
    IndexedDocument("d1", "关于印发医药储备管理办法的通知\n云政办发〔2022〕42号\n医药储备应当充足。\n",
        title="关于印发医药储备管理办法的通知",
                    number="云政办发〔2022〕42号", issuer="云汀市人民政府办公室", headings="第一章 总则",
                    publisher="云汀市人民政府",
                    year=2022, issue_number=5, date="2022-09-13", section="市政府办公室文件", kind="通知"),
    IndexedDocument("d2", "粮食储备与医药供应，依照云政办发〔2022〕42号办理。\n", title="粮食",
        number="云政发〔2021〕7号",
                    issuer="云汀市人民政府", publisher="云汀市人民政府", year=2021, issue_number=2, date="2021-03-01",
                    section="市政府文件", kind="意见"),
    IndexedDocument("d3", "人事任免\n二〇二〇年三月一日\n", title="人事任免", publisher="望海市人民政府", year=2020,
                    issue_number=2, kind="人事任免"),
)


def cut(string: str) -> list[str]:
    """A cutter that knows two words."""
    return [word for word in ("医药", "储备") if word in string]


def ids(text: str, filters: Filters | None = None, *, strict: bool = False) -> list[str]:
    """The documents that answer, in order."""
    query = SearchQuery(text, filters=filters or Filters(), strict=strict)
    given = {FieldTerm(Field.TAG, "重要"): frozenset({"d2"})}
    return [answer.id for answer in scan(query, DOCUMENTS, cut, given)]


@pytest.mark.parametrize(("typed", "answer"), [
    ("医药储备", ["d1", "d2"]), ('"医药储备"', ["d1"]), ("储备 供应", ["d2"]), ("储备 -供应", ["d1"]),
    ("供应 OR 任免", ["d2", "d3"]),
    ("-储备", ["d3"]), ("标题:储备", ["d1"]), ("章节:总则", ["d1"]), ("机关:办公室", ["d1"]), ("类型:意见", ["d2"]),
    ("年:2021", ["d2"]),
    ("年:2021..2022 储备", ["d1", "d2"]), ("期:2 -储备", ["d3"]), ("日期:2021-03", ["d2"]), ("日期:..2021", ["d2"]),
    ("公报:望海", ["d3"]),
    ("栏目:办公室", ["d1"]), ("文号:云政发2021 7", ["d2"]), ("标签:重要", ["d2"]), ("储备 -标签:重要", ["d1"]),
    ("标签:没有", []),
    ("云政办发 42 号 2022", ["d1", "d2"]), ("2020年3月1日", ["d3"]), ("粮食 NEAR/5 医药", ["d2"]),
    ("粮食 NEAR/1 医药", []),
    ("医药*办法", ["d1"]), ("没有这个词", []), ("", []),
])
def test_a_question_is_answered(typed: str, answer: list[str]) -> None:
    assert ids(typed) == answer


def test_the_whole_string_comes_before_the_words() -> None:
    answers = scan(SearchQuery("医药储备"), reversed(DOCUMENTS), cut)
    assert [(answer.id, answer.match) for answer in answers] == [("d1", Match.EXACT), ("d2", Match.WORDS)]


def test_a_number_finds_its_document_before_those_that_cite_it() -> None:
    assert ids("云政办发[2022]42")[0] == "d1"


@pytest.mark.parametrize(("filters", "answer"), [
    (Filters(publishers=("望海市人民政府",)), ["d3"]), (Filters(years=(2021, None)), ["d1", "d2"]),
    (Filters(numbers=(2,)), ["d2", "d3"]),
    (Filters(dates=("2021", "2021-03")), ["d2"]), (Filters(sections=("市政府文件",)), ["d2"]),
    (Filters(kinds=("通知", "意见")), ["d1", "d2"]),
    (Filters(issuers=("办公室",)), ["d1"]),
])
def test_filters_narrow(filters: Filters, answer: list[str]) -> None:
    assert sorted(ids("医药 OR 人事", filters)) == answer


def test_strict_tells_kinds_of_brackets_apart() -> None:
    assert ids("〔2022〕", strict=True) == ["d1", "d2"]
    assert ids("[2022]", strict=True) == []
