"""Two documents read side by side: which place of the one answers to a place of the other; without Qt."""

from __future__ import annotations

from reader.model.clauses import Clauses, Steps
from reader.model.document import Document


class Alongside:
    """The clauses of one document, to be found by their addresses."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._clauses = Clauses(document)
        self._starts: dict[Steps, int] = {}
        for block, steps in zip(document.blocks, self._clauses.steps, strict=True):
            for depth in range(1, len(steps) + 1):
                self._starts.setdefault(steps[:depth], block.start)

    @property
    def length(self) -> int:
        """Code points of the text."""
        return len(self._document.text)

    def address(self, offset: int) -> Steps:
        """The address of the clause at an offset, or of the last one before it; () before the first."""
        for index in range(self._clauses.block_at(offset), -1, -1):
            if self._clauses.steps[index]:
                return self._clauses.steps[index]
        return ()

    def start(self, address: Steps) -> int | None:
        """Where the clause of an address begins, or the nearest around it that there is; None for no such clause."""
        for depth in range(len(address), 0, -1):
            if address[:depth] in self._starts:
                return self._starts[address[:depth]]
        return None


def counterpart(document: Alongside, offset: int, other: Alongside) -> int:
    """Where to read in `other` what stands at an offset of `document` (code points): at the clause of the same address;
    before the first clause at the top; and where there is no such clause as far down as in `document`."""
    address = document.address(offset)
    start = other.start(address)
    if start is not None:
        return start
    if not address and document.address(document.length - 1):
        return 0
    return round(other.length * offset / document.length) if document.length else 0
