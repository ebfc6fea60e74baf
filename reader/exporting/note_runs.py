"""A note, which is Markdown, as the paragraphs and runs of a word processor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from reader.exporting.notes import note_html, note_markdown

_BLOCKS = frozenset({"p", "li", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "ul", "ol",
                     "table", "hr", "dl"})
_BOLD = frozenset({"strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"})
_CELLS = frozenset({"td", "th"})
DEEPER = "　"
"""Before an item of a list in a list, once a level."""


@dataclass(frozen=True, slots=True)
class NoteRun:
    """Words that look alike."""

    words: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    code: bool = False
    raised: bool = False
    lowered: bool = False


Paragraph = tuple[NoteRun, ...]


def note_paragraphs(note: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a note, none empty. Items of lists begin with a dot or their number; cells of a table are an em
    space apart; where a link leads stands behind it in brackets, for a comment has none. HTML in
    a note is shown, not obeyed."""
    reader = _Reader()
    reader.feed(note_html(note_markdown(note)))
    reader.close()
    reader.end()
    # Of a line or a link's address alone nothing is left: better as it was typed than lost.
    return tuple(reader.paragraphs) or tuple((NoteRun(line),) for line in note.splitlines() if line.strip())


@dataclass(slots=True)
class _List:
    """A list that is open: the number of its next item, None for dots."""

    number: int | None


class _Reader(HTMLParser):
    """Takes the HTML of a note apart; `note_html` has left nothing in it but what is known here."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[Paragraph] = []
        self._runs: list[NoteRun] = []
        self._mark = ""  # of the item whose first words come next
        self._open: list[str] = []
        self._lists: list[_List] = []
        self._links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end()
        given = {name: value or "" for name, value in attrs}
        if tag in ("ul", "ol"):
            start = given.get("start", "1")
            self._lists.append(_List(None if tag == "ul" else int(start) if start.isdecimal() else 1))
        elif tag == "li":
            self._item()
        elif tag == "br":
            self.end()
        elif tag in _CELLS and self._runs:
            self._runs.append(NoteRun("\u2003"))
        elif tag == "a":
            self._links.append((given.get("href", ""), len(self._runs)))
        if tag not in ("br", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            self._close_link()
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag in _BLOCKS:
            self.end()

    def handle_data(self, data: str) -> None:
        if "pre" in self._open:
            lines = data.split("\n")
            for number, line in enumerate(lines):
                if number:
                    self.end()
                self._write(line)
            return
        # Line breaks within a paragraph are elements; those in the text only part them.
        self._write(data.replace("\n", "") if self._runs else data.replace("\n", "").lstrip(" "))

    def end(self) -> None:
        """A paragraph ends."""
        if any(run.words.strip() for run in self._runs):
            self.paragraphs.append(tuple(_joined(self._runs)))
        self._runs = []
        self._links = [(where, 0) for where, _ in self._links]

    def _item(self) -> None:
        if not self._lists:
            return
        inner = self._lists[-1]
        mark = "· " if inner.number is None else f"{inner.number}. "
        if inner.number is not None:
            inner.number += 1
        self._mark = DEEPER * (len(self._lists) - 1) + mark

    def _close_link(self) -> None:
        where, since = self._links.pop()
        said = "".join(run.words for run in self._runs[since:])
        target = where.removeprefix("mailto:")
        if target and target not in said:
            self._runs.append(NoteRun(f"（{target}）"))

    def _write(self, words: str) -> None:
        if words:
            if self._mark and words.strip():
                self._runs.append(NoteRun(self._mark))
                self._mark = ""
            here = set(self._open)
            self._runs.append(NoteRun(words, bool(here & _BOLD), "em" in here, "del" in here, "code" in here,
                                      "sup" in here, "sub" in here))


def _joined(runs: list[NoteRun]) -> Iterator[NoteRun]:
    """The same with runs that look alike made one."""
    last: NoteRun | None = None
    for run in runs:
        if last is not None and replace(run, words="") == replace(last, words=""):
            last = replace(last, words=last.words + run.words)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last
