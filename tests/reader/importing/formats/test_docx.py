"""Word documents become lines: numbers as text, tables with their spans, and nothing lost or invented unrecorded."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reader.importing.formats.docx import read
from reader.importing.formats.docx_numbering import numeral
from reader.importing.source import Source
from reader.model.errors import UserError

from .conservation import leak, texts

NUMBERING = """<w:abstractNum {ns} w:abstractNumId="77">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/>
<w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%4"/></w:lvl>
<w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
</w:abstractNum>"""


def written(document: Document) -> bytes:
    """The bytes of a document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def made(*steps: Callable[[Document], object]) -> Source:
    """A document built by steps, read; nothing of it may be lost."""
    document = docx.Document()
    for step in steps:
        step(document)
    source = read(written(document), "文.docx")
    assert not leak(source)
    return source


def paragraph(text: str, xml: str = "") -> Callable[[Document], None]:
    """A paragraph with a text and, in front of it, raw paragraph properties."""
    def step(document: Document) -> None:
        added = document.add_paragraph(text)
        if xml:
            properties = added._p.get_or_add_pPr()
            for element in parse_xml(f"<w:x {nsdecls('w')}>{xml}</w:x>"):
                properties.append(element)
    return step


def content(xml: str) -> Callable[[Document], None]:
    """A paragraph of raw runs."""
    def step(document: Document) -> None:
        spaces = nsdecls("w", "wp", "a") + (
            ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
            ' xmlns:v="urn:schemas-microsoft-com:vml"'
            ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')
        document.element.body.insert(-1, parse_xml(f"<w:p {spaces}>{xml}</w:p>"))
    return step


def numbering(document: Document) -> None:
    """Numberings 5 and 6 on one abstract one; 6 starts again at 1."""
    part = document.part.numbering_part.element
    part.insert(0, parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="95"><w:abstractNumId w:val="77"/></w:num>'))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="96"><w:abstractNumId w:val="77"/><w:lvlOverride w:ilvl="0">'
                          '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'))


def numbered(text: str, level: int, number: int = 95) -> Callable[[Document], None]:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_become_text() -> None:
    source = made(numbering, numbered("总体要求", 0), numbered("指导思想", 1), numbered("基本原则", 1),
                  numbered("合理", 2),
                  numbered("2025年目标", 2), numbered("主要任务", 0), numbered("供水", 1),
                  numbered("任务", 3), numbered("其他", 4),
                  numbered("重新开始", 0, 96))
    assert texts(source) == ["一、总体要求", "（一）指导思想", "（二）基本原则", "1.合理", "2. 2025年目标",
                             "二、主要任务",
                             "（一）供水",
                             "2.1 任务", "其他", "一、重新开始"]
    assert source.repairs[0].kind == "list_number"
    assert (source.repairs[0].before, source.repairs[0].after) == ("", "一、")
    assert [line.bullet for line in source.lines][-2:] == [True, False]


