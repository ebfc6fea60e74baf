"""The tree of a web page laid out as lines, as a browser would break them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element, iterwalk

from reader.importing.formats import html_lists, latex
from reader.importing.formats.html_article import CODE_TAGS, SKIPPED_TAGS, Regions, metadata_label
from reader.importing.grammar import frames
from reader.importing.source import SourceCell, SourceTable, visible

_BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "thead",
     "tfoot", "tr", "td", "th", "caption", "section", "article", "main", "header", "footer", "nav", "aside", "center",
     "blockquote", "pre", "form", "fieldset", "address", "hr", "figure", "figcaption", "body", "html", "option",
     "select", "frameset", "noframes", "ucapcontent", "colgroup", "legend", "details", "summary", "textarea"})
_PARAGRAPHS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "td", "th", "caption"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff01-\uffef\u3001-\u303f]"
_WRAP = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n\f]*(?={_WIDE})")  # a line break of the page's source
_UNSHOWN = SKIPPED_TAGS - CODE_TAGS
_SENTENCE_END = "。：；！？…”）)"


@dataclass(slots=True)
class FlowLine:
    """A line of the layout.

    Attributes:
        text: as shown; raw: the same before indices were raised and list numbers set.
        links: visible characters of it that are links.
        repairs: (kind, before, after) of what differs between `raw` and `text`.
        inside: it stands in the article; furniture: it is not to be shown; metadata: part of the page's record.
    """

    text: str = ""
    raw: str = ""
    heading: int = 0
    bold: bool = False
    centered: bool = False
    right: bool = False
    whole: bool = False
    bullet: bool = False
    links: int = 0
    inside: bool = False
    furniture: bool = False
    metadata: bool = False
    page_title: bool = False
    table: SourceTable | None = None
    repairs: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Piece:
    """A stretch of text between tags."""

    raw: str
    text: str
    linked: bool
    bold: bool
    kind: str = ""  # of the repair when raw and text differ


class Flow:
    """Lays out one tree. Depth of nesting is no limit: the walk is no recursion."""

    def __init__(self, regions: Regions | None = None) -> None:
        self._regions = regions
        self._lines: list[FlowLine] = []
        self._pieces: list[_Piece] = []
        self._broken = False  # the current block was broken by <br>
        self._styles: list[_Style] = [_Style(inside=regions is None)]
        self._lists: list[list[int]] = []

    def lines(self, top: _Element) -> list[FlowLine]:
        """The lines of everything below an element, in document order."""
        walk = iterwalk(top, events=("start", "end"))
        passed: _Element | None = None  # the element whose inside is not walked
        for event, element in walk:
            if event == "start":
                if element.tag in SKIPPED_TAGS:
                    passed = element
                    self._add_hidden(element)
                elif element.tag == "table" and (table := data_table(element)) is not None:
                    self._end_line()
                    self._add_table(element, table)
                    passed = element
                if passed is element:
                    walk.skip_subtree()
                else:
                    self._start(element)
                continue
            if passed is element:
                passed = None
            else:
                self._end(element)
            if element is not top:
                self._add(element.tail)
        self._end_line()
        return self._lines

    def _start(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._end_line()
            self._broken = False
        if tag == "br":
            self._broken = True
            self._end_line(broken=True)
        style = self._styles[-1].of(element, self._regions)
        if tag in ("ul", "ol"):
            self._lists.append([_integer(element.get("start"), 1) if tag == "ol" else 0])
        self._styles.append(style)
        if tag == "li":
            self._number(element)
        self._add(element.text)

    def _add_hidden(self, element: _Element) -> None:
        """Note the text of an element that browsers do not show (noframes, object …)."""
        text = "" if element.tag in CODE_TAGS else _collapse(hidden_text(element))
        if visible(text):
            self._end_line()
            self._lines.append(FlowLine(text=text, raw=text, furniture=True))

    def _number(self, item: _Element) -> None:
        """Set the number that a browser shows before an item of an ordered list."""
        if not self._lists or not self._lists[-1][0]:
            return
        number = _integer(item.get("value"), self._lists[-1][0])
        self._lists[-1][0] = number + 1
        if label := html_lists.label(item, number):
            self._pieces.append(_Piece("", label, False, self._styles[-1].bold, "list_number"))

    def _end(self, element: _Element) -> None:
        if element.tag in _BLOCKS:
            self._end_line()
            self._broken = False
        if element.tag == "li":
            self._pieces = []  # the number of an item without text
        if element.tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._styles.pop()

    def _add(self, text: str | None) -> None:
        if not text:
            return
        style = self._styles[-1]
        if style.preformatted:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._pieces.append(_Piece(first, first, style.linked, style.bold))
            for other in others:
                self._end_line(broken=True)
                self._pieces.append(_Piece(other, other, style.linked, style.bold))
            return
        raw = text
        shown, kind = raw, ""
        if style.script and visible(raw):
            raised = (latex.superscript if style.script == "sup" else latex.subscript)(raw.strip())
            if raised is not None:
                shown, raw = raised, raw.strip()
                kind = "superscript" if style.script == "sup" else "subscript"
        self._pieces.append(_Piece(raw, shown, style.linked, style.bold, kind))

    def _end_line(self, *, broken: bool = False) -> None:
        """Make a line of the pieces gathered. Blank lines count only where the page has them (`<p>&nbsp;</p>`)."""
        if self._pieces and all(piece.kind == "list_number" for piece in self._pieces):
            return  # a number waits for its text: <li><p>
        pieces, self._pieces = self._pieces, []
        style = self._styles[-1]
        text = _collapse([piece.text for piece in pieces])
        if not visible(text):
            meant = broken or any("\xa0" in piece.raw or "\u3000" in piece.raw for piece in pieces)
            if meant and self._lines and self._lines[-1].text:
                self._lines.append(self._line(style))
            return
        line = self._line(style)
        line.text, line.raw = text, _collapse([piece.raw for piece in pieces])
        line.repairs = [(piece.kind, piece.raw, piece.text) for piece in pieces if piece.kind]
        line.links = sum(len(visible(piece.raw)) for piece in pieces if piece.linked)
        line.bold = all(piece.bold for piece in pieces if visible(piece.raw))
        line.whole = not (broken or self._broken) or text[:2].isspace() or text.rstrip().endswith(tuple(_SENTENCE_END))
        self._lines.append(line)

    def _line(self, style: _Style) -> FlowLine:
        return FlowLine(heading=style.heading, centered=style.centered, right=style.right, bullet=style.bullet,
                        inside=style.inside, furniture=style.furniture)

    def _add_table(self, element: _Element, table: _LaidTable) -> None:
        for caption in table.captions:
            inner = Flow(self._regions)
            inner._styles = [self._styles[-1]]
            self._lines.extend(inner.lines(caption))
        line = self._line(self._styles[-1].of(element, self._regions))
        if _is_record(table.table):
            self._lines.extend(_record_lines(line, table.table))
            return
        line.raw, line.table, line.repairs, line.whole = table.raw, table.table, table.repairs, True
        line.links = table.links
        self._lines.append(line)


@dataclass(frozen=True, slots=True)
class _Style:
    """What holds for the text at a place of the tree."""

    heading: int = 0
    bold: bool = False
    centered: bool = False
    right: bool = False
    bullet: bool = False
    linked: bool = False
    preformatted: bool = False
    inside: bool = True
    furniture: bool = False
    script: str = ""

    def of(self, element: _Element, regions: Regions | None) -> _Style:
        """The style inside an element that stands in this one."""
        tag = element.tag
        css = (element.get("style") or "").replace(" ", "").lower()
        # That of a table is its own place on the page, not that of the text in it.
        align = (element.get("align") or "").lower() if tag != "table" else ""
        found = re.search(r"text-align:(\w+)", css)
        if found:
            align = found[1]
        centered, right = self.centered, self.right
        if align:
            centered, right = align == "center", align == "right"
        elif tag == "center":
            centered, right = True, False
        bold = self.bold or tag in ("b", "strong", "th")
        if "font-weight:" in css:
            bold = re.search(r"font-weight:(?:bold|[6-9]00)", css) is not None
        level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
        script = tag if tag in ("sup", "sub") else self.script
        return replace(
            self, heading=level or self.heading, bold=bold, centered=centered, right=right, script=script,
            bullet=tag == "li" or (self.bullet and tag not in ("ul", "ol")),
            linked=self.linked or tag == "a", preformatted=self.preformatted or tag in ("pre", "plaintext", "xmp"),
            inside=self.inside if regions is None else self.inside or element is regions.article,
            furniture=self.furniture or (regions is not None and element in regions.furniture))


@dataclass(frozen=True, slots=True)
class _LaidTable:
    """A data table; `raw` has a line for each row."""

    table: SourceTable
    raw: str
    repairs: list[tuple[str, str, str]]
    captions: tuple[_Element, ...]
    links: int


def data_table(element: _Element) -> _LaidTable | None:
    """The table when it holds data; None when it only lays out the page or when text stands outside its cells."""
    if any(visible("".join(hidden_text(inner))) for inner in element.iter(*_UNSHOWN)):
        return None
    if element.get("role") == "presentation" or any(visible(_text(inner)) for inner in element.iter("table")
                                                    if inner is not element):
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    texts = [[visible(_text(cell)) for cell in row] for row in rows]
    if sum(any(row) for row in texts) < 2 or max(sum(map(bool, row)) for row in texts) < 2:
        return None
    if frames.are_signatures(text for row in texts for text in row):
        return None
    lengths = [len(text) for row in texts for text in row]
    longest = max(range(len(lengths)), key=lengths.__getitem__)
    cells = [cell for row in rows for cell in row]
    captions = tuple(element.iter("caption"))
    whole = sum(lengths) + sum(len(visible(_text(caption))) for caption in captions)
    if whole != len(visible(_text(element))):
        return None
    if lengths[longest] > 0.7 * sum(lengths) and sum(1 for _ in cells[longest].iter("p", "br", "div")) > 2:
        return None
    return _lay_out(rows, captions)


def _lay_out(rows: list[list[_Element]], captions: tuple[_Element, ...]) -> _LaidTable:
    built: list[tuple[SourceCell, ...]] = []
    raws: list[str] = []
    repairs: list[tuple[str, str, str]] = []
    links = 0
    for row in rows:
        cells: list[SourceCell] = []
        raw: list[str] = []
        for cell in row:
            lines = [line for line in Flow().lines(cell) if line.text or line.raw]
            for line in lines:
                repairs += line.repairs
                links += line.links
            raw.append(" ".join(line.raw.strip() for line in lines))
            cells.append(SourceCell(
                " ".join(line.text.strip() for line in lines), _span(cell, "rowspan"), _span(cell, "colspan"),
                cell.tag == "th"))
        if cells:
            built.append(tuple(cells))
            raws.append("\t".join(raw))
    return _LaidTable(SourceTable(tuple(built)), "\n".join(raws), repairs, captions, links)


def _is_record(table: SourceTable) -> bool:
    """Whether a table is the page's own record of a document (索引号 | … | 发文字号 | …)."""
    return sum(bool(metadata_label(cell.text, bare=True)) for row in table.rows for cell in row) >= 3


