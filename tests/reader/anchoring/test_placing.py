"""An anchor finds its clause again, and never a look-alike."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from reader.anchoring import describe, place
from reader.model.annotation import Anchor, AnchorState, Placement

PARAGRAPHS = (
    "安澜市医药储备管理办法\n",
    "第一条　为了加强本市医药储备管理，保障突发事件的药品供应，根据有关法律法规，结合本市实际，制定本办法。\n",
    "第二条　市工业和信息化局负责本市医药储备的组织实施，会同市财政局、市卫生健康委员会制定年度储备计划。\n",
    "第三条　承储企业应当建立入库、验收、养护、出库制度，储备药品有效期不得少于六个月。\n",
    "承储企业每季度末向市工业和信息化局报送库存情况，不得虚报、瞒报。\n",
    "第四条　储备资金由市财政安排，专款专用，任何单位和个人不得截留、挪用。\n",
    "第五条　本办法自2023年1月1日起施行，有效期五年。\n",
)
TEXT = "".join(PARAGRAPHS)


def anchor_of(quote: str, text: str = TEXT) -> Anchor:
    start = text.index(quote)
    return describe(text, start, start + len(quote), "第三条")


def words(placement: Placement, text: str) -> str:
    assert placement.start is not None
    assert placement.end is not None
    return text[placement.start:placement.end]


def test_describe_keeps_position_quote_context_and_address() -> None:
    anchor = anchor_of("储备药品有效期")
    assert TEXT[anchor.start:anchor.end] == anchor.quote == "储备药品有效期"
    assert anchor.prefix == TEXT[anchor.start - 32:anchor.start]
    assert anchor.suffix == TEXT[anchor.end:anchor.end + 32]
    assert anchor.address == "第三条"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (5, 5), (7, 3), (0, 10_000)])
def test_describe_refuses_what_is_no_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="range"):
        describe(TEXT, start, end)


def test_unchanged_text_is_exact() -> None:
    anchor = anchor_of("专款专用")
    assert place(anchor, TEXT) == Placement(AnchorState.EXACT, anchor.start, anchor.end)


@pytest.mark.parametrize("quote", ["专款", "储备药品有效期不得少于六个月", "，结合本市实际"])
def test_another_layout_is_exact(quote: str) -> None:
    changed = "\n".join(TEXT[at:at + 17] for at in range(0, len(TEXT), 17)).replace("，", ",").replace("　", "\n\n  ")
    placement = place(anchor_of(quote), changed)
    assert placement.state is AnchorState.EXACT
    assert words(placement, changed).replace("\n", "").replace(",", "，") == quote


def test_text_put_in_before_moves_it() -> None:
    changed = TEXT.replace("第三条", "第二条之一　储备品种目录由市工业和信息化局公布。\n第三条")
    placement = place(anchor_of("有效期不得少于六个月"), changed)
    assert (placement.state, words(placement, changed)) == (AnchorState.MOVED, "有效期不得少于六个月")


def test_changed_words_move_it() -> None:
    changed = TEXT.replace("不得少于六个月", "不得少于九个月").replace("验收、", "")
    placement = place(anchor_of("储备药品有效期不得少于六个月"), changed)
    assert (placement.state, words(placement, changed)) == (AnchorState.MOVED, "储备药品有效期不得少于九个月")


def test_white_space_at_the_ends_of_a_quote_is_kept() -> None:
    quote = "　储备资金由市财政安排，专款专用，任何单位和个人不得截留、挪用。\n"
    changed = "说明：下文经过修订。\n" + TEXT
    placement = place(anchor_of(quote), changed)
    assert (placement.state, words(placement, changed)) == (AnchorState.MOVED, quote)


def test_deleted_clause_is_an_orphan_though_its_words_stand_elsewhere() -> None:
    anchor = anchor_of("市工业和信息化局", TEXT[TEXT.index("承储企业每季度"):])
    whole = describe(TEXT, TEXT.index("承储企业每季度") + anchor.start, TEXT.index("承储企业每季度") + anchor.end)
    changed = TEXT.replace(PARAGRAPHS[4], "")
    assert place(whole, changed).state in {AnchorState.UNCERTAIN, AnchorState.ORPHAN}


def test_deleted_row_is_not_taken_for_the_next() -> None:
    rows = "".join(f"第{number}标段\t土建工程\t{number * 37}.{number}万元\t已开工\n" for number in range(1, 30))
    start = rows.index("土建工程\t259.7万元")
    anchor = describe(rows, start, start + len("土建工程\t259.7万元"))
    changed = rows.replace("第7标段\t土建工程\t259.7万元\t已开工\n", "")
    assert place(anchor, changed).state in {AnchorState.UNCERTAIN, AnchorState.ORPHAN}


def test_twins_far_from_home_are_a_question() -> None:
    text = "".join(f"{TEXT}{PARAGRAPHS[5]}" for _ in range(2))
    start = text.rindex("专款专用")
    anchor = describe(text, start, start + 4)
    assert place(anchor, text).state is AnchorState.EXACT
    assert place(anchor, f"前言。\n{text}附记。\n").state is AnchorState.UNCERTAIN


def test_a_twin_as_far_from_the_end_as_it_was_is_the_one() -> None:
    text = "".join(f"{TEXT}{PARAGRAPHS[5]}" for _ in range(2))
    start = text.rindex("专款专用")
    changed = "前言。\n" + text
    assert place(describe(text, start, start + 4), changed) == Placement(
        AnchorState.MOVED, changed.rindex("专款专用"), changed.rindex("专款专用") + 4)


def test_a_copy_put_in_before_is_not_taken_for_the_clause() -> None:
    changed = PARAGRAPHS[5] + TEXT
    placement = place(anchor_of("市财政安排，专款"), changed)
    assert (placement.state, placement.start) == (AnchorState.MOVED, changed.rindex("市财政安排"))


def test_one_of_twins_side_by_side_is_a_question_when_a_third_comes() -> None:
    rows = "序号　单位　金额　备注　市财政局下达市本级专项资金安排情况明细表\n" * 4
    text = TEXT + rows + "合计　另行通知。\n"
    start = text.index("专项资金安排", len(TEXT) + len(rows) // 4)
    anchor = describe(text, start, start + 6)
    assert place(anchor, text).state is AnchorState.EXACT
    more = text.replace("合计", rows[:len(rows) // 4] + "合计")
    assert place(anchor, more).state is AnchorState.UNCERTAIN


def test_one_of_many_twins_stays_where_it_is() -> None:
    text = "".join(f"{number % 2}\t无\n" for number in range(100)) + "完。\n"
    anchor = describe(text, 200, 201)
    assert place(anchor, text.replace("\n", " \n")).state is AnchorState.EXACT


def test_same_words_at_the_same_position_in_another_clause_are_not_exact() -> None:
    anchor = anchor_of("市工业和信息化局")
    changed = "甲" * anchor.start + anchor.quote + "乙" * 200
    assert place(anchor, changed).state in {AnchorState.UNCERTAIN, AnchorState.ORPHAN}


def test_paragraph_put_in_right_beside_a_quote_loses_only_one_context() -> None:
    quote = "不得虚报、瞒报。"
    added = "市卫生健康委员会可以抽查承储品种的质量，结果向社会公开，接受监督。\n"
    changed = "通知。\n" + TEXT.replace(PARAGRAPHS[4], PARAGRAPHS[4] + added)
    placement = place(anchor_of(quote), changed)
    assert (placement.state, words(placement, changed)) == (AnchorState.MOVED, quote)


def test_anchor_of_another_program_without_context() -> None:
    bare = Anchor(3, 40, PARAGRAPHS[3].strip())
    found = place(bare, TEXT)
    assert (found.state, words(found, TEXT)) == (AnchorState.MOVED, PARAGRAPHS[3].strip())
    short = replace(bare, quote="承储企业")
    assert place(short, TEXT).state is AnchorState.UNCERTAIN


def test_long_quote_is_found_by_its_ends() -> None:
    rng = random.Random(5)
    text = "".join(rng.choice("安澜市医药储备管理办法承企业应当建立制度计划资金供保障突发事件品") for _ in range(9000))
    anchor = describe(text, 2000, 6000)
    changed = text[:1000] + text[1200:3000] + "新增" * 20 + text[3000:]
    placement = place(anchor, changed)
    assert (placement.state, placement.start, placement.end) == (AnchorState.MOVED, 1800, 5840)
    assert place(anchor, text[:2000] + text[6000:]).state is AnchorState.ORPHAN


def test_invisible_quote_is_an_orphan_once_its_place_has_changed() -> None:
    anchor = describe("甲\n\n乙", 1, 3)
    assert place(anchor, "甲\n\n乙").state is AnchorState.EXACT
    assert place(anchor, "甲乙").state is AnchorState.ORPHAN


def test_text_may_be_empty() -> None:
    assert place(anchor_of("专款专用"), "").state is AnchorState.ORPHAN
