"""Whole documents as HTML and Markdown, read again by parsers."""

from __future__ import annotations

from dataclasses import replace

import lxml.html
import markdown as python_markdown
import pytest

from reader.exporting.document_html import html_documents
from reader.exporting.document_markdown import markdown_documents
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.marked import number, pieces
from reader.model.annotation import Mark, PlacedAnnotation, Placement
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE, annotation

PAGE = lxml.html.document_fromstring(html_documents([ENTRY]))
SOURCE = "《安澜市医药储备管理办法》（安政办发〔2023〕7号），载《安澜市人民政府公报》2023年第2期第12页"


def read(text: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring("<div>" + python_markdown.markdown(text, extensions=["tables", "footnotes"]) + "</div>")


MARKDOWN = read(markdown_documents([ENTRY]))


def dense(text: str) -> str:
    return "".join(text.split())


def body(page: lxml.html.HtmlElement) -> str:
    """The words of the document itself, without note numbers."""
    for one in list(page.iter("sup")):
        one.drop_tree()
    return dense("".join(one.text_content() for one in page.xpath(
        "//article/*[not(self::section) and not(@class='source')]")))


def test_every_word_of_the_document_is_in_the_page() -> None:
    assert body(lxml.html.document_fromstring(html_documents([ENTRY]))) == dense(DOCUMENT.text)


def test_every_word_of_the_document_is_in_the_markdown() -> None:
    page = read(markdown_documents([ENTRY], marks=False))
    assert dense(page.text_content()) == dense(DOCUMENT.text) + "——" + SOURCE


@pytest.mark.parametrize("page", [PAGE, MARKDOWN], ids=["html", "markdown"])
def test_marks_stand_on_their_words(page: lxml.html.HtmlElement) -> None:
    expected = ["现印发给你们", "制定本办法", "（一）入库验收制度；", "（二）在库养护制度", "药品<有效期>不得少于6个月",
                "=1+1 疫苗", "𠮷200"]
    assert [one.text_content() for one in page.iter("mark")] == expected


@pytest.mark.parametrize("page", [PAGE, MARKDOWN], ids=["html", "markdown"])
def test_notes_are_listed_with_their_facts(page: lxml.html.HtmlElement) -> None:
    notes = page.find_class("notes")[0] if page is PAGE else page.find_class("footnote")[0]
    found = [dense(one.text_content()) for one in notes.findall(".//ol/li")]
    assert len(found) == 7
    assert found[0].startswith("整份文件的批注")
    assert "第一条·重点·#立法·#安全/责任·王" in found[1]
    assert "原文：承储企业每季度末报送" in found[5]
    assert "失去原文" in found[5]


def test_numbers_lead_to_their_notes() -> None:
    ids = {one.get("id") for one in PAGE.iter("li")}
    links = [one.get("href", "").removeprefix("#") for one in PAGE.iter("a") if one.get("href", "").startswith("#")]
    assert links == ["note-2", "note-3", "note-4", "note-5"]
    assert set(links) <= ids


def test_numbers_go_on_through_all_documents() -> None:
    page = lxml.html.document_fromstring(html_documents([ENTRY, ENTRY]))
    ids = [one.get("id") for one in page.xpath("//section[@class='notes']/ol/li")]
    assert ids == [f"note-{at}" for at in range(1, 15)]


def test_underlines_are_underlines() -> None:
    made = replace(ANNOTATIONS[2], annotation=replace(ANNOTATIONS[2].annotation, mark=Mark.UNDERLINE))
    page = lxml.html.document_fromstring(html_documents([ExcerptDocument(ISSUE, DOCUMENT, (made,))]))
    assert [one.text_content() for one in page.iter("u")] == ["制定本办法"]
    assert not list(page.iter("mark"))


def test_marks_over_one_another_nest() -> None:
    both = (annotation(1, "制定本办法", style="依据"), annotation(2, "本办法", style="期限"))
    page = lxml.html.document_fromstring(html_documents([ExcerptDocument(ISSUE, DOCUMENT, both)]))
    assert [(one.get("title"), one.text_content()) for one in page.iter("mark")] == [
        ("依据", "制定"), ("期限", "本办法"), ("依据", "本办法")]


def test_table_is_a_table_with_a_head() -> None:
    assert next([one.text_content() for one in row] for row in PAGE.iter("tr")) == ["品种", "数量"]
    assert [one.text_content() for one in PAGE.iter("th")] == ["品种", "数量"]


def test_page_asks_nothing_from_outside_and_runs_nothing() -> None:
    assert not list(PAGE.iter("link", "img", "iframe", "object", "script"))
    assert all(not one.get("href", "").startswith("javascript") for one in PAGE.iter("a"))


@pytest.mark.parametrize("make", [html_documents, markdown_documents])
def test_repealed_documents_say_so(make: object) -> None:
    assert callable(make)
    assert "（已失效），载" in make([replace(ENTRY, repealed=True)])
    assert "已失效" not in make([ENTRY])


def test_source_stands_under_the_document() -> None:
    assert PAGE.find_class("source")[0].text_content() == SOURCE
    assert FACTS.title in PAGE.findtext(".//title", "")


def test_pieces_end_where_marks_begin_and_end() -> None:
    marks, listed = number(ANNOTATIONS)
    assert [one.number for one in listed] == [1, 2, 3, 4, 5, 6, 7]
    start = DOCUMENT.text.index("第一条")
    found = list(pieces(start, DOCUMENT.text.index("\n", start), marks))
    assert [(DOCUMENT.text[one.start:one.end], one.numbers) for one in found] == [
        ("第一条　为了加强本市医药储备管理，", ()), ("制定本办法", (2,)), ("。", ())]


def test_a_mark_that_ends_with_the_line_feed_has_its_number_at_the_end_of_the_line() -> None:
    placed = annotation(2, "制定本办法", note="好")
    assert placed.placement.end is not None
    place = Placement(placed.placement.state, placed.placement.start, placed.placement.end + 2)
    marks, _ = number([PlacedAnnotation(placed.annotation, "d1", place)])
    start = DOCUMENT.text.index("第一条")
    end = DOCUMENT.text.index("\n", start)
    assert list(pieces(start, end, marks, end + 1))[-1].numbers == (1,)
