"""A table of a Word document becomes rows of cells with their spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.etree import _Element

from reader.importing.formats.docx_numbering import W
from reader.importing.formats.docx_paragraph import Paragraph, ParagraphReader
from reader.importing.formats.docx_styles import is_on
from reader.importing.grammar import frames, numbers

_MOST_COLUMNS = 1000
_HEAD_ROWS = 5  # that the frame around a red head may have


@dataclass(slots=True)
class Cell:
    """A cell. `covered`: it only continues the cell above it (`w:vMerge`)."""

    paragraphs: list[Paragraph]
    column: int
    column_span: int = 1
    row_span: int = 1
    covered: bool = False
    header: bool = False

    @property
    def text(self) -> str:
        """What is shown: its paragraphs, a space between them."""
        return " ".join(text for line in self._lines() if (text := line[0].strip()))

    @property
    def raw(self) -> str:
        """The text of the file."""
        return " ".join(raw for line in self._lines() if (raw := line[1].strip()))

    def _lines(self) -> list[tuple[str, str]]:
        return [(line.text, line.raw) for paragraph in self.paragraphs for line in paragraph.lines]


def rows_of(table: _Element, reader: ParagraphReader) -> list[list[Cell]]:
    """The rows of a `w:tbl`, covered cells included; paragraphs are read in order, so that numbers count on."""
    rows: list[list[Cell]] = []
    above: dict[int, Cell] = {}  # column → the cell that a continuation below it belongs to
    for element in _children(table, f"{W}tr"):
        properties = element.find(f"{W}trPr")
        header = properties is not None and is_on(properties, "tblHeader")
        column = _number(properties, "gridBefore", 0)
        row: list[Cell] = []
        here: dict[int, Cell] = {}
        for item in _children(element, f"{W}tc"):
            cell, merge = _cell(item, column, reader)
            cell.header = header
            if merge == "continue" and column in above:
                cell.covered = True
                above[column].row_span += 1
                here[column] = above[column]
            elif merge:
                here[column] = cell
            row.append(cell)
            column += cell.column_span
        above = here
        if row:
            rows.append(row)
    return rows


def is_frame(rows: list[list[Cell]]) -> bool:
    """Whether a table is a frame that places text on the page and holds no data: one column, one row, signatures,
    or the head of a document with its number beside 签发人."""
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return True
    if frames.are_signatures(cell.text for row in rows for cell in row):
        return True
    texts = [["".join(cell.text.split()) for cell in row if cell.text.strip()] for row in rows]
    if max(len(row) for row in texts) > 2 or len(rows) > _HEAD_ROWS:
        return False
    return any(numbers.line_number(text) is not None for row in texts for text in row)


def _cell(element: _Element, column: int, reader: ParagraphReader) -> tuple[Cell, str]:
    properties = element.find(f"{W}tcPr")
    merge = ""
    if properties is not None and (found := properties.find(f"{W}vMerge")) is not None:
        merge = found.get(f"{W}val", "continue")
    paragraphs = [reader.read(paragraph) for paragraph in _paragraphs(element)]
    return Cell(paragraphs, column, max(_number(properties, "gridSpan", 1), 1)), merge


def _children(parent: _Element, tag: str) -> list[_Element]:
    """Rows of a table or cells of a row, those inside content controls and tracked insertions included."""
    found: list[_Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            found += _children(child, tag)
    return found


def _paragraphs(cell: _Element) -> list[_Element]:
    """The paragraphs of a cell in order, those of tables nested in it included, those of text boxes not."""
    found: list[_Element] = []
    for child in cell:
        if child.tag == f"{W}p":
            found.append(child)
        elif isinstance(child.tag, str) and child.tag != f"{W}tcPr":
            found += _paragraphs(child)
    return found


def _number(properties: _Element | None, name: str, otherwise: int) -> int:
    found = properties.find(f"{W}{name}") if properties is not None else None
    text = found.get(f"{W}val", "") if found is not None else ""
    return min(int(text), _MOST_COLUMNS) if re.fullmatch(r"\d{1,6}", text) else otherwise
