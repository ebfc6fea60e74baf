"""Pages sent to a printer."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from ui.printing.pages import Pages
from ui.printing.paper import A4


def new_printer(title: str) -> QPrinter:
    """A printer that the user has not chosen yet; `title` names the job in its queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(A4.layout())
    printer.setFullPage(True)  # margins are those of the pages
    printer.setDocName(title)
    printer.setCreator("邸报 Dibao")
    return printer


def print_pages(printer: QPrinter, pages: Pages) -> bool:
    """Print what the user chose: range, order, copies. False when the printer does not take it."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    try:
        for number, page in enumerate(chosen(printer, pages.count)):
            if number and not printer.newPage():
                return False
            whole = printer.paperRect(QPrinter.Unit.DevicePixel)
            # The sheet of the pages fits the paper, whatever that is.
            width = min(whole.width(), whole.height() * A4.width / A4.height)
            painter.save()
            paper = pages.paper(page)
            if paper.sideways:
                # On the paper that is in the tray, its head to the right.
                painter.translate(width, 0)
                painter.rotate(90)
                width *= paper.width / paper.height
            pages.paint(painter, page, width)
            painter.restore()
    finally:
        painter.end()
    return True


def chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """The pages to be printed, from 0, in their order; again for each copy the printer does not make by itself."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = range(max(first, 1) - 1, min(last, count))
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    for _ in range(copies):
        yield from reversed(pages) if backwards else pages
