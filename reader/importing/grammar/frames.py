"""What stands in frames that look like tables and hold no data: signatures side by side."""

from __future__ import annotations

from collections.abc import Iterable

from reader.importing.grammar import dates, titles


def are_signatures(cells: Iterable[str]) -> bool:
    """Whether the cells of a table are the bodies that sign a document, and its date.

    Args:
        cells: the texts of all cells, empty ones too.
    """
    texts = [" ".join(cell.split()) for cell in cells if cell.strip()]
    bodies = [text for text in texts if dates.alone(text) is None]
    return len(bodies) < len(texts) and bool(bodies) and all(map(titles.is_organ, bodies))
