"""A web page becomes lines: the article with titles, paragraphs and tables; page furniture is removed and recorded."""

from __future__ import annotations

import re

from lxml import etree
from lxml.etree import _Element

from reader.importing.formats.decode import decode
from reader.importing.formats.html_article import find_regions, is_outside_furniture, is_phrase, metadata_label
from reader.importing.formats.html_flow import Flow, FlowLine
from reader.importing.source import Source, SourceLine, visible
from reader.model.errors import UserError
from reader.model.report import Doubt, Removal, Repair

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
_NESTING = re.compile(
    r"</?(?:div|font|span|b|i|u|em|strong|a|small|big|center|ul|ol|li|dl|dd|dt|table|tr|td|th)\b[^<>]*>", re.IGNORECASE)
_TITLE_META = frozenset({"articletitle", "title", "og:title", "article_title"})
_ATTACHED = re.compile(r"附件|\d+[.．、]|.*\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$", re.IGNORECASE)
_HEAD_LINES = 12  # first lines of the article among which its title is looked for
_METADATA_RUN = 3  # labelled lines that together make a record, not a text
_SCARCE = 200  # characters; an article of fewer that leaves more than this out is doubted


def read(data: bytes, name: str) -> Source:
    """Read a web page.

    The decoded source is the text of the page, a line for each line of its layout; tags, scripts, styles and comments
    are no part of it.

    Raises:
        UserError: as `decode`; file.empty when the page holds no text.
    """
    return read_page(data, name)


def read_page(data: bytes, name: str, declared: str = "", form: str = "html") -> Source:
    """Read a web page whose encoding somebody else may have declared (`declared`); `form` names the format."""
    found = _CHARSET.search(data[:8192])
    decoded = decode(data, name, found[1].decode("ascii") if found else declared)
    root = parse_page(decoded.text)
    if root is None:
        raise UserError("file.empty", path=name)
    title, body = _title(root), _body(root)
    regions = find_regions(body)
    flow = Flow(regions)
    lines = flow.lines(body)
    if title:
        lines.insert(0, FlowLine(text=title, raw=title, page_title=True))
    if not any(line.text.strip() or line.table for line in lines):
        raise UserError("file.empty", path=name)
    _judge(lines, _titles(root, title))
    return _source(lines, form, decoded.encoding, decoded.doubts)


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


def _judge(lines: list[FlowLine], titles: frozenset[str]) -> None:
    """Mark each line as text, furniture or part of the page's record of the document."""
    _mark_metadata(lines)
    inside = [line for line in lines if line.inside and not line.furniture]
    head = visible("".join(line.text for line in inside[:_HEAD_LINES]))[:600]
    kept_title = ""
    wholes = _whole_headings(lines)
    for line in lines:
        text = visible(line.text)
        if line.page_title or (text and is_phrase(line.text) and not line.metadata):
            line.furniture = True
        if line.furniture or line.metadata or not text:
            continue
        is_title = text in titles or (0 < line.heading <= 2)
        if line.inside:
            if text in titles and not line.heading:
                line.heading = 1
            continue
        whole = wholes.get(id(line), text)  # a heading of several lines is judged as one
        if is_title and whole not in head and (text != kept_title or whole != text):
            line.heading = line.heading or 1
            kept_title = whole
        elif is_title or is_outside_furniture(line.text, line.links):
            line.furniture = True
    _trim_links(inside)
    _keep_something(lines)


def _whole_headings(lines: list[FlowLine]) -> dict[int, str]:
    """The text of each heading that takes several lines, by the identity of its lines."""
    found: dict[int, str] = {}
    run: list[FlowLine] = []
    for line in [*lines, None]:
        heads = line is not None and 0 < line.heading <= 2 and not line.inside
        if line is not None and heads and (not run or line.heading == run[0].heading):
            run.append(line)
            continue
        if len(run) > 1:
            whole = visible("".join(entry.text for entry in run))
            found.update((id(entry), whole) for entry in run)
        run = []
    return found


def _mark_metadata(lines: list[FlowLine]) -> None:
    """Runs of labelled lines (索引号：… 发文字号：…) are the page's record of the document, not its text."""
    run: list[FlowLine] = []
    for line in [*lines, None]:
        if line is not None and (metadata_label(line.text) or (run and not visible(line.text))):
            run.append(line)
            continue
        labelled = [entry for entry in run if visible(entry.text)]
        if len(labelled) >= _METADATA_RUN:
            for entry in labelled:
                entry.metadata, entry.furniture = True, False
        run = []


def _trim_links(inside: list[FlowLine]) -> None:
    """Lists of links at the end of the article are related reading; the links of attachments stay."""
    tail: list[FlowLine] = []
    for line in reversed(inside):
        text = visible(line.text)
        if line.table is not None or (text and line.links * 5 < len(text) * 4 and not line.furniture):
            break
        if text and not line.furniture and not _ATTACHED.match(text):
            tail.append(line)
    if len(tail) >= 3:
        for line in tail:
            line.furniture = True


def _keep_something(lines: list[FlowLine]) -> None:
    """A page of which nothing would be left is kept whole: better furniture in the text than text lost."""
    if any(not line.furniture and (visible(line.text) or line.table) for line in lines):
        return
    for line in lines:
        line.furniture = line.page_title


def _source(flow: list[FlowLine], form: str, encoding: str, doubts: tuple[Doubt, ...]) -> Source:
    lines: list[SourceLine] = []
    removals: list[Removal] = []
    repairs: list[Repair] = []
    decoded: list[str] = []
    for line in flow:
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
    left_out = sum(len(visible(removal.text)) for removal in removals)
    kept = sum(len(visible(line.raw)) for line in flow if not line.furniture)
    if kept < _SCARCE < left_out:
        doubts = (*doubts, Doubt("page.furniture", 1, {"count": left_out, "kept": kept}))
    return Source(tuple(lines), "\n".join(decoded), form, encoding, tuple(removals), tuple(repairs), doubts)

