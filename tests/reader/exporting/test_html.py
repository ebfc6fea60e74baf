"""The HTML export, read again by an HTML parser."""

from __future__ import annotations

import lxml.html

from reader.exporting.excerpts import quote_lines, sections
from reader.exporting.html import html
from tests.reader.exporting.fictional import ANNOTATIONS, ENTRY, FACTS

PAGE = lxml.html.document_fromstring(html([ENTRY]))


def test_every_annotation_is_an_article_in_text_order() -> None:
    assert [one.get("id") for one in PAGE.iter("article")] == [one.annotation.id for one in ANNOTATIONS]


def test_headings_are_nested_under_the_document() -> None:
    assert [(one.tag, one.text_content()) for one in PAGE.iter("h2", "h3")] == [
        ("h2", FACTS.title), ("h3", "第一章 总则"), ("h3", "第二章 储备"), ("h3", "附件1 储备品种目录"),
        ("h3", "位置待确认的批注")]


def test_quotes_are_read_back_letter_for_letter() -> None:
    found = [[line.text_content() for line in one.iter("p")] for one in PAGE.iter("blockquote")]
    assert found == [quote_lines(one.quote) for one in sections([ENTRY])[0].excerpts if one.quote]


def test_notes_are_rendered_and_harmless() -> None:
    assert [one.text_content() for one in PAGE.iter("li")] == ["一", "二"]
    assert PAGE.find(".//script") is None
    assert all(not one.get("href", "").startswith("javascript") for one in PAGE.iter("a"))


def test_nothing_is_asked_from_outside() -> None:
    assert [one.tag for one in PAGE.iter("link", "img", "iframe", "object", "script")] == []
    assert "url(" not in PAGE.findtext(".//style", "")


def test_tags_styles_and_citations_are_shown() -> None:
    assert [one.text_content() for one in PAGE.find_class("tag")] == ["立法", "安全/责任", "制度", "=2+3"]
    citations = [one.text_content() for one in PAGE.iter("cite")]
    assert citations[2] == "《安澜市医药储备管理办法》（安政办发〔2023〕7号）第一条"
