"""The seam between formats and structure: the lines of a file, with what the format knows about each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.model.report import Doubt, Removal, Repair


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a ready-made table (HTML, Word, pipe table).

    Attributes:
        text: the cell's text, inline markup resolved. Several paragraphs in a cell are separated by a space.
        row_span, column_span: how many rows and columns it covers, at least 1.
        header: the format marks it as a header cell (`<th>`).
    """

    text: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table the format marks as one. A row holds only cells that begin in it, as HTML writes them: a place covered
    by a span from above or from the left has no cell."""

    rows: tuple[tuple[SourceCell, ...], ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a file, or one table.

    Attributes:
        text: the line without its line break, inline markup and block markup (`#`, `- `) resolved; white space at
            both ends is kept, for it tells wraps from paragraphs. Empty for a blank line and for a table.
        line: 1-based line of the decoded source; for Word and PDF a running number of lines and paragraphs.
        heading: heading level the format gives, 1–6 (`#`, `<h1>`, a Word style), 0 for none.
        bold: the whole line is bold.
        centered: the format centres the line.
        right: the format aligns the line to the right, as signatures and dates are.
        whole: the format says that this line is a whole paragraph (`<p>`, a Word paragraph), not a printed line.
        column_break: the first line of a column or page that continues the text before it.
        page_break: the first line of a page.
        bullet: the line was an item of a list (`- `, `<li>`); the marker itself is recorded as a removal.
        table: the table that stands here instead of text.
        marked: the format marked the line as an aside: "header", "footer", "footnote", "page_number",
            "metadata" (a web page's own record of the document: 索引号, 发文字号 …); "" for text.
    """

    text: str
    line: int
    heading: int = 0
    bold: bool = False
    centered: bool = False
    right: bool = False
    whole: bool = False
    column_break: bool = False
    page_break: bool = False
    bullet: bool = False
    table: SourceTable | None = None
    marked: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines.

    The non-white characters of `decoded` − removals − repairs' `before` + repairs' `after` are those of the lines and
    their tables' cells, as a multiset. Lines are in reading order.

    Attributes:
        lines: every line, blank ones too (`text` == "") where the format has them.
        decoded: the decoded source; for Word and PDF the text taken out of the file before anything was removed.
        format: "text", "markdown", "html", "docx", "pdf" …
        encoding: Python's name of the encoding, "" for binary formats.
        removals, repairs: what the format module itself removed (markup …) and replaced (entities …).
        doubts: what a person should look at already at this stage (a scanned page without text …).
    """

    lines: tuple[SourceLine, ...]
    decoded: str
    format: str
    encoding: str = ""
    removals: tuple[Removal, ...] = ()
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def visible(text: str) -> str:
    """The text without white space: what conservation counts."""
    return "".join(text.split())


def kept(lines: Iterable[SourceLine]) -> str:
    """All characters of the lines that are not white space, tables' cells included, in order."""
    pieces: list[str] = []
    for line in lines:
        pieces.append(visible(line.text))
        if line.table is not None:
            pieces.extend(visible(cell.text) for row in line.table.rows for cell in row)
    return "".join(pieces)
