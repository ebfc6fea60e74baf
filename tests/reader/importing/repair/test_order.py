"""Headings that an extractor gives last on their page come first again, and are doubted."""

from __future__ import annotations

from reader.importing.importer import parse
from reader.importing.repair.line import COLUMN, Line, Record
from reader.importing.repair.order import restore_order


def lines(*texts: str) -> list[Line]:
    """Lines; one that begins with | begins a column."""
    made = []
    for number, text in enumerate(texts, 1):
        line = Line(text.lstrip("|"), number)
        line.broken = COLUMN if text.startswith("|") else 0
        made.append(line)
    return made


def test_moves_an_attachment_heading_from_the_end_of_its_page() -> None:
    record = Record()
    moved = restore_order(
        lines(
            "|为加强管理，提出以下意见。",
            "附件：公园名单",
            "|一、市级公园",
            "明月公园是市级公园。",
            "|二、县级公园",
            "镜湖公园是县级公园。",
            "附件",
            "公园名单",
            "|云汀市人民政府",
        ),
        record,
    )
    assert [line.line for line in moved] == [1, 2, 7, 8, 3, 4, 5, 6, 9]
    assert [doubt.code for doubt in record.doubts] == ["doubt.order_moved"]


def test_leaves_a_heading_that_begins_its_page() -> None:
    given = lines("|甲说明情况。", "附件：名单", "|附件", "名单", "明月公园。", "|镜湖公园。", "|结束。")
    assert [line.line for line in restore_order(given, Record())] == [1, 2, 3, 4, 5, 6, 7]


def test_moves_the_title_of_an_issued_plan_out_of_a_sentence() -> None:
    record = Record()
    moved = restore_order(
        lines(
            "|《公园建设行动计划》《湿地保护行动计划》已经市政府同意，现印发给你们。",
            "公园建设行动计划",
            "一、目标",
            "完成任务。",
            "|为落实规定，制定本计划。",
            "一、要求",
            "完成整治，到2030",
            "湿地保护行动计划",
            "|年底全部完成。",
        ),
        record,
    )
    assert [line.line for line in moved] == [1, 2, 3, 4, 8, 5, 6, 7, 9]


def test_a_moved_heading_loses_no_text() -> None:
    text = "\n\n".join(("甲。", "附件：名单")) + "\n 一、市级\n\n明月公园。\n 二、县级\n\n附件\n\n名单\n 尾声。\n"
    parsed = parse(text.encode(), "a.txt")
    assert sorted("".join(parsed.issue.text.split())) == sorted("".join(text.split()))
