"""Clause addresses: 条款项 in rules, 部分条目点 in plans; run-in headings; gaps."""

from __future__ import annotations

from reader.importing.importer import parse
from reader.model.document import Document
from reader.model.outline import outline

HEAD = (
    "云汀市人民政府\n关于印发《云汀市公园管理办法》的通知\n\n云政发〔2030〕9号\n\n"
    "各县、区人民政府：\n\n现印发给你们。\n\n"
)
CLOSE = "云汀市人民政府\n\n2030年5月1日\n\n云汀市公园管理办法\n\n"


def document(*paragraphs: str) -> Document:
    text = HEAD + CLOSE + "\n\n".join(paragraphs) + "\n"
    (found,) = parse(text.encode(), "rules.txt").issue.documents
    return found


def addresses(found: Document) -> dict[str, str]:
    return {
        found.text[block.start : block.end].strip()[:6]: "".join(
            f"{unit}{number} " for unit, number in block.address.steps
        )
        for block in found.blocks
        if block.address is not None
    }


def test_counts_paragraphs_of_an_article_only_where_there_are_several() -> None:
    found = addresses(
        document(
            "第一条 为了加强管理，制定本办法。",
            "第二条 本市公园适用本办法。",
            "前款所称公园，包括绿地。",
            "有下列情形之一的除外：",
            "（一）临时绿地；",
            "1.施工绿地；",
            "（二）其他绿地。",
        )
    )
    assert found["第一条 为了"] == "条一 "
    assert found["第二条 本市"] == "条二 款一 "
    assert found["前款所称公园"] == "条二 款二 "
    assert found["（一）临时绿"] == "条二 款三 项一 "
    assert found["1.施工绿地"] == "条二 款三 项一 目1 "
    assert found["（二）其他绿"] == "条二 款三 项二 "


def test_addresses_a_plan_by_parts_and_points() -> None:
    found = addresses(
        document(
            "一、总体要求",
            "坚持以人为本。",
            "二、重点任务",
            "（一）建设公园。要新建一批公园，改建一批公园。",
            "1.选址。要合理选址，方便群众。",
        )
    )
    assert found["坚持以人为本"] == "部分一 "
    assert found["（一）建设公"] == "部分二 条目一 "
    assert found["1.选址。要"] == "部分二 条目一 点1 "


def test_a_paragraph_carries_the_heading_it_opens_with() -> None:
    found = document("一、重点任务", "（一）明确范围。本办法所指公园，包括绿地。", "（二）落实责任。各县要负责。")
    assert [(heading.level, heading.label, heading.text) for heading in outline(found.text, found.blocks)] == [
        (1, "一、", "重点任务"),
        (2, "（一）", "明确范围"),
        (2, "（二）", "落实责任"),
    ]


def test_items_of_a_list_are_no_headings() -> None:
    found = document(
        "第一条 应当提交下列材料：", "（一）申请书；", "（二）身份证明。", "第二条 本办法自公布之日起施行。"
    )
    assert outline(found.text, found.blocks) == ()


def test_spaced_chapter_headings_are_read_without_spaces() -> None:
    found = document(
        "第一章 总 则", "第一条 为了加强管理，制定本办法。", "第二章 附 则", "第二条 本办法自公布之日起施行。"
    )
    assert [heading.text for heading in outline(found.text, found.blocks)] == ["总则", "附则"]


def test_doubts_a_gap_in_the_numbering() -> None:
    text = HEAD + CLOSE + "第一条 甲方应当遵守。\n\n第三条 乙方应当遵守。\n"
    doubts = [doubt for doubt in parse(text.encode(), "rules.txt").report.doubts if doubt.code == "doubt.number_gap"]
    assert [doubt.facts for doubt in doubts] == [{"before": "第一条", "after": "第三条"}]


def test_mends_an_article_label_that_lost_its_first_character() -> None:
    text = HEAD + CLOSE + "\n\n".join(f"第{n}条 应当遵守规定。" for n in "一二三") + "\n\n四条 应当遵守规定。\n"
    parsed = parse(text.encode(), "rules.txt")
    assert parsed.issue.documents[0].facts.articles == 4
    assert [(repair.kind, repair.before, repair.after) for repair in parsed.report.repairs] == [("ocr", "", "第")]


def test_keeps_the_mark_between_a_label_and_its_text() -> None:
    found = document("第一章：总则", "第一条：为了加强管理，制定本办法。", "第二条：本办法自发布之日起施行。")
    assert [heading.label + heading.text for heading in outline(found.text, found.blocks)] == ["第一章：总则"]
    assert "第一条：为了" in found.text
    assert "第二条：本办法" in found.text
    assert found.facts.articles == 2


def test_keeps_the_point_that_closes_a_decimal_label() -> None:
    found = document(
        "1 总则", "1.1. 编制目的", "为了加强公园管理，做好应急处置工作，制定本预案。", "1.2. 适用范围", "本市行政区域。"
    )
    assert "1.2. 适用" in found.text or "1.2.适用" in found.text


def test_steps_of_an_amendment_are_no_headings() -> None:
    found = document("一、将第五条修改为：“公园应当开放。”", "二、删去第九条。", "本决定自公布之日起施行。")
    assert outline(found.text, found.blocks) == ()


def test_a_bare_list_is_no_list_of_headings() -> None:
    found = document("批准下列单位：", "一、东港测绘院", "二、南屿海图社", "特此公告。")
    assert outline(found.text, found.blocks) == ()
