"""Markdown that pandoc has made of Word files: its tables are tables, its attributes and divisions are markup."""

from __future__ import annotations

from reader.importing.formats.registry import read
from reader.importing.source import Source

from .conservation import leak, texts


def source_of(text: str) -> Source:
    source = read(text.encode(), "公报.md")
    assert not leak(source)
    return source


def cells(source: Source) -> list[list[str]]:
    (table,) = [line.table for line in source.lines if line.table is not None]
    return [[cell.text for cell in row] for row in table.rows]


RULED = """
  ------------------------------------------------
  **项目类型**        **奖励上限**     **备注**
  ------------------- ---------------- -----------
  老旧小区            20%              含加装电梯，
                                       另行申请

  老旧厂区            15%
  ------------------------------------------------

下文。
"""
GRID = """
+--------+------------+
| 任务   | 责任单位   |
+========+============+
| 供水   | 市水务局   |
|        |            |
|        | 市住建局   |
+--------+------------+
| 供气   |            |
+--------+------------+
"""


def test_columns_under_a_rule_are_a_table() -> None:
    source = source_of(RULED)
    assert cells(source) == [["项目类型", "奖励上限", "备注"], ["老旧小区", "20%", "含加装电梯，另行申请"],
                             ["老旧厂区", "15%", ""]]
    assert texts(source) == ["下文。"]


def test_rows_without_blank_lines_are_rows_of_one_line() -> None:
    source = source_of("  序号   名称\n  ------ --------\n  1      望江楼\n  2      永济桥\n  ------ --------\n")
    assert cells(source) == [["序号", "名称"], ["1", "望江楼"], ["2", "永济桥"]]


def test_a_grid_is_a_table() -> None:
    source = source_of(GRID)
    assert cells(source) == [["任务", "责任单位"], ["供水", "市水务局 市住建局"], ["供气", ""]]
    assert [cell.header for row in next(line.table for line in source.lines if line.table).rows for cell in row] == [
        True, True, False, False, False, False]


def test_a_grid_whose_bars_do_not_stand_in_line_is_text() -> None:
    source = source_of("+----+----+\n| 甲  乙  丙 |\n+----+----+\n")
    assert all(line.table is None for line in source.lines)


def test_rules_of_a_grid_alone_are_looked_at_once() -> None:
    source = source_of("+--+--+\n" * 3 + "甲\n")
    assert texts(source) == ["+--+--+"] * 3 + ["甲"]


def test_dashes_between_texts_are_no_table() -> None:
    source = source_of("甲文。\n\n-----\n\n乙文。\n\n-----\n")
    assert all(line.table is None for line in source.lines)


def test_divisions_attributes_and_breaks_are_markup() -> None:
    source = source_of('::: {custom-style="Title"}\n**临川市人民政府**\n:::\n\n'
                       "[]{#_Toc1 .anchor}临政发〔2023〕3号\n\n## **第一章　总则** {#_bookmark1 .unnumbered}\n\n"
                       '[落款]{.underline}单位\\\n2023年5月22日\n\n'
                       '![](media/image1.png){width="5.77in" height="8.2in"}\n')
    assert texts(source) == ["临川市人民政府", "临政发〔2023〕3号", "第一章　总则", "落款单位", "2023年5月22日"]


def test_the_record_at_the_head_is_markup() -> None:
    source = source_of('---\ntitle: "公报"\nauthor:\n- 办公室\n---\n\n正文。\n')
    assert texts(source) == ["正文。"]
    assert "- 办公室" in [removal.text for removal in source.removals]


def test_a_rule_at_the_head_is_no_record() -> None:
    assert "正文。" in texts(source_of("---\n\n正文。\n\n---\n"))
    assert "正文。" in texts(source_of("---\n正文：\n正文。\n---\n"))


def test_notes_keep_their_marks() -> None:
    source = source_of("# 办法\n\n提升城市品质[^1]，制定本办法。\n\n[^1]: 品质是指环境。\n")
    assert [(line.text, line.marked) for line in source.lines if line.text] == [
        ("办法", ""), ("提升城市品质¹，制定本办法。", ""), ("¹品质是指环境。", "footnote")]
