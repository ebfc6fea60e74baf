"""Plain text as lines: tells Markdown from text by evidence, resolves inline markup, keeps everything else."""

from __future__ import annotations

import re

from reader.importing.formats import drawn_table, inline, tagged_table
from reader.importing.formats.decode import Decoded
from reader.importing.source import Source, SourceCell, SourceLine, SourceTable
from reader.model.report import Removal, Repair

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|(?=[^#\s\d]))(.*?)(?:[ \t]+#+)?[ \t]*$")
_BULLET = re.compile(r"\s*[-*+][ \t]+(?=\S)")
_BULLET_ALONE = re.compile(r"\s*[-*+]\s*")
_QUOTE = re.compile(r"\s*>[ \t]?(?!>)")
_PIPE_ROW = re.compile(r"\s*(?:[-*+][ \t]+)?\|.*\|\s*")
_PIPE_RULE = re.compile(r"\s*(?:[-*+][ \t]+)?\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)\w*\s*")
_PIPE = re.compile(r"(?<!\\)\|")
_DIV = re.compile(r"\s*:{3,}(?:\s*(?:\{[^{}]*\}|[\w-]+))?\s*:*\s*")
_HEADING_ATTRIBUTES = re.compile(rf"\s*(?:\[\]{inline.ATTRIBUTES}\s*)*{inline.ATTRIBUTES}\s*$")
_NOTE = re.compile(r"\s{0,3}\[\^([\w-]{1,20})\]:[ \t]*(?=\S)")
_YAML = re.compile(r"[\w-]+:(?:\s.*)?")
_LONGEST_YAML = 60  # lines
_MOST_BLANK = 40  # blank lines one after another that say something
_NOT_A_BULLET = re.compile(r"\s*-\s*\d{1,4}\s*-?\s*$")


def read(decoded: Decoded, name: str) -> Source:
    """The lines of a text or Markdown file.

    Args:
        decoded: the text of the file.
        name: the file's name; its ending .md or .markdown is evidence for Markdown.
    """
    rows = decoded.text.split("\n")
    markdown = _is_markdown(rows, name)
    reader = _Reader(rows, markdown)
    return Source(
        lines=tuple(reader.lines()),
        decoded=_before_repairs(decoded),
        format="markdown" if markdown else "text",
        encoding=decoded.encoding,
        removals=tuple(reader.removals),
        repairs=(*decoded.repairs, *reader.repairs),
        doubts=decoded.doubts,
    )


def _before_repairs(decoded: Decoded) -> str:
    """The text as decoding gave it, before characters no text holds were replaced: what conservation starts from."""
    if not decoded.repairs:
        return decoded.text
    rows = decoded.text.split("\n")
    for repair in decoded.repairs:
        rows[repair.line - 1] = rows[repair.line - 1].replace(repair.after[:1], repair.before[:1], len(repair.before))
    return "\n".join(rows)


def _is_markdown(rows: list[str], name: str) -> bool:
    if name.lower().endswith((".md", ".markdown")):
        return True
    marks = 0
    for row in rows:
        if row.startswith("#"):
            marks += 2 if _HEADING.match(row) else 0
        elif row.startswith("|") or row.startswith("**"):
            marks += 1
        if marks >= 4:
            return True
    return False


class _Reader:
    """One pass over the rows of a file."""

    def __init__(self, rows: list[str], markdown: bool) -> None:
        self.removals: list[Removal] = []
        self.repairs: list[Repair] = []
        self._rows = rows
        self._markdown = markdown

    def lines(self) -> list[SourceLine]:
        result: list[SourceLine] = []
        rows = self._rows
        index = self._front_matter()
        size = len(rows)
        while index < size:
            row = rows[index]
            if not row or row.isspace():
                if index < _MOST_BLANK or any(rows[index - _MOST_BLANK:index]) or "\f" in row:
                    result.append(SourceLine("", index + 1, page_break="\f" in row))
                index += 1
                continue
            if "|" in row and _PIPE_ROW.fullmatch(row):
                stop = self._table_end(index)
                if stop:
                    result.append(self._table(index, stop))
                    index = stop
                    continue
            if "<" in row and (stop := tagged_table.table_end(rows, index)):
                tagged = tagged_table.read_table(rows[index:stop], index + 1)
                if tagged is not None:
                    self.removals.extend(tagged.removals)
                    self.repairs.extend(tagged.repairs)
                    if tagged.caption:
                        result.append(SourceLine(tagged.caption, index + 1))
                    result.append(SourceLine("", index + 1, table=tagged.table))
                    index = stop
                    continue
            if self._markdown and (drawn := drawn_table.read_table(rows, index)) is not None:
                for text, number in drawn.drops:
                    self._drop(text, number)
                result.append(SourceLine("", index + 1, table=drawn.resolved(self._resolve)))
                index = drawn.stop
                continue
            if "\f" in row:
                first = True
                for piece in row.split("\f"):
                    result.append(self._line(piece, index + 1, page=not first))
                    first = False
            else:
                result.append(self._line(row, index + 1))
            index += 1
        return result

    def _front_matter(self) -> int:
        """Leave out the record (YAML) at the head of a Markdown file; gives the row after it."""
        rows = self._rows
        if not self._markdown or rows[0].strip() != "---" or not _YAML.fullmatch(rows[1] if len(rows) > 1 else ""):
            return 0
        for stop in range(1, min(len(rows), _LONGEST_YAML)):
            if rows[stop].strip() in ("---", "..."):
                for place in range(stop + 1):
                    if rows[place].strip():
                        self._drop(rows[place].strip(), place + 1)
                return stop + 1
        return 0

    def _line(self, row: str, number: int, page: bool = False) -> SourceLine:
        heading = 0
        bullet = False
        marked = ""
        if self._markdown:
            if row.lstrip().startswith(":::") and _DIV.fullmatch(row):
                self._drop(row.strip(), number)
                return SourceLine("", number, page_break=page)
            if row.endswith("\\") and not row.endswith("\\\\"):  # a break of the line, as pandoc writes it
                self._drop("\\", number)
                row = row[:-1]
            if (note := _NOTE.match(row)) is not None:
                marked = "footnote"
                row = self._note_mark(note, number) + row[note.end():]
            match = _HEADING.match(row) if "#" in row else None
            if match:
                heading = len(match[1])
                self._drop(match[1], number)
                trailing = row[match.end(2) :].strip()
                if trailing:
                    self._drop(trailing, number)
                row = match[2]
                if (attributes := _HEADING_ATTRIBUTES.search(row)) is not None:
                    self._drop(attributes[0].strip(), number)
                    row = row[:attributes.start()]
            elif row.lstrip().startswith(">"):
                match = _QUOTE.match(row)
                if match:
                    self._drop(">", number)
                    row = row[match.end() :]
            elif ("`" in row or "~~~" in row) and _FENCE.fullmatch(row):
                self._drop(row.strip(), number)
                return SourceLine("", number, page_break=page)
        stripped = row.lstrip()
        if stripped[:1] in ("-", "*", "+") and not _NOT_A_BULLET.match(row):
            match = _BULLET.match(row)
            if match:
                bullet = True
                self._drop(stripped[0], number)
                row = row[match.end() :]
            elif _BULLET_ALONE.fullmatch(row):
                self._drop(stripped[0], number)
                return SourceLine("", number, page_break=page)
        bold = False
        if "*" in row or "<" in row:
            bold = inline.wholly_bold(row)
        text = self._resolve(row, number)
        if not (heading or bold or bullet or page or marked):
            return SourceLine(text, number)
        return SourceLine(text, number, heading=heading, bold=bold, bullet=bullet, page_break=page, marked=marked)

    def _note_mark(self, note: re.Match[str], number: int) -> str:
        """The mark before a note at the foot: [^1]: becomes ¹ as its mark in the text does."""
        mark = inline.note_mark(note[1])
        self.repairs.append(Repair("note_mark", note[0].strip(), mark, number))
        return mark

    def _resolve(self, text: str, number: int) -> str:
        if inline.is_plain(text):
            return text
        if "\t" in text:
            return "\t".join(self._resolve(cell, number) for cell in text.split("\t"))
        shown, removals, repairs = inline.resolve(text, number)
        if removals:
            self.removals.extend(removals)
        if repairs:
            self.repairs.extend(repairs)
        return shown

    def _drop(self, markup: str, number: int) -> None:
        self.removals.append(Removal("markup", markup, number))

    def _table_end(self, start: int) -> int:
        """The row after a pipe table that begins at `start`, 0 where the row begins none: it needs its rule."""
        rows = self._rows
        if start + 1 >= len(rows) or not _PIPE_RULE.fullmatch(rows[start + 1]) or "-" not in rows[start + 1]:
            return 0
        stop = start + 2
        while stop < len(rows) and _PIPE_ROW.fullmatch(rows[stop]):
            stop += 1
        return stop

    def _table(self, start: int, stop: int) -> SourceLine:
        rows: list[tuple[SourceCell, ...]] = []
        for index in range(start, stop):
            row = self._rows[index]
            number = index + 1
            if index == start + 1:
                self._drop("".join(row.split()), number)
                continue
            match = _BULLET.match(row)
            if match:
                self._drop(row.strip()[0], number)
                row = row[match.end() :]
            pieces = _PIPE.split(row.strip())
            self._drop("|" * (len(pieces) - 1), number)
            cells = tuple(
                SourceCell(self._resolve(piece, number).strip(), header=index == start) for piece in pieces[1:-1]
            )
            if index > start or any(cell.text for cell in cells):
                rows.append(cells)
        return SourceLine("", start + 1, table=SourceTable(tuple(rows)))
