"""A web page becomes lines: the article with titles, paragraphs and tables; page furniture is removed and recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from reader.importing.formats import html_ledger
from reader.importing.formats.decode import decode
from reader.importing.formats.html_article import find_regions
from reader.importing.formats.html_flow import Flow, FlowLine
from reader.importing.formats.html_judging import judge
from reader.importing.source import Source, SourceLine, visible
from reader.model.errors import UserError
from reader.model.report import Doubt, Removal, Repair

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_NESTING = re.compile(
    r"</?(?:div|font|span|b|i|u|em|strong|a|small|big|center|ul|ol|li|dl|dd|dt|table|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_TITLE_META = frozenset({"articletitle", "title", "og:title", "article_title"})
_SCARCE = 200  # characters; an article of fewer that leaves more than this out is doubted
_MOST_MISSING = 4  # characters that may be wanting before the reading of a page is doubted


@dataclass(slots=True)
class Page:
    """A web page laid out as lines, furniture marked.

    Attributes:
        markup: visible characters of its tags, scripts and comments; missing: Han characters the layout lacks.
        hollow: nothing but frames or scripts is in it, which would fetch the text from elsewhere.
    """

    lines: list[FlowLine]
    encoding: str
    doubts: tuple[Doubt, ...]
    markup: int
    missing: int
    hollow: bool

    @property
    def weight(self) -> int:
        """Visible characters that are no furniture."""
        return sum(len(visible(line.raw)) for line in self.lines if not line.furniture)


def read(data: bytes, name: str) -> Source:
    """Read a web page.

    The decoded source is the text of the page, a line for each line of its layout; tags, scripts, styles and comments
    are no part of it, and are told in sum.

    Raises:
        UserError: as `decode`; file.empty when the page holds no text, file.hollow when frames or scripts
            would fetch it.
    """
    page = lay_out(data, name)
    if page.hollow:
        raise UserError("file.hollow", path=name)
    return source_of([page], "html")


def lay_out(data: bytes, name: str, declared: str = "") -> Page:
    """Lay out a page whose encoding somebody else may have declared (`declared`).

    Raises:
        UserError: as `decode`; file.empty when the page holds no text.
    """
    found = _CHARSET.search(data[:8192])
    decoded = decode(data, name, found[1].decode("ascii") if found else declared)
    root = parse_page(decoded.text)
    if root is None:
        raise UserError("file.empty", path=name)
    title, body = _title(root), _body(root)
    lines = Flow(find_regions(body)).lines(body)
    hollow = _is_hollow(body, lines)
    if title:
        lines.insert(0, FlowLine(text=title, raw=title, page_title=True))
    if not hollow and not any(line.text.strip() or line.table for line in lines):
        raise UserError("file.empty", path=name)
    judge(lines, _titles(root, title))
    ledger = html_ledger.take(decoded.text)
    missing = ledger.missing("".join(line.raw for line in lines))
    return Page(lines, decoded.encoding, decoded.doubts, ledger.markup, missing, hollow)


def _is_hollow(body: _Element, lines: list[FlowLine]) -> bool:
    """Whether frames or scripts are all that a page holds; what it says to browsers without them does not count."""
    excuses = "".join(str(text) for element in body.iter("noscript", "noframes") for text in element.itertext())
    return (len(visible("".join(line.raw for line in lines))) <= len(visible(excuses))
            and next(body.iter("frame", "iframe", "script"), None) is not None)


def parse_page(text: str) -> _Element | None:
    """The tree of a page; None when it holds nothing.

    A page nested deeper than the parser goes (tags never closed) is read without the tags that nest: the parser would
    drop what lies deeper.
    """
    root, whole = _parsed(text)
    return root if whole else _parsed(_NESTING.sub("<br>", text))[0]


def _parsed(text: str) -> tuple[_Element | None, bool]:
    """The tree, and whether all of the text is in it."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    # Bytes, because lxml refuses text that declares an encoding of its own.
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _body(root: _Element) -> _Element:
    body = root.find("body")
    return root if body is None else body


def _title(root: _Element) -> str:
    element = root.find(".//head/title")
    return " ".join((element.text or "").split()) if element is not None else ""


def _titles(root: _Element, page_title: str) -> frozenset[str]:
    """What the page itself calls its title, without the name of the site behind it."""
    titles = {page_title, *re.split(r"[_|｜]|\s[-—–]+\s|-{1,2}|——", page_title)}
    for meta in root.iter("meta"):
        if (meta.get("name") or meta.get("property") or "").lower() in _TITLE_META:
            titles.add(meta.get("content") or "")
    return frozenset(text for text in map(visible, titles) if len(text) >= 6)


def source_of(pages: Sequence[Page], form: str) -> Source:
    """Pages that were stored together, one after another. `form` names the format."""
    lines: list[SourceLine] = []
    removals: list[Removal] = []
    repairs: list[Repair] = []
    decoded: list[str] = []
    doubts: list[Doubt] = []
    for page in pages:
        first = len(decoded) + 1
        for line in page.lines:
            number = len(decoded) + 1
            decoded.extend(line.raw.split("\n"))
            if line.furniture:
                if visible(line.raw):
                    removals.append(Removal("page_furniture", line.raw, number))
                continue
            repairs.extend(Repair(kind, before, after, number) for kind, before, after in line.repairs)
            lines.append(SourceLine(
                text=line.text, line=number, heading=line.heading, bold=line.bold, centered=line.centered,
                right=line.right, whole=line.whole, bullet=line.bullet, table=line.table,
                marked="metadata" if line.metadata else ""))
        doubts += page.doubts
        if page.missing > _MOST_MISSING:
            doubts.append(Doubt("page.missing", first, {"count": page.missing}))
    left_out = sum(len(visible(removal.text)) for removal in removals)
    kept = sum(page.weight for page in pages)
    if kept < _SCARCE < left_out:
        doubts.append(Doubt("page.furniture", 1, {"count": left_out, "kept": kept}))
    removals.append(Removal("page_markup", "", 0, sum(page.markup for page in pages)))
    return Source(tuple(lines), "\n".join(decoded), form, pages[0].encoding, tuple(removals), tuple(repairs),
                  tuple(doubts))
