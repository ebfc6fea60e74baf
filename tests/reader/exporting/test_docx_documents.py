"""Whole documents in Word, opened again."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import lxml.etree
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml.ns import qn

from reader.exporting.docx_documents import docx_documents
from reader.exporting.excerpts import ExcerptDocument
from reader.model.document import Block, BlockKind, Cell, Document, Table
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE
from tests.reader.exporting.test_docx import drawn

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
    marked = [(run.text, drawn(run)) for one in READ.paragraphs for run in one.runs if drawn(run) is not None]
    assert marked == [
        ("现印发给你们", WD_COLOR_INDEX.BRIGHT_GREEN), ("制定本办法", WD_COLOR_INDEX.YELLOW),
        ("（一）入库验收制度；", WD_COLOR_INDEX.TURQUOISE), ("（二）在库养护制度", WD_COLOR_INDEX.TURQUOISE),
        ("药品<有效期>不得少于6个月", "FFC9A3")]


def hung(read: WordDocument, data: bytes) -> dict[str, str]:
    """Comments and the words they hang on."""
    body = lxml.etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    comments = {str(one.comment_id): one.text for one in read.comments}
    found = dict.fromkeys(comments.values(), "")
    opened: set[str] = set()
    for element in body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        number = element.get(f"{W}id") or ""
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(number)
        else:
            for one in opened:
                found[comments[one]] += element.text or ""
    return found


def test_notes_and_tags_hang_on_their_words() -> None:
    assert hung(READ, docx_documents([ENTRY])) == {
        "整份文件的批注\n重点 · 王": FACTS.title,
        "目的条款\n· 一\n· 二\n第一条 · 重点 · #立法 · #安全/责任 · 王": "制定本办法",
        "第二条第一款第（一）项至第（二）项 · 责任 · #制度 · 王": "（一）入库验收制度；（二）在库养护制度",
        "<script>alert(1)</script> 期限 与 链接\n第二条第一款第（二）项 · 期限 · 已移动 · 王":
            "药品<有效期>不得少于6个月",
        f"{ANNOTATIONS[5].annotation.note}\n附件1 · 重点 · #=2+3 · 王": "=1+1 疫苗𠮷200",
        "原文：库存情况\n第二条第二款 · 重点 · 待确认 · 王": FACTS.title,
        "原文已删\n原文：承储企业每季度末报送\n第二条第二款 · 重点 · 失去原文 · 王": FACTS.title}


def test_without_marks_nothing_is_marked() -> None:
    read = python_docx.Document(io.BytesIO(docx_documents([ENTRY], marks=False)))
    assert len(list(read.comments)) == 0
    assert all(drawn(run) is None for one in read.paragraphs for run in one.runs)


def test_table_is_a_table_with_a_repeated_head() -> None:
    table, = READ.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["品种", "数量"], ["=1+1 疫苗", "𠮷200"]]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_cells_are_as_close_as_their_columns_were_reckoned() -> None:
    table, = READ.tables
    margins = table._tbl.tblPr.find(qn("w:tblCellMar"))
    assert margins is not None
    assert [one.get(qn("w:w")) for one in margins] == ["57", "57"]
    assert sum(int(column.get(qn("w:w")) or 0) for column in table._tbl.tblGrid) <= 156 / 25.4 * 1440 + 2


def test_chapters_stand_in_the_middle_and_articles_are_told_by_their_font() -> None:
    chapter = next(one for one in READ.paragraphs if one.text == "第一章　总则")
    assert (chapter.alignment, chapter.paragraph_format.first_line_indent) == (WD_ALIGN_PARAGRAPH.CENTER, 0)
    article = next(one for one in READ.paragraphs if one.text.startswith("第一条"))
    assert article.runs[0].text == "第一条"
    assert article.runs[0]._r.rPr.rFonts.get(qn("w:eastAsia")) == "黑体"
    assert article.runs[1]._r.rPr is None


def test_a_caption_stays_with_its_table() -> None:
    kept = [one.text for one in READ.paragraphs if one.paragraph_format.keep_with_next]
    assert kept == ["安澜市医药储备管理办法", "附件1", "储备品种目录"]


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


def test_title_is_broken_between_words() -> None:
    title = "云汀市人民政府办公室关于印发《云汀市古桥保护管理办法》的通知"
    document = Document(FACTS, f"{title}\n正文。\n", (Block(BlockKind.TITLE, 0, len(title) + 1),
                                                 Block(BlockKind.PARAGRAPH, len(title) + 1, len(title) + 5)))
    cut = ["云汀市", "人民政府", "办公室", "关于", "印发", "《", "云汀市", "古桥保护", "管理", "办法", "》", "的通知"]
    read = python_docx.Document(io.BytesIO(docx_documents([ExcerptDocument(ISSUE, document, ())], words=lambda _: cut)))
    assert read.paragraphs[0].text == "云汀市人民政府办公室关于印发\n《云汀市古桥保护管理办法》的通知"
    assert read.paragraphs[1].text == "正文。"
