"""The reading order of a PDF page: glyphs to segments, segments to rows, rows to columns and what spans them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from reader.importing.formats.pdf_page import Glyph

_BREAK = 0.9  # gap, in heights of the text, that ends a segment
_LEAST_ROWS = 3  # rows a column must have to be one by its own evidence
_LEAST_SHARE = 0.25  # of the width of the text that a column must take
_LEAST_CHARACTERS = 9  # that a line of a column must be able to hold; narrower ones are columns of a list
_FULL = 0.7  # of its column that a row must fill to count as full
_BESIDE = 0.6  # of the rows of a column that must have rows of the other beside them
_WIDEST_PAIR = 4  # characters on either side of the gutter in a heading set wide around it
_WIDE_GUTTER = 4  # heights of the text; a wider gap parts columns of a table
_MOST_CROSS = 0.35  # of the items; a page of short documents with their titles across both columns
_FEW_CROSS = 0.03  # of the items that may cross a gutter: page numbers, headings
_MANY_ROWS = 10
_VERY_ALIKE = 0.03
_ALIKE = 0.06  # of the width by which columns of running text differ at most
_GUTTER = 0.8  # least width of a gutter, in heights of the text


@dataclass(slots=True)
class Item:
    """A segment of text, or a table (`table` is its number on the page), with its box."""

    left: float
    bottom: float
    right: float
    top: float
    glyphs: list[Glyph] = field(default_factory=list)
    table: int = -1

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def middle_x(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Row:
    """Items side by side, from left to right."""

    items: list[Item]

    @property
    def left(self) -> float:
        return min(item.left for item in self.items)

    @property
    def right(self) -> float:
        return max(item.right for item in self.items)

    @property
    def top(self) -> float:
        return max(item.top for item in self.items)

    @property
    def bottom(self) -> float:
        return min(item.bottom for item in self.items)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Stretch:
    """Rows that are read one after another in one column. `column` is "" for what spans the page, else 0, 1 … (0.1
    inside 0); stretches of the same column on a page share their edges."""

    column: str
    rows: list[Row]


def segments(glyphs: Sequence[Glyph]) -> list[Item]:
    """Glyphs that follow one another on a line, in the page's own order."""
    found: list[Item] = []
    last: Item | None = None
    for glyph in glyphs:
        height = glyph.top - glyph.bottom
        if last is not None:
            overlap = min(glyph.top, last.top) - max(glyph.bottom, last.bottom)
            gap = glyph.left - last.glyphs[-1].right
            if overlap >= 0.5 * min(height, last.height) and -0.7 * height <= gap <= _BREAK * max(height, last.height):
                last.glyphs.append(glyph)
                last.left, last.right = min(last.left, glyph.left), max(last.right, glyph.right)
                if height > 0.8 * last.height:  # a raised digit does not make the line higher
                    last.bottom, last.top = min(last.bottom, glyph.bottom), max(last.top, glyph.top)
                continue
        last = Item(glyph.left, glyph.bottom, glyph.right, glyph.top, [glyph])
        found.append(last)
    return found


def rows_of(items: Iterable[Item]) -> list[Row]:
    """Items gathered into rows, from top to bottom. Small ones (raised and lowered digits) join the row they touch."""
    items = list(items)
    if not items:
        return []
    usual = median(item.height for item in items)
    rows: list[Row] = []
    for item in sorted((item for item in items if item.table >= 0 or item.height >= 0.7 * usual),
                       key=lambda item: -item.middle):
        row = rows[-1] if rows else None
        if row is not None and item.table < 0 and row.items[0].table < 0 and _beside(row.items[0], item):
            row.items.append(item)
        else:
            rows.append(Row([item]))
    for item in (item for item in items if item.table < 0 and item.height < 0.7 * usual):
        near = min((row for row in rows if row.items[0].table < 0 and row.bottom <= item.middle <= row.top),
                   key=lambda row: abs(row.middle - item.middle), default=None)
        if near is not None:
            near.items.append(item)
        else:
            rows.append(Row([item]))
    for row in rows:
        row.items.sort(key=lambda item: item.left)
    return sorted(rows, key=lambda row: -row.middle)


def _beside(first: Item, item: Item) -> bool:
    overlap = min(first.top, item.top) - max(first.bottom, item.bottom)
    return overlap >= 0.5 * min(first.height, item.height)


