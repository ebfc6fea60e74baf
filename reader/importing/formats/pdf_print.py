"""The printed lines of a PDF, page by page in reading order, and which of them are running heads and page numbers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from reader.importing.formats.pdf_layout import (
    Item,
    Row,
    Stretch,
    fills,
    find_gutter,
    fits,
    reading_order,
    segments,
)
from reader.importing.formats.pdf_lines import LineText, cell_text, line_text
from reader.importing.formats.pdf_page import Glyph, Page
from reader.importing.formats.pdf_tables import Grid, find_grids, take_glyphs
from reader.importing.formats.radicals import table_for
from reader.importing.grammar import marks
from reader.importing.source import SourceCell, SourceTable, visible

_PAGE_NUMBER = re.compile(
    r"[-—–―－·•.．\s]*(?:第\s*)?(?:[0-9０-９]{1,4}|[IVXivx]{1,6})(?:\s*[页頁]|\s*/\s*\d+)?(?:\s*共\s*\d+\s*[页頁])?"
    r"[-—–―－·•.．\s]*")
_BROWSER = re.compile(r"(?:https?|file)://\S|\d{4}/\d{1,2}/\d{1,2}\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?::\d{2})?(?=\s|$)")
"""What browsers print in the margins of a page: when, and where from."""
_DIGITS = re.compile(r"[0-9０-９]+")
_NO_HEAD = re.compile(
    r"附\s*(?:件|表|录|图)|续表|第[一二三四五六七八九十]+[章编条]|[（(]?[一二三四五六七八九十]+[）)、]")
_AHEAD = 8  # pages looked at before one is laid out
_MARGIN = 0.12  # of the page's height, above and below, where heads and numbers stand
_WIDE_GAP = 1.7  # in heights of the text
_POST = re.compile(r"[\u4e00-\u9fff]{0,4}(?:长|员|主任|主席|指挥|召集人|顾问|政委)[：:][\u4e00-\u9fff·]{2,}")
"""组长：某某 on the first row of a list of persons."""
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,6}")


@dataclass(slots=True)
class PrintedLine:
    """A line, or a table.

    Attributes:
        page: from 1; column: as in `Stretch`.
        columns: whether its page has several.
        size: height of its text in points.
        opens: "page" or "column" for the first line of one.
        furniture: "running_head", "page_number" …; "" for text.
        rows: for a table its rows as `LineText` cells.
    """

    page: int
    column: str
    columns: bool
    left: float
    right: float
    bottom: float
    top: float
    size: float
    text: LineText
    opens: str = ""
    furniture: str = ""
    table: SourceTable | None = None
    rows: list[list[LineText]] = field(default_factory=list)


@dataclass(slots=True)
class PrintedPage:
    """The lines of a page and what else is known of it."""

    number: int
    box: tuple[float, float, float, float]
    lines: list[PrintedLine]
    has_picture: bool
    unmapped: int
    garbled: bool
    outside: str
    tilted: str


@dataclass(slots=True)
class _Prepared:
    """A page taken apart, before it is known where the gutter between its columns stands."""

    page: Page
    number: int
    grids: list[Grid]
    items: list[Item]
    gutter: float | None
    plain: Mapping[str, str]


class Printer:
    """Reads page after page. A page of few lines shows no columns by itself; its neighbours before and after do."""

    def __init__(self) -> None:
        self._waiting: deque[_Prepared] = deque()
        self._near: deque[float | None] = deque(maxlen=2 * _AHEAD)  # gutters of the pages read last

    def take(self, page: Page, number: int) -> Iterator[PrintedPage]:
        """Take the next page; gives pages that are done."""
        grids = find_grids(page)
        glyphs = take_glyphs(grids, page.glyphs)
        for grid in grids:
            if sum(1 for cell in grid.cells if cell.glyphs) < 2:
                _release(grid, glyphs)
        grids = [grid for grid in grids if any(cell.glyphs for cell in grid.cells)]
        items = segments(glyphs)
        items += [Item(*grid.box, table=index) for index, grid in enumerate(grids)]
        gutter = find_gutter(items)
        plain = table_for("".join(glyph.character for glyph in page.glyphs))
        page.glyphs = []
        self._near.append(gutter)
        self._waiting.append(_Prepared(page, number, grids, items, gutter, plain))
        if len(self._waiting) > _AHEAD:
            yield self._done(self._waiting.popleft())

    def rest(self) -> Iterator[PrintedPage]:
        """The last pages."""
        while self._waiting:
            yield self._done(self._waiting.popleft())

    def _done(self, prepared: _Prepared) -> PrintedPage:
        gutter = prepared.gutter if prepared.gutter is not None else self._usual(prepared.items)
        lines: list[PrintedLine] = []
        for stretch in reading_order(prepared.items, gutter):
            lines += _stretch_lines(stretch, prepared, gutter is not None)
        _mark_openings(lines)
        page = prepared.page
        return PrintedPage(prepared.number, page.box, lines, page.has_picture, page.unmapped, page.garbled,
                           page.outside, page.tilted)

    def _usual(self, items: list[Item]) -> float | None:
        """The gutter of the pages near by, where most of them have one and this page can be read with it."""
        gutters = [gutter for gutter in self._near if gutter is not None]
        if not gutters or 3 * len(gutters) < len(self._near):
            return None
        usual = median(gutters)
        return usual if fits(items, usual) and (len(gutters) > 1 or fills(items, usual)) else None


def _release(grid: Grid, glyphs: list[Glyph]) -> None:
    """Give the glyphs of a grid that is no table back to the text of the page."""
    for cell in grid.cells:
        glyphs += cell.glyphs
        cell.glyphs = []
    glyphs.sort(key=lambda glyph: glyph.place)


def _stretch_lines(stretch: Stretch, prepared: _Prepared, columns: bool) -> Iterator[PrintedLine]:
    page = prepared.number
    gaps = [_wide_gaps(row) for row in stretch.rows]
    for index in _persons(stretch.rows):
        gaps[index] = []
    for index, row in enumerate(stretch.rows):
        box = (row.left, row.right, row.bottom, row.top)
        if row.items[0].table >= 0:
            table, rows = _table(prepared.grids[row.items[0].table], prepared.plain)
            if table.rows:
                yield PrintedLine(page, stretch.column, columns, *box, 0.0, LineText(), table=table, rows=rows)
            continue
        near = [gaps[other] for other in (index - 1, index + 1) if 0 <= other < len(gaps)]
        glyphs = [glyph for item in row.items for glyph in item.glyphs]
        size = _size(glyphs)
        tabs = any(abs(here - there) < 1.2 * size for other in near for there in other for here in gaps[index])
        text = line_text(glyphs, tabs=tabs, plain=prepared.plain)
        if text.raw:
            yield PrintedLine(page, stretch.column, columns, *box, size, text)


def _size(glyphs: list[Glyph]) -> float:
    """The size of a row's text in points: how wide its Han characters are, else how high its glyphs."""
    widths = [glyph.right - glyph.left for glyph in glyphs if "\u4e00" <= glyph.character <= "\u9fff"]
    return median(widths) if widths else median(glyph.top - glyph.bottom for glyph in glyphs)


