"""Passages with their citation, as they go to the clipboard."""

from __future__ import annotations

import lxml.html

from reader.exporting.clipping import Clipping, html_clippings, plain_clippings

CITATION = "《安澜市供水管理办法》（安政发〔2023〕5号）第三条"


def one(*passages: str) -> list[Clipping]:
    return [Clipping(passages, CITATION)]


def test_plain_text_is_the_passage_and_its_citation() -> None:
    assert plain_clippings(one("第一段。\n\n　　第二段。\n")) == f"第一段。\n　　第二段。\n——{CITATION}"


def test_html_has_a_paragraph_each_and_the_citation_last() -> None:
    page = lxml.html.document_fromstring(html_clippings(one("第一<段>。\n　　第二段&。\n")))
    assert [one.text_content() for one in page.iter("p")] == ["第一<段>。", "第二段&。", f"——{CITATION}"]


def test_rows_of_a_table_are_a_table_between_paragraphs() -> None:
    page = lxml.html.document_fromstring(html_clippings(one("表前。\n品种\t数量\n𠮷\t200\t余\n表后。")))
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")]
    assert rows == [["品种", "数量", ""], ["𠮷", "200", "余"]]
    assert [one.tag for one in page.find("body")] == ["p", "table", "p", "p"]


def test_a_rectangle_of_cells_is_one_table() -> None:
    page = lxml.html.document_fromstring(html_clippings(one("甲\t乙", "丙\t丁")))
    assert len(list(page.iter("table"))) == 1


def test_several_stand_one_below_the_other_each_with_its_citation() -> None:
    both = [Clipping(("甲。",), CITATION), Clipping(("乙。",), "《办法》第四条")]
    assert plain_clippings(both) == f"甲。\n——{CITATION}\n\n乙。\n——《办法》第四条"
    page = lxml.html.document_fromstring(html_clippings(both))
    assert [one.text_content() for one in page.iter("p")] == ["甲。", f"——{CITATION}", "乙。", "——《办法》第四条"]
