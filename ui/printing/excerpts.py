"""Annotations set in type for paper: sections, headings, quotes as they are marked, notes and citations."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextLength, QTextTableFormat

from reader.exporting.excerpts import (
    Excerpt,
    ExcerptDocument,
    Section,
    annotation_facts,
    quote_lines,
    sections,
    source_line,
)
from reader.exporting.labels import CHINESE, Labels
from reader.model.annotation import Mark, Style
from ui.printing.paper import EM, UNKNOWN, Paper, typography
from ui.printing.rich_notes import insert_note
from ui.printing.sheets import Sheet, new_sheet
from ui.text.faces import BODY, HEI, KAI, TITLE
from ui.text.typography import Look, Typography

_LEFT = Qt.AlignmentFlag.AlignLeft
_HEAD = Look(TITLE, 1.6, None, align=Qt.AlignmentFlag.AlignHCenter, above=0.4, below=1.0, line=1.45)
_SECTION = Look(HEI, 1.1, align=_LEFT, above=1.4, below=0.2, line=1.5)
_SUBTITLE = Look(BODY, 0.84, ink="ink_muted", align=_LEFT, below=0.3, line=1.5)
_HEADINGS = (Look(HEI, 1.0, align=_LEFT, above=0.8, below=0.1), Look(KAI, 1.0, True, align=_LEFT, above=0.5),
             Look(BODY, 1.0, True, align=_LEFT, above=0.4))
_QUOTE = Look(indent=2.0)
_NOTE = Look(KAI, 1.0, left=2.0, above=0.2)
_BELOW = Look(KAI, 1.0, left=2.0)
_SOURCE = Look(BODY, 0.84, ink="ink_muted", align=_LEFT, left=2.0, below=0.9, line=1.5)
_CELL = Look(size=0.86, align=_LEFT, line=1.42)
_LISTED = Look(align=_LEFT, left=2.0, indent=-2.0)


def set_excerpts(entries: Sequence[ExcerptDocument], order: str, title: str, styles: Sequence[Style],
                 paper: Paper, *, sources: bool = True, labels: Labels = CHINESE) -> Sheet:
    """The annotations under one title.

    Args:
        order: see `reader.exporting.excerpts.sections`.
        sources: end with a list of the documents cited.
    """
    writer = _Writer(paper, styles, labels)
    writer.sheet.bookmark(1, title, 0)
    writer.paragraph(title, _HEAD)
    for section in sections(entries, order, styles, labels):
        writer.section(section)
        writer.sheet.settle()
    if sources and entries:
        writer.sources(entries)
    return writer.sheet


class _Writer:
    def __init__(self, paper: Paper, styles: Sequence[Style], labels: Labels) -> None:
        self._labels = labels
        self.sheet = new_sheet(paper)
        self._type: Typography = typography()
        self._cursor = QTextCursor(self.sheet.document)
        self._styles = {style.name: style for style in styles}
        self._fresh = True

    def paragraph(self, words: str, look: Look) -> None:
        """A new paragraph at the end."""
        block, character = self._type.block(look), self._type.character(look)
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(character)
            self._fresh = False
        else:
            self._cursor.insertBlock(block, character)
        self._cursor.insertText(words, character)

    def section(self, section: Section) -> None:
        """A title, what is known of it, and its excerpts; laid out when all of it stands."""
        self._cursor.beginEditBlock()
        self._section(section)
        self._cursor.endEditBlock()

    def _section(self, section: Section) -> None:
        self._heading(section.title, 0)
        if section.subtitle:
            self.paragraph(section.subtitle, _SUBTITLE)
        shown: tuple[str, ...] = ()
        lost = False
        for one in section.excerpts:
            if section.by_headings and not one.located and not lost:
                lost = True
                self._heading(self._labels("lost"), 1)
            if section.by_headings and one.located:
                for depth in range(len(one.headings)):
                    if shown[:depth + 1] != one.headings[:depth + 1]:
                        self._heading(one.headings[depth], 1 + depth)
                shown = one.headings
            self._excerpt(one)

    def _heading(self, words: str, depth: int) -> None:
        self.paragraph(words, _SECTION if depth == 0 else _HEADINGS[min(depth, len(_HEADINGS)) - 1])
        self.sheet.bookmark(2 + depth, words, self._cursor.block().position())

    def _excerpt(self, one: Excerpt) -> None:
        lines = [line for line in one.quote.split("\n") if line.strip()]
        if lines and all("\t" in line for line in lines):
            self._table(one, [line.split("\t") for line in lines])
        else:
            for line in quote_lines(one.quote):
                self.paragraph("", _QUOTE)
                self._cursor.insertText(line, self._marked(one, _QUOTE))
        if not lines:
            self.paragraph(self._labels("whole", title=one.entry.document.facts.title), _QUOTE)
        if one.annotation.note.strip():
            self.paragraph(self._labels("note"), _NOTE)
            insert_note(self._cursor, one.annotation.note, self._type, _NOTE, _BELOW)
        self.paragraph(f"—— {one.citation}\u2028{annotation_facts(one, self._labels)}", _SOURCE)

    def _marked(self, one: Excerpt, look: Look) -> QTextCharFormat:
        result = QTextCharFormat(self._type.character(look))
        style = self._styles.get(one.annotation.style)
        if one.annotation.mark is Mark.UNDERLINE:
            result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        else:
            result.setBackground(QBrush(QColor(style.light if style is not None else UNKNOWN)))
        return result

    def _table(self, one: Excerpt, rows: list[list[str]]) -> None:
        columns = max(len(row) for row in rows)
        format_ = QTextTableFormat()
        format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        format_.setBorder(1)
        format_.setBorderCollapse(True)
        format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        format_.setBorderBrush(QBrush(QColor("#555555")))
        format_.setCellPadding(0.3 * EM)
        format_.setCellSpacing(0)
        format_.setTopMargin(0.3 * EM)
        format_.setBottomMargin(0.3 * EM)
        table = self._cursor.insertTable(len(rows), columns, format_)
        shown = self._marked(one, _CELL)
        for number, row in enumerate(rows):
            for column in range(columns):
                cursor = table.cellAt(number, column).firstCursorPosition()
                cursor.setBlockFormat(self._type.block(_CELL))
                cursor.insertText(row[column].strip() if column < len(row) else "", shown)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._fresh = True  # Qt leaves an empty paragraph behind a table

    def sources(self, entries: Sequence[ExcerptDocument]) -> None:
        """The documents cited, none twice."""
        self._heading(self._labels("sources"), 0)
        cited = dict.fromkeys(source_line(entry) for entry in entries)
        for number, citation in enumerate(cited, 1):
            self.paragraph(f"{number}. {citation}", _LISTED)
