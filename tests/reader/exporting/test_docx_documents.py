"""Whole documents in Word, opened again."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import lxml.etree
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

from reader.exporting.docx_documents import docx_documents
from reader.exporting.excerpts import ExcerptDocument
from reader.model.document import Block, BlockKind, Cell, Document, Table
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE

READ = python_docx.Document(io.BytesIO(docx_documents([ENTRY])))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def style_of(words: str) -> str:
    return next(one.style.name or "" for one in READ.paragraphs if one.text == words and one.style is not None)


def test_every_paragraph_of_the_text_is_there_in_order() -> None:
    table = DOCUMENT.tables[0].start
    assert [one.text for one in READ.paragraphs if one.text] == DOCUMENT.text[:table].split("\n")[:-1]


def test_blocks_have_the_styles_of_their_kind() -> None:
    assert [style_of(words) for words in (FACTS.title, "安政办发〔2023〕7号", "第一章　总则", "2023年3月9日", "附件1",
                                          "承储企业每季度末报送库存情况。")] == [
        "Title", "公文文号", "Heading 1", "公文落款", "公文顶格", "Normal"]


def test_marks_are_highlights_of_their_words_alone() -> None:
    marked = [(run.text, run.font.highlight_color) for one in READ.paragraphs for run in one.runs
              if run.font.highlight_color is not None]
    assert marked == [
        ("现印发给你们", WD_COLOR_INDEX.BRIGHT_GREEN), ("制定本办法", WD_COLOR_INDEX.YELLOW),
        ("（一）入库验收制度；", WD_COLOR_INDEX.TURQUOISE), ("（二）在库养护制度", WD_COLOR_INDEX.TURQUOISE),
        ("药品<有效期>不得少于6个月", WD_COLOR_INDEX.DARK_YELLOW)]


def test_notes_hang_on_their_words() -> None:
    body = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(docx_documents([ENTRY]))).read("word/document.xml"))
    comments = {one.comment_id: one.text for one in READ.comments}
    hung = {}
    for start in body.iter(f"{W}commentRangeStart"):
        run = start.getnext()
        assert run is not None
        hung[comments[int(start.get(f"{W}id") or "")]] = "".join(run.itertext())
    assert hung == {
        "整份文件的批注": FACTS.title, ANNOTATIONS[2].annotation.note: "制定本办法",
        ANNOTATIONS[4].annotation.note: "药品<有效期>不得少于6个月", ANNOTATIONS[5].annotation.note: "=1+1 疫苗"}


def test_without_marks_nothing_is_marked() -> None:
    read = python_docx.Document(io.BytesIO(docx_documents([ENTRY], marks=False)))
    assert len(list(read.comments)) == 0
    assert all(run.font.highlight_color is None for one in read.paragraphs for run in one.runs)


def test_table_is_a_table_with_a_repeated_head() -> None:
    table, = READ.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["品种", "数量"], ["=1+1 疫苗", "𠮷200"]]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_merged_cells_are_merged() -> None:
    # 甲 over two rows, 乙 over two columns.
    text = "甲\t乙\t\n\t丙\t丁\n"
    cells = (Cell(0, 0, 0, 1, 2, 1), Cell(0, 1, 2, 3, 1, 2), Cell(1, 1, 6, 7), Cell(1, 2, 8, 9))
    document = Document(FACTS, text, (Block(BlockKind.TABLE, 0, len(text)),), (),
                        (Table(0, len(text), 2, 3, 0, cells),))
    table, = python_docx.Document(io.BytesIO(docx_documents([ExcerptDocument(ISSUE, document, ())]))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["甲", "乙", "乙"], ["甲", "丙", "丁"]]


def test_each_document_begins_a_page() -> None:
    read = python_docx.Document(io.BytesIO(docx_documents([ENTRY, ENTRY])))
    titles = [one for one in read.paragraphs if one.text == FACTS.title]
    assert [one.paragraph_format.page_break_before for one in titles] == [None, True]


def test_heading_that_opens_a_paragraph_has_the_font_of_its_level() -> None:
    text = "（一）明确范围。正文如下。\n"
    block = Block(BlockKind.PARAGRAPH, 0, len(text), 2, "（一）", heading_end=7)
    data = docx_documents([ExcerptDocument(ISSUE, Document(FACTS, text, (block,)), ())])
    paragraph = python_docx.Document(io.BytesIO(data)).paragraphs[0]
    assert [run.text for run in paragraph.runs] == ["（一）明确范围", "。正文如下。"]
    assert paragraph.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "楷体_GB2312"
