"""Tables of a PDF page: the grids that its rules draw, their merged cells, and which glyph stands in which cell."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from reader.importing.formats.pdf_page import Glyph, Page, Rule

_NEAR = 3.0  # points within which rules meet or are one
_MOST_PAIRS = 400_000  # of rules compared; drawings have more, and are no tables


@dataclass(slots=True)
class GridCell:
    """A cell of a grid, its place and spans in rows and columns, and the glyphs in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    left: float
    right: float
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table. `levels` fall from top to bottom, `edges` rise from left to right."""

    edges: list[float]
    levels: list[float]
    cells: list[GridCell]
    owners: dict[tuple[int, int], GridCell]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top."""
        return self.edges[0], self.levels[-1], self.edges[-1], self.levels[0]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """The cell that holds a point."""
        column = bisect_right(self.edges, x) - 1
        row = bisect_right([-level for level in self.levels], -y) - 1
        return self.owners.get((row, column))


def find_grids(page: Page) -> list[Grid]:
    """The ruled tables of a page, from top to bottom. A frame around text, one column wide, is none."""
    if len(page.horizontal) * len(page.vertical) > _MOST_PAIRS:
        return []
    horizontal, vertical = _joined(page.horizontal), _joined(page.vertical)
    grids = [grid for group in _groups(horizontal, vertical) if (grid := _grid(*group)) is not None]
    return sorted(grids, key=lambda grid: -grid.levels[0])


def take_glyphs(grids: list[Grid], glyphs: list[Glyph]) -> list[Glyph]:
    """Put the glyphs that stand in a table into its cells; give back the others."""
    if not grids:
        return glyphs
    rest: list[Glyph] = []
    boxes = [(grid, grid.box) for grid in grids]
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2
        for grid, (left, bottom, right, top) in boxes:
            if left <= x <= right and bottom <= y <= top and (cell := grid.cell_at(x, y)) is not None:
                cell.glyphs.append(glyph)
                break
        else:
            rest.append(glyph)
    return rest


def _joined(rules: list[Rule]) -> list[Rule]:
    """Rules that lie on one another or end to end as one; tables are often drawn cell by cell."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / _NEAR), rule.start)):
        last = found[-1] if found else None
        if last is not None and abs(last.at - rule.at) < _NEAR and rule.start <= last.end + _NEAR:
            found[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _groups(horizontal: list[Rule], vertical: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch, directly or through others."""
    parents = list(range(len(horizontal) + len(vertical)))

    def root(number: int) -> int:
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number

    for first, across in enumerate(horizontal):
        for second, down in enumerate(vertical, len(horizontal)):
            if (across.start - _NEAR <= down.at <= across.end + _NEAR
                    and down.start - _NEAR <= across.at <= down.end + _NEAR):
                parents[root(first)] = root(second)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate(horizontal):
        groups.setdefault(root(number), ([], []))[0].append(rule)
    for number, rule in enumerate(vertical, len(horizontal)):
        groups.setdefault(root(number), ([], []))[1].append(rule)
    return list(groups.values())


def _places(values: list[float]) -> list[float]:
    """Different places in rising order; those next to one another are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _grid(horizontal: list[Rule], vertical: list[Rule]) -> Grid | None:
    if not horizontal or not vertical:
        return None
    # Many official tables are open at both sides: their outer edges are where the horizontal rules end.
    outer = [min(rule.start for rule in horizontal), max(rule.end for rule in horizontal)]
    edges = _places([rule.at for rule in vertical] + outer)
    levels = _places([rule.at for rule in horizontal])[::-1]
    if len(edges) < 3 or len(levels) < 2:
        return None
    cells: list[GridCell] = []
    owners: dict[tuple[int, int], GridCell] = {}
    for row in range(len(levels) - 1):
        for column in range(len(edges) - 1):
            if (row, column) in owners:
                continue
            cell = _cell(row, column, edges, levels, horizontal, vertical, owners)
            cells.append(cell)
            for r in range(row, row + cell.row_span):
                for c in range(column, column + cell.column_span):
                    owners[r, c] = cell
    if len(cells) < 2 or len({cell.column for cell in cells}) < 2:
        return None
    return Grid(edges, levels, cells, owners)


def _cell(row: int, column: int, edges: list[float], levels: list[float], horizontal: list[Rule], vertical: list[Rule],
          owners: dict[tuple[int, int], GridCell]) -> GridCell:
    def open_right(r: int, c: int) -> bool:
        y, x = (levels[r] + levels[r + 1]) / 2, edges[c + 1]
        return not any(abs(rule.at - x) <= _NEAR and rule.start <= y <= rule.end for rule in vertical)

    def open_below(r: int, c: int) -> bool:
        x, y = (edges[c] + edges[c + 1]) / 2, levels[r + 1]
        return not any(abs(rule.at - y) <= _NEAR and rule.start <= x <= rule.end for rule in horizontal)

    last = column
    while last + 2 < len(edges) and (row, last + 1) not in owners and open_right(row, last):
        last += 1
    low = row
    while low + 2 < len(levels) and all(open_below(low, c) for c in range(column, last + 1)):
        low += 1
    return GridCell(row, column, low - row + 1, last - column + 1, edges[column], edges[last + 1])
