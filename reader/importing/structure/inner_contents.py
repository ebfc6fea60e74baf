"""A contents list inside a document: 目录 over chapters or headings with pages. Neither headings nor a table."""

from __future__ import annotations

import re

from reader.importing.grammar import labels
from reader.importing.grammar.labels import Rank
from reader.importing.repair.line import Line
from reader.importing.structure import contents

_FEWEST = 4
_NUMBERED = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,2}[.．]?\s+\S.{0,40}")
"""1 总则, 1.1 编制目的: headings of plans."""


def mark(paragraphs: list[Line], first: int) -> None:
    """Set kind "inner" on the paragraphs of contents lists from `first` on."""
    index = first
    while index < len(paragraphs):
        line = paragraphs[index]
        if line.kind == "contents":
            stop = _end(paragraphs, index + 1)
            if stop > index + 1:
                for member in paragraphs[index:stop]:
                    member.kind = "inner"
            index = max(stop, index + 1)
            continue
        if contents.is_entry(line):
            stop = index
            while stop < len(paragraphs) and contents.is_entry(paragraphs[stop]):
                stop += 1
            named = sum(1 for member in paragraphs[index:stop] if _heading_like(member.text))
            if stop - index >= _FEWEST and named * 2 >= stop - index:
                for member in paragraphs[index:stop]:
                    member.kind = "inner"
            index = stop
            continue
        index += 1


def _heading_like(text: str) -> bool:
    return labels.label(text) is not None or text.startswith(("附件", "前言", "专栏"))


def _end(paragraphs: list[Line], index: int) -> int:
    """The paragraph after a contents list that begins at `index`: entries with pages, or labels until they repeat."""
    stop = index
    while stop < len(paragraphs) and (contents.is_entry(paragraphs[stop]) or _is_pseudo(paragraphs[stop])):
        stop += 1
    if stop > index:
        return stop
    seen: set[str] = set()
    while stop < len(paragraphs):
        line = paragraphs[stop]
        found = labels.label(line.text) if not line.kind else None
        dense = "".join(line.text.split())
        if found is None and not line.kind and dense not in seen and _NUMBERED.fullmatch(line.text):
            seen.add(dense)
            stop += 1
            continue
        if (
            found is None
            or (found.rank > Rank.HAN_BRACKET and not _NUMBERED.fullmatch(line.text))
            or found.rank is Rank.ARTICLE
            or len(dense) > 50
            or dense in seen
        ):
            if dense in ("附则", "总则", "前言", "附件", "序言") and dense not in seen:
                seen.add(dense)
                stop += 1
                continue
            break
        seen.add(dense)
        stop += 1
    if stop >= len(paragraphs) or stop - index < 2:
        return index
    return (
        stop if "".join(paragraphs[stop].text.split()) in seen or labels.label(paragraphs[stop].text) is None else index
    )


def _is_pseudo(line: Line) -> bool:
    return line.kind == "row" and not any(char.isalnum() for char in line.text)
