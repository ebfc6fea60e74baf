"""A Word document in 公文 form: page, styles, fonts with fallbacks, page numbers.

GB/T 9704—2012: page A4, 37 mm above, 28 mm left, type area 156 mm × 225 mm, 22 lines (§5.2); body 3号仿宋 (§5.2.2),
title 2号小标宋 (§7.3.1), levels 黑体, 楷体, 仿宋 (§7.3.3), page numbers 4号 between dashes, outside (§7.5).
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section, _Footer
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

BODY_FONT, TITLE_FONT, BLACK_FONT = "仿宋_GB2312", "方正小标宋_GBK", "黑体"
REGULAR_FONT, SONG_FONT = "楷体_GB2312", "宋体"
FALLBACKS: Mapping[str, str] = {
    BODY_FONT: "仿宋,FangSong,方正仿宋_GBK,CESI仿宋-GB2312,Zhuque Fangsong,Noto Serif CJK SC",
    TITLE_FONT: "方正小标宋简体,FZXiaoBiaoSong-B05,FZXiaoBiaoSong-B05S,Noto Serif CJK SC",
    BLACK_FONT: "SimHei,Noto Sans CJK SC,Microsoft YaHei",
    REGULAR_FONT: "楷体,KaiTi,LXGW WenKai,Noto Serif CJK SC",
    SONG_FONT: "SimSun,Noto Serif CJK SC",
}
"""Where a font is not installed Word looks for these, in this order (ECMA-376 §17.8.3.1, altName)."""
WESTERN_FONT = "Times New Roman"
SIZE_2, SIZE_3, SIZE_4, SIZE_SMALL_4 = Pt(22), Pt(16), Pt(14), Pt(12)
LINE = Pt(28.95)
NUMBER_STYLE, PLAIN_STYLE, RIGHT_STYLE = "公文文号", "公文顶格", "公文落款"
SOURCE_STYLE, CELL_STYLE = "引文出处", "公文表格"
CELL_STYLES = {12.0: CELL_STYLE, 10.5: "公文表格（五号）", 9.0: "公文表格（小五）"}
"""Styles of cells by the size of their type in points, for tables that are more crowded."""
TEXT_WIDTH = Mm(210 - 28 - 26)
"""Between the margins."""
SIDEWAYS_WIDTH = Mm(225)
"""The same on paper laid sideways, which is as the type area turned (§5.2.1)."""
LEVELS = 6
LEVEL_FONTS = (BLACK_FONT, REGULAR_FONT, BODY_FONT)
"""Of headings by level; deeper ones are as the last (§7.3.3)."""


def new_document(title: str) -> Document:
    """An empty document in 公文 form.

    Args:
        title: for the file's properties.
    """
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.language = "zh-CN"
    _page(document)
    _styles(document)
    _font_table(document)
    return document


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _upright(section)
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def _upright(section: Section) -> None:
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _page_number(footer: _Footer, side: WD_ALIGN_PARAGRAPH) -> None:
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    # One character from the edge.
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = SIZE_4
    paragraph.paragraph_format.first_line_indent = Pt(0)
    for kind, words in (("", "— "), ("begin", ""), ("", "PAGE"), ("end", ""), ("", " —")):
        run = paragraph.add_run()
        run.font.size = SIZE_4
        _set_fonts(run._r.get_or_add_rPr(), SONG_FONT, SONG_FONT)  # python-docx has no property for eastAsia
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # nor for fields
        elif words == "PAGE":
            code = OxmlElement("w:instrText")
            code.text = words
            run._r.append(code)
        else:
            run.text = words


def _styles(document: Document) -> None:
    styles = document.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    normal = _paragraph_style(document, "Normal")
    _shape(normal, BODY_FONT, SIZE_3, WD_ALIGN_PARAGRAPH.JUSTIFY, indent=2)
    _shape(_paragraph_style(document, "Title"), TITLE_FONT, SIZE_2, WD_ALIGN_PARAGRAPH.CENTER, after=LINE)
    for level in range(1, LEVELS + 1):
        style = _paragraph_style(document, f"Heading {level}")
        font = LEVEL_FONTS[min(level, len(LEVEL_FONTS)) - 1]
        _shape(style, font, SIZE_3, WD_ALIGN_PARAGRAPH.JUSTIFY, indent=2, bold=level == 3)
        style.paragraph_format.keep_with_next = True
    for name, font, size, side in (
            (NUMBER_STYLE, BODY_FONT, SIZE_3, WD_ALIGN_PARAGRAPH.CENTER),
            (PLAIN_STYLE, BODY_FONT, SIZE_3, WD_ALIGN_PARAGRAPH.LEFT),
            (SOURCE_STYLE, REGULAR_FONT, SIZE_SMALL_4, WD_ALIGN_PARAGRAPH.RIGHT),
            *((name, BODY_FONT, Pt(size), WD_ALIGN_PARAGRAPH.LEFT) for size, name in CELL_STYLES.items()),
            (RIGHT_STYLE, BODY_FONT, SIZE_3, WD_ALIGN_PARAGRAPH.RIGHT)):
        added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = normal
        _shape(_paragraph_style(document, name), font, size, side, exact=name not in CELL_STYLES.values())
    _paragraph_style(document, RIGHT_STYLE).paragraph_format.right_indent = SIZE_3 * 2
    _paragraph_style(document, SOURCE_STYLE).paragraph_format.space_after = Pt(12)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    return style


def _shape(style: ParagraphStyle, font: str, size: Length, side: WD_ALIGN_PARAGRAPH, *, indent: int = 0,
           bold: bool = False, after: Length | None = None, exact: bool = True) -> None:
    """Set all that a style of 公文 says; `indent` in characters."""
    style.font.size, style.font.bold, style.font.italic, style.font.name = size, bold, False, WESTERN_FONT
    style.font.color.rgb = RGBColor(0, 0, 0)
    _set_fonts(style.element.get_or_add_rPr(), WESTERN_FONT, font)
    shape = style.paragraph_format
    shape.alignment, shape.space_before, shape.space_after = side, Pt(0), after or Pt(0)
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY if exact else WD_LINE_SPACING.SINGLE
    if exact:
        shape.line_spacing = LINE
    shape.first_line_indent = size * indent
    properties = style.element.get_or_add_pPr()
    indentation = properties.get_or_add_ind()
    # Counted in characters it stays right when the user changes the size (ECMA-376 §17.3.1.12).
    indentation.set(qn("w:firstLineChars"), str(indent * 100))
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def turn(document: Document, sideways: bool) -> None:
    """Lay the paper of what is written from now on sideways, or upright again. What stands there already keeps its own:
    its section's properties go into its last paragraph (ECMA-376 §17.6.18)."""
    body = document.element.body.sectPr
    last = body.getprevious()
    if last is not None:
        if last.tag != qn("w:p"):
            raise ValueError("a section ends with a paragraph")
        last.get_or_add_pPr().append(copy.deepcopy(body))
    section = document.sections[-1]
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if sideways else (short, long)
    if sideways:
        section.top_margin, section.bottom_margin = Mm(28), Mm(26)
        section.left_margin, section.right_margin = Mm(37), Mm(35)
        section.footer_distance = Mm(16)
    else:
        _upright(section)


def centre(paragraph: Paragraph) -> None:
    """Set a paragraph in the middle, without the indent of its style: headings of 编, 章 and 节."""
    paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.first_line_indent = Pt(0)
    # The style counts in characters, which go before points.
    paragraph._p.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "0")


def set_font(run: Run, chinese: str) -> None:
    """Give a run another Chinese font; python-docx has no property for it."""
    _set_fonts(run._r.get_or_add_rPr(), WESTERN_FONT, chinese)


def _set_fonts(properties: object, western: str, chinese: str) -> None:
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]  # python-docx's XML classes are untyped
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, value in (("ascii", western), ("hAnsi", western), ("eastAsia", chinese), ("cs", western)):
        fonts.set(qn(f"w:{name}"), value)


def _font_table(document: Document) -> None:
    """Name the fallbacks of our fonts in the file's font table, which python-docx leaves as its template has it."""
    table = next(part for part in document.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    declared = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/></w:font>' for name, others in FALLBACKS.items())
    root = parse_xml(f"<w:fonts {nsdecls('w')}>{declared}</w:fonts>")
    table._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