def _record_lines(pattern: FlowLine, table: SourceTable) -> list[FlowLine]:
    """A line for each label of such a table with what follows it."""
    lines: list[FlowLine] = []
    for row in table.rows:
        for place, cell in enumerate(row):
            if not cell.text:
                continue
            if place == 0 or metadata_label(cell.text, bare=True):
                lines.append(replace(pattern, whole=True, metadata=True, furniture=False, repairs=[]))
            last = lines[-1]
            last.text = last.raw = f"{last.text} {cell.text}".strip()
    return lines


def hidden_text(element: _Element) -> list[str]:
    """The pieces of text in an element that is not shown, code left out."""
    return [str(text) for inner in element.iter() if inner.tag not in CODE_TAGS and isinstance(inner.tag, str)
            for text in (inner.text, *(child.tail for child in inner)) if text]


def _text(element: _Element) -> str:
    """All text of an element as a reader sees it, scripts left out."""
    pieces: list[str] = []
    walk = iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            if inner.tag in SKIPPED_TAGS:
                walk.skip_subtree()
            else:
                pieces.append(inner.text or "")
        elif inner is not element:
            pieces.append(inner.tail or "")
    return "".join(pieces)


def _span(cell: _Element, name: str) -> int:
    return min(max(_integer(cell.get(name), 1), 1), 1000)


def _integer(value: str | None, otherwise: int) -> int:
    return int(value) if value and re.fullmatch(r"\d{1,4}", value.strip()) else otherwise


def _collapse(pieces: list[str]) -> str:
    """Pieces of text as one line: white space collapses as in a browser, and goes between two wide characters.

    Spaces that a page sets on purpose (no-break and ideographic ones) stay, also at the beginning.
    """
    text = _WRAP.sub("", "".join(pieces).strip(" \t\n\r\f"))
    return _SPACE.sub(" ", text).replace("\xa0", " ")
