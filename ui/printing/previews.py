"""What an export will look like, made of its beginning: text, a page of HTML, rows, or pictures of pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.formats import PDF, Content
from reader.model.job import JobContext
from reader.services import export
from reader.services.annotate import Selection
from reader.services.export import Wish
from reader.services.library import Library
from ui.printing.writing import set_pages

MOST_ANNOTATIONS = 30
MOST_DOCUMENTS = 1
MOST_PAGES = 3
DOTS = 96
"""Of pictures of pages, an inch."""
LONGEST = 60_000
"""Characters of a document that are shown: the widget that shows HTML takes seconds for more."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of an export.

    Attributes:
        total: annotations or documents there are in all; nothing else is given where there is none.
        shown: how many of them the preview holds.
        html, text: the page or the source to show, or "".
        rows: of a table, the first the head.
        pages: pictures.
    """

    total: int
    shown: int = 0
    html: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    pages: tuple[QImage, ...] = ()


def preview(library: Library, selection: Selection, wish: Wish, job: JobContext) -> Preview:
    """Make the preview of an export; in any thread.

    Raises:
        UserError: as `services.export.export`, but for what concerns the file.
        Cancelled: by the job.
    """
    whole = wish.content is Content.DOCUMENTS
    most = MOST_DOCUMENTS if whole else MOST_ANNOTATIONS
    total, entries = export.counted(library, selection, wish.content, most)
    job.check_cancelled()
    made = Preview(total, min(total, most))
    if not entries:
        return Preview(0)
    if wish.format in {"xlsx", "csv"}:
        from reader.exporting.rows import COLUMNS, rows

        wanted = export.material(library, entries, wish)
        heads = wanted.labels.columns(COLUMNS)
        return replace(made, rows=(heads, *rows(entries, wanted.styles, wanted.labels)))
    if wish.format == PDF:
        return replace(made, pages=_pages(library, entries, wish, job))
    # What Word shows cannot be had here: the same content as a page.
    shown = replace(wish, format="html") if wish.format == "docx" else wish
    words = export.content(library, entries, shown, job=job).decode()
    as_page = _is_html(library, shown)
    if len(words) > LONGEST:
        words = words[:LONGEST] + ("…" if as_page else "\n…")
    return replace(made, html=words) if as_page else replace(made, text=words)


def _is_html(library: Library, wish: Wish) -> bool:
    if wish.template and wish.content is Content.ANNOTATIONS:
        from reader.services import templates

        return templates.find(library, wish.template, wish.format).format == "html"
    return wish.format == "html"


def _pages(library: Library, entries: tuple[ExcerptDocument, ...], wish: Wish,
           job: JobContext) -> tuple[QImage, ...]:
    loop = QEventLoop()  # gives a plain thread the event dispatcher that laying out asks for
    try:
        pages = set_pages(export.material(library, entries, wish))
        found = []
        for page in range(min(pages.count, MOST_PAGES)):
            job.check_cancelled()
            found.append(pages.picture(page, DOTS))
        return tuple(found)
    finally:
        loop.deleteLater()
