"""Rows of glyphs become printed lines: spaces by gaps, doubled bold removed, radicals and raised digits set right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reader.importing.formats import latex
from reader.importing.formats.pdf_layout import Row, rows_of, segments
from reader.importing.formats.pdf_page import Glyph
from reader.importing.formats.radicals import ORDINARY_SIMPLIFIED, is_radical

_WORD_GAP = 0.15  # of the height, between Latin letters
_TYPED_GAP = 0.1  # where the file itself has a space
_NAME_GAP = 0.18  # between Han characters: 主 任, 第一条 为
_SPACE_GAP = 0.55
_PAIRED = "—…"
_TAB_GAP = 1.7
_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十]+[条章]|[①-⑳●■◆•·-]")


@dataclass(slots=True)
class LineText:
    """The text of a row.

    Attributes:
        raw: as the file has it, doubled glyphs included; text: as shown.
        doubled: the glyphs left out because they are printed twice.
        repairs: (kind, before, after).
        columns: x of each stretch after a wide gap.
    """

    raw: str = ""
    text: str = ""
    doubled: str = ""
    repairs: list[tuple[str, str, str]] = field(default_factory=list)
    columns: list[float] = field(default_factory=list)


def line_text(glyphs: Sequence[Glyph], *, tabs: bool, plain: Mapping[str, str] = ORDINARY_SIMPLIFIED) -> LineText:
    """Read the glyphs of a row.

    Args:
        glyphs: all glyphs of the row.
        tabs: wide gaps become tabs (rows of a table without rules), else spaces.
        plain: what to show for radicals, see `radicals.table_for`.
    """
    found = LineText()
    ordered, doubled = _without_doubles(sorted(glyphs, key=lambda glyph: (glyph.left, glyph.place)))
    found.doubled = "".join(glyph.character for glyph in doubled)
    if not ordered:
        return found
    height = median(glyph.top - glyph.bottom for glyph in ordered)
    base = median(glyph.bottom for glyph in ordered if glyph.top - glyph.bottom >= 0.8 * height)
    tracking = _tracking(ordered, height)
    raw: list[str] = []
    text: list[str] = []
    before: Glyph | None = None
    small: list[Glyph] = []
    for glyph in [*ordered, None]:
        if small and (glyph is None or _script(glyph, base, height) != _script(small[0], base, height)):
            _set_small(small, base, height, raw, text, found)
            small = []
        if glyph is None:
            break
        if before is not None and (space := _space(before, glyph, height, tracking, tabs)):
            if small:
                _set_small(small, base, height, raw, text, found)
                small = []
            raw.append(space)
            text.append(space)
            if space.strip(" ") or len(space) > 1:
                found.columns.append(glyph.left)
        before = glyph
        if _script(glyph, base, height):
            small.append(glyph)
            continue
        raw.append(glyph.character)
        ordinary = plain.get(glyph.character)
        if ordinary is not None:
            kind = "kangxi_radical" if is_radical(glyph.character) else "compatibility_character"
            found.repairs.append((kind, glyph.character, ordinary))
        text.append(ordinary or glyph.character)
    found.raw, found.text = "".join(raw) + found.doubled, "".join(text)
    return found


def _without_doubles(glyphs: list[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Glyphs printed a second time at nearly the same place, to look bold, apart from the others."""
    kept: list[Glyph] = []
    doubled: list[Glyph] = []
    for glyph in glyphs:
        reach = 0.3 * (glyph.top - glyph.bottom)
        for other in reversed(kept[-3:]):
            if glyph.character in _PAIRED and glyph.place == other.place + 1 and glyph.left == other.left:
                continue  # one shape for both halves of —— or ……
            if (other.character == glyph.character and abs(other.left - glyph.left) < min(reach, 0.5 * (
                    glyph.right - glyph.left)) and abs(other.bottom - glyph.bottom) < reach):
                doubled.append(glyph)
                break
        else:
            kept.append(glyph)
    return kept, doubled


def _tracking(glyphs: list[Glyph], height: float) -> float:
    """The gap that justified or letter-spaced text has between all its characters."""
    gaps = [glyph.left - before.right for before, glyph in pairwise(glyphs)]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    return usual if 0 < usual < 3 * height else 0.0


def _space(before: Glyph, glyph: Glyph, height: float, tracking: float, tabs: bool) -> str:
    gap = glyph.left - before.right - tracking
    if gap > _TAB_GAP * height:
        return "\t" if tabs else "　　"
    if gap > _SPACE_GAP * height:
        return "　" if gap > 0.8 * height else " "
    if glyph.spaced and glyph.place > before.place and gap > _TYPED_GAP * height:
        return " "
    if _is_han(before.character) and _is_han(glyph.character):
        return " " if gap > _NAME_GAP * height else ""
    latin = before.character.isascii() and glyph.character.isascii()
    return " " if latin and gap > _WORD_GAP * height else ""


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character in ORDINARY_SIMPLIFIED


def _script(glyph: Glyph, base: float, height: float) -> str:
    """Whether a glyph is a raised or lowered digit."""
    size = glyph.top - glyph.bottom
    if size > 0.8 * height or glyph.character not in "0123456789+-−.":
        return ""
    if glyph.bottom > base + 0.2 * height:
        return "superscript"
    return "subscript" if glyph.bottom < base + 0.02 * height and glyph.top < base + 0.75 * height else ""


def _set_small(small: list[Glyph], base: float, height: float, raw: list[str], text: list[str],
               found: LineText) -> None:
    """Add raised or lowered digits."""
    digits = "".join(glyph.character for glyph in small)
    kind = _script(small[0], base, height)
    after = (latex.superscript if kind == "superscript" else latex.subscript)(digits)
    if after is None or after == digits:
        after = digits
    else:
        found.repairs.append((kind, digits, after))
    raw.append(digits)
    text.append(after)


def _parts_words(before: str, after: str) -> bool:
    """Whether a space belongs between two lines: both meet with Latin letters."""
    left, right = before[-1:], after[:1]
    return left.isascii() and left.isalpha() and right.isascii() and right.isalpha()


def glued(pieces: Sequence[str]) -> str:
    """The lines of a paragraph as one."""
    text = pieces[0]
    for piece in pieces[1:]:
        text += f" {piece}" if _parts_words(text, piece) else piece
    return text


def cell_text(glyphs: Sequence[Glyph], left: float, right: float,
              plain: Mapping[str, str] = ORDINARY_SIMPLIFIED) -> LineText:
    """Read the glyphs of a table's cell between two edges: wrapped lines joined, a space between paragraphs."""
    rows = rows_of(segments(sorted(glyphs, key=lambda glyph: glyph.place)))
    found = LineText()
    widest = max((row.right - row.left for row in rows), default=0.0)
    before: Row | None = None
    for row in rows:
        line = line_text([glyph for item in row.items for glyph in item.glyphs], tabs=False, plain=plain)
        found.raw += line.raw
        found.doubled += line.doubled
        found.repairs += line.repairs
        if before is not None:
            height = before.top - before.bottom
            wrapped = (before.right - before.left > widest - 1.2 * height
                       or before.right - before.left > 0.8 * (right - left) or widest < 2.5 * height)
            if not wrapped or _LABEL.match(line.text) or _parts_words(found.text, line.text):
                found.text += " "
        found.text += line.text
        before = row
    return found