def find_gutter(items: Sequence[Item]) -> float | None:
    """The x of the white space between two columns of running text; None where the items stand in one column.

    Columns of a table do not count: they are not filled with text from edge to edge.
    """
    texts = [item for item in items if item.table < 0]
    if len(texts) < 2 * _LEAST_ROWS:
        return None
    left, right = min(item.left for item in texts), max(item.right for item in texts)
    height = median(item.height for item in texts)
    least = max(_LEAST_SHARE * (right - left), _LEAST_CHARACTERS * height)
    best: float | None = None
    fewest = len(texts) / 2
    gaps = _gaps(texts, left, right, height)
    for start, end, crossing in gaps:
        if end - start < _WIDE_GUTTER * height:
            # Titles cross a gutter; where many lines do, the columns must be alike to a hair.
            alike = _ALIKE if crossing <= max(2, _FEW_CROSS * len(texts)) else _VERY_ALIKE
            if _parts_twins(texts, (start + end) / 2, least, alike):
                return (start + end) / 2
    for start, end, crossing in gaps:
        if crossing < fewest and _is_gutter(texts, (start + end) / 2, least):
            best, fewest = (start + end) / 2, crossing
    return best


def _gaps(texts: list[Item], left: float, right: float, height: float) -> list[tuple[float, float, int]]:
    """Vertical strips near the middle which few items cross: (start, end, how many cross)."""
    step = height / 4
    count = int((right - left) / step) + 1
    if count > 4000 or count < 8:
        return []
    changes = [0] * (count + 2)
    for item in texts:
        changes[max(0, int((item.left - left) / step))] += 1
        changes[min(count, int((item.right - left) / step)) + 1] -= 1
    covered: list[int] = []
    total = 0
    for change in changes[:count]:
        total += change
        covered.append(total)
    middle = covered[count // 4:count - count // 4]
    if not middle:
        return []
    strips: list[tuple[float, float, int]] = []
    limits = sorted(set(middle))
    for limit in [*limits[:3], *(limit for limit in limits[3:] if limit <= _MOST_CROSS * len(texts))]:
        start: int | None = None
        for place in range(count // 4, count - count // 4 + 1):
            inside = place < count - count // 4 and covered[place] <= limit
            if inside and start is None:
                start = place
            elif not inside and start is not None:
                # The columns at both ends of a strip are partly covered: half a step each way is safe.
                if (place - start) * step >= _GUTTER * height - step:
                    strips.append((left + start * step, left + place * step, limit))
                start = None
    return strips


def _sides(texts: list[Item], at: float) -> list[list[Row]]:
    """The rows on the left and on the right of a strip."""
    return [rows_of(side) for side in ([item for item in texts if item.right <= at],
                                       [item for item in texts if item.left >= at])]


def _is_gutter(texts: list[Item], at: float, least: float) -> bool:
    """Whether there is running text on both sides of a strip, in columns at least so wide."""
    both = _sides(texts, at)
    if not _stand_beside(*sorted(both, key=len)):
        return False
    for rows in both:
        if len(rows) < _LEAST_ROWS:
            return False
        extent = max(row.right for row in rows) - min(row.left for row in rows)
        if extent < least:
            return False
        full = _full_rows(rows, extent)
        if full < _LEAST_ROWS or full < 0.35 * len(rows):
            return False
    return True


def _parts_twins(texts: list[Item], at: float, least: float, alike: float) -> bool:
    """Whether a strip parts two columns equally wide, one of them of many lines, each with lines from edge to edge.

    Such columns need fewer full lines to be believed: replies, appointments and lists fill few.

    Args:
        alike: share of their width by which they may differ.
    """
    sides = [item for item in texts if item.right <= at], [item for item in texts if item.left >= at]
    if not all(sides):
        return False
    widths = [max(item.right for item in side) - min(item.left for item in side) for side in sides]
    if min(widths) < least or max(widths) - min(widths) > alike * max(widths):
        return False
    few, many = sorted(_sides(texts, at), key=len)
    if len(few) < 2 or len(many) < _MANY_ROWS or not _stand_beside(few, many):
        return False
    return _full_rows(few, max(widths)) >= 1 and _full_rows(many, max(widths)) >= _LEAST_ROWS


def _full_rows(rows: Sequence[Row], width: float) -> int:
    """How many rows fill a column. Gaps do not count: a row of a table fills its column by these."""
    return sum(sum(item.right - item.left for item in row.items) >= _FULL * width for row in rows)


def _stand_beside(few: list[Row], many: list[Row]) -> bool:
    """Whether the rows of one column mostly have rows of the other at their height; signatures stand alone at right."""
    beside = sum(any(row.bottom < other.top and other.bottom < row.top for other in many) for row in few)
    return beside >= _BESIDE * len(few)


def fits(items: Sequence[Item], gutter: float) -> bool:
    """Whether a page of few lines may be read with the gutter that the other pages of its file have."""
    texts = [item for item in items if item.table < 0]
    rows = rows_of(item for item in texts if item.right <= gutter or item.left >= gutter)
    crossing = [item for item in texts if item.left < gutter < item.right]
    return len(crossing) <= len(rows) and any(item.right <= gutter for item in texts)


def fills(items: Sequence[Item], gutter: float) -> bool:
    """Whether lines on both sides of a gutter fill their column, and hardly one crosses it."""
    texts = [item for item in items if item.table < 0]
    sides = ([item for item in texts if item.right <= gutter], [item for item in texts if item.left >= gutter])
    if len(texts) - sum(map(len, sides)) > 2:
        return False
    left, right = min(item.left for item in texts), max(item.right for item in texts)
    for side, width in zip(sides, (gutter - left, right - gutter), strict=True):
        rows = rows_of(side)
        if len(rows) < _LEAST_ROWS or not any(row.right - row.left >= _FULL * width for row in rows):
            return False
    return True


def reading_order(items: Sequence[Item], gutter: float | None, column: str = "") -> list[Stretch]:
    """The items as stretches in reading order.

    Args:
        items: all segments and tables of a page, or of a column of it.
        gutter: x of the white space between its columns, None for one column.
        column: name of the column the items stand in, "" for the whole page.
    """
    if not items:
        return []
    if gutter is None:
        return [Stretch(column, rows_of(items))]
    spanning, beside = _spanning_rows(items, gutter)
    stretches: list[Stretch] = []
    rest = beside
    for row in spanning:
        above = [item for item in rest if item.middle > row.middle]
        rest = [item for item in rest if item.middle <= row.middle]
        stretches += _columns(above, gutter, column)
        if stretches and stretches[-1].column == column and not above:
            stretches[-1].rows.append(row)
        else:
            stretches.append(Stretch(column, [row]))
    return stretches + _columns(rest, gutter, column)


def _columns(items: list[Item], gutter: float, column: str) -> list[Stretch]:
    found: list[Stretch] = []
    for number, side in enumerate(([item for item in items if item.middle_x < gutter],
                                   [item for item in items if item.middle_x >= gutter])):
        found += reading_order(side, find_gutter(side), f"{column}.{number}" if column else str(number))
    return found


def _spanning_rows(items: Sequence[Item], gutter: float) -> tuple[list[Row], list[Item]]:
    """Rows that span both columns, and the items that do not."""
    spanning: list[Row] = []
    beside: list[Item] = []
    left, right = min(item.left for item in items), max(item.right for item in items)
    for row in rows_of(items):
        crossing = [item for item in row.items if item.left < gutter - 1 and item.right > gutter + 1]
        if crossing or _is_centred_pair(row, gutter, left, right):
            spanning.append(row)
        else:
            beside += row.items
    return spanning, beside


def _is_centred_pair(row: Row, gutter: float, left: float, right: float) -> bool:
    """Whether a row is a short heading set wide around the gutter (目　录)."""
    height = row.top - row.bottom
    before = [item for item in row.items if item.right <= gutter]
    after = [item for item in row.items if item.left >= gutter]
    if not before or not after or row.items[0].table >= 0:
        return False
    if any(sum(len(item.glyphs) for item in side) > _WIDEST_PAIR for side in (before, after)):
        return False
    inner_left, inner_right = max(item.right for item in before), min(item.left for item in after)
    return (inner_right - inner_left < 4 * height and row.left - left > 5 * height and right - row.right > 5 * height
            and abs((row.left + row.right) / 2 - gutter) < height)
