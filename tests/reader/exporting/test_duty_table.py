"""A plan's tasks, row by row: what, who, who helps, until when."""

from __future__ import annotations

from reader.exporting.duties import Duty
from reader.exporting.duty_table import duty_table
from reader.importing.importer import parse
from reader.model.document import Document

PLAN = """云汀市人民政府办公室
关于印发《云汀市渡口整治方案》的通知
云政办发〔2024〕9号

各县（市、区）人民政府，市直各单位：
现将《云汀市渡口整治方案》印发给你们，请认真组织实施。

云汀市人民政府办公室
2024年5月6日

云汀市渡口整治方案

一、主要任务
{body}
"""


def document(body: str) -> Document:
    made, = parse(PLAN.format(body=body).encode(), "one.txt").issue.documents
    return made


def test_each_labelled_task_is_a_row_with_its_clause() -> None:
    made = document(
        "（一）改造码头。2025年6月底前改造十座码头。（牵头单位：市交通局；配合单位：市财政局、各县（市、区）人民政府）\n"
        "（二）更新渡船。淘汰木船。责任单位：市交通局、市应急局按职责分工负责，各县、区人民政府落实。\n"
        "（三）做好宣传。广泛宣传渡口安全。"
    )
    rows = duty_table(made)
    assert [(row.address, row.task, row.duty) for row in rows] == [
        ("第一部分第（一）项", "（一）改造码头",
         Duty(("市交通局",), ("市财政局", "各县（市、区）人民政府"), "2025年6月底前")),
        ("第一部分第（二）项", "（二）更新渡船", Duty(("市交通局", "市应急局", "各县、区人民政府"))),
    ]
    assert made.text[rows[0].start:].startswith("（一）改造码头")
    assert made.text[:rows[0].end].endswith("各县（市、区）人民政府")


def test_a_label_on_a_line_of_its_own_tells_of_what_stands_above() -> None:
    row, = duty_table(document(
        "（一）改造码头\n改造十座码头，设置护栏。码头应当平整。\n责任单位：市交通局；完成时限：2025年底前"))
    assert (row.task, row.duty) == ("（一）改造码头", Duty(("市交通局",), (), "2025年底前"))


def test_several_tasks_of_one_paragraph_are_rows_of_their_own() -> None:
    rows = duty_table(document(
        "改造十座码头（责任单位：市交通局，完成时限：2024年底）；更新二十条渡船（责任单位：市应急局，下同）。"))
    assert [(row.task, row.duty) for row in rows] == [
        ("改造十座码头", Duty(("市交通局",), (), "2024年底")), ("更新二十条渡船", Duty(("市应急局",)))]


def test_a_table_with_a_column_of_units_gives_its_rows() -> None:
    made = document(
        "重点任务清单见下表。\n\n"
        "序号\t工作任务\t责任单位\t配合单位\t完成时限\n"
        "1\t改造码头\t市交通局\t市财政局、市水务局\t2024年9月\n"
        "2\t更新渡船\t市应急局\t\t2025年6月\n"
    )
    assert [(row.task, row.duty) for row in duty_table(made)] == [
        ("改造码头", Duty(("市交通局",), ("市财政局", "市水务局"), "2024年9月")),
        ("更新渡船", Duty(("市应急局",), (), "2025年6月")),
    ]


def test_figures_by_unit_are_no_tasks() -> None:
    made = document(
        "渡船数见下表。\n\n县区\t年度\t渡船\t责任单位\n东江县\t2024\t12\t东江县政府\n西江县\t2024\t9\t西江县政府\n")
    assert duty_table(made) == ()


def test_a_text_without_labels_has_no_rows() -> None:
    assert duty_table(document("（一）改造码头。市交通局要抓紧改造，压实责任。")) == ()
