"""Who is to do what until when, as the text says it."""

from __future__ import annotations

import pytest

from reader.exporting.duties import Duty, duty, duty_of_words
from reader.model.document import Block, BlockKind, Document
from tests.reader.exporting.fictional import FACTS


@pytest.mark.parametrize(("words", "expected"), [
    ("建成水网。（责任单位：市水务局、市财政局）", Duty(("市水务局", "市财政局"))),
    ("（牵头单位:市住建局;配合单位:市发改委,各县区）", Duty(("市住建局",), ("市发改委", "各县区"))),
    ("责任部门：市应急局 市公安局。", Duty(("市应急局", "市公安局"))),
    ("2025年12月底前建成。", Duty(deadline="2025年12月底前")),
    ("到2023年 6月30日前完成", Duty(deadline="2023年6月30日前")),
    ("自收到之日起15个工作日内办结", Duty(deadline="15个工作日内")),
    ("每年3月底前报送", Duty(deadline="每年3月底前")),
    ("完成时限：2024年上半年；责任单位：甲局", Duty(("甲局",), (), "2024年上半年")),
    ("（市水务局牵头，市财政局、各县（市、区）人民政府按职责分工负责）",
     Duty(("市水务局",), ("市财政局", "各县（市、区）人民政府"))),
    ("（民政部、财政部，各省、自治区、直辖市人民政府负责）",
     Duty(("民政部", "财政部", "各省、自治区、直辖市人民政府"))),
    ("（由市教育局负责，2025年底前完成）", Duty(("市教育局",), (), "2025年底前")),
    ("［市住建局负责，市应急局配合］", Duty(("市住建局",), ("市应急局",))),
    ("（谁使用谁负责）", Duty()),
    ("（主要领导亲自负责）", Duty()),
    ("（含配合）", Duty()),
    ("各单位要加强领导，压实责任。", Duty()),
    ("2025年建成三座水厂。", Duty()),
])
def test_duties_are_found_where_they_are_labelled(words: str, expected: Duty) -> None:
    assert duty_of_words(words) == expected


def test_tags_add_what_the_text_does_not_say() -> None:
    tags = ("责任/市水务局", "期限/年底", "要紧", "责任")
    assert duty_of_words("建成水网。", tags) == Duty(("市水务局",), (), "年底")


def test_the_paragraph_behind_the_quote_counts_where_the_quote_says_nothing() -> None:
    text = "建成水网。（责任单位：市水务局）\n建成路网。（责任单位：市交通局）\n"
    first = text.index("\n") + 1
    blocks = (Block(BlockKind.PARAGRAPH, 0, first), Block(BlockKind.PARAGRAPH, first, len(text)))
    document = Document(FACTS, text, blocks)
    assert duty(document, 0, 5) == Duty(("市水务局",))
    assert duty(document, first, first + 5) == Duty(("市交通局",))
