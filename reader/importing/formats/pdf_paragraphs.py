"""The printed lines of a PDF joined to paragraphs by where they begin and end between the edges of their column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reader.importing.formats.pdf_lines import glued
from reader.importing.formats.pdf_print import PrintedLine

_FLUSH = 0.8  # heights of the text; a line that begins within this of its edge continues
_INDENT = (1.2, 3.4)  # first lines of paragraphs begin two characters in
_REACH = 1.4  # a line that ends within this of its edge is full
_REST = 10  # characters that may be left of a centred heading for a second line
_SPREAD = 1.8  # times the usual distance between lines; more parts paragraphs
_ENTRY = re.compile(r".*(?:[.．·•…‥。\-—_\s]{3,}|\t)\s*[（(]?\d{1,4}[)）]?\s*$")
_LABEL = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十百零]{1,6}[编章节条]")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[\s　]+[^\s\d]")
_ALONE = re.compile(r"(?:本\s*期\s*)?目\s*[录錄次]|[（(]?\s*此件.{2,8}[)）]?|附\s*件\s*\d{0,2}\s*[:：]?")
"""What never goes on from the line over it, however full that is."""
_LEADERS = re.compile(r".*[…·.．‥]{3,}\s*$")
_BARE_PAGE = re.compile(r"[\u4e00-\u9fff》）)]\s*[（(]\d{1,3}[)）]$")
_PAGE = re.compile(r"\s*[（(]?\s*\d{1,4}\s*[)）]?\s*")
_TORN = re.compile(r"\d\n[年月日号期]")
"""A number over the end of a line: 2019年6 and 月20日出版."""
_UNPARTED = re.compile(
    r".?[…·.．‥]{3,}[（(]?\d{0,4}[)）]?"
    r"|(?:[A-Za-z0-9.,%+\-/]+|.)(?:[，。、；：！？）》”’】〕]+(?:[“《（‘]+.|[A-Za-z0-9.,%+\-/]+)?)?")
_LEAST_INDENTS = 0.04  # share of lines; a file with fewer marks its paragraphs otherwise


@dataclass(slots=True)
class Paragraph:
    """Printed lines that belong together; `whole` when the geometry says that they are one paragraph, all of it.

    Attributes:
        indent: of the first line, in characters.
    """

    lines: list[PrintedLine] = field(default_factory=list)
    whole: bool = False
    centered: bool = False
    right: bool = False
    heading: int = 0
    indent: int = 0


class Frames:
    """The left and right edges of the columns of a file's pages."""

    def __init__(self, lines: Sequence[PrintedLine]) -> None:
        found: dict[tuple[int, str, bool], list[PrintedLine]] = {}
        for line in lines:
            if line.table is None:
                found.setdefault((line.page, line.column, line.columns), []).append(line)
        self._frames: dict[tuple[int, str, bool], tuple[float, float]] = {}
        usual: dict[tuple[str, bool, int], list[tuple[float, float]]] = {}
        for key, group in found.items():
            frame = _edges(group)
            self._frames[key] = frame
            if len(group) >= 5:
                usual.setdefault((key[1], key[2], key[0] % 2), []).append(frame)
        middles = {key: (median(frame[0] for frame in frames), median(frame[1] for frame in frames))
                   for key, frames in usual.items()}
        for key, group in found.items():
            page, column, columns = key
            middle = middles.get((column, columns, page % 2)) or middles.get((column, columns, 1 - page % 2))
            if middle is None:
                continue
            left, right = self._frames[key]
            slack = 3 * max(line.size for line in group)
            few = len(group) < 5 or right - left < 0.8 * (middle[1] - middle[0])
            # Few lines do not show their edges; those of the other pages hold, unless the page is set differently.
            if few and left >= middle[0] - slack and right <= middle[1] + slack:
                self._frames[key] = (min(left, middle[0]), max(right, middle[1]))
        self._span_columns(found)

    def _span_columns(self, found: dict[tuple[int, str, bool], list[PrintedLine]]) -> None:
        """What spans the columns of a page lies between their outer edges."""
        for page, column, columns in found:
            if columns and column == "":
                edges = [frame for (other, name, _), frame in self._frames.items() if other == page and name]
                if edges:
                    left, right = self._frames[page, column, columns]
                    self._frames[page, column, columns] = (min(left, *(edge[0] for edge in edges)),
                                                           max(right, *(edge[1] for edge in edges)))

    def of(self, line: PrintedLine) -> tuple[float, float]:
        """Left and right edge of the column a line stands in."""
        return self._frames[line.page, line.column, line.columns]


