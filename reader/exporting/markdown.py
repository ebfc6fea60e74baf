"""Annotations as a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.exporting.excerpts import Excerpt, ExcerptDocument, Section, quote_lines, sections
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.notes import note_markdown
from reader.model.annotation import DEFAULT_STYLES, Style

_SPECIAL = re.compile(r"([\\`*_\[\]])")
_LINE_OPENS = re.compile(r"^(\s*)([>#+\-=|]|\d+(?=[.)]))")


def markdown(entries: Sequence[ExcerptDocument], *, order: str = "text", title: str = "",
             styles: Sequence[Style] = DEFAULT_STYLES, labels: Labels = CHINESE) -> str:
    """The annotations as Markdown: a section a document, quotes under its headings, then note, tags and citation.

    Args:
        order: see `excerpts.sections`.
        title: heading of the file.
        styles: where labels of styles are taken from.
    """
    lines = [f"# {escaped(title or labels('title'))}", ""]
    for section in sections(entries, order, styles, labels):
        lines += [f"## {escaped(section.title)}", ""]
        if section.subtitle:
            lines += [escaped(section.subtitle), ""]
        lines += _body(section, labels)
    return "\n".join(lines).rstrip() + "\n"


def _body(section: Section, labels: Labels) -> Iterator[str]:
    shown: tuple[str, ...] = ()
    lost = False
    for one in section.excerpts:
        if section.by_headings and not one.located and not lost:
            lost = True
            yield from (f"### {labels('lost')}", "")
        kept = _common(shown, one.headings)
        if section.by_headings and one.located:
            for depth, heading in enumerate(one.headings[kept:], kept):
                yield from (f"{'#' * min(6, 3 + depth)} {escaped(heading)}", "")
            shown = one.headings
        yield from _lines(one, labels)


def _common(shown: tuple[str, ...], headings: tuple[str, ...]) -> int:
    """How many of the outer headings stand there already."""
    common = 0
    while common < min(len(shown), len(headings)) and shown[common] == headings[common]:
        common += 1
    return common


def _lines(one: Excerpt, labels: Labels) -> Iterator[str]:
    quote = quote_lines(one.quote)
    if quote:
        yield "> " + "  \n> ".join(escaped(line) for line in quote)
        yield ""
    if one.annotation.note.strip():
        yield from (note_markdown(one.annotation.note), "")
    facts = [labels("style", style=escaped(one.style))]
    if one.annotation.tags:
        facts.append(labels("tags", tags=" ".join(f"\\#{escaped(tag)}" for tag in one.annotation.tags)))
    if not one.located or one.state.value == "moved":
        facts.append(labels("place", state=labels.state(one.state)))
    if one.annotation.author:
        facts.append(labels("author", author=escaped(one.annotation.author)))
    yield f"—— {escaped(one.citation)}  "
    yield " · ".join(facts)
    yield ""


def escaped(text: str) -> str:
    """Text of one line in which Markdown finds nothing to mark up."""
    line = " ".join(text.split("\n"))
    line = _SPECIAL.sub(r"\\\1", line.replace("&", "&amp;").replace("<", "&lt;").replace("~~", "&#126;&#126;"))
    opening = _LINE_OPENS.match(line)
    if opening is None:
        return line
    if opening[2].isdigit():
        return f"{opening[0]}\\{line[opening.end():]}"
    return f"{opening[1]}{_opener(opening[2])}{line[opening.end():]}"


def _opener(character: str) -> str:
    # Not every Markdown knows a backslash before these.
    return {"=": "&#61;", "|": "&#124;"}.get(character, f"\\{character}")
