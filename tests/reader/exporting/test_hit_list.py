"""A list of hits in each format."""

from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from reader.exporting.hit_list import COLUMNS, HitRow, render
from reader.exporting.labels import CHINESE, Labels
from reader.model.search import Match

BRIDGE = HitRow("关于修缮*古桥*的通知", "云政发〔2025〕7号", "云汀市人民政府", "2025-03-01",
                "云汀市人民政府公报 2025年第3期", "市政府文件", "通知", Match.EXACT, 2, "第三条",
                "应当修好古桥。", ((4, 6),), "《通知》（云政发〔2025〕7号）第三条")
HEADS = CHINESE.columns(COLUMNS)
FORMULA = HitRow("=1+1", "", "", "", "", "", "", Match.NOTE, 1, "", "批注", (), "《=1+1》")


def test_csv_has_a_row_each_and_no_formulas() -> None:
    text = render("csv", "古桥", (BRIDGE, FORMULA)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == list(HEADS)
    assert rows[1] == list(BRIDGE.cells(CHINESE))
    assert rows[2][0] == "'=1+1"


def test_the_workbook_has_the_same_cells_with_counts_as_numbers() -> None:
    sheet = load_workbook(io.BytesIO(render("xlsx", "古桥", (BRIDGE, FORMULA)))).worksheets[0]
    rows = [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == list(HEADS)
    assert rows[1] == [*BRIDGE.cells(CHINESE)[:8], 2, *BRIDGE.cells(CHINESE)[9:]]
    assert (rows[2][0], sheet["A3"].data_type) == ("=1+1", "s")


def test_markdown_marks_the_match_and_escapes_the_rest() -> None:
    text = render("md", "古桥", (BRIDGE,)).decode()
    assert text.startswith("# 检索结果：古桥\n\n共 1 条。\n")
    assert "1. **关于修缮\\*古桥\\*的通知**" in text
    assert "> 应当修好**古桥**。" in text
    assert "第三条 · 原文 2 处" in text


def test_english_list_keeps_the_words_of_gazettes() -> None:
    text = render("md", "古桥", (BRIDGE,), Labels("en")).decode()
    assert text.startswith("# Search results: 古桥\n\nDocuments: 1\n")
    assert "第三条 · text, places: 2" in text
    assert "《通知》（云政发〔2025〕7号）第三条" in text


def test_there_is_no_other_format() -> None:
    with pytest.raises(KeyError):
        render("pdf", "古桥", ())
