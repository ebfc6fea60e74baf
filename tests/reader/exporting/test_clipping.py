"""Passages with their citation, as they go to the clipboard."""

from __future__ import annotations

import lxml.html

from reader.exporting.clipping import html_clipping, plain_clipping

CITATION = "《安澜市供水管理办法》（安政发〔2023〕5号）第三条"


def test_plain_text_is_the_passage_and_its_citation() -> None:
    assert plain_clipping(["第一段。\n\n　　第二段。\n"], CITATION) == f"第一段。\n　　第二段。\n——{CITATION}"


def test_html_has_a_paragraph_each_and_the_citation_last() -> None:
    page = lxml.html.document_fromstring(html_clipping(["第一<段>。\n　　第二段&。\n"], CITATION))
    assert [one.text_content() for one in page.iter("p")] == ["第一<段>。", "第二段&。", f"——{CITATION}"]


def test_rows_of_a_table_are_a_table_between_paragraphs() -> None:
    page = lxml.html.document_fromstring(html_clipping(["表前。\n品种\t数量\n𠮷\t200\t余\n表后。"], CITATION))
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")]
    assert rows == [["品种", "数量", ""], ["𠮷", "200", "余"]]
    assert [one.tag for one in page.find("body")] == ["p", "table", "p", "p"]


def test_a_rectangle_of_cells_is_one_table() -> None:
    page = lxml.html.document_fromstring(html_clipping(["甲\t乙", "丙\t丁"], CITATION))
    assert len(list(page.iter("table"))) == 1
