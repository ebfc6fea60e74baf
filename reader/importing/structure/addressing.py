"""The clause address of each block: 第三章, 第八条第二款第（一）项, 一（二）1.

Reads: the items of one part with their labels. Writes: their addresses, in place.
"""

from __future__ import annotations

from reader.importing.grammar import numerals
from reader.importing.grammar.labels import Label, Rank
from reader.importing.structure.items import Item
from reader.model.address import ClauseAddress
from reader.model.document import BlockKind

TEXT_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
"""What a block of running text is."""
_UNITS = {
    Rank.BOOK: "编", Rank.CHAPTER: "章", Rank.SECTION: "节", Rank.ARTICLE: "条", Rank.PART: "部分", Rank.HAN: "部分",
    Rank.HAN_BRACKET: "条目", Rank.DIGIT: "点", Rank.DIGIT_BRACKET: "小点", Rank.CIRCLE: "小点", Rank.LETTER: "小点",
    Rank.DECIMAL: "点",
}  # fmt: skip


def set_addresses(items: list[Item], prefix: tuple[tuple[str, str], ...]) -> None:
    """Set the address of every block of a part.

    Args:
        items: of one part, in order, with their labels read.
        prefix: steps every address of the part begins with (附件), or ().
    """
    place = 0
    size = len(items)
    divisions: list[tuple[Rank, str]] = []
    trail: list[tuple[Rank, int, str]] = []
    while place < size:
        item = items[place]
        found = item.mark
        if found is not None and found.rank in (Rank.BOOK, Rank.CHAPTER, Rank.SECTION):
            divisions = [step for step in divisions if step[0] < found.rank]
            divisions.append((found.rank, _digits(found)))
            item.address = ClauseAddress((*prefix, *((_UNITS[rank], number) for rank, number in divisions)))
            trail = []
            place += 1
            continue
        if found is not None and found.rank is Rank.ARTICLE:
            stop = place + 1
            while stop < size and not _ends_article(items[stop]):
                stop += 1
            _article(items[place:stop], (*prefix, ("条", _digits(found))))
            trail = []
            place = stop
            continue
        if item.kind in (BlockKind.HEADING, *TEXT_KINDS, BlockKind.TABLE):
            if found is not None:
                while trail and (trail[-1][0], trail[-1][1]) >= (found.rank, found.depth):
                    trail.pop()
                trail.append((found.rank, found.depth, _digits(found)))
            if trail:
                item.address = ClauseAddress((*prefix, *((_UNITS[rank], number) for rank, _, number in trail)))
            elif prefix:
                item.address = ClauseAddress(prefix)
        place += 1


def _ends_article(item: Item) -> bool:
    if item.kind in (
        BlockKind.SIGNATURE,
        BlockKind.DATE,
        BlockKind.ATTACHMENT_NOTE,
        BlockKind.PUBLICITY,
        BlockKind.IMPRINT,
    ):
        return True
    return item.mark is not None and item.mark.rank <= Rank.ARTICLE


def _article(items: list[Item], head: tuple[tuple[str, str], ...]) -> None:
    """Addresses inside one article: 款 are its unnumbered paragraphs, 项 （一）, 目 1."""
    paragraphs = [items[0]] + [
        item for item in items[1:] if item.mark is None and item.kind in TEXT_KINDS and not _leads_back(item)
    ]
    several = len(paragraphs) > 1
    count = 0
    base = head
    trail: list[tuple[Rank, str]] = []
    for item in items:
        found = item.mark if item is not items[0] else None
        if found is None:
            if item in paragraphs and item.kind in (*TEXT_KINDS, BlockKind.HEADING):
                count += 1
                base = (*head, ("款", numerals.chinese(count) if count < 1000 else str(count))) if several else head
                trail = []
            item.address = ClauseAddress(base)
            continue
        while trail and trail[-1][0] >= found.rank:
            trail.pop()
        trail.append((found.rank, _digits(found)))
        names = ("项", "目", "小目", "小目", "小目", "小目")
        item.address = ClauseAddress((*base, *((names[at], number) for at, (_, number) in enumerate(trail))))


def _leads_back(item: Item) -> bool:
    return not item.text


def _digits(found: Label) -> str:
    """The number of a label in its printed digits, without brackets: 第二十条 → 二十, （一） → 一, 1. → 1."""
    text = found.text
    if found.rank is Rank.DECIMAL:
        return text
    kept = "".join(
        char for char in text if char in numerals.HAN or char.isdecimal() or (char.isalpha() and char.isascii())
    )
    if found.rank is Rank.ARTICLE and "之" in text:
        head, _, tail = text.partition("条之")
        return "".join(char for char in head if char in numerals.HAN or char.isdecimal()) + "之" + tail
    return kept or str(found.number)