def test_numbers_of_a_style_count_too() -> None:
    def styled(document: Document) -> None:
        style = document.styles.add_style("条", WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="1"/><w:numId w:val="95"/></w:numPr>'))
        document.add_paragraph("范围", style="条")
        document.add_paragraph("对象", style="条")

    assert texts(made(numbering, styled)) == ["（一）范围", "（二）对象"]


@pytest.mark.parametrize(("number", "form", "shown"), [
    (10, "chineseCounting", "十"), (12, "chineseCountingThousand", "十二"), (21, "chineseCounting", "二十一"),
    (105, "chineseCountingThousand", "一百零五"), (110, "chineseCounting", "一百一十"), (3, "chineseLegalSimplified",
                                                                                 "叁"),
    (20, "ideographDigital", "二〇"), (4, "decimalEnclosedCircleChinese", "④"), (3, "upperRoman", "III"),
    (28, "lowerLetter", "bb"), (2, "ideographTraditional", "乙"), (7, "decimalZero", "07"), (12, "decimalFullWidth",
                                                                                            "１２"),
    (5, "something new", "5"),
])
def test_counters_are_written_as_word_writes_them(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown


def test_styles_hint_headings_and_alignment() -> None:
    def step(document: Document) -> None:
        document.add_heading("关于供水的通知", 0)
        document.add_heading("总体要求", 1)
        document.add_heading("指导思想", 2)
        title = document.add_paragraph("临川市人民政府")
        title.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        bold = document.add_paragraph()
        bold.alignment = WD_ALIGN_PARAGRAPH.CENTER
        bold.add_run("管理").bold = True
        bold.add_run("办法").bold = True

    source = made(step)
    assert [(line.heading, line.centered, line.right, line.bold) for line in source.lines] == [
        (1, False, False, False), (1, False, False, True), (2, False, False, True), (0, False, True, False),
        (0, True, False, True)]
    assert all(line.whole for line in source.lines)


def test_an_outline_level_is_a_heading() -> None:
    source = made(paragraph("总则", '<w:outlineLvl w:val="0"/>'), paragraph("正文", '<w:outlineLvl w:val="9"/>'))
    assert [line.heading for line in source.lines] == [1, 0]


def test_line_and_page_breaks_part_lines() -> None:
    def step(document: Document) -> None:
        run = document.add_paragraph("临川市人民政府").add_run()
        run.add_break()
        run.add_text("关于供水的通知")
        document.add_paragraph("前页").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("后页\t右")

    source = made(step)
    assert [(line.text, line.whole, line.page_break) for line in source.lines] == [
        ("临川市人民政府", False, False), ("关于供水的通知", False, False), ("前页", True, False),
        ("后页\t右", True, True)]


def test_merged_cells_become_spans() -> None:
    def step(document: Document) -> None:
        table = document.add_table(3, 3)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "序号"
        table.cell(0, 1).merge(table.cell(0, 2)).text = "任务"
        table.cell(1, 1).text, table.cell(1, 2).text = "名称", "面积"
        table.cell(2, 0).text, table.cell(2, 1).text = "1", "供水"
        table.cell(2, 1).add_paragraph("管网")

    source = made(step)
    table = next(line.table for line in source.lines if line.table)
    assert [[(cell.text, cell.row_span, cell.column_span) for cell in row] for row in table.rows] == [
        [("序号", 2, 1), ("任务", 1, 2)], [("名称", 1, 1), ("面积", 1, 1)], [("1", 1, 1), ("供水 管网", 1, 1),
                                                                     ("", 1, 1)]]


def test_a_frame_of_one_column_is_text() -> None:
    def step(document: Document) -> None:
        table = document.add_table(2, 1)
        table.cell(0, 0).text, table.cell(1, 0).text = "专栏1　重点工程", "1.供水工程。"

    assert [(line.text, line.table) for line in made(step).lines] == [("专栏1　重点工程", None),
                                                                      ("1.供水工程。", None)]


def test_headers_and_footers_are_named_removals() -> None:
    def step(document: Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "临川市人民政府公报"
        section.footer.paragraphs[0].text = "— 3 —"
        document.add_paragraph("正文。")

    source = made(step)
    assert texts(source) == ["正文。"]
    assert [(removal.kind, removal.text) for removal in source.removals] == [
        ("running_head", "临川市人民政府公报"), ("page_number", "— 3 —")]


def test_tracked_changes_are_taken_as_accepted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    source = made(content(
        run.format("限期") + f'<w:del w:id="1" w:author="甲"><w:r><w:delText>三</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="甲">{run.format("五")}</w:ins>' + run.format("日。")))
    assert texts(source) == ["限期五日。"]
    assert [(removal.kind, removal.text) for removal in source.removals] == [("tracked_deletion", "三")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    source = made(content('<w:pPr><w:rPr><w:del w:id="1" w:author="甲"/></w:rPr></w:pPr><w:r><w:t>限期</w:t></w:r>'),
                  paragraph("五日。"))
    assert texts(source) == ["限期五日。"]


def test_raised_characters_symbols_and_formulas_are_shown() -> None:
    source = made(content(
        '<w:r><w:t>面积3km</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:noBreakHyphen/></w:r>'
        '<m:oMath><m:sSub><m:e><m:r><m:t>PM</m:t></m:r></m:e><m:sub><m:r><m:t>10</m:t></m:r></m:sub></m:sSub></m:oMath>'))
    assert texts(source) == ["面积3km²☑-PM₁₀"]


def test_fractions_and_roots_keep_their_signs() -> None:
    source = made(content(
        "<m:oMath><m:r><m:t>S=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r>"
        "</m:den></m:f><m:rad><m:e><m:r><m:t>c</m:t></m:r></m:e></m:rad></m:oMath>"))
    assert texts(source) == ["S=a/b√c"]
    assert [repair.after for repair in source.repairs] == ["/", "√"]


def test_letters_drawn_as_a_picture_are_text() -> None:
    source = made(content('<w:r><w:pict><v:shape><v:textpath string="临川市人民政府公报"/></v:shape></w:pict></w:r>'))
    assert texts(source) == ["临川市人民政府公报"]


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>临川市人民政府文件</w:t></w:r></w:p></w:txbxContent>"
    source = made(content(
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>锚段</w:t></w:r>"), paragraph("后段"))
    assert texts(source) == ["锚段", "临川市人民政府文件", "后段"]


def test_hidden_text_is_a_named_removal() -> None:
    source = made(content("<w:r><w:t>明</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>"))
    assert texts(source) == ["明"]
    assert [(removal.kind, removal.text) for removal in source.removals] == [("hidden_text", "暗")]


def test_content_controls_and_links_are_transparent() -> None:
    source = made(content("<w:sdt><w:sdtContent><w:r><w:t>发文</w:t></w:r></w:sdtContent></w:sdt>"
                          "<w:hyperlink><w:r><w:t>字号</w:t></w:r></w:hyperlink>"))
    assert texts(source) == ["发文字号"]


def repacked(data: bytes, changes: dict[str, bytes]) -> bytes:
    """A docx with members added or replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member not in changes:
                new.writestr(member, old.read(member))
        for member, text in changes.items():
            new.writestr(member, text)
    return out.getvalue()


def test_footnotes_follow_the_paragraph_that_refers_to_them() -> None:
    document = docx.Document()
    content('<w:r><w:t>常住人口</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
            "<w:r><w:t>增加。</w:t></w:r>")(document)
    paragraph("后段")(document)
    data = written(document)
    notes = (f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
             '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>数据为初步核算。</w:t></w:r></w:p>'
             "</w:footnote></w:footnotes>")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read("word/_rels/document.xml.rels").decode()
    relations = relations.replace("</Relationships>", '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.'
                                  'openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>')
    source = read(repacked(data, {"word/footnotes.xml": notes.encode(),
                                  "word/_rels/document.xml.rels": relations.encode()}),
                  "文.docx")
    assert [(line.text, line.marked) for line in source.lines] == [
        ("常住人口¹增加。", ""), ("¹数据为初步核算。", "footnote"), ("后段", "")]
    assert not leak(source)


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as raised:
        read(data, "文.docx")
    return raised.value.code


def test_a_damaged_file_is_broken() -> None:
    data = written(docx.Document())
    assert code_of(data[:len(data) // 2]) == "file.broken"
    assert code_of(repacked(data, {"word/document.xml": b"<w:document"})) == "file.broken"


def test_a_document_without_text_is_empty() -> None:
    assert code_of(written(docx.Document())) == "file.empty"


def test_a_file_that_unfolds_beyond_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.importing.formats.docx._MOST_PARAGRAPHS", 3)
    document = docx.Document()
    for _ in range(4):
        document.add_paragraph("段。")
    assert code_of(written(document)) == "file.unfolds"
    monkeypatch.undo()
    monkeypatch.setattr("reader.importing.formats.package.MOST_XML", 500)
    assert code_of(written(document)) == "file.unfolds"


def test_an_entity_bomb_is_refused() -> None:
    bomb = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + "字" * 1000 + '"><!ENTITY c "' + "&b;" * 1000 + '">]>'
            f'<w:document {nsdecls("w")}><w:body><w:p><w:r><w:t>正文&c;</w:t></w:r></w:p></w:body></w:document>')
    assert code_of(repacked(written(docx.Document()), {"word/document.xml": bomb.encode()})) == "file.broken"


def test_lines_are_lines_of_the_decoded_text() -> None:
    source = made(numbering, paragraph("甲"), numbered("乙", 0), paragraph(""), paragraph("丙"))
    decoded = source.decoded.split("\n")
    assert [decoded[line.line - 1] for line in source.lines] == ["甲", "乙", "", "丙"]


@pytest.mark.parametrize("level", ["²", "99999999", "-1", "", "x"])
def test_levels_that_are_none_are_let_go(level: str) -> None:
    xml = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="95"/></w:numPr><w:outlineLvl w:val="{level}"/>'
    assert texts(made(numbering, paragraph("总则", xml)))[0].endswith("总则")
