"""The notes of a printed document, numbered, behind its text; and the meaning of the colours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QTextCharFormat, QTextCursor

from reader.exporting.excerpts import Excerpt, ExcerptDocument, annotation_facts, excerpts, quote_lines
from reader.exporting.labels import Labels
from reader.exporting.marked import Numbered
from reader.model.annotation import Style
from ui.printing.paper import typography
from ui.printing.rich_notes import insert_note
from ui.printing.sheets import Sheet
from ui.text.faces import BODY, HEI, KAI
from ui.text.typography import Look, Typography

HEADING = Look(HEI, 1.0, above=1.6, below=0.4, align=Qt.AlignmentFlag.AlignLeft)
NOTE = Look(KAI, 0.92, left=2.0, indent=-2.0, above=0.35, line=1.6)
BELOW = Look(KAI, 0.92, left=2.0, line=1.6)
FACTS = Look(BODY, 0.8, ink="ink_muted", left=2.0, align=Qt.AlignmentFlag.AlignLeft, line=1.5)


class Notes:
    """Writes notes at the end of a sheet."""

    def __init__(self, sheet: Sheet, styles: Sequence[Style], labels: Labels) -> None:
        self._labels = labels
        self._sheet = sheet
        self._styles = tuple(styles)
        self._type: Typography = typography()
        self._cursor = QTextCursor(sheet.document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def write(self, entry: ExcerptDocument, numbered: Sequence[Numbered]) -> None:
        """The legend of the colours used, then the notes in the order of their numbers."""
        if not entry.annotations:
            return
        words = {one.annotation.id: one for one in excerpts(entry, self._styles)}
        self._paragraph(self._labels("notes"), HEADING)
        self._sheet.bookmark(2, self._labels("notes"), self._cursor.block().position())
        self._legend([one.annotation.style for one in entry.annotations])
        for one in numbered:
            self._note(one.number, words[one.placed.annotation.id])

    def _paragraph(self, words: str, look: Look) -> None:
        self._cursor.insertBlock(self._type.block(look), self._type.character(look))
        self._cursor.insertText(words, self._type.character(look))

    def _legend(self, used: Sequence[str]) -> None:
        self._paragraph(self._labels("styles"), FACTS)
        plain = self._type.character(FACTS)
        for style in self._styles:
            if style.name in used:
                shown = QTextCharFormat(plain)
                shown.setBackground(QBrush(QColor(style.light)))
                self._cursor.insertText(f" {style.label} ", shown)
                self._cursor.insertText("　", plain)

    def _note(self, number: int, one: Excerpt) -> None:
        self._paragraph(f"[{number}]　", NOTE)
        if one.annotation.note.strip():
            insert_note(self._cursor, one.annotation.note, self._type, NOTE, BELOW)
        else:
            self._cursor.insertText(self._labels("no_note"), self._type.character(NOTE))
        if not one.located and one.quote:
            self._paragraph(self._labels("quoted", quote=" ".join(quote_lines(one.quote))), BELOW)
        self._paragraph(annotation_facts(one, self._labels), FACTS)
