"""Documents as Markdown and as a web page: what `show` prints. Plain forms of the blocks, nothing left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from reader.exporting import document_html, document_markdown
from reader.exporting.markdown import escaped
from reader.model.document import Document, Matter, Table

Part = Document | Matter


def markdown(parts: Iterable[Part]) -> str:
    """Parts of an issue as Markdown: headings by level, tables as pipe tables, everything else as paragraphs."""
    lines: list[str] = []
    for part in parts:
        write = _writer(part.text, escaped)
        lines += document_markdown.paragraphs(part.text, part.blocks, _tables(part), write)
    return "\n\n".join(lines) + "\n"


def html(parts: Iterable[Part], title: str) -> str:
    """Parts of an issue as one web page that needs nothing from outside."""
    lines: list[str] = []
    for part in parts:
        name = "article" if isinstance(part, Document) else "section"
        write = _writer(part.text, escape)
        lines += [f"<{name}>", *document_html.elements(part.text, part.blocks, _tables(part), write), f"</{name}>"]
    return document_html.page(title, "\n".join(lines))


def _writer(text: str, escaped: Callable[[str], str]) -> Callable[[int, int, int], str]:
    return lambda start, end, _limit: escaped(text[start:end])


def _tables(part: Part) -> tuple[Table, ...]:
    return part.tables if isinstance(part, Document) else ()
