"""Inline markup is shown as what it means, what is no markup stays, and nothing is lost without a record."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from reader.importing.formats.inline import resolve, wholly_bold
from reader.importing.source import visible

SHOWN = [
    ("$PM_{2.5}$浓度", "PM₂.₅浓度"), ("不高于 $\\mu g/m^3$", "不高于 μg/m³"), ("$2793\\text{ km}^2$。", "2793 km²。"),
    ("$5\\times 5$公里", "5×5公里"), ("$\\geq 25$", "≥25"), ("$x \\leq 3$", "x≤3"),
    ("下降$5\\%$", "下降5%"),
    ("$25^{\\circ}\\mathrm{C}$", "25°C"), ("25^{\\circ} C", "25°C"), ("5\\%以上", "5%以上"), ("10\\times 10", "10×10"),
    ("$CO_2$、$H_2SO_4$", "CO₂、H₂SO₄"), ("$\\frac{1}{2}$", "1/2"), ("$10^{-3}$", "10⁻³"), ("$\\textcircled{3}$", "③"),
    ("$100^{\\text{万元}}$", "100^(万元)"), ("1.2 $\\text{万元}$", "1.2 万元"),
    ("\\(x_{1}+y\\)", "x₁+y"),
    ("<b>一、总则</b>", "一、总则"), ("<STRONG class=\"a\">目标</STRONG>", "目标"), ("<p>甲</p><p>乙<br/>丙</p>",
                                                                         "甲 乙 丙"),
    ("m<sup>2</sup>", "m²"), ("PM<sub>10</sub>", "PM₁₀"), ("注<sup>①</sup>", "注①"), ("<u>  </u>年", "  年"),
    ("**七河**:上游", "七河:上游"), ("## **四、目标**", "## 四、目标"), ("建设**“三区”**工程", "建设“三区”工程"),
    ("__重要__。", "重要。"), ("***特急***", "特急"), ("&lt;附件&gt; &amp; &#8220;甲&#8221;", "<附件> & “甲”"),
    ("&amp;nbsp;", "&nbsp;"), ("1\\.合理 \\*注", "1.合理 *注"), ("\\(一\\)范围", "(一)范围"), ("甲<!-- 图 -->乙",
                                                                                   "甲乙"),
    ("见[公告](https://a.gov.cn/b__c.html)第一条", "见公告第一条"), ("![图1](images/a.png)", "图1"),
]
KEPT = [
    "2<3且5>4", "p<0.05，b<c", "*注：带*的为必填项", "价格$100至$200", "US$100, US$200",
    "<http://a.b/c__d__e?x=1&copy=2>",
    "张**、李**等人", "1402**1234**0012", "姓名__性别__年龄", "姓名：__性别：__", "____年____月", "3 * 4 * 5",
    "AT&T;", "&foo;",
    "（[1]）（注）", "[2021](5)", "D:\\times\\_x", "$\\overline{x}$", "C++ <vector>", "2^10", "《某办法》<试行>",
    "_{}", "\\",
]


def leak(text: str) -> Counter[str]:
    """What conservation misses or has too much."""
    shown, removals, repairs = resolve(text, 7)
    count = Counter(visible(text))
    count.subtract(Counter(visible("".join(removal.text for removal in removals))))
    count.subtract(Counter(visible("".join(repair.before for repair in repairs))))
    count.update(Counter(visible("".join(repair.after for repair in repairs))))
    count.subtract(Counter(visible(shown)))
    return Counter({character: number for character, number in count.items() if number})


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_markup_is_shown_as_what_it_means(text: str, shown: str) -> None:
    assert resolve(text, 1)[0] == shown
    assert not leak(text)


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_markup_stays(text: str) -> None:
    assert resolve(text, 1) == (text, (), ())


def test_records_name_kind_and_line() -> None:
    _, removals, repairs = resolve("<b>面积</b>$30\\text{km}^2$&gt;m<sup>3</sup>", 12)
    assert {(removal.kind, removal.line) for removal in removals} == {("markup", 12)}
    assert [(repair.kind, repair.before, repair.after) for repair in repairs] == [
        ("latex", "$30\\text{km}^2$", "30km²"), ("entity", "&gt;", ">"), ("superscript", "3", "³")]


@pytest.mark.parametrize(("text", "bold"), [
    ("**一、总则**", True), (" <b>一、总则</b> ", True), ("<strong>甲</strong>", True), ("**甲**：乙", False),
    ("甲", False),
    ("<b>甲</b> <b>乙</b>", False), ("**甲** **乙**", False),
])
def test_a_wholly_bold_line_is_known(text: str, bold: bool) -> None:
    assert wholly_bold(text) is bold


PIECES = ["$", "$$", "**", "__", "*", "_", "<b>", "</b>", "<br>", "<sup>2</sup>", "<sub>", "&lt;", "&amp;", "&", "<",
          ">", "\\",
          "\\%", "\\times", "\\(", "\\)", "{", "}", "^", "^2", "_{1}", "m", "一、", "（注）", "12", " ", "。", "[",
          "](", ")", "!",
          "http://a.b/", "<!--", "-->", "\\frac", "\\text{甲}", "𠮷"]


@seed(9704)
@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_no_mixture_of_markup_loses_a_character(text: str) -> None:
    assert not leak(text)


def test_a_long_line_of_marks_is_resolved_in_linear_time() -> None:
    chance = random.Random(1)
    text = "".join(chance.choices(PIECES, k=20_000))
    assert not leak(text)


@pytest.mark.corpus
def test_the_real_gazettes_lose_nothing(gazettes: list[Path]) -> None:
    for path in gazettes:
        for line in path.read_text(encoding="utf-8").split("\n"):
            assert not leak(line), line