def _wide_gaps(row: Row) -> list[float]:
    """Where text begins again after a wide gap."""
    return [item.left for before, item in zip(row.items, row.items[1:], strict=False)
            if item.left - before.right > _WIDE_GAP * min(before.height, item.height)]


def _persons(rows: Sequence[Row]) -> Iterator[int]:
    """The rows of a list of persons (组　长：甲　　某局局长 and the names under it): columns, but no table."""
    running = False
    for index, row in enumerate(rows):
        first = "".join(glyph.character for glyph in row.items[0].glyphs if not glyph.character.isspace())
        words = "".join(glyph.character for item in row.items for glyph in item.glyphs if not glyph.character.isspace())
        named = running and len(row.items) == 2 and _NAME.fullmatch(first) is not None
        running = named or _POST.match(words) is not None
        if running:
            yield index


def _table(grid: Grid, plain: Mapping[str, str]) -> tuple[SourceTable, list[list[LineText]]]:
    """A grid as a table, and the texts of its cells row by row."""
    built: list[tuple[SourceCell, ...]] = []
    texts: list[list[LineText]] = []
    for row in range(len(grid.levels) - 1):
        cells: list[SourceCell] = []
        line: list[LineText] = []
        for cell in grid.cells:
            if cell.row == row:
                text = cell_text(cell.glyphs, cell.left, cell.right, plain)
                cells.append(SourceCell(text.text, cell.row_span, cell.column_span))
                line.append(text)
        built.append(tuple(cells))
        texts.append(line)
    return SourceTable(tuple(built)), texts


def _mark_openings(lines: list[PrintedLine]) -> None:
    seen: set[str] = set()
    for place, line in enumerate(lines):
        if place == 0:
            line.opens = "page"
        elif line.column and line.column not in seen:
            line.opens = "column"
        seen.add(line.column)


def mark_furniture(pages: list[PrintedPage]) -> None:
    """Find running heads and page numbers by their place and by repetition across pages."""
    places: dict[tuple[str, bool], list[tuple[float, PrintedLine]]] = {}
    sizes = [line.size for page in pages for line in page.lines if line.table is None]
    usual = median(sizes) if sizes else 0.0
    for page in pages:
        edges = _edge_lines(page)
        for line, is_top, distance in edges:
            words = visible(line.text.text)
            if _PAGE_NUMBER.fullmatch(line.text.text) and any(character.isalnum() for character in words):
                line.furniture = "page_number"
            elif _BROWSER.match(line.text.text):
                line.furniture = "running_head"
            elif line.size < 0.95 * usual and marks.PUBLICATION.fullmatch(line.text.text):
                line.furniture = "running_head"  # small print in the margin; the name on a cover is large
            elif len(words) <= 60 and not _NO_HEAD.match(words):
                places.setdefault((_DIGITS.sub("0", words), is_top), []).append((distance, line))
    least = 3 if len(pages) < 30 else max(3, len(pages) // 20)
    for (_, _), found in places.items():
        for distance, line in found:
            same = {other.page for place, other in found if abs(place - distance) < 6}
            published = len(same) > 1 and marks.PUBLICATION.fullmatch(line.text.text) is not None
            if len(same) >= least or published:
                line.furniture = "running_head"
    for page in pages:
        _reopen(page)


def _edge_lines(page: PrintedPage) -> list[tuple[PrintedLine, bool, float]]:
    """The first and last lines of a page that stand apart from its text: (line, at the top, distance from the edge)."""
    lines = [line for line in page.lines if line.table is None]
    if not lines:
        return []
    _, bottom, _, top = page.box
    margin = _MARGIN * (top - bottom)
    found: list[tuple[PrintedLine, bool, float]] = []
    for line in lines:
        if line.bottom > top - margin:
            found.append((line, True, top - line.top))
        elif line.top < bottom + margin:
            found.append((line, False, line.bottom - bottom))
    return found


def _reopen(page: PrintedPage) -> None:
    """Pass the mark of a page's or column's first line on when that line is furniture."""
    pending = ""
    for line in page.lines:
        if line.furniture:
            pending = pending or line.opens
            line.opens = ""
        elif pending:
            line.opens = "page" if pending == "page" else line.opens or pending
            pending = ""
