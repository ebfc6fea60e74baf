"""What is compared with what: the paragraphs of a document and the rows of its tables."""

from __future__ import annotations

from dataclasses import dataclass

from reader.anchoring.folding import dense
from reader.model.document import BlockKind, Document


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a row of a table.

    Attributes:
        start, end: code points on the document's text, without the line feed at the end.
        ink: its characters without white space, widths and look-alike marks made one.
        pairs: every two neighbours of `ink`, by which units are found alike.
    """

    start: int
    end: int
    ink: str
    pairs: frozenset[str]


def units(document: Document) -> tuple[Unit, ...]:
    """The units of a document in its order; empty ones left out."""
    found = []
    for block in document.blocks:
        if block.kind is BlockKind.TABLE:
            start = block.start
            for row in document.text[block.start : block.end].split("\n"):
                found.append(_unit(document.text, start, start + len(row)))
                start += len(row) + 1
        else:
            found.append(_unit(document.text, block.start, block.end))
    return tuple(one for one in found if one.ink)


def _unit(text: str, start: int, end: int) -> Unit:
    inside = text[start:end]
    end = start + len(inside.rstrip("\n"))
    ink = dense(inside)
    return Unit(start, end, ink, pairs_of(ink))


def pairs_of(ink: str) -> frozenset[str]:
    """Every two neighbouring characters; of a single character itself."""
    return frozenset(ink[at : at + 2] for at in range(max(len(ink) - 1, 1)))
