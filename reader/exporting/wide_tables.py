"""Which parts of a document want paper laid sideways: tables that no type small enough to read makes fit upright."""

from __future__ import annotations

from collections.abc import Sequence

from reader.exporting.table_widths import widths
from reader.model.document import BlockKind, Document

TEXT_POINTS, TABLE_SIZES = 442.0, (12.0, 10.5, 9.0)
"""Upright A4 with the margins of GB/T 9704—2012, and the sizes of type in tables, for those who set pages otherwise
than Word does: in all formats the same tables are laid sideways."""
_OVER = frozenset({BlockKind.CAPTION, BlockKind.UNIT, BlockKind.BOX_TITLE, BlockKind.ATTACHMENT_LABEL,
                   BlockKind.ATTACHMENT_TITLE})
"""Stand over a table and go where it goes."""
_UNDER = ("注：", "注:", "备注", "说明：", "说明:", "注1", "注 ")


def sideways(document: Document, room: float, sizes: Sequence[float]) -> frozenset[int]:
    """Where the blocks begin that stand on paper laid sideways: crowded tables, what is written over and under them.

    Args:
        room, sizes: upright, as `widths` takes them.
    """
    crowded = {table.start for table in document.tables if widths(table, document.text, room, sizes).crowded}
    found: set[int] = set()
    for at, block in enumerate(document.blocks):
        if block.start not in crowded:
            continue
        first, last = at, at + 1
        while first and document.blocks[first - 1].kind in _OVER:
            first -= 1
        while last < len(document.blocks) and document.text.startswith(_UNDER, document.blocks[last].start):
            last += 1
        found.update(one.start for one in document.blocks[first:last])
    return frozenset(found)
