"""Tables too wide for upright paper stand on paper laid sideways, with what is written over and under them."""

from __future__ import annotations

import io

import docx as python_docx
import lxml.html
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from reader.exporting.document_html import html_documents
from reader.exporting.docx_documents import docx_documents
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.wide_tables import sideways
from reader.model.document import Block, BlockKind, Cell, Document, Table
from tests.reader.exporting.fictional import FACTS, ISSUE

ROOM, SIZES = 442.0, (12.0, 10.5, 9.0)
UPRIGHT, SIDEWAYS = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


def made(*parts: str | int) -> Document:
    """A document of lines, kinds in front as 表题|…, and of tables of so many columns of two rows."""
    text, blocks, tables = "", [], []
    kinds = {"表题": BlockKind.CAPTION, "单位": BlockKind.UNIT}
    for part in parts:
        start = len(text)
        if isinstance(part, str):
            kind, _, words = part.rpartition("|")
            text += words + "\n"
            blocks.append(Block(kinds.get(kind, BlockKind.PARAGRAPH), start, len(text)))
            continue
        cells = []
        for row in range(2):
            for column in range(part):
                cells.append(Cell(row, column, len(text), len(text) + 4))
                text += "四个汉字" + ("\n" if column == part - 1 else "\t")
        tables.append(Table(start, len(text), 2, part, 1, tuple(cells)))
        blocks.append(Block(BlockKind.TABLE, start, len(text)))
    return Document(FACTS, text, tuple(blocks), tables=tuple(tables))


def lines(document: Document, starts: frozenset[int]) -> list[str]:
    return [document.text[start:].split("\n")[0].split("\t")[0] for start in sorted(starts)]


@pytest.mark.parametrize(("columns", "wide"), [(4, False), (10, False), (12, True), (20, True)])
def test_a_table_is_too_wide_when_words_break_in_the_smallest_type(columns: int, wide: bool) -> None:
    assert bool(sideways(made(columns), ROOM, SIZES)) is wide


def test_caption_unit_and_notes_go_with_their_table() -> None:
    document = made("前文", "表题|表1", "单位|单位：公顷", 14, "注：含飞地。", "后文")
    assert lines(document, sideways(document, ROOM, SIZES)) == ["表1", "单位：公顷", "四个汉字", "注：含飞地。"]


@pytest.mark.parametrize(("parts", "orientations"), [
    (("前文", "表题|表1", 14, "后文"), [UPRIGHT, SIDEWAYS, UPRIGHT]),
    ((14, "后文"), [SIDEWAYS, UPRIGHT]),
    (("前文", 14), [UPRIGHT, SIDEWAYS]),
    (("前文", 14, 14, "后文"), [UPRIGHT, SIDEWAYS, UPRIGHT]),
    (("前文", 4, "后文"), [UPRIGHT]),
])
def test_word_has_a_section_for_wide_tables(parts: tuple[str | int, ...], orientations: list[WD_ORIENT]) -> None:
    read = python_docx.Document(io.BytesIO(docx_documents([ExcerptDocument(ISSUE, made(*parts), ())])))
    assert [section.orientation for section in read.sections] == orientations
    for section in read.sections:
        width, height = section.page_width or 0, section.page_height or 0
        assert (width > height) is (section.orientation is SIDEWAYS)
    assert len(read.tables) == sum(isinstance(part, int) for part in parts)


def test_a_web_page_prints_wide_tables_sideways() -> None:
    page = lxml.html.fromstring(html_documents([ExcerptDocument(ISSUE, made("前文", "表题|表1", 14, "后文"), ())]))
    assert [(one.tag, (one.text or "").strip()) for one in page.find_class("wide")] == [("p", "表1"), ("table", "")]
    assert not lxml.html.fromstring(html_documents([ExcerptDocument(ISSUE, made(4), ())])).find_class("wide")


def test_next_document_is_upright_again() -> None:
    entries = [ExcerptDocument(ISSUE, made("前文", 14), ()), ExcerptDocument(ISSUE, made("另一件"), ())]
    read = python_docx.Document(io.BytesIO(docx_documents(entries)))
    assert [section.orientation for section in read.sections] == [UPRIGHT, SIDEWAYS, UPRIGHT]


def test_wide_table_takes_the_width_of_its_paper() -> None:
    read = python_docx.Document(io.BytesIO(docx_documents([ExcerptDocument(ISSUE, made("前文", 14), ())])))
    grid = read.tables[0]._tbl.tblGrid
    total = sum(int(column.get(qn("w:w"))) for column in grid.gridCol_lst) / 20
    section = read.sections[1]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert total == pytest.approx(room / 12700, abs=1)