def _edges(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """The edges which several lines touch; the outermost where none do. Few lines may stick out of a column."""
    size = median(line.size for line in lines) or 10.0
    lefts = _clusters([line.left for line in lines], size)
    rights = _clusters([-line.right for line in lines], size)
    least = max(2.0, 0.08 * len(lines))
    left = next((place for place, count in lefts if count >= least), lefts[0][0])
    least = max(2.0, max(count for _, count in rights) / 3)
    right = next((place for place, count in rights if count >= least), rights[0][0])
    return left, -right


def _clusters(values: list[float], size: float) -> list[tuple[float, int]]:
    """Values that lie close together: (the least of them, how many), in rising order."""
    found: list[tuple[float, int]] = []
    for value in sorted(values):
        if found and value - found[-1][0] < 0.6 * size:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((value, 1))
    return found


def paragraphs_of(lines: Sequence[PrintedLine]) -> list[Paragraph]:
    """Join the lines of a file, furniture left out, tables kept each as a paragraph of its own."""
    texts = [line for line in lines if line.table is None]
    if not texts:
        return [Paragraph([line], whole=True) for line in lines]
    return _Joiner(texts).join(lines)


class _Joiner:
    """What the file as a whole shows, and the paragraph under construction."""

    def __init__(self, texts: list[PrintedLine]) -> None:
        self._frames = Frames(texts)
        sizes = Counter(round(line.size) for line in texts for _ in range(len(line.text.text)))
        self._size = float(max(sizes, key=sizes.__getitem__)) or 10.0
        steps = [before.bottom - line.bottom for before, line in pairwise(texts)
                 if before.page == line.page and before.column == line.column and before.bottom > line.bottom]
        self._step = median(steps) if steps else 2 * self._size
        indented = sum(_INDENT[0] <= self._indent(line) <= _INDENT[1] for line in texts)
        flush = sum(self._indent(line) < _FLUSH for line in texts)
        self._by_indent = indented >= max(2, _LEAST_INDENTS * len(texts)) and flush > 0

    def join(self, lines: Sequence[PrintedLine]) -> list[Paragraph]:
        done: list[Paragraph] = []
        for line in lines:
            if line.table is not None:
                done.append(Paragraph([line], whole=True))
                continue
            paragraph = self._alone(line)
            if done and self._continues(done[-1], paragraph, line):
                done[-1].lines.append(line)
            else:
                done.append(paragraph)
        return done

    def _indent(self, line: PrintedLine) -> float:
        return (line.left - self._frames.of(line)[0]) / (line.size or self._size)

    def _spare(self, line: PrintedLine) -> float:
        """Room between the end of a line and its edge, in characters."""
        return (self._frames.of(line)[1] - line.right) / (line.size or self._size)

    def _alone(self, line: PrintedLine) -> Paragraph:
        indent, spare = self._indent(line), self._spare(line)
        left, right = self._frames.of(line)
        width = (right - left) / (line.size or self._size)
        large = line.size > 1.2 * self._size
        centered = (abs(indent - spare) <= max(1.3, 0.06 * width) and indent >= (1.0 if large else 2.6)) or (
            large and indent < 1.0 and spare < 1.0)
        at_right = not centered and spare <= 5.5 and indent >= 0.4 * width
        heading = 1 if large and centered and len(line.text.text) <= 60 else 0
        whole = self._by_indent and not centered and not at_right and not _ENTRY.match(line.text.text)
        whole = whole and indent <= _INDENT[1] and "\t" not in line.text.text
        room = 0 if centered or at_right else max(0, round(indent))
        return Paragraph([line], whole, centered, at_right, heading, room)

    def _ends_heading(self, paragraph: Paragraph, alone: Paragraph, line: PrintedLine) -> bool:
        """Whether a short centred line is the rest of a labelled heading that fills the line over it."""
        last = paragraph.lines[-1]
        return (
            alone.centered and last.table is None and _LABEL.match(paragraph.lines[0].text.text) is not None
            and last.text.text[-1:] not in "。：；" and self._spare(last) < _REACH
            and len(line.text.text) <= _REST and abs(last.size - line.size) <= 0.15 * self._size
            and (last.page, last.column) == (line.page, line.column)
            and last.bottom - line.bottom <= _SPREAD * self._step
            and _LABEL.match(line.text.text) is None and not line.text.text.startswith("附")
        )

    def _completes(self, last: PrintedLine, line: PrintedLine) -> bool:
        """Whether a line brings what the line over it lacks: its page behind leaders, the unit of a date."""
        if last.table is not None or (last.page, last.column) != (line.page, line.column):
            return False
        if not 0 < last.bottom - line.bottom <= _SPREAD * self._step or self._spare(last) > _REST:
            return False
        if _LEADERS.fullmatch(last.text.text) and _PAGE.fullmatch(line.text.text):
            return True
        ends = f"{last.text.text[-1:]}\n{line.text.text[:1]}"
        return self._spare(last) < _REACH and _TORN.fullmatch(ends) is not None

    def _continues(self, paragraph: Paragraph, alone: Paragraph, line: PrintedLine) -> bool:
        """Whether a line goes on with the paragraph before it."""
        last = paragraph.lines[-1]
        if self._ends_heading(paragraph, alone, line) or self._completes(last, line):
            return True
        if not self._by_indent or not paragraph.whole or last.table is not None:
            return False
        if alone.centered or alone.right or "\t" in line.text.text or _ENTRY.match(last.text.text):
            return False
        if abs(last.size - line.size) > 0.15 * self._size or self._indent(line) >= _FLUSH:
            return False
        if last.text.text[-1:] in "。：；" and (_LABEL.match(line.text.text) or _DECIMAL.match(line.text.text)):
            return False
        if _ALONE.fullmatch(line.text.text) or _is_bare_entry(paragraph):
            return False
        if last.page == line.page and last.column == line.column and last.bottom - line.bottom > _SPREAD * self._step:
            return False
        return self._spare(last) < max(_REACH, _first_width(line.text.text) + 0.4)


def _is_bare_entry(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an entry of a contents list with its page behind it and no leaders between."""
    text = glued([line.text.text for line in paragraph.lines])
    return _BARE_PAGE.search(text) is not None and not any(mark in text for mark in "，。；")


def _first_width(text: str) -> float:
    """The width in characters of what no line end may part at the beginning of a text: a number, 设。2030, 为：“在, and
    the leaders of a contents list with the page behind them."""
    match = _UNPARTED.match(text)
    end = match.end() if match else 0
    return sum(0.55 if character.isascii() else 1.0 for character in text[:end])
