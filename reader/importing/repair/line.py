"""A line on its way through repair: what the stages change, and the record of what they took away."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from reader.importing.repair.grid import Grid
from reader.importing.source import SourceLine, SourceTable
from reader.model.report import Doubt, Removal, Repair

COLUMN = 1
PAGE = 2


class Line:
    """A printed line, later a paragraph.

    Attributes:
        text: without white space at its ends.
        line, end: first and last line of the source it comes from, 1-based, inclusive.
        indent: width of the white space before it, in half-width columns.
        blank: blank lines of the source before it.
        after: the source ends the line with white space (Markdown's hard break among others).
        apart: a phrase of a web page stood before it: no paragraph goes on across that.
        heading, bold, centered, right, whole, bullet, table, marked: as in `SourceLine`.
        begins_bold: the line begins in bold, whether or not all of it is.
        broken: COLUMN or PAGE where a column or a page begins with this line, else 0.
        kind: what the line is, where a stage has already found out; "" otherwise.
        grid: the rows of a table, once the lines of one have been collected (kind "table").
    """

    __slots__ = (
        "after",
        "apart",
        "begins_bold",
        "blank",
        "bold",
        "broken",
        "bullet",
        "centered",
        "end",
        "grid",
        "heading",
        "indent",
        "kind",
        "line",
        "marked",
        "right",
        "table",
        "text",
        "whole",
    )

    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        self.end = line
        self.indent = 0
        self.blank = 0
        self.after = False
        self.apart = False
        self.heading = 0
        self.bold = False
        self.begins_bold = False
        self.centered = False
        self.right = False
        self.whole = False
        self.bullet = False
        self.table: SourceTable | None = None
        self.marked = ""
        self.broken = 0
        self.kind = ""
        self.grid: Grid | None = None

    def __repr__(self) -> str:
        return f"Line({self.line}-{self.end} {self.kind} {self.text!r})"

    def like(self, text: str) -> Line:
        """A line with other text and everything else the same."""
        other = Line(text, self.line)
        for name in self.__slots__:
            if name not in ("text", "line"):
                setattr(other, name, getattr(self, name))
        return other


class Record:
    """What the stages removed, replaced and doubted, in the order they did it."""

    def __init__(self) -> None:
        self.removals: list[Removal] = []
        self.repairs: list[Repair] = []
        self.doubts: list[Doubt] = []

    def remove(self, kind: str, text: str, line: int) -> None:
        """Record characters that do not reach the text; white space alone needs no record."""
        if text and not text.isspace():
            self.removals.append(Removal(kind, text, line))

    def repair(self, kind: str, before: str, after: str, line: int) -> None:
        """Record characters that stand otherwise in the text."""
        self.repairs.append(Repair(kind, before, after, line))

    def doubt(self, code: str, line: int, **facts: str | int) -> None:
        """Record something a person should look at."""
        self.doubts.append(Doubt(code, line, facts))


def width(text: str) -> int:
    """Printed width in half-width columns: a Han character takes two, a Latin letter one."""
    return len(text.encode("gbk", "replace"))


def from_source(lines: Iterable[SourceLine]) -> list[Line]:
    """The lines of a source that hold text or a table; blank ones become a count on the line after them."""
    result: list[Line] = []
    tabbed: list[tuple[int, str]] = []
    blank = 0
    opened = False
    for source in lines:
        raw = source.text
        text = raw.strip()
        if not text and (source.table is None or not any(source.table.rows)):
            blank += 1
            opened = opened or source.page_break
            continue
        line = Line(text, source.line)
        if "\t" in raw and ("\t" in text or raw.count("\t") > 2):
            line.text = _row(raw)
        elif raw is not text and text:
            if "\t" in raw:
                tabbed.append((len(result), raw))
            lead = len(raw) - len(raw.lstrip())
            line.indent = width(raw[:lead]) if lead else 0
            line.after = len(raw) - lead > len(text)
        line.blank = blank
        blank = 0
        line.heading = source.heading
        line.bold = source.bold
        line.centered = source.centered
        line.right = source.right
        line.whole = source.whole
        line.bullet = source.bullet
        line.table = source.table
        line.marked = source.marked
        if source.page_break or opened:
            line.broken = PAGE
        elif source.column_break:
            line.broken = COLUMN
        opened = False
        result.append(line)
    # A row may hold one filled cell: then only its neighbours tell it from an indented line.
    open_rows = {index for index, raw in tabbed if raw.rstrip(" \r").endswith("\t") and len(raw) <= _LONGEST_LABEL}
    for index, raw in tabbed:
        line = result[index]
        over = index and not line.blank and "\t" in result[index - 1].text
        under = index + 1 < len(result) and not result[index + 1].blank and "\t" in result[index + 1].text
        # 申请单位 and an empty cell, several times: a form to be filled in.
        form = index in open_rows and (
            (index - 1 in open_rows and not line.blank) or (index + 1 in open_rows and not result[index + 1].blank)
        )
        if over or form or (under and raw.startswith("\t")):
            line.text = _row(raw)
    return result


_LONGEST_LABEL = 20
_LABELLED = re.compile(
    r"(第[一二三四五六七八九十百零〇\d]+[编章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,3}[.．、])\t+(?=[^\t]{12,}$)"
)


def _row(raw: str) -> str:
    """A line with tabs: cells keep their empty neighbours; a tab after a label is only a space."""
    text = raw.strip(" \u3000\xa0\f\r")
    labelled = _LABELLED.match(text.strip())
    if labelled:
        return text.strip().replace("\t", " ")
    return text


def pairs(lines: list[Line]) -> Iterator[tuple[Line, Line]]:
    """Each line with the one after it."""
    return itertools.pairwise(lines)
