"""Material set in type: as pages to be shown and printed, and as a PDF file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEventLoop, QThread

from reader.exporting.formats import Content, Material, Step
from ui.printing.documents import set_documents
from ui.printing.excerpts import set_excerpts
from ui.printing.pages import Pages
from ui.printing.paper import A4, Paper
from ui.printing.pdf import pdf
from ui.printing.sheets import Sheet


def set_pages(material: Material, paper: Paper = A4) -> Pages:
    """The material on pages. They belong to the calling thread, in which there must be an application."""
    sheets: Iterable[Sheet]
    if material.content is Content.DOCUMENTS:
        sheets = set_documents(material.entries, material.marks, material.styles, paper, material.words,
                               material.labels)
    else:
        sheets = [set_excerpts(material.entries, material.order, material.heading, material.styles, paper,
                               sources=material.sources, labels=material.labels)]
    return Pages(sheets)


def set_pages_for(thread: QThread, material: Material) -> Pages:
    """Pages set in the calling thread and handed over to another, which alone may use them then."""
    loop = QEventLoop()
    pages = set_pages(material)
    for sheet in pages.sheets:
        sheet.document.moveToThread(thread)
    loop.deleteLater()
    return pages


def title_of(material: Material) -> str:
    """What a file of the material is called in its properties."""
    return material.heading


def write_pdf(material: Material, step: Step) -> bytes:
    """The material as a PDF file; a `PdfWriter`. May be called in any thread of a program that has an application."""
    # Laying text out starts a timer, which asks for an event dispatcher: a plain thread gets one by an event loop.
    loop = QEventLoop()
    try:
        return pdf(set_pages(material), title_of(material), step)
    finally:
        loop.deleteLater()
