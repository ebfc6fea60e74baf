"""An HTML table inside a text or Markdown file, as OCR programs write them, becomes a table; its tags are recorded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.importing.formats import inline
from reader.importing.source import SourceCell, SourceTable, visible
from reader.model.report import Removal, Repair

_TAG = re.compile(r"</?(table|thead|tbody|tfoot|tr|td|th|caption|html|body|colgroup|col)\b[^<>]*>", re.IGNORECASE)
_START = re.compile(r"\s*(?:<html\b[^<>]*>\s*)?(?:<body\b[^<>]*>\s*)?<table\b[^<>]*>", re.IGNORECASE)
_END = re.compile(r"</table\s*>\s*(?:</body\s*>\s*)?(?:</html\s*>\s*)?$", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_MOST_ROWS = 5000  # lines of a file that one table may take


@dataclass(slots=True)
class TaggedTable:
    """A table with the records of its markup; `caption` is the text of its `<caption>`, "" for none."""

    table: SourceTable
    caption: str = ""
    removals: list[Removal] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)


def table_end(rows: Sequence[str], start: int) -> int:
    """The row after a table whose tags begin row `start`; 0 where no whole table stands there alone."""
    if not _START.match(rows[start]):
        return 0
    for place in range(start, min(len(rows), start + _MOST_ROWS)):
        if place > start and _START.match(rows[place]):
            return 0
        if _END.search(rows[place]):
            return place + 1 if rows[place].lower().count("</table") == 1 else 0
    return 0


def read_table(rows: Sequence[str], first: int) -> TaggedTable | None:
    """Read the rows of a file that hold one table.

    Args:
        rows: as `table_end` found them; first: number of the first of them, 1-based.

    Returns:
        The table, or None when text stands outside its cells (then the rows are better read as text).
    """
    found = TaggedTable(SourceTable(()))
    built: list[list[SourceCell]] = []
    opening = ""
    pieces: list[str] = []  # of the cell or caption under construction
    for number, row in enumerate(rows, first):
        place = 0
        for match in [*_TAG.finditer(row), None]:
            text = row[place:match.start() if match else len(row)]
            if opening:
                shown, removals, repairs = inline.resolve(text, number)
                pieces.append(shown)
                found.removals += removals
                found.repairs += repairs
            elif visible(text):
                return None
            if match is None:
                continue
            place = match.end()
            found.removals.append(Removal("markup", match[0], number))
            name = match[1].lower()
            if opening:
                _close(found, built, opening, " ".join(" ".join(pieces).split()))
                opening, pieces = "", []
            if match[0].startswith("</"):
                continue
            if name == "tr":
                built.append([])
            elif name in ("td", "th", "caption"):
                opening = match[0]
    found.table = SourceTable(tuple(tuple(cells) for cells in built if cells))
    return found if found.table.rows else None


def _close(found: TaggedTable, built: list[list[SourceCell]], opening: str, text: str) -> None:
    if opening[1:8].lower() == "caption":
        found.caption = text
        return
    spans = {name.lower(): min(max(int(value), 1), 1000) for name, value in _SPAN.findall(opening)}
    if not built:
        built.append([])
    built[-1].append(SourceCell(text, spans.get("row", 1), spans.get("col", 1), opening[1:3].lower() == "th"))
