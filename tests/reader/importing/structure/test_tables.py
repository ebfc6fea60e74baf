"""Tables: continuations by mark, header, or nothing; headers of two rows; spans; text in a table's dress."""

from __future__ import annotations

from reader.importing.importer import parse
from reader.model.document import Document, Table
from reader.model.report import ParsedFile

HEAD = "云汀市人民政府\n关于下达建设计划的通知\n\n云政发〔2030〕9号\n\n各县、区人民政府：\n\n现下达建设计划。\n\n"


def read(*blocks: str, name: str = "plan.txt") -> tuple[Document, ParsedFile]:
    parsed = parse((HEAD + "\n\n".join(blocks) + "\n").encode(), name)
    (found,) = parsed.issue.documents
    return found, parsed


def rows(document: Document, table: Table) -> list[list[str]]:
    text = document.text[table.start : table.end - 1]
    return [row.split("\t") for row in text.split("\n")]


def test_keeps_empty_cells_at_both_ends() -> None:
    document, _ = read("类别\t序号\t备注\n甲\t1\t\n\t2\t\n合计\t\t3")
    (table,) = document.tables
    assert rows(document, table) == [["类别", "序号", "备注"], ["甲", "1", ""], ["", "2", ""], ["合计", "", "3"]]
    assert (table.rows, table.columns, table.header_rows) == (4, 3, 1)


def test_joins_a_continuation_after_its_mark_and_drops_the_repeated_header() -> None:
    document, parsed = read("序号\t名称\t地点\n1\t甲\t东", "续表", "序号\t名称\t地点\n2\t乙\t西")
    (table,) = document.tables
    assert [row[0] for row in rows(document, table)] == ["序号", "1", "2"]
    assert [removal.kind for removal in parsed.report.removals] == ["continuation_mark", "repeated_header"]


def test_joins_by_a_repeated_header_without_mark() -> None:
    document, _ = read("序号\t名称\t地点\n1\t甲\t东", "序号\t名称\t地点\n2\t乙\t西")
    assert len(document.tables) == 1


def test_joins_over_a_mere_blank_line() -> None:
    document, _ = read("序号\t名称\t地点\n1\t甲\t东\n2\t乙\t西", "3\t丙\t南\n4\t丁\t北")
    (table,) = document.tables
    assert table.rows == 5


def test_a_caption_begins_another_table() -> None:
    document, _ = read(
        "甲县计划表（表1）",
        "单位：公顷",
        "序号\t名称\t面积\n1\t甲\t2",
        "乙县计划表（表2）",
        "序号\t名称\t面积\n1\t乙\t3",
    )
    first, second = document.tables
    assert (first.caption, first.unit, second.caption) == ("甲县计划表（表1）", "单位：公顷", "乙县计划表（表2）")


def test_sees_a_header_of_two_rows() -> None:
    document, _ = read("县区\t合计\t住宅\t\t\n\t\t小计\t商品房\t保障房\n甲县\t9\t5\t3\t2")
    (table,) = document.tables
    assert table.header_rows == 2


def test_reads_a_pipe_table_without_header_words() -> None:
    document, parsed = read("| 名称 | 面积 |\n|---|---|\n| 甲<br>园 | $\\geq 25$ |", name="plan.md")
    (table,) = document.tables
    assert rows(document, table) == [["名称", "面积"], ["甲 园", "≥25"]]
    assert {removal.kind for removal in parsed.report.removals} == {"markup"}


def test_unfolds_columns_of_text_that_look_like_a_table() -> None:
    long = "云汀市人民政府关于印发云汀市城市公园建设管理暂行办法等文件的通知"
    document, _ = read(f"|  |  |\n|--|--|\n| 1. {long} | 3. {long} |\n| 2. {long} | 4. {long} |", name="list.md")
    assert document.tables == ()
    labels = [block.label for block in document.blocks if block.label]
    assert labels == ["1.", "2.", "3.", "4."]


def test_articles_in_cells_are_no_articles() -> None:
    document, _ = read("序号\t条款\t部门\n1\t第三十三条 公园应当开放\t住建局\n2\t第三十四条 公园应当免费\t财政局")
    assert document.facts.articles == 0


def test_a_lone_tab_makes_no_table() -> None:
    document, _ = read("一、\t总体要求是建设公园并加强管理，方便群众。", "联系人\t季明川")
    assert document.tables == ()
