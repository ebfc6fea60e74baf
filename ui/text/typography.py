"""How each kind of block looks on the page: the type of an official document (GB/T 9704—2012 §7) fitted to a screen.

All lengths are in ems of the body type and become pixels in `Typography`; nothing is done with inserted characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextFormat

from reader.model.document import Block, BlockKind
from ui.text.faces import BODY, HEI, KAI, TITLE, bring, heavy_by_itself
from ui.theme import Theme

LINE = 1.72  # line height of running text, in ems: 28.95 pt lines for 16 pt type as in GB/T 9704, a little tighter
_VEIL = 16  # opacity of a header's shade, of 255

_Align = Qt.AlignmentFlag
_Property = QTextFormat.Property
_LEFT, _CENTRE, _RIGHT, _JUSTIFY = _Align.AlignLeft, _Align.AlignHCenter, _Align.AlignRight, _Align.AlignJustify


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph; lengths in ems of the body type.

    Attributes:
        families: fonts, the first one present is used.
        size: of the type.
        bold: True, False, or None for bold unless the first choice of face is present (小标宋 is heavy by itself).
        ink: name of a colour of the theme.
        indent: of the first line.
        left, right, above, below: margins.
        line: line height as a multiple of `size`.
        spacing: between letters.
        veil: whether it stands on a shade.
    """

    families: tuple[str, ...] = BODY
    size: float = 1.0
    bold: bool | None = False
    ink: str = "ink"
    align: Qt.AlignmentFlag = _JUSTIFY
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0
    line: float = LINE
    spacing: float = 0.0
    veil: bool = False


_TITLE = Look(TITLE, 1.5, None, align=_CENTRE, above=1.0, below=0.5, line=1.45)
_CHAPTER = Look(HEI, 1.06, align=_CENTRE, above=0.9, below=0.35)
LOOKS: dict[BlockKind, Look] = {
    BlockKind.RED_HEAD: Look(TITLE, 1.7, None, "red_head", _CENTRE, above=0.6, below=0.5, line=1.4, spacing=0.08),
    BlockKind.TITLE: _TITLE,
    BlockKind.NUMBER: Look(size=0.96, ink="ink_muted", align=_CENTRE, above=0.1, below=0.9),
    BlockKind.ADDRESSEE: Look(align=_LEFT, above=0.5),
    BlockKind.PARAGRAPH: Look(indent=2.0),
    BlockKind.LIST_ITEM: Look(align=_LEFT, left=4.0, indent=-2.0),
    BlockKind.TABLE: Look(),
    BlockKind.CAPTION: Look(HEI, 0.96, align=_CENTRE, above=0.8, below=0.3, line=1.5),
    BlockKind.UNIT: Look(size=0.86, ink="ink_muted", align=_RIGHT, line=1.5),
    BlockKind.ATTACHMENT_NOTE: Look(align=_LEFT, left=5.9, indent=-3.9, above=0.9),
    BlockKind.SIGNATURE: Look(align=_RIGHT, right=2.0),
    BlockKind.DATE: Look(align=_RIGHT, right=4.0),
    BlockKind.PUBLICITY: Look(indent=2.0, above=0.5, below=0.5),
    BlockKind.ISSUED_TITLE: Look(TITLE, 1.42, None, align=_CENTRE, above=3.2, below=0.8, line=1.45),
    BlockKind.ATTACHMENT_LABEL: Look(HEI, 1.0, align=_LEFT, above=3.2),
    BlockKind.ATTACHMENT_TITLE: Look(TITLE, 1.32, None, align=_CENTRE, above=0.5, below=0.7, line=1.45),
    BlockKind.BOX_TITLE: Look(HEI, 0.98, align=_CENTRE, above=0.9, below=0.4, veil=True),
    BlockKind.INNER_CONTENTS: Look(size=0.94, ink="ink_muted", align=_LEFT, left=2.0, line=1.6),
    BlockKind.IMPRINT: Look(size=0.86, ink="ink_muted", align=_LEFT, above=0.6, line=1.6),
    BlockKind.MASTHEAD: Look(align=_CENTRE, line=1.6),
    BlockKind.CONTENTS: Look(size=0.96, align=_LEFT, left=2.0, indent=-1.0, line=1.6),
    BlockKind.SECTION: Look(HEI, 1.15, ink="accent_ink", align=_LEFT, above=1.2, below=0.5),
    BlockKind.BACK: Look(size=0.9, ink="ink_muted", align=_CENTRE, line=1.6),
}
# Kinds without space between two of them, and kinds whose lines are made equally long (GB/T 9704—2012 §7.3.1).
CLOSE = frozenset({BlockKind.TITLE, BlockKind.ISSUED_TITLE, BlockKind.ATTACHMENT_TITLE, BlockKind.ATTACHMENT_NOTE,
                   BlockKind.CAPTION, BlockKind.IMPRINT})
