"""Which characters the glyphs of the fonts used stand for: asked of the fonts, for a PDF file by Qt says it wrongly."""

from __future__ import annotations

import struct
from collections.abc import Collection, Iterable, Iterator, Set

from PySide6.QtGui import QRawFont, QTextDocument, QTextLayout

from ui.printing.pdf_file import Spelling

_SHARING = (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAE0), 0x09, 0x2329, 0x232A, *range(0x2000, 0x2070),
            *range(0x00A0, 0x0100), *range(0x0370, 0x0400), *range(0x2100, 0x2200), *range(0x2200, 0x2300),
            *range(0x2460, 0x2600), *range(0x3000, 0x3040), *range(0xFE10, 0xFE70))
"""Characters that fonts for Chinese text map to a glyph that another character has too: radicals, compatibility
ideographs, punctuation, Greek and mathematical signs."""
_LIGATURES = {"\u2e3a": "——", "\u2e3b": "———"}
"""Glyphs that stand for several characters set together."""


def spellings(documents: Iterable[QTextDocument], more: str = "") -> dict[str, Spelling]:
    """For each font used, by its PostScript name, what its glyphs stand for.

    Args:
        documents: laid out.
        more: characters printed beside them, such as those of page numbers.
    """
    fonts: dict[str, QRawFont] = {}
    printed: dict[str, None] = dict.fromkeys(more)
    beyond: dict[str, dict[str, None]] = {}
    for document in documents:
        printed |= dict.fromkeys(document.toPlainText())
        for font, characters in _fonts(document):
            name = postscript_name(font)
            fonts.setdefault(name, font)
            beyond.setdefault(name, {}).update(dict.fromkeys(characters))
    return {name: _spelling(font, printed, tuple(beyond[name])) for name, font in fonts.items()}


def _fonts(document: QTextDocument) -> Iterator[tuple[QRawFont, list[str]]]:
    """The fonts in which the text is set, substitutes for missing characters included; with the characters outside the
    basic plane that are set in them, in text order."""
    block = document.begin()
    while block.isValid():
        beyond = [character for character in block.text() if character > "\uffff"]
        for run in block.layout().glyphRuns(0, block.length(), QTextLayout.GlyphRunRetrievalFlag.RetrieveAll):
            font = run.rawFont()
            yield font, _set_in(font, set(run.glyphIndexes()), beyond) if beyond else []
        block = block.next()


def _set_in(font: QRawFont, glyphs: Set[int], characters: Iterable[str]) -> list[str]:
    """Those of the characters whose glyph is among those set in a font. (The string indexes of a run do not tell: where
    Qt substitutes fonts within a line they are wrong.)"""
    return [one for one in characters if any(glyph and glyph in glyphs for glyph in font.glyphIndexesForString(one))]


def _spelling(font: QRawFont, printed: Collection[str], beyond: tuple[str, ...]) -> Spelling:
    """A glyph stands for the ordinary character of those printed that have it."""
    owners: dict[int, str] = {}
    for character in printed:
        glyph = next(iter(font.glyphIndexesForString(character)), 0)
        if glyph and (glyph not in owners or ord(owners[glyph]) in _SHARING):
            owners[glyph] = character
    instead = {ligature: words for ligature, words in _LIGATURES.items() if ligature not in printed}
    for code in _SHARING:
        glyph = next(iter(font.glyphIndexesForString(chr(code))), 0)
        if glyph in owners and owners[glyph] != chr(code):
            instead[chr(code)] = owners[glyph]
    return Spelling(instead, beyond)


def postscript_name(font: QRawFont) -> str:
    """The PostScript name of a font (OpenType, table `name`, id 6); its family where it has none."""
    table = font.fontTable("name").data()
    if len(table) < 6:
        return font.familyName()
    count, strings = struct.unpack(">HH", table[2:6])
    for at in range(count):
        platform, _encoding, _language, name, length, offset = struct.unpack(">6H", table[6 + 12 * at:18 + 12 * at])
        if name == 6:
            raw = bytes(table[strings + offset:strings + offset + length])
            return raw.decode("utf-16-be" if platform in (0, 3) else "latin-1")
    return font.familyName()
