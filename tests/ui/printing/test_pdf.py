"""PDF files, read again by another library: words, order, outline, fonts, marks."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from reader.exporting.excerpts import ExcerptDocument, sections
from reader.exporting.formats import Content, Material
from reader.model.annotation import DEFAULT_STYLES, Anchor, AnchorState, Mark, PlacedAnnotation, Placement
from reader.model.document import Block, BlockKind, Cell, Document, Table
from reader.model.errors import Cancelled
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, FACTS, ISSUE
from ui.printing.pages import Pages
from ui.printing.printer import new_printer, print_pages
from ui.printing.writing import set_pages, write_pdf

EXCERPTS = Material([ENTRY])
DOCUMENTS = Material([ENTRY], Content.DOCUMENTS)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> QtBot:
    """Fonts and layouts want an application."""
    return qtbot


def written(material: Material) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(write_pdf(material, lambda _done, _total: None))


def read(page: pypdfium2.PdfPage) -> str:
    """The characters of a page one by one: pypdfium2 counts those outside the basic plane wrongly."""
    text = page.get_textpage()
    units = "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(text, at)) for at in range(text.count_chars()))
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def words(file: pypdfium2.PdfDocument) -> str:
    """The text of all pages without white space and page numbers."""
    pages = [read(page) for page in file]
    return "".join("".join(re.sub(r"— \d+ —", "", page).split()) for page in pages)


def dense(text: str) -> str:
    return "".join(text.split())


def entry(document: Document, *annotations: PlacedAnnotation) -> ExcerptDocument:
    return ExcerptDocument(ISSUE, document, annotations)


def paragraphs(*texts: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Document:
    text, blocks = "", []
    for one in texts:
        blocks.append(Block(kind, len(text), len(text) + len(one) + 1, level))
        text += one + "\n"
    return Document(FACTS, text, tuple(blocks))


def test_words_of_a_document_are_copied_letter_for_letter() -> None:
    assert words(written(replace(DOCUMENTS, marks=False))) == dense(DOCUMENT.text)


@pytest.mark.parametrize("text", [
    "人民办户长青黄车见风食龙一二八十大小山川工己巾干力又女子文斗方日月木水火父牛生用田白皮目石示立竹米羊老而耳肉自至舌舟",
    "色虫血行衣西角言谷豆贝赤走足身辛里金门阜雨非面革音页飞首香马骨高鬼鱼鸟鹿麦麻鼎鼓鼠鼻齐齿",
    "𠮷野家与𡈽地", "〈甲〉《乙》〔2023〕（三）【四】“五”‘六’——……·①②③℃㎡％‰Ωμ×÷≤≥±", "PM₂.₅ μg/m³ a\u00a0b",
])
def test_characters_that_share_a_glyph_stay_what_they_are(text: str) -> None:
    found = words(written(replace(DOCUMENTS, entries=[entry(paragraphs(text))])))
    assert found == dense(text)


def test_quotes_notes_tags_and_citations_stand_in_text_order() -> None:
    found, at = words(written(EXCERPTS)), 0
    for one in sections([ENTRY])[0].excerpts:
        for piece in (one.quote, one.citation, one.style, *(f"#{tag}" for tag in one.annotation.tags)):
            at = found.index(dense(piece), at)
    assert "整份文件的批注" in found
    assert "目的条款" in found


def test_uncertain_places_are_said_to_be_so() -> None:
    found = words(written(EXCERPTS))
    assert found.index("位置待确认的批注") < found.index("失去原文") < found.index("待确认·王")


def test_sources_can_be_left_out() -> None:
    assert "引用文件" in words(written(EXCERPTS))
    assert "引用文件" not in words(written(replace(EXCERPTS, sources=False)))


@pytest.mark.parametrize("order", ["tag", "style", "date"])
def test_other_orders_are_printed_too(order: str) -> None:
    titles = [section.title for section in sections([ENTRY], order)]
    outline = [one.get_title() for one in written(replace(EXCERPTS, order=order)).get_toc()]
    assert outline == ["批注摘录", *titles, "引用文件"]


def test_outline_is_that_of_the_document() -> None:
    found = [(one.level, one.get_title(), one.get_dest().get_index()) for one in written(DOCUMENTS).get_toc()]
    assert found == [(0, FACTS.title, 0), (1, "安澜市医药储备管理办法", 0), (2, "第一章 总则", 0),
                     (2, "第二章 储备", 0), (1, "附件1 储备品种目录", 1), (1, "批注", 1)]


def test_outline_of_many_levels_opens_at_its_place() -> None:
    text = [f"{number}级标题" for number in range(1, 6)]
    made = [Block(BlockKind.HEADING, 5 * at, 5 * at + 5, at + 1) for at in range(5)]
    document = Document(FACTS, "\n".join(text) + "\n", tuple(made))
    toc = list(written(replace(DOCUMENTS, entries=[entry(document)])).get_toc())
    assert [one.level for one in toc] == [0, 1, 2, 3, 4, 5]
    tops = [one.get_dest().get_view()[1][1] for one in toc[1:]]
    assert tops == sorted(tops, reverse=True)


def test_notes_are_numbered_in_the_text_and_listed_behind_it() -> None:
    found = words(written(DOCUMENTS))
    assert "制定本办法[2]。" in found
    assert found.index("库存情况。") < found.index("批注样式：") < found.index("[2]目的条款")


def test_marks_have_their_colours_on_the_page() -> None:
    placed = ANNOTATIONS[2]
    pages = set_pages(replace(DOCUMENTS, entries=[entry(DOCUMENT, placed)]))
    assert has_colour(pages, DEFAULT_STYLES[0].light)
    assert not has_colour(set_pages(replace(DOCUMENTS, marks=False)), DEFAULT_STYLES[0].light)


def has_colour(pages: Pages, wanted: str) -> bool:
    image = pages.picture(0, 60)
    colour = QColor(wanted).rgb()
    return any(image.pixel(x, y) == colour for y in range(image.height()) for x in range(image.width()))


def test_underlined_words_have_no_colour_behind_them() -> None:
    made = replace(ANNOTATIONS[2].annotation, mark=Mark.UNDERLINE, note="", tags=())
    placed = replace(ANNOTATIONS[2], annotation=made)
    pages = set_pages(replace(DOCUMENTS, entries=[entry(DOCUMENT, placed)]))
    plain = set_pages(replace(DOCUMENTS, marks=False))
    assert pages.picture(0, 60) != plain.picture(0, 60)


def test_fonts_are_embedded_and_small() -> None:
    data = write_pdf(DOCUMENTS, lambda _done, _total: None)
    assert data.count(b"/FontFile2") + data.count(b"/FontFile3") >= data.count(b"/Type /FontDescriptor") > 0
    assert len(data) < 400_000  # a whole font for Chinese text has 10 MB and more


def test_pages_are_numbered_through_all_documents() -> None:
    file = written(replace(DOCUMENTS, entries=[ENTRY, ENTRY]))
    numbers = [re.findall(r"— (\d+) —", read(page)) for page in file]
    assert numbers == [[str(number)] for number in range(1, len(file) + 1)]


def test_no_heading_is_the_last_line_of_a_page() -> None:
    blocks, text = [], ""
    for number in range(120):
        for kind, one in ((BlockKind.HEADING, f"标题{number:03}"), (BlockKind.PARAGRAPH, "正文。" * (number % 40 + 1))):
            blocks.append(Block(kind, len(text), len(text) + len(one) + 1, 1 if kind is BlockKind.HEADING else 0))
            text += one + "\n"
    file = written(replace(DOCUMENTS, entries=[entry(Document(FACTS, text, tuple(blocks)))]))
    last = [re.sub(r"— \d+ —", "", read(page)).split()[-1] for page in file]
    assert len(last) > 5
    assert not [line for line in last if line.startswith("标题")]


def long_table() -> Document:
    """A table of some pages, its rows of different height."""
    rows = [["序号", "名称"], *([f"行{number:02}始", "很长的名称" * (number % 5 * 6 + 1)] for number in range(40))]
    text = "\n".join("\t".join(row) for row in rows) + "\n"
    cells, at = [], 0
    for number, row in enumerate(rows):
        for column, one in enumerate(row):
            cells.append(Cell(number, column, at, at + len(one)))
            at += len(one) + 1
    return Document(FACTS, text, (Block(BlockKind.TABLE, 0, len(text)),), (),
                    (Table(0, len(text), len(rows), 2, 1, tuple(cells)),))


def test_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    pages = [read(page) for page in written(replace(DOCUMENTS, entries=[entry(long_table())]))]
    assert len(pages) > 2
    assert all("序号" in page for page in pages)
    for number in range(40):
        page, = [dense(page) for page in pages if f"行{number:02}始" in page]
        assert page.count("很长的名称") >= number % 5 * 6 + 1
    counted = sum(dense(page).count("很长的名称") for page in pages)
    assert counted == sum(number % 5 * 6 + 1 for number in range(40))


def test_a_table_that_goes_on_is_closed_at_the_end_of_the_page() -> None:
    image = set_pages(replace(DOCUMENTS, entries=[entry(long_table())])).picture(0, 200)
    dots = 200 / 25.4
    left, right, middle = round(28 * dots), round((210 - 26) * dots), round(150 * dots)
    rules = [y for y in range(middle, image.height())
             if all(QColor(image.pixel(x, y)).lightness() < 250 for x in range(left + 2, right - 2))]
    # The columns end where the last line stands, and nothing of the table below it.
    assert rules
    assert rules[-1] > round((297 - 28 - 10) * dots)
    assert QColor(image.pixel(left + 50, rules[-1] + 3)).lightness() == 255
    upright = [max(QColor(image.pixel(x, rules[-1] - 8)).value() < 200 for x in range(edge - 5, edge + 5))
               for edge in (left, right)]
    assert upright == [True, True]


def test_a_plain_thread_can_write(application: QtBot) -> None:  # noqa: ARG001 - a fixture
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(write_pdf(EXCERPTS, lambda _done, _total: None)))
    thread.start()
    thread.join()
    assert found[0].startswith(b"%PDF")


def test_writing_can_be_stopped_between_pages() -> None:
    def stop(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(DOCUMENTS, stop)


@pytest.mark.parametrize("material", [Material([]), Material([entry(Document(FACTS, "", ()))], Content.DOCUMENTS)])
def test_nothing_to_print_is_an_empty_page(material: Material) -> None:
    assert len(written(material)) == 1


@pytest.mark.parametrize("marked", [False, True])
def test_title_is_broken_between_words(marked: bool) -> None:
    title = "云汀市人民政府办公室关于印发《云汀市古桥保护管理办法》的通知"
    cut = ["云汀市", "人民政府", "办公室", "关于", "印发", "《", "云汀市", "古桥保护", "管理", "办法", "》", "的通知"]
    anchor = Anchor(14, 20, title[14:20], "", "")
    made = replace(ANNOTATIONS[2].annotation, anchor=anchor, note="见")
    placed = (PlacedAnnotation(made, "1", Placement(AnchorState.EXACT, 3, 14)),) if marked else ()
    made_of = entry(paragraphs(title, kind=BlockKind.TITLE), *placed)
    material = replace(DOCUMENTS, entries=[made_of], words=lambda _: cut)
    lines = read(written(material)[0]).split("\r\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("云汀市"))
    assert lines[at] == "云汀市人民政府办公室关于印发" + ("[1]" if marked else "")
    assert lines[at + 1] == "《云汀市古桥保护管理办法》的通知"


def wide_document(columns: int) -> Document:
    """A paragraph, a table of so many columns with its caption, a paragraph."""
    text, blocks = "前文。\n表1\n", [Block(BlockKind.PARAGRAPH, 0, 4), Block(BlockKind.CAPTION, 4, 7)]
    begin, cells = len(text), []
    for row in range(3):
        for column in range(columns):
            cells.append(Cell(row, column, len(text), len(text) + 4))
            text += "四个汉字" + ("\n" if column == columns - 1 else "\t")
    table = Table(begin, len(text), 3, columns, 1, tuple(cells))
    blocks.append(Block(BlockKind.TABLE, begin, len(text)))
    blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + 4))
    return Document(FACTS, text + "后文。\n", tuple(blocks), tables=(table,))


@pytest.mark.parametrize(("columns", "sideways"), [(4, [False]), (14, [False, True, False])])
def test_tables_that_are_too_wide_stand_on_paper_laid_sideways(columns: int, sideways: list[bool]) -> None:
    file = written(replace(DOCUMENTS, entries=[entry(wide_document(columns))]))
    assert [page.get_width() > page.get_height() for page in file] == sideways
    assert words(file) == dense(wide_document(columns).text)
    assert [(one.get_title(), one.get_dest().get_index()) for one in file.get_toc()] == [(FACTS.title, 0)]


def test_marks_and_notes_stand_on_the_page_of_their_words() -> None:
    document = wide_document(14)
    start = document.tables[0].start
    made = replace(ANNOTATIONS[2].annotation, note="见", anchor=Anchor(start, start + 4, "四个汉字", "", ""))
    placed = PlacedAnnotation(made, "1", Placement(AnchorState.EXACT, start, start + 4))
    file = written(replace(DOCUMENTS, entries=[entry(document, placed)]))
    pages = [dense(read(page)) for page in file]
    assert ["四个汉字[1]" in page for page in pages] == [False, True, False]
    assert "批注" in pages[2]
    assert "批注" not in pages[0] + pages[1]


def test_printer_keeps_its_paper_upright_and_turns_the_page(tmp_path: Path) -> None:
    printer = new_printer("题")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_pages(printer, set_pages(replace(DOCUMENTS, entries=[entry(wide_document(14))])))
    file = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert [page.get_width() < page.get_height() for page in file] == [True] * 3
    text = file[1].get_textpage()
    left, bottom, right, top = text.get_charbox(0)
    assert 0 < left < right < file[1].get_width()
    assert 0 < bottom < top < file[1].get_height()
    assert "四个汉字" in dense(read(file[1]))
