"""Pages as a PDF file: text that can be selected, an outline, fonts embedded as far as they are used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from reader.model.errors import UserError
from ui.printing.pages import Pages
from ui.printing.pdf_file import finished

DOTS = 1200
"""Resolution of the writer, an inch: only of the numbers in the file, for nothing is drawn as points."""


def pdf(pages: Pages, title: str, step: Callable[[int, int], None] = lambda _done, _total: None) -> bytes:
    """The pages as a PDF file.

    May be called in any thread, as long as the pages were made in it.

    Args:
        title: for the file's properties.
        step: called after each page with how many are done and how many there are; what it raises ends the work.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setPageLayout(pages.paper(0).layout())
    writer.setTitle(title)
    writer.setCreator("邸报 Dibao")
    painter = QPainter()
    if not painter.begin(writer):
        raise UserError("print.failed")
    try:
        for page in range(pages.count):
            if page:
                writer.setPageLayout(pages.paper(page).layout())
                writer.newPage()
            pages.paint(painter, page, writer.width())
            step(page + 1, pages.count)
    finally:
        painter.end()
    return finished(bytes(buffer.data().data()), pages.outline(), pages.spelling())
