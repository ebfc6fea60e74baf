"""CSV and Excel, read again; nothing in a cell is obeyed."""

from __future__ import annotations

import csv as standard
import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from reader.exporting.csv import csv, harmless
from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.labels import CHINESE
from reader.exporting.rows import COLUMNS, rows
from reader.exporting.xlsx import LONGEST_CELL, fitting, xlsx
from tests.reader.exporting.fictional import ANNOTATIONS, DOCUMENT, ENTRY, ISSUE

HEADS = CHINESE.columns(COLUMNS)
CUT = CHINESE("cut")


def sheet_of(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert isinstance(sheet, Worksheet)
    return sheet


def test_csv_begins_with_a_byte_order_mark() -> None:
    assert csv([ENTRY]).encode().startswith(b"\xef\xbb\xbf")


def test_csv_has_a_row_for_each_annotation_in_text_order() -> None:
    table = list(standard.DictReader(io.StringIO(csv([ENTRY]).removeprefix("\ufeff"), newline="")))
    assert [row["批注日期"] for row in table] == [placed.annotation.created[:10] for placed in ANNOTATIONS]
    assert table[3] == table[3] | {
        "发布机关": "安澜市人民政府", "期次": "2023年第2期", "文号": "安政办发〔2023〕7号", "成文日期": "2023-03-09",
        "条款": "第二条第一款第（一）项至第（二）项", "原文": "（一）入库验收制度；\n（二）在库养护制度",
        "标签": "制度", "样式": "责任", "状态": "原处",
        "引用": "《安澜市医药储备管理办法》（安政办发〔2023〕7号）第二条第一款第（一）项至第（二）项",
        "出处": "载《安澜市人民政府公报》2023年第2期第12页"}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "\n=1"])
def test_what_would_be_a_formula_is_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "一=1", "第1条", "2023-01-01", "（一）"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_no_cell_of_the_csv_begins_a_formula() -> None:
    cells = [cell for row in standard.reader(io.StringIO(csv([ENTRY])[1:], newline="")) for cell in row]
    assert "'=1+1 疫苗\t𠮷200" in cells
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_workbook_holds_the_same_rows() -> None:
    sheet = sheet_of(xlsx([ENTRY]))
    found = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert found == [HEADS, *rows([ENTRY])]


def test_formulas_are_text_in_the_workbook() -> None:
    sheet = sheet_of(xlsx([ENTRY]))
    alike = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=")]
    assert [cell.value for cell in alike] == ["=1+1 疫苗\t𠮷200", '=HYPERLINK("x")', "=2+3"]
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in alike)


def test_workbook_has_filters_widths_and_a_frozen_head() -> None:
    sheet = sheet_of(xlsx([ENTRY]))
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:O9", "A2")
    assert sheet.column_dimensions["G"].width == 60


def test_style_is_a_colour_and_a_word() -> None:
    cell = sheet_of(xlsx([ENTRY])).cell(3, HEADS.index("样式") + 1)
    assert (cell.value, cell.fill.fgColor.rgb) == ("依据", "00BFE3B4")


def test_control_characters_and_endless_notes_do_not_break_the_workbook() -> None:
    made = replace(ANNOTATIONS[2].annotation, note="\x00\x1f长" + "𠮷" * 40_000)
    entry = ExcerptDocument(ISSUE, DOCUMENT, (replace(ANNOTATIONS[2], annotation=made),))
    note = str(sheet_of(xlsx([entry])).cell(2, HEADS.index("批注") + 1).value)
    assert note.startswith("长𠮷")
    assert note.endswith(CUT)
    assert len(note.encode("utf-16-le")) // 2 <= LONGEST_CELL


def test_cell_of_the_greatest_length_is_whole() -> None:
    assert fitting("长" * LONGEST_CELL, CHINESE) == "长" * LONGEST_CELL


def test_no_annotations_give_a_table_of_names_alone() -> None:
    assert csv([]) == "\ufeff" + ",".join(HEADS) + "\r\n"
    assert sheet_of(xlsx([])).max_row == 1
