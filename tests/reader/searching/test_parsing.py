"""A search question is understood as a person would mean it, and whatever can be text is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import UserError
from reader.searching.parsing import parse
from reader.searching.query import (
    And,
    Field,
    FieldRange,
    FieldTerm,
    Near,
    Node,
    Not,
    Or,
    Term,
    free_terms,
    outside_terms,
)

A, B, C = Term("医药"), Term("储备"), Term("药品")


@pytest.mark.parametrize(("typed", "tree"), [
    ("医药", A),
    ("医药 储备", And((A, B))),
    ("医药　储备", And((A, B))),
    ("医药 AND 储备", And((A, B))),
    ("医药 OR 储备", Or((A, B))),
    ("医药 | 储备 药品", Or((A, And((B, C))))),
    ("医药 -储备", And((A, Not(B)))),
    ("医药 －储备", And((A, Not(B)))),
    ("医药 NOT 储备", And((A, Not(B)))),
    ("-医药", Not(A)),
    ("--医药", A),
    ("(医药 OR 药品) 储备", And((Or((A, C)), B))),
    ("（医药 OR 药品） 储备", And((Or((A, C)), B))),
    ("-(医药 药品) 储备", And((Not(And((A, C))), B))),
    ("((医药 OR 药品) 储备)", And((Or((A, C)), B))),
    ('"医药 储备"', Term("医药 储备", quoted=True)),
    ("“医药”", Term("医药", quoted=True)),
    ('-"医药" 储备', And((Not(Term("医药", quoted=True)), B))),
    ("医药 NEAR 储备", Near((A, B), 20)),
    ("医药 NEAR/5 储备", Near((A, B), 5)),
    ("NEAR(医药 储备 药品, 10)", Near((A, B, C), 10)),
    ("NEAR/3(医药 储备)", Near((A, B), 3)),
    ("医药 NEAR 储备 NEAR/30 药品", Near((A, B, C), 30)),
    ("储备*", Term("储备*")),
    ("标题:储备", FieldTerm(Field.TITLE, "储备")),
    ("标题：储备", FieldTerm(Field.TITLE, "储备")),
    ("标题: 储备", FieldTerm(Field.TITLE, "储备")),
    ("Title:储备", FieldTerm(Field.TITLE, "储备")),
    ('标题:"储备 管理"', FieldTerm(Field.TITLE, "储备 管理", quoted=True)),
    ("标题:(储备 OR -药品)", Or((FieldTerm(Field.TITLE, "储备"), Not(FieldTerm(Field.TITLE, "药品"))))),
    ("文号:长政发56", FieldTerm(Field.NUMBER, "长政发56")),
    ("机关:财政局", FieldTerm(Field.ISSUER, "财政局")),
    ("issuer:财政局", FieldTerm(Field.ISSUER, "财政局")),
    ("章节:保障措施", FieldTerm(Field.HEADING, "保障措施")),
    ("类型:通知", FieldTerm(Field.KIND, "通知")),
    ("年:2022", FieldRange(Field.YEAR, "2022", "2022")),
    ("年：2020..2024", FieldRange(Field.YEAR, "2020", "2024")),
    ("year:2020-2024", FieldRange(Field.YEAR, "2020", "2024")),
    ("年:2024..2020", FieldRange(Field.YEAR, "2020", "2024")),
    ("年:二〇二二", FieldRange(Field.YEAR, "2022", "2022")),
    ("期:..5", FieldRange(Field.ISSUE, None, "5")),
    ("期:第5期", FieldRange(Field.ISSUE, "5", "5")),
    ("日期:2021-03..2022", FieldRange(Field.DATE, "2021-03", "2022")),
    ("date:2021年3月1日..", FieldRange(Field.DATE, "2021-03-01", None)),
])
def test_operators_and_fields_are_read(typed: str, tree: Node) -> None:
    assert parse(typed).root == tree


@pytest.mark.parametrize("typed", [
    "关于“十四五”规划的通知", "（一）明确范围", "(一)", "第（一）项", '他说"好"了', "年:abc", "日期:2021-13",
    "标题:", "a:b",
    "-5℃", "OR", "NEAR", "单位：公顷", "医药*储备", "GB/T", "附件：1.名单",
])
def test_what_can_be_text_is_text(typed: str) -> None:
    assert parse(typed).root == Term(typed)


@pytest.mark.parametrize(("typed", "meant"),
    [('"医药', A), ("医药”", A), ("医药 OR", A), ("OR 医药", A), ("医药 NEAR", A)])
def test_a_mark_without_its_fellow_is_left_out(typed: str, meant: Term) -> None:
    assert parse(typed).root == meant


def test_the_whole_string_is_kept_as_typed() -> None:
    assert parse(" 医药 -储备 ").literal == "医药 -储备"


def test_a_single_quoted_string_is_all_there_is() -> None:
    assert parse('"医药 储备"').literal == ""


def test_nothing_typed_asks_for_nothing() -> None:
    question = parse(" \u3000 ")
    assert (question.literal, question.root) == ("", None)


def test_terms_of_annotations_are_told_apart() -> None:
    question = parse("医药 (标签:重要/甲 OR -批注:草稿) 样式:依据 标题:储备")
    assert outside_terms(question) == (
        FieldTerm(Field.TAG, "重要/甲"), FieldTerm(Field.NOTE, "草稿"), FieldTerm(Field.STYLE, "依据"))
    assert free_terms(question) == (A,)


def test_a_pasted_passage_is_one_string() -> None:
    passage = " ".join("第一条" for _ in range(200))
    assert parse(passage).root == Term(passage)


@pytest.mark.parametrize("typed", ["(" * 60 + "a b" + ")" * 60, "-" * 90 + "医药"])
def test_what_nobody_can_mean_is_refused(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(typed)
    assert refused.value.code == "search.syntax"


@given(st.text(alphabet='医药储备 ()（）"“”-:：*年NEARO|/,.2022\n标题签', max_size=60))
def test_no_typing_is_a_fault_of_ours(typed: str) -> None:
    try:
        question = parse(typed)
    except UserError:
        return
    assert (question.root is None) == (not typed.strip())
