"""From a line of the source to the place in the library's text that came of it, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.document import Block, Document, Issue


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A place in an issue. `part`: its number among `Issue.parts`; `start`, `end`: code points on that part's text."""

    part: int
    start: int
    end: int


def place_of_line(issue: Issue, line: int, wanted: str = "") -> SourcePlace | None:
    """The place that came of a line of the source.

    Args:
        line: 1-based.
        wanted: what stood there; of several paragraphs of one line the one that holds it is meant, and of that one the
            words themselves.

    Returns:
        The place; where the line left nothing in the text (a page number), the paragraph before it. None for line 0,
        which stands for the whole file, and in an issue without text.
    """
    if line <= 0:
        return None
    covering = [(part, block) for part, block in _blocks(issue) if block.line <= line <= block.line_end]
    if not covering:
        before = [(part, block) for part, block in _blocks(issue) if block.line_end <= line]
        if not before:
            return None
        part, block = max(before, key=lambda found: found[1].line_end)
        return _whole(issue, part, block)
    # Of a table and a paragraph inside its lines, the paragraph.
    covering.sort(key=lambda found: found[1].line_end - found[1].line)
    for part, block in covering:
        found = _words_in(issue.parts[part].text, block, wanted)
        if found is not None:
            return SourcePlace(part, *found)
    return _whole(issue, *covering[0])


def lines_of_offset(blocks: tuple[Block, ...], offset: int) -> tuple[int, int]:
    """The first and last line of the source of the block at an offset (code points); (0, 0) where not known."""
    number = bisect_right([block.start for block in blocks], offset) - 1
    return (blocks[number].line, blocks[number].line_end) if number >= 0 else (0, 0)


def _blocks(issue: Issue) -> Iterator[tuple[int, Block]]:
    for number, part in enumerate(issue.parts):
        for block in part.blocks:
            if block.line > 0:
                yield number, block


def _whole(issue: Issue, part: int, block: Block) -> SourcePlace:
    text = issue.parts[part].text[block.start : block.end]
    return SourcePlace(part, block.start, block.start + max(len(text.rstrip()), 1))


def _words_in(text: str, block: Block, wanted: str) -> tuple[int, int] | None:
    """Where the words stand in a block, white space aside; None where they do not."""
    letters = "".join(wanted.split())
    if not letters:
        return None
    places = [at for at in range(block.start, block.end) if not text[at].isspace()]
    at = "".join(text[place] for place in places).find(letters)
    return None if at < 0 else (places[at], places[at + len(letters) - 1] + 1)


def part_of(issue: Issue, document_id: str) -> int:
    """The number of a document among the parts of its issue; -1 when it is not there."""
    for number, part in enumerate(issue.parts):
        if isinstance(part, Document) and part.facts.id == document_id:
            return number
    return -1
