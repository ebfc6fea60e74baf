"""The Word export, opened again."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx as python_docx
import lxml.etree
import pytest
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.run import Run

from reader.exporting.docx import docx
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.formats import Material, render, write
from reader.exporting.official_form import FALLBACKS
from reader.exporting.word_marks import Highlights
from reader.model.annotation import DEFAULT_STYLES, Mark
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE

DATA = docx([ENTRY])
READ = python_docx.Document(io.BytesIO(DATA))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def xml(name: str, data: bytes = DATA) -> lxml.etree._Element:
    return lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def headings(document: Document) -> list[tuple[str, str]]:
    return [(one.style.name or "", one.text) for one in document.paragraphs
            if one.style is not None and (one.style.name or "").startswith(("Title", "Heading"))]


def test_headings_are_real_styles_in_text_order() -> None:
    assert headings(READ) == [
        ("Title", "批注摘录"), ("Heading 1", FACTS.title), ("Heading 2", "第一章 总则"), ("Heading 2", "第二章 储备"),
        ("Heading 2", "附件1 储备品种目录"), ("Heading 2", "位置待确认的批注"), ("Heading 1", "引用文件")]


def drawn(run: Run) -> WD_COLOR_INDEX | str | None:
    """The highlight of a run, else the colour of its shading."""
    properties = run._r.rPr
    shading = properties.find(qn("w:shd")) if properties is not None else None
    return run.font.highlight_color or (shading.get(qn("w:fill")) if shading is not None else None)


def test_quotes_are_highlighted_runs() -> None:
    found = {run.text: drawn(run) for one in READ.paragraphs for run in one.runs if drawn(run) is not None}
    assert found == {
        "现印发给你们": WD_COLOR_INDEX.BRIGHT_GREEN, "制定本办法": WD_COLOR_INDEX.YELLOW,
        "（一）入库验收制度；": WD_COLOR_INDEX.TURQUOISE, "（二）在库养护制度": WD_COLOR_INDEX.TURQUOISE,
        "药品<有效期>不得少于6个月": "FFC9A3", "承储企业每季度末报送": WD_COLOR_INDEX.YELLOW,
        "库存情况": WD_COLOR_INDEX.YELLOW}


def test_underlines_are_underlines() -> None:
    placed = replace(ANNOTATIONS[2], annotation=replace(ANNOTATIONS[2].annotation, mark=Mark.UNDERLINE))
    read = python_docx.Document(io.BytesIO(docx([ExcerptDocument(ISSUE, DOCUMENT, (placed,))])))
    run = next(run for one in read.paragraphs for run in one.runs if run.text == "制定本办法")
    assert (run.underline, run.font.highlight_color) == (True, None)


def test_no_two_of_the_eight_styles_look_alike() -> None:
    highlights = Highlights(DEFAULT_STYLES)
    colours = set()
    for style in DEFAULT_STYLES:
        run = python_docx.Document().add_paragraph().add_run("x")
        highlights.draw(run, replace(ANNOTATIONS[2].annotation, style=style.name))
        colours.add(drawn(run))
    assert len(colours) == 8


def test_a_colour_that_word_has_once_is_given_once() -> None:
    twins = [replace(DEFAULT_STYLES[at], name=name) for at in (0, 6) for name in (f"甲{at}", f"乙{at}")]
    highlights, found = Highlights(twins), []
    for style in twins:
        run = python_docx.Document().add_paragraph().add_run("x")
        highlights.draw(run, replace(ANNOTATIONS[2].annotation, style=style.name))
        found.append(drawn(run))
    assert found == [WD_COLOR_INDEX.YELLOW, "FFE58A", WD_COLOR_INDEX.GRAY_25, "D3D6DA"]


def test_notes_are_comments_with_author_and_time() -> None:
    noted = [placed.annotation for placed in ANNOTATIONS if placed.annotation.note]
    found = [(one.text, one.author, one.timestamp) for one in READ.comments]
    said = ["整份文件的批注", "目的条款\n· 一\n· 二", "<script>alert(1)</script> 期限 与 链接"]
    said += [one.note for one in noted[3:]]
    assert found == [(words, "王", datetime.fromisoformat(one.modified).replace(microsecond=0, tzinfo=UTC))
                     for words, one in zip(said, noted, strict=True)]
    bold = [run.text for one in READ.comments for paragraph in one.paragraphs for run in paragraph.runs if run.bold]
    assert bold == ["目的"]


def test_comment_hangs_on_its_quote() -> None:
    body = xml("word/document.xml")
    comments = {one.get(f"{W}id"): "".join(one.itertext()).strip() for one in xml("word/comments.xml")}
    hung = {}
    for start in body.iter(f"{W}commentRangeStart"):
        run = start.getnext()
        assert run is not None
        hung[comments[start.get(f"{W}id")]] = "".join(run.itertext())
    assert hung["整份文件的批注"] == FACTS.title
    assert hung["原文已删"] == "承储企业每季度末报送"


def test_rows_of_a_table_are_a_table() -> None:
    table, = READ.tables
    assert [cell.text for row in table.rows for cell in row.cells] == ["=1+1 疫苗", "𠮷200"]


def test_page_is_that_of_an_official_document() -> None:
    section = READ.sections[0]
    found = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round((one or 0) / Mm(1)) for one in found] == [210, 297, 37, 28]


@pytest.mark.parametrize(("name", "font", "size"), [
    ("Normal", "仿宋_GB2312", 16), ("Title", "方正小标宋_GBK", 22), ("Heading 1", "黑体", 16),
    ("Heading 2", "楷体_GB2312", 16), ("Heading 3", "仿宋_GB2312", 16),
])
def test_styles_are_those_of_an_official_document(name: str, font: str, size: int) -> None:
    style = READ.styles[name]
    assert (style.font.size, style.element.rPr.rFonts.get(qn("w:eastAsia"))) == (Pt(size), font)
    assert style.paragraph_format.line_spacing == Pt(28.95)


def test_every_font_names_its_fallbacks() -> None:
    declared = {one.get(f"{W}name"): one.find(f"{W}altName").get(f"{W}val") for one in xml("word/fontTable.xml")}
    assert declared == dict(FALLBACKS)


def test_pages_are_numbered_outside_on_both_sides() -> None:
    footers = [xml(name) for name in zipfile.ZipFile(io.BytesIO(DATA)).namelist() if "footer" in name]
    assert {(one.find(f".//{W}jc").get(f"{W}val"), "".join(one.itertext()).strip()) for one in footers} == {
        ("right", "— PAGE —"), ("left", "— PAGE —")}
    assert READ.settings.odd_and_even_pages_header_footer


def test_sources_are_listed_once() -> None:
    read = python_docx.Document(io.BytesIO(docx([ENTRY, ENTRY])))
    cited = [one.text for one in read.paragraphs if one.text.startswith("1. ") or one.text.startswith("2. ")]
    assert cited == ["1. 《安澜市医药储备管理办法》（安政办发〔2023〕7号），载《安澜市人民政府公报》2023年第2期第12页"]


def test_sources_can_be_left_out() -> None:
    read = python_docx.Document(io.BytesIO(write("docx", Material([ENTRY], sources=False))))
    assert "引用文件" not in [one.text for one in read.paragraphs]


def test_control_characters_do_not_break_the_file() -> None:
    made = replace(ANNOTATIONS[2].annotation, note="\x00甲\x1f\n乙\x0b", tags=("\x07",), author="\x01")
    entry = ExcerptDocument(ISSUE, DOCUMENT, (replace(ANNOTATIONS[2], annotation=made),))
    read = python_docx.Document(io.BytesIO(docx([entry])))
    assert [one.text for one in read.comments] == ["甲\n乙"]


@pytest.mark.parametrize("order", ["tag", "style", "date"])
def test_other_orders_are_headings_too(order: str) -> None:
    read = python_docx.Document(io.BytesIO(render("docx", [ENTRY], order=order)))
    assert len([1 for name, _ in headings(read) if name == "Heading 1"]) > 3
