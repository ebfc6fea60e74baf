"""What the user types to go to a clause: `82` for 第八十二条, `3.2.1` for its paragraphs and items, or the address."""

from __future__ import annotations

import re

from reader.importing.grammar.numerals import value
from reader.model.document import Block, Document

DOTTED = re.compile(r"\d{1,4}(?:[.．。、\-]\d{1,3}){0,3}")
NUMERAL = r"第?\s*[（(]?\s*([0-9０-９一二三四五六七八九十百零〇两]+)\s*[）)]?\s*"
SPOKEN = re.compile(NUMERAL + "(编|章|节|条目|条|款|项|目|部分|点|小点)")
DOTTED_UNITS = ("条", "款", "项", "目")
DIVISIONS = ("附件", "编", "章", "节")
"""Units above the articles: an address begins below them unless they are named."""

Step = tuple[str, int]


def parse(typed: str) -> tuple[Step, ...]:
    """The address meant, from the outermost step; () when it is none. A bare number means an article."""
    typed = typed.strip()
    if DOTTED.fullmatch(typed):
        return tuple(zip(DOTTED_UNITS, (int(n) for n in re.findall(r"\d+", typed)), strict=False))
    found = SPOKEN.findall(typed)
    if not found or SPOKEN.sub("", typed).strip():
        return ()
    numbers = [(unit, value(number)) for number, unit in found]
    return tuple((unit, number) for unit, number in numbers if number is not None)


def find(document: Document, wanted: tuple[Step, ...]) -> Block | None:
    """The first block at an address.

    Where the document has no articles, 3.2.1 counts its own steps: 第三部分第（二）项第1点. Where the address is finer
    than the document's, the nearest clause above it is found.
    """
    clauses = [(block, _steps(block)) for block in document.blocks if block.address is not None]
    has_articles = any(unit == "条" for _, steps in clauses for unit, _ in steps)
    while wanted:
        for block, steps in clauses:
            if _is_at(steps, wanted, has_articles):
                return block
        wanted = wanted[:-1]
    return None


def _steps(block: Block) -> tuple[Step, ...]:
    steps = block.address.steps if block.address is not None else ()
    return tuple((unit, number) for unit, printed in steps if (number := value(printed)) is not None)


def _is_at(steps: tuple[Step, ...], wanted: tuple[Step, ...], has_articles: bool) -> bool:
    if wanted[0][0] == "条" and not has_articles:
        own = [number for unit, number in steps if unit not in DIVISIONS]
        return own[: len(wanted)] == [number for _, number in wanted] and len(own) == len(wanted)
    return set(wanted) <= set(steps) and _ends_alike(steps, wanted)


def _ends_alike(steps: tuple[Step, ...], wanted: tuple[Step, ...]) -> bool:
    """Whether the clause is no finer than the address: 第三条 is not 第三条第一款第（一）项, but its first 款 is."""
    return steps[-1] == wanted[-1] or steps[-1] == ("款", 1)
