"""The formats of exports by name, each made by its own module when asked for.

PDF is not among them: it is set in type by whoever knows fonts and pages (`PdfWriter`, handed in from above).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.exporting.excerpts import ExcerptDocument, documents_title
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.title_lines import Words
from reader.model.annotation import DEFAULT_STYLES, Style


class Content(StrEnum):
    """What an export holds."""

    ANNOTATIONS = "annotations"  # the annotations with their quotes
    DOCUMENTS = "documents"  # the documents whole, with or without what is marked in them


@dataclass(frozen=True, slots=True)
class Material:
    """What is to be written.

    Attributes:
        entries: the documents with their annotations, in text order.
        content: annotations or documents.
        order: of annotations: text, tag, style or date; formats that are data (csv, xlsx, jsonld, csl) keep text order.
        marks: of documents: with what is marked and noted.
        styles: of the library.
        title: of annotations; "" for what such a file is called.
        sources: of annotations on pages (docx, pdf): end with a list of the documents cited.
        words: cuts a title into words, so that no line of it (docx, pdf) ends within one; without it lines are filled.
        labels: what is said beside the words of others, in one language.
    """

    entries: Sequence[ExcerptDocument]
    content: Content = Content.ANNOTATIONS
    order: str = "text"
    marks: bool = True
    styles: Sequence[Style] = DEFAULT_STYLES
    title: str = ""
    sources: bool = True
    words: Words | None = None
    labels: Labels = CHINESE

    @property
    def heading(self) -> str:
        """What the file is called."""
        if self.content is Content.DOCUMENTS:
            return documents_title(self.entries, self.labels)
        return self.title or self.labels("title")


Step = Callable[[int, int], None]
"""Told how many pages are done and how many there are; what it raises ends the work."""
PdfWriter = Callable[[Material, Step], bytes]
"""Sets material in type: a PDF file."""
Writer = Callable[[Material], bytes]


def _markdown(wanted: Material) -> bytes:
    from reader.exporting.markdown import markdown
    return markdown(wanted.entries, order=wanted.order, title=wanted.heading, styles=wanted.styles,
                    labels=wanted.labels).encode()


def _html(wanted: Material) -> bytes:
    from reader.exporting.html import html
    return html(wanted.entries, order=wanted.order, title=wanted.heading, styles=wanted.styles,
                labels=wanted.labels).encode()


def _jsonld(wanted: Material) -> bytes:
    from reader.exporting.jsonld import jsonld
    return jsonld(wanted.entries).encode()


def _csl(wanted: Material) -> bytes:
    from reader.exporting.csl import csl
    return csl(wanted.entries).encode()


def _csv(wanted: Material) -> bytes:
    from reader.exporting.csv import csv
    return csv(wanted.entries, styles=wanted.styles, labels=wanted.labels).encode()


def _xlsx(wanted: Material) -> bytes:
    from reader.exporting.xlsx import xlsx
    return xlsx(wanted.entries, styles=wanted.styles, labels=wanted.labels)


def _docx(wanted: Material) -> bytes:
    from reader.exporting.docx import docx
    return docx(wanted.entries, order=wanted.order, title=wanted.heading, styles=wanted.styles, labels=wanted.labels,
                sources=wanted.sources)


def _markdown_documents(wanted: Material) -> bytes:
    from reader.exporting.document_markdown import markdown_documents
    return markdown_documents(wanted.entries, marks=wanted.marks, styles=wanted.styles, labels=wanted.labels).encode()


def _html_documents(wanted: Material) -> bytes:
    from reader.exporting.document_html import html_documents
    return html_documents(wanted.entries, marks=wanted.marks, styles=wanted.styles, labels=wanted.labels).encode()


def _docx_documents(wanted: Material) -> bytes:
    from reader.exporting.docx_documents import docx_documents
    return docx_documents(wanted.entries, marks=wanted.marks, styles=wanted.styles, labels=wanted.labels,
                          words=wanted.words)


JSONLD = "jsonld"
WRITERS: dict[str, Writer] = {
    "md": _markdown, "html": _html, "docx": _docx, "xlsx": _xlsx, "csv": _csv, JSONLD: _jsonld, "csl": _csl,
}
"""Of annotations, by the names of the command line."""
DOCUMENT_WRITERS: dict[str, Writer] = {"md": _markdown_documents, "html": _html_documents, "docx": _docx_documents}
"""Of documents, by the same names."""
PDF = "pdf"
ANNOTATION_FORMATS = ("md", "html", "docx", PDF, "xlsx", "csv", JSONLD, "csl")
DOCUMENT_FORMATS = ("md", "html", "docx", PDF)
_ENDINGS = {"csl": ".json"}
"""Where it is not the name: .csl is the ending of citation styles, and reference managers import CSL-JSON as .json."""


def ending(name: str) -> str:
    """The ending of a file in a format, with its full stop."""
    return _ENDINGS.get(name, f".{name}")


def known(content: Content) -> tuple[str, ...]:
    """The formats there are for annotations or documents."""
    return ANNOTATION_FORMATS if content is Content.ANNOTATIONS else DOCUMENT_FORMATS


def render(name: str, entries: Sequence[ExcerptDocument], *, order: str = "text",
           styles: Sequence[Style] = DEFAULT_STYLES) -> bytes:
    """The content of a file with these annotations. KeyError: no such format."""
    return write(name, Material(entries, order=order, styles=styles))


def write(name: str, wanted: Material) -> bytes:
    """The content of a file with this material.

    Args:
        name: one of `WRITERS` or `DOCUMENT_WRITERS`.

    Raises:
        KeyError: no such format.
    """
    return (WRITERS if wanted.content is Content.ANNOTATIONS else DOCUMENT_WRITERS)[name](wanted)
