"""The glyphs and rules of a PDF page, in coordinates in which text runs from left to right and y grows upward."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from reader.importing.formats.pdf_limits import Budget

_MOST_OBJECTS = 20_000  # of a page; maps and drawings have more, and no tables
_SKIPPED = frozenset("\r\n\t \x00\xa0\u3000\u200b\ufeff\x0b\x0c")
_SPACES = frozenset(" \xa0\u3000")
_SOFT_HYPHENS = frozenset("\x02\ufffe\u00ad")
_LEAST_GLYPHS = 20  # by which a page can be judged
_THIN = 2.5  # points; a filled box no thicker is a rule


class Glyph(NamedTuple):
    """A character and its box. `place` is its number in the page's own order; `spaced`: a space character of the file
    stands before it."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    place: int
    spaced: bool = False


class Rule(NamedTuple):
    """A horizontal or vertical line. `at` is its y or x; it runs from `start` to `end`."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """What stands on a page.

    Attributes:
        box: left, bottom, right, top of the visible page.
        glyphs: in the page's own order, white space left out.
        outside: characters that lie outside the visible page.
        tilted: characters printed askew (watermarks).
        horizontal, vertical: rules.
        has_picture: a picture covers a good part of the page.
        unmapped: glyphs without a character.
        garbled: most of its glyphs show something else than their characters say.
    """

    box: tuple[float, float, float, float]
    glyphs: list[Glyph] = field(default_factory=list)
    outside: str = ""
    tilted: str = ""
    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    has_picture: bool = False
    unmapped: int = 0
    garbled: bool = False


def read_page(page: pypdfium2.PdfPage, budget: Budget) -> Page:
    """Take the glyphs and rules off a page.

    Raises:
        UserError: file.unfolds, as `Budget.spend`.
    """
    found = Page(page.get_bbox())
    budget.spend(objects=pdfium.FPDFPage_CountObjects(page.raw))
    text_page = page.get_textpage()
    try:
        budget.spend(glyphs=pdfium.FPDFText_CountChars(text_page.raw))
        _take_glyphs(text_page.raw, found)
        turn = _turn(text_page.raw, found.glyphs, page.get_rotation())
        if turn is None:
            turn = page.get_rotation()
        _take_tilted(text_page.raw, found, turn)
    finally:
        text_page.close()
    found.garbled = _is_garbled(found)
    _take_objects(page, found)
    _rotate(found, turn)
    if _is_vertical(found.glyphs):
        _rotate(found, 270)
    found.glyphs = _squared(found.glyphs)
    return found


def _is_garbled(page: Page) -> bool:
    """Whether the characters of a page are not those it shows: its fonts do not tell, and numbers of glyphs stand in
    their place. Such numbers are those of controls and of letters no Chinese text has."""
    glyphs = page.glyphs
    if len(glyphs) < _LEAST_GLYPHS:
        return False
    odd = sum(glyph.character == "\ufffd" or ("\xc0" <= glyph.character < "\u0370" and glyph.character not in "×÷éèüà")
              for glyph in glyphs)
    han = sum("\u3400" <= glyph.character <= "\u9fff" for glyph in glyphs)
    return odd > 0.15 * len(glyphs) and han < 0.3 * len(glyphs)


def _squared(glyphs: list[Glyph]) -> list[Glyph]:
    """Glyphs in boxes as high as Han characters are wide: fonts claim up to half as much again."""
    ratios = sorted((glyph.top - glyph.bottom) / (glyph.right - glyph.left) for glyph in glyphs
                    if "\u4e00" <= glyph.character <= "\u9fff" and glyph.right > glyph.left)
    ratio = ratios[len(ratios) // 2] if ratios else 1.0
    if not 1.1 < ratio < 3:
        return glyphs
    spare = (1 - 1 / ratio) / 2
    return [glyph._replace(bottom=glyph.bottom + spare * (glyph.top - glyph.bottom),
                           top=glyph.top - spare * (glyph.top - glyph.bottom)) for glyph in glyphs]


def _take_glyphs(text_page: Any, found: Page) -> None:
    box = pdfium.FS_RECTF()
    reference = ctypes.byref(box)
    code_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    low_x, low_y, high_x, high_y = found.box
    outside: list[str] = []
    high = 0  # first half of a surrogate pair
    spaced = False
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = code_of(text_page, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code == 0:
            found.unmapped += 1
            code = 0xFFFD
        character = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        if character in _SKIPPED:
            # The library adds spaces where it sees gaps; those we judge ourselves.
            spaced = spaced or (character in _SPACES and pdfium.FPDFText_IsGenerated(text_page, index) == 0)
            continue
        if character in _SOFT_HYPHENS:
            character = "-"
        elif character < " " or "\x7f" <= character < "\xa0":  # numbers of glyphs, for want of characters
            found.unmapped += 1
            character = "\ufffd"
        if not box_of(text_page, index, reference):
            continue
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        if right < low_x or left > high_x or top < low_y or bottom > high_y:
            outside.append(character)
            continue
        found.glyphs.append(Glyph(character, left, bottom, right, top, index, spaced))
        spaced = False
    found.outside = "".join(outside)


def _turn(text_page: Any, glyphs: list[Glyph], rotation: int) -> int | None:
    """By how many degrees (clockwise) the page must be turned for its text to stand upright; None where unclear."""
    step = max(1, len(glyphs) // 40)
    counts: dict[int, int] = {}
    for glyph in glyphs[::step]:
        angle = pdfium.FPDFText_GetCharAngle(text_page, glyph.place)
        if angle >= 0:
            quarter = -round(math.degrees(angle) / 90) % 4  # the angle grows clockwise
            counts[quarter] = counts.get(quarter, 0) + 1
    if not counts:
        return None
    quarter, most = max(counts.items(), key=lambda item: item[1])
    if most * 10 < sum(counts.values()) * 6:
        return rotation
    return (quarter * 90) % 360


def _take_tilted(text_page: Any, found: Page, turn: int) -> None:
    """Set aside characters that stand askew. Only isolated ones are asked: in a line of text each follows the last."""
    glyphs = found.glyphs
    suspects = [
        glyph for before, glyph in zip([None, *glyphs], glyphs, strict=False)
        if before is None or not _follows(before, glyph)]
    if not suspects:
        return
    tilted: set[int] = set()
    for glyph in suspects:
        angle = pdfium.FPDFText_GetCharAngle(text_page, glyph.place)
        if angle >= 0 and 8 < (math.degrees(angle) + turn) % 90 < 82:
            tilted.add(glyph.place)
    if tilted:
        found.tilted = "".join(glyph.character for glyph in glyphs if glyph.place in tilted)
        found.glyphs = [glyph for glyph in glyphs if glyph.place not in tilted]


def _follows(before: Glyph, glyph: Glyph) -> bool:
    return abs(before.bottom - glyph.bottom) < 0.2 or abs(before.left - glyph.left) < 0.2


def _is_vertical(glyphs: list[Glyph]) -> bool:
    """Whether the page is written in columns from top to bottom, as Japanese and older Taiwanese gazettes are."""
    down = along = 0
    for before, glyph in pairwise(glyphs):
        if "\u3040" <= glyph.character <= "\u9fff":
            height = glyph.top - glyph.bottom
            step = before.bottom - glyph.bottom
            if abs(glyph.left - before.left) < 0.3 * height and 0.3 * height < step < 2 * height:
                down += 1
            elif abs(glyph.bottom - before.bottom) < 0.3 * height:
                along += 1
    return down > 20 and down > 3 * along


def _rotate(page: Page, degrees: int) -> None:
    """Turn all coordinates clockwise."""
    if degrees % 360 == 0:
        return

    def turned(left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        if degrees % 360 == 90:
            return bottom, -right, top, -left
        if degrees % 360 == 180:
            return -right, -top, -left, -bottom
        return -top, left, -bottom, right

    page.box = turned(*page.box)
    page.glyphs = [Glyph(glyph.character, *turned(*glyph[1:5]), glyph.place, glyph.spaced) for glyph in page.glyphs]
    boxes = [turned(rule.start, rule.at, rule.end, rule.at) for rule in page.horizontal]
    boxes += [turned(rule.at, rule.start, rule.at, rule.end) for rule in page.vertical]
    page.horizontal = [Rule(bottom, left, right) for left, bottom, right, top in boxes if top == bottom]
    page.vertical = [Rule(left, bottom, top) for left, bottom, right, top in boxes if left == right]


def _take_objects(page: pypdfium2.PdfPage, found: Page) -> None:
    """Take rules and pictures."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return
    area = 0.0
    bounds = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        thing = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        if not pdfium.FPDFPageObj_GetBounds(thing, *bounds):
            continue
        left, bottom, right, top = (bound.value for bound in bounds)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(thing, (left, bottom, right, top), found)
        else:
            area += (right - left) * (top - bottom)
    left, bottom, right, top = found.box
    found.has_picture = area > 0.3 * (right - left) * (top - bottom)


def _take_path(path: Any, box: tuple[float, float, float, float], found: Page) -> None:
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    if height <= _THIN < width:
        found.horizontal.append(Rule((top + bottom) / 2, left, right))
    elif width <= _THIN < height:
        found.vertical.append(Rule((left + right) / 2, bottom, top))
    elif width > _THIN and height > _THIN:
        segments = pdfium.FPDFPath_CountSegments(path)
        if segments in (4, 5) and _is_stroked(path):
            found.horizontal += [Rule(bottom, left, right), Rule(top, left, right)]
            found.vertical += [Rule(left, bottom, top), Rule(right, bottom, top)]
        elif 5 < segments <= 2000 and _is_stroked(path):
            _take_segments(path, segments, found)


def _is_stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _take_segments(path: Any, count: int, found: Page) -> None:
    """The straight stretches of a path that draws many rules at once."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        here = (matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f)
        if before is not None and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            (x0, y0), (x1, y1) = before, here
            if abs(y0 - y1) < 0.5 < abs(x0 - x1):
                found.horizontal.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x0 - x1) < 0.5 < abs(y0 - y1):
                found.vertical.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
        before = here
