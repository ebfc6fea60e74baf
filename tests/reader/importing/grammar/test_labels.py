"""Labels of headings, articles and items, and what only looks like one."""

from __future__ import annotations

import pytest

from reader.importing.grammar.labels import Rank, label


@pytest.mark.parametrize(
    ("text", "rank", "printed", "number", "rest"),
    [
        ("第一章 总 则", Rank.CHAPTER, "第一章", 1, "总 则"),
        ("第二十一条　本办法", Rank.ARTICLE, "第二十一条", 21, "本办法"),
        ("第三条本办法适用于", Rank.ARTICLE, "第三条", 3, "本办法适用于"),
        ("第十条之一 补充", Rank.ARTICLE, "第十条之一", 10, "补充"),
        ("第二章 项目决策程序", Rank.CHAPTER, "第二章", 2, "项目决策程序"),
        ("第三章 第三方机构管理", Rank.CHAPTER, "第三章", 3, "第三方机构管理"),
        ("十二、附则", Rank.HAN, "十二、", 12, "附则"),
        ("(一) 总体目标", Rank.HAN_BRACKET, "(一)", 1, "总体目标"),
        ("（ 二 ）原则", Rank.HAN_BRACKET, "（ 二 ）", 2, "原则"),
        ("1.合理布局", Rank.DIGIT, "1.", 1, "合理布局"),
        ("２．拓展资源", Rank.DIGIT, "２．", 2, "拓展资源"),
        ("3、推进", Rank.DIGIT, "3、", 3, "推进"),
        ("（4）其他", Rank.DIGIT_BRACKET, "（4）", 4, "其他"),
        ("③县道", Rank.CIRCLE, "③", 3, "县道"),
        ("1.2 编制依据", Rank.DECIMAL, "1.2", 2, "编制依据"),
        ("a.古郊段", Rank.LETTER, "a.", 1, "古郊段"),
    ],
)
def test_reads_a_label(text: str, rank: Rank, printed: str, number: int, rest: str) -> None:
    found = label(text)
    assert found is not None
    assert (found.rank, found.text, found.number, text[found.end :]) == (rank, printed, number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "第三条规定的情形",
        "第三条第二款",
        "第二十一条、第二十二条",
        "第十条（三）项",
        "5.38 万元，高于平均水平",
        "3.50万元增加到",
        "2030年3月",
        "一、二、三等奖",
        "第三方机构",
        "十分重要",
    ],
)
def test_takes_a_mention_or_a_figure_for_no_label(text: str) -> None:
    assert label(text) is None
