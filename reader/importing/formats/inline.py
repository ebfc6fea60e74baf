"""Markup inside a line (HTML tags, Markdown emphasis, entities, LaTeX) is shown as what it means, and recorded."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.importing.formats import latex
from reader.model.report import Removal, Repair

_ATTRIBUTES = r"(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*"
ATTRIBUTES = r"\{(?:\s*(?:[#.][^\s{}\"=]+|[\w:-]+=(?:\"[^\"{}]*\"|[^\s{}\"]+)))+\s*\}"
"""What pandoc sets behind a heading, a link or a stretch of text: {#id .class width="5in"}."""
_BREAKING = "p|br|div|li|ul|ol|center|table|thead|tbody|tr|td|th|caption|html|body"
_TAG = re.compile(
    rf"</?(?:{_BREAKING}|b|strong|i|em|u|s|ins|sup|sub|span|font|small|big|mark|a|code|img|hr){_ATTRIBUTES}\s*/?>",
    re.IGNORECASE)
_BREAKING_TAG = re.compile(rf"</?(?:{_BREAKING})\b", re.IGNORECASE)
_QUICK = re.compile(r"[<&*_$\\^\[]")
_URL = r"https?://[!-;=?-~]+"

_TOKEN = re.compile("|".join((
    rf"(?P<url>{_URL})",
    r"(?P<comment><!--.*?-->)",
    r"(?P<note>\[\^(?P<note_name>[\w-]{1,20})\](?!:))",
    rf"(?P<attributes>(?<=[)\]]){ATTRIBUTES})",
    r"(?P<script><(?P<place>sup|sub)>(?P<small>[0-9+\-−=()ni.,\s]{1,24})</(?P=place)>)",
    rf"(?P<tag>{_TAG.pattern})",
    r"(?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});)",
    r"(?P<display>\$\$(?P<display_formula>[^$]{1,400})\$\$)",
    r"(?P<dollar>\$(?P<dollar_formula>[^$]{1,300})\$)",
    r"(?P<bracket>\\[(\[](?P<bracket_formula>[^()]{1,300}?(?:\([^()]{0,100}\)[^()]{0,100}?){0,3})\\[)\]])",
    r"(?P<command>(?<![A-Za-z:\\/])\\(?P<name>[A-Za-z]{2,20})(?![A-Za-z]) ?)",
    r"(?P<escape>(?<![A-Za-z:\\/])\\(?P<escaped>[%*_#.()\[\]+\-!~|<>$&]))",
    r"(?P<degree>\^(?:\\circ|\{\\circ\}|\{\s*\\circ\s*\}) ?)",
    r"(?P<bare>(?<=[A-Za-z)）])(?:[_^]\{[0-9.+\-−]{1,6}\}|(?<=m)\^[23](?![0-9])))",
)), re.IGNORECASE | re.DOTALL)

_PROTECTED = re.compile(rf"{_URL}|<!--.*?-->|{_TAG.pattern}|\$[^$]{{1,300}}\$", re.IGNORECASE | re.DOTALL)
_STRONG = re.compile(r"(?<![*\\])(\*{2,3})(?![\s*])([^*]+)(?<![\s\\])\1(?!\*)")
_UNDERSCORES = re.compile(r"(?<![_\\\w])(__)(?![\s_])([^_]+)(?<![\s\\:：(（])\1(?![_\w])")
_LINK = re.compile(
    r"(!?\[)([^\[\]]*)(\]\((?:https?://|#|\./|/|data:)?[!-'*-~]*(?:\.[A-Za-z]{2,4}|/|[#=][!-'*-~]+)[!-'*-~]*"
    r"(?:\s+\"[^\"]*\")?\))")
_SPAN = re.compile(rf"(\[)([^\[\]]*)(\]{ATTRIBUTES})")
_OPENING_BRACKETS = "（(《〈“‘\"【〔「『[<$＜"


def is_plain(text: str) -> bool:
    """Whether a text holds nothing that could be markup: `resolve` leaves it as it is."""
    return _QUICK.search(text) is None


def resolve(text: str, line: int) -> tuple[str, tuple[Removal, ...], tuple[Repair, ...]]:
    """Resolve the inline markup of one line of text or one cell of a table.

    Breaks inside it (`<br>`, `<p>`) become one space. What is no markup for certain stays: 2<3, *注, $100, URLs.

    Args:
        text: the line as the source has it.
        line: its 1-based number, for the records.

    Returns:
        The text shown, the removals (kind "markup") and the repairs (kinds "entity", "latex", "superscript",
        "subscript"). The non-white characters of `text` − removals − `before` + `after` are those of the result.
    """
    if is_plain(text):
        return text, (), ()
    resolver = _Resolver(text, line)
    return resolver.result(), tuple(resolver.removals), tuple(resolver.repairs)


def note_mark(name: str) -> str:
    """The mark of a note (`[^1]`) as a reader sees it: ¹, or its name in brackets."""
    return latex.superscript(name) or f"[{name}]"


def wholly_bold(text: str) -> bool:
    """Whether one pair of bold marks (`**`, `<b>`, `<strong>`) encloses all of a line."""
    return re.fullmatch(r"\s*(?:\*\*[^*]+\*\*|<(b|strong)>(?:(?!</\1>).)+</\1>)\s*", text, re.IGNORECASE) is not None


class _Resolver:
    """One pass over one text."""

    def __init__(self, text: str, line: int) -> None:
        self.removals: list[Removal] = []
        self.repairs: list[Repair] = []
        self._text = text
        self._line = line
        self._out: list[str] = []

    def result(self) -> str:
        place = 0
        for start, end in sorted(self._paired_marks()):
            self._stretch(place, start)
            self._remove(self._text[start:end])
            place = end
        self._stretch(place, len(self._text))
        joined = "".join(self._out)
        # A break stands as a line feed here: a space between text, nothing at the ends.
        return re.sub(r"[ \t]*\n[\n \t]*", " ", joined.strip("\n")) if "\n" in joined else joined

    def _remove(self, markup: str) -> None:
        self.removals.append(Removal("markup", markup, self._line))

    def _replace(self, kind: str, before: str, after: str) -> None:
        self.repairs.append(Repair(kind, before, after, self._line))
        self._out.append(after)

    def _paired_marks(self) -> Iterator[tuple[int, int]]:
        """Ranges of `**`, `__` and link brackets that come in pairs and stand outside URLs, tags and formulas."""
        text = self._text
        links = list(_LINK.finditer(text)) if "](" in text else []
        if "]{" in text:
            links += _SPAN.finditer(text)
        for link in links:
            yield link.span(1)
            yield link.span(3)
        if "**" not in text and "__" not in text:
            return
        protected = [match.span() for match in _PROTECTED.finditer(text)]
        protected += [link.span(3) for link in links]
        for pattern in (_STRONG, _UNDERSCORES):
            for match in pattern.finditer(text):
                opening, closing = match.span(1), (match.end() - len(match[1]), match.end())
                inside = any(start < mark[1] and mark[0] < end
                             for start, end in protected for mark in (opening, closing))
                if not inside and _may_open(text, *opening):
                    yield opening
                    yield closing

    def _stretch(self, start: int, end: int) -> None:
        """Resolve a stretch of the text without paired marks."""
        place = start
        while (match := _TOKEN.search(self._text, place, end)) is not None:
            self._out.append(self._text[place:match.start()])
            if self._token(match):
                place = match.end()
            elif match["bracket"] is not None:
                self._escape(self._text[match.start() + 1])
                place = match.start() + 2
            else:
                self._out.append(self._text[match.start()])
                place = match.start() + 1
        self._out.append(self._text[place:end])

    def _token(self, match: re.Match[str]) -> bool:
        """Resolve one token; False when it is no markup after all."""
        whole = match[0]
        if match["url"] is not None:
            self._out.append(whole)
        elif match["comment"] is not None or match["attributes"] is not None:
            self._remove(whole)
        elif match["note"] is not None:
            self._replace("note_mark", whole, note_mark(match["note_name"]))
        elif match["script"] is not None:
            return self._small_script(match)
        elif match["tag"] is not None:
            self._remove(whole)
            if _BREAKING_TAG.match(whole):
                self._out.append("\n")
        elif match["entity"] is not None:
            return self._entity(whole)
        elif match["escape"] is not None:
            self._escape(match["escaped"])
        elif match["degree"] is not None:
            self._replace("latex", whole.rstrip(" "), "°")
        elif match["bare"] is not None or match["command"] is not None:
            return self._bare(whole)
        else:
            return self._formula(match)
        return True

    def _escape(self, escaped: str) -> None:
        self._remove("\\")
        self._out.append(escaped)

    def _small_script(self, match: re.Match[str]) -> bool:
        raised = match["place"].lower() == "sup"
        after = (latex.superscript if raised else latex.subscript)(match["small"])
        if after is None:
            return False
        self._remove(f"<{match['place']}>")
        self._replace("superscript" if raised else "subscript", match["small"], after)
        self._remove(f"</{match['place']}>")
        return True

    def _entity(self, entity: str) -> bool:
        character = html.unescape(entity)
        if character == entity or not (character.isprintable() or character.isspace()):
            return False
        self._replace("entity", entity, " " if character.isspace() and character != "\u3000" else character)
        return True

    def _bare(self, command: str) -> bool:
        """A LaTeX command or index outside dollar signs."""
        after = latex.to_text(command)
        if after is None or (command.startswith("\\") and command.strip("\\ ") not in latex.SYMBOLS):
            return False
        self._replace("latex", command.rstrip(" "), after)
        return True

    def _formula(self, match: re.Match[str]) -> bool:
        content = match["display_formula"] or match["dollar_formula"] or match["bracket_formula"]
        text = self._text
        if match["bracket"] is not None and not re.search(r"\\[A-Za-z%]|[\^_]", content):
            return False
        if not latex.is_formula(content, text[match.start() - 1:match.start()], text[match.end():match.end() + 1]):
            return False
        after = latex.to_text(content)
        if after is None:
            return False
        self._replace("latex", match[0], after)
        return True


def _may_open(text: str, start: int, end: int) -> bool:
    """Whether a mark can open emphasis: not before punctuation in a sentence (a masked name), not between digits."""
    before, after = text[start - 1:start], text[end:end + 1]
    if before.isdigit() and after.isdigit():
        return False
    return after.isalnum() or after in _OPENING_BRACKETS or not before.isalnum()
