"""Notes are Markdown that anybody may have written: how they become HTML that can do no harm."""

from __future__ import annotations

import html
import re
import threading

import markdown
import nh3

LONGEST = 100_000
"""Longer notes (code points) are shown as they were typed: rendering them would take seconds."""
MOST_WORK = 5_000_000
"""The library looks from each [ to the end of the note for its ]: about a second for so many characters."""
_TAGS = {"a", "p", "br", "hr", "em", "strong", "del", "sub", "sup", "code", "pre", "blockquote", "ul", "ol", "li",
         "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"}
_ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_CODE = re.compile(r"(```.*?```|~~~.*?~~~|`+[^`]*`+)", re.DOTALL)
_EXTENSIONS = ("tables", "fenced_code", "sane_lists", "nl2br")
_MARK = r"\x00-\x1f\x7f\\`*_\[\]<>#|~&"
_PLAIN_LINE = rf"(?!\d+\.)[^\s{_MARK}+=:{{}}-](?:[^{_MARK}]*[^\s{_MARK}])?"
_PLAIN_PARAGRAPH = rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*"
_PLAIN = re.compile(rf"{_PLAIN_PARAGRAPH}(?:\n\n{_PLAIN_PARAGRAPH})*")
"""Notes without any mark of Markdown, which most are: what they become is known without rendering them."""
_LIST_OPENS = re.compile(r" {0,3}(?:[-*+]|1\.)[ \t]+\S")
_IN_LIST = re.compile(r"\s+\S| {0,3}(?:[-*+]|\d+\.)[ \t]")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_own = threading.local()
_TAG_OPENS = re.compile(r"<(?=[A-Za-z/!?])")


def note_html(note: str) -> str:
    """A note as HTML: Markdown with tables, without scripts, styles, pictures, frames or links to local files."""
    if len(note) > LONGEST or note.count("[") * len(note) > MOST_WORK:
        return _plain(note)
    if _PLAIN.fullmatch(note):
        return "\n".join(f"<p>{paragraph}</p>" for paragraph in note.replace("\n", "<br>\n").split("<br>\n<br>\n"))
    try:
        rendered = _renderer().reset().convert(lists_apart(note))
    except RecursionError:
        # Thousands of nested quotes or lists: nothing a person wrote to be rendered.
        return _plain(note)
    return nh3.clean(rendered, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES)


def lists_apart(note: str) -> str:
    """A note with an empty line before each list that begins right under a line: the window shows it as a list there,
    as CommonMark has it (§5.2), the library does not."""
    lines: list[str] = []
    fenced = False
    for line in note.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        under = lines[-1] if lines else ""
        if not fenced and _LIST_OPENS.match(line) and under.strip() and not _IN_LIST.match(under):
            lines.append("")
        lines.append(line)
    return "\n".join(lines)


def _renderer() -> markdown.Markdown:
    """One for each thread: to make one takes as long as to render a page."""
    found: markdown.Markdown | None = getattr(_own, "renderer", None)
    if found is None:
        found = _own.renderer = markdown.Markdown(extensions=list(_EXTENSIONS))
    return found


def _plain(note: str) -> str:
    return f"<pre>{html.escape(note)}</pre>"


def note_markdown(note: str) -> str:
    """A note as Markdown for others to render: HTML in it is shown, not obeyed; all else as typed."""
    pieces = _CODE.split(note.replace("\r\n", "\n").strip())
    return "".join(piece if at % 2 else _TAG_OPENS.sub("&lt;", piece) for at, piece in enumerate(pieces))
