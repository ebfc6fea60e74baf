"""Notes, which are Markdown, set in type."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextListFormat

from reader.exporting.notes import note_html
from ui.text.typography import Look, Typography


def insert_note(cursor: QTextCursor, note: str, type_: Typography, first: Look, below: Look) -> None:
    """Write a note at the cursor: its first paragraph goes on there, the others follow in paragraphs of their own.

    What is bold, slanted, struck out or code in the note is so here; headings are bold, items have a dot or number.

    Args:
        first: look of the paragraph the cursor stands in.
        below: look of the paragraphs that follow.
    """
    source = QTextDocument()
    source.setHtml(note_html(note))
    block, begun = source.begin(), False
    while block.isValid():
        words = _opening(block) + block.text()
        if words.strip():
            look = below if begun else first
            if begun:
                cursor.insertBlock(type_.block(look), type_.character(look))
            begun = True
            cursor.insertText(_opening(block), type_.character(look))
            _write(cursor, block, type_.character(look))
        block = block.next()


def _write(cursor: QTextCursor, block: QTextBlock, plain: QTextCharFormat) -> None:
    heading = block.blockFormat().headingLevel() > 0
    fragments = block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        theirs, shown = fragment.charFormat(), QTextCharFormat(plain)
        if heading or theirs.fontWeight() > QFont.Weight.Normal:
            shown.setFontWeight(QFont.Weight.Bold)
        shown.setFontItalic(theirs.fontItalic())
        shown.setFontStrikeOut(theirs.fontStrikeOut())
        shown.setVerticalAlignment(theirs.verticalAlignment())
        if theirs.isAnchor():
            shown.setFontUnderline(True)
        cursor.insertText(fragment.text().replace("\u2028", "\n").replace("\n", "\u2028"), shown)
        fragments += 1


def _opening(block: QTextBlock) -> str:
    """What stands before an item of a list."""
    items = block.textList()
    if items is None:
        return ""
    numbered = items.format().style() == QTextListFormat.Style.ListDecimal
    indent = "　" * (items.format().indent() - 1)
    return indent + (f"{items.itemNumber(block) + 1}. " if numbered else "· ")