BALANCED = frozenset({BlockKind.TITLE, BlockKind.ISSUED_TITLE, BlockKind.ATTACHMENT_TITLE, BlockKind.CAPTION})
_HEADINGS = (
    Look(HEI, 1.0, indent=2.0, above=0.45, below=0.1),
    Look(KAI, 1.0, True, indent=2.0, above=0.15),
    Look(BODY, 1.0, True, indent=2.0),
    Look(BODY, 1.0, indent=2.0),
)
HEADER_CELL = Look(HEI, 0.84, align=_CENTRE, line=1.42)
CELL = Look(size=0.86, align=_LEFT, line=1.42)


def look(block: Block) -> Look:
    """The look of a block's paragraphs."""
    if block.kind is BlockKind.HEADING:
        if is_chapter(block):
            return _CHAPTER
        return _HEADINGS[min(max(block.level, 1), len(_HEADINGS)) - 1]
    return LOOKS[block.kind]


def heading_look(level: int, paragraph: Look) -> Look:
    """The look of a heading that opens a paragraph; of the paragraph's size and place."""
    heading = _HEADINGS[min(max(level, 1), len(_HEADINGS)) - 1]
    return replace(paragraph, families=heading.families, bold=heading.bold)


def is_chapter(block: Block) -> bool:
    """Whether a heading is that of a 编, 章 or 节: it stands in the middle of the line."""
    return block.label.startswith("第") and block.label.endswith(("编", "章", "节"))


@dataclass(slots=True)
class Typography:
    """Block and character formats for one theme and size. Formats are made once and shared.

    Args:
        theme: colours.
        em: size of the body type in device-independent pixels.
        families: fonts the reader prefers for running text, before the usual ones.
        spacing: what all line heights are multiplied by.
    """

    theme: Theme
    em: float
    families: tuple[str, ...] = ()
    spacing: float = 1.0
    _blocks: dict[Look, QTextBlockFormat] = field(default_factory=dict)
    _characters: dict[Look, QTextCharFormat] = field(default_factory=dict)
    _cells: dict[tuple[Look, bool], QTextCharFormat] = field(default_factory=dict)

    def __post_init__(self) -> None:
        bring()

    def block(self, look: Look) -> QTextBlockFormat:
        """The block format of a look."""
        known = self._blocks.get(look)
        if known is None:
            known = self._blocks[look] = self._make_block(look)
        return known

    def character(self, look: Look) -> QTextCharFormat:
        """The character format of a look."""
        known = self._characters.get(look)
        if known is None:
            known = self._characters[look] = self._make_character(look)
        return known

    def cell(self, look: Look, *, shaded: bool) -> QTextCharFormat:
        """The format of a table cell whose text has a look: set in the middle of its height, shaded in a header."""
        known = self._cells.get((look, shaded))
        if known is None:
            known = QTextCharFormat(self.character(look))
            known.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            if shaded:
                known.setBackground(self._veil())
            self._cells[look, shaded] = known
        return known

    def _veil(self) -> QBrush:
        """A shade so thin that a highlight painted under it shows."""
        veil = QColor(self.theme.ink)
        veil.setAlpha(_VEIL)
        return QBrush(veil)

    def link(self) -> QTextCharFormat:
        """What a reference to another document adds to the format under it."""
        result = QTextCharFormat()
        result.setForeground(QBrush(QColor(self.theme.link)))
        # Dots too: a link is not told by its colour alone.
        result.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        result.setUnderlineColor(QColor(self.theme.link))
        return result

    def _make_block(self, look: Look) -> QTextBlockFormat:
        em = self.em
        result = QTextBlockFormat()
        result.setAlignment(look.align)
        result.setTextIndent(look.indent * em)
        result.setLeftMargin(look.left * em)
        result.setRightMargin(look.right * em)
        result.setTopMargin(look.above * em)
        if look.veil:
            result.setBackground(self._veil())
        result.setBottomMargin(look.below * em)
        height = round(look.line * self.spacing * look.size * em)
        result.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        return result

    def _make_character(self, look: Look) -> QTextCharFormat:
        result = QTextCharFormat()
        families = (*self.families, *look.families) if look.families is BODY else look.families
        result.setFontFamilies(list(families))
        result.setProperty(_Property.FontPixelSize, max(round(look.size * self.em), 1))
        bold = look.bold if look.bold is not None else not heavy_by_itself(families)
        if bold:
            result.setFontWeight(QFont.Weight.Bold)
        if look.spacing:
            result.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            result.setFontLetterSpacing(look.spacing * self.em)
        result.setForeground(QBrush(QColor(self.theme.colours()[look.ink])))
        return result
