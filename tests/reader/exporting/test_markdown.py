"""The Markdown export, read again by a Markdown library."""

from __future__ import annotations

import lxml.html
import markdown as python_markdown
import pytest

from reader.exporting.excerpts import quote_lines, sections
from reader.exporting.formats import render
from reader.exporting.markdown import escaped, markdown
from tests.reader.exporting.fictional import ENTRY, FACTS


def read(text: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(f"<div>{python_markdown.markdown(text)}</div>")


PAGE = read(markdown([ENTRY]))


def test_document_and_headings_stand_in_text_order() -> None:
    found = [(one.tag, one.text_content()) for one in PAGE.iter("h1", "h2", "h3", "h4")]
    assert found == [("h1", "批注摘录"), ("h2", FACTS.title), ("h3", "第一章 总则"), ("h3", "第二章 储备"),
                     ("h3", "附件1 储备品种目录"), ("h3", "位置待确认的批注")]


def test_quotes_are_read_back_letter_for_letter() -> None:
    found = [[line.strip() for line in one.text_content().strip().splitlines()] for one in PAGE.iter("blockquote")]
    expected = [quote_lines(one.quote) for one in sections([ENTRY])[0].excerpts if one.quote]
    assert found == expected
    assert ["=1+1 疫苗\u2003𠮷200"] in found


def test_citation_follows_each_quote() -> None:
    citation = "《安澜市医药储备管理办法》（安政办发〔2023〕7号）第二条第一款第（一）项至第（二）项"
    assert PAGE.text_content().count(citation) == 1


def test_tags_and_states_are_named() -> None:
    words = PAGE.text_content()
    assert "标签：#立法 #安全/责任" in words
    assert ("位置：已移动" in words, "位置：失去原文" in words, "位置：待确认" in words) == (True, True, True)


def test_notes_keep_their_markdown_and_lose_their_html() -> None:
    assert [one.text_content() for one in PAGE.iter("strong")] == ["目的"]
    assert PAGE.find(".//script") is None
    assert "<script>alert(1)</script>" in PAGE.text_content()


@pytest.mark.parametrize("line", [
    "# 一", "1. 一", "12) 一", "- 一", "+ 一", "> 一", "=== 一", "| 一 | 二 |", "*一* _二_ `三` [四](五) ![六](七)",
    "a\\*b", "<b>一</b> &lt; &amp;", "~~一~~", "一_二_三", "***", "1", "一。", "\\", "&#65;",
])
def test_no_line_is_taken_for_markup(line: str) -> None:
    assert read(f"> {escaped(line)}").text_content().strip() == line


@pytest.mark.parametrize(("order", "titles"), [
    ("tag", ["=2+3", "制度", "安全/责任", "立法", "无标签"]),
    ("style", ["重点", "依据", "期限", "责任"]),
    ("date", [f"2024-05-0{day}" for day in range(1, 9)]),
])
def test_other_orders_group_by_name(order: str, titles: list[str]) -> None:
    page = read(render("md", [ENTRY], order=order).decode())
    assert [one.text_content() for one in page.iter("h2")] == titles


def test_unknown_order_is_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        markdown([ENTRY], order="colour")


def test_nothing_to_export_is_a_title_alone() -> None:
    assert markdown([]) == "# 批注摘录\n"
