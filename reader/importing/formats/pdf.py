"""A PDF with a text layer becomes lines: in reading order, running heads off, wraps joined, ruled tables as tables."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importing.formats.pdf_limits import Budget, check_streams
from reader.importing.formats.pdf_lines import LineText, glued
from reader.importing.formats.pdf_page import Page, read_page
from reader.importing.formats.pdf_paragraphs import Paragraph, paragraphs_of
from reader.importing.formats.pdf_print import PrintedPage, Printer, mark_furniture
from reader.importing.source import Source, SourceLine, visible
from reader.model.errors import UserError
from reader.model.report import Doubt, Removal, Repair

_FEW = 15  # characters; a page of a picture with fewer is a scan (its stamp or page number may be text)
_UNMAPPED_SHARE = 0.05
_PASSWORD_ERRORS = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)


def read(data: bytes, name: str) -> Source:
    """Read the text layer of a PDF.

    The decoded source is its printed lines in reading order, running heads included, a line for each row of a table.

    Raises:
        UserError: file.broken, file.encrypted (a password is needed to open it), file.scan (no page has a text layer),
            file.garbled (its fonts do not tell their characters), file.unfolds (it unfolds to more than a gazette
            holds).
    """
    check_streams(data, name)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) in _PASSWORD_ERRORS or "assword" in str(error)
        raise UserError("file.encrypted" if encrypted else "file.broken", path=name) from error
    try:
        count = len(document)
        if not count:
            raise UserError("file.broken", path=name)
        pages = list(_pages(document, Budget(len(data), name)))
    finally:
        document.close()
    if not any(page.lines for page in pages):
        raise UserError("file.scan", path=name, pages=count)
    texts = [page for page in pages if page.lines]
    if 2 * sum(page.garbled for page in texts) > len(texts):
        raise UserError("file.garbled", path=name)
    mark_furniture(pages)
    return _Writer(pages).source()


def _pages(document: pypdfium2.PdfDocument, budget: Budget) -> Iterator[PrintedPage]:
    """The pages one after another, each closed before the next; one that cannot be opened has no lines."""
    printer = Printer()
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield from printer.take(Page((0, 0, 0, 0), has_picture=True), index + 1)
            continue
        try:
            yield from printer.take(read_page(page, budget), index + 1)
        finally:
            page.close()
    yield from printer.rest()


class _Writer:
    """Gives the printed lines their numbers and turns paragraphs into lines of the source."""

    def __init__(self, pages: list[PrintedPage]) -> None:
        self._pages = pages
        self._decoded: list[str] = []
        self._numbers: dict[int, int] = {}
        self._removals: list[Removal] = []
        self._repairs: list[Repair] = []
        self._doubts: list[Doubt] = []

    def source(self) -> Source:
        """The whole file."""
        for page in self._pages:
            self._number(page)
        kept = [line for page in self._pages for line in page.lines if not line.furniture]
        lines = tuple(self._line(paragraph) for paragraph in paragraphs_of(kept))
        return Source(lines, "\n".join(self._decoded), "pdf", "", tuple(self._removals), tuple(self._repairs),
                      tuple(self._doubts))

    def _number(self, page: PrintedPage) -> None:
        """Number the lines of a page and record what is not text in them."""
        first = len(self._decoded) + 1
        for line in page.lines:
            number = len(self._decoded) + 1
            self._numbers[id(line)] = number
            if line.table is not None:
                for row in line.rows:
                    self._decoded.append("\t".join(cell.raw for cell in row))
                    for cell in row:
                        self._record(cell, len(self._decoded))
            elif line.furniture:
                self._decoded.append(line.text.raw)
                self._removals.append(Removal(line.furniture, line.text.raw, number))
            else:
                self._decoded.append(line.text.raw)
                self._record(line.text, number)
        for kind, text in (("outside_page", page.outside), ("watermark", page.tilted)):
            if visible(text):
                self._decoded.append(text)
                self._removals.append(Removal(kind, text, len(self._decoded)))
        count = sum(len(visible(line.text.raw)) + sum(len(cell.raw) for row in line.rows for cell in row)
                    for line in page.lines)
        if page.has_picture and count < _FEW:
            self._doubts.append(Doubt("page.scan", first, {"page": page.number}))
        elif page.garbled:
            self._doubts.append(Doubt("page.garbled", first, {"page": page.number}))
        elif page.unmapped > _UNMAPPED_SHARE * count:
            self._doubts.append(Doubt("page.unmapped", first, {"page": page.number, "count": page.unmapped}))

    def _record(self, text: LineText, number: int) -> None:
        if text.doubled:
            self._removals.append(Removal("doubled_bold", text.doubled, number))
        self._repairs += [Repair(kind, before, after, number) for kind, before, after in text.repairs]

    def _line(self, paragraph: Paragraph) -> SourceLine:
        first = paragraph.lines[0]
        text = glued([line.text.text for line in paragraph.lines])
        if not paragraph.whole and not paragraph.centered:
            text = "\u3000" * min(paragraph.indent, 20) + text
        return SourceLine(
            text=text, line=self._numbers[id(first)], heading=paragraph.heading, centered=paragraph.centered,
            right=paragraph.right, whole=paragraph.whole, page_break=first.opens == "page",
            column_break=first.opens == "column" and paragraph.indent == 0 and not paragraph.centered,
            table=first.table)
