"""Whole documents as Markdown, with or without what the user marked and noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.exporting.excerpts import ExcerptDocument, annotation_facts, excerpts, source_line
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.markdown import escaped
from reader.exporting.marked import Marked, number, pieces, stripped
from reader.exporting.notes import note_markdown
from reader.model.annotation import DEFAULT_STYLES, Mark, Style
from reader.model.document import Block, BlockKind, Table

_TITLES = {BlockKind.TITLE: 1, BlockKind.ISSUED_TITLE: 2, BlockKind.ATTACHMENT_TITLE: 2, BlockKind.SECTION: 2}
_DEEPEST = 6


def markdown_documents(entries: Sequence[ExcerptDocument], *, marks: bool = True,
                       styles: Sequence[Style] = DEFAULT_STYLES, labels: Labels = CHINESE) -> str:
    """The documents one after another, each with where it was published.

    Marks are <mark> and <u>, which Markdown lets through; notes are footnotes, numbered through all documents.
    """
    writer = _Writer(styles, labels)
    return "\n\n".join(piece for entry in entries for piece in writer.document(entry, marks)) + "\n"


class _Writer:
    def __init__(self, styles: Sequence[Style], labels: Labels) -> None:
        self._said = labels
        self._styles = tuple(styles)
        self._labels = {style.name: style.label for style in styles}
        self._noted = 0

    def document(self, entry: ExcerptDocument, marks: bool) -> Iterator[str]:
        """Its blocks, its source, its footnotes."""
        shown, listed = number(entry.annotations) if marks else ((), ())
        first, self._noted = self._noted, self._noted + len(listed)
        document = entry.document
        yield from paragraphs(document.text, document.blocks, document.tables,
                              lambda start, end, limit: self._marked(document.text, start, end, limit, shown, first))
        yield f"—— {escaped(source_line(entry))}"
        words = {one.annotation.id: one for one in excerpts(entry, self._styles)} if listed else {}
        for one in listed:
            excerpt = words[one.placed.annotation.id]
            note = note_markdown(excerpt.annotation.note) or self._said("no_note")
            if not excerpt.located and excerpt.quote:
                note += "\n\n" + self._said("quoted", quote=escaped(" ".join(excerpt.quote.split())))
            note += "\n\n" + escaped(annotation_facts(excerpt, self._said))
            yield f"[^{first + one.number}]: " + note.replace("\n", "\n    ").replace("\n    \n", "\n\n")

    def _marked(self, text: str, start: int, end: int, limit: int, marks: Sequence[Marked], first: int) -> str:
        found = []
        for piece in pieces(start, end, marks, limit):
            words = escaped(text[piece.start:piece.end])
            if piece.marks:
                made = piece.marks[-1].placed.annotation
                tag = "u" if made.mark is Mark.UNDERLINE else "mark"
                words = f"<{tag}>{words}</{tag}>"
            found.append(words + "".join(f"[^{first + one}]" for one in piece.numbers))
        return "".join(found)


Write = Callable[[int, int, int], str]
"""Writes a range of the text without the white space at its ends; the third number is how far it reaches with it."""


def paragraphs(text: str, blocks: Iterable[Block], tables: Iterable[Table], write: Write) -> Iterator[str]:
    """Blocks of a text: headings by level, tables as pipe tables, everything else as paragraphs."""
    by_start = {table.start: table for table in tables}
    for block in blocks:
        if block.start in by_start:
            yield _pipe_table(by_start[block.start], write)
            continue
        start, end = stripped(text, block.start, block.end)
        if start < end:
            rank = _rank(block)
            yield "#" * rank + (" " if rank else "") + write(start, end, block.end)


def _rank(block: Block) -> int:
    """1–6 for a heading in print, 0 for a paragraph."""
    if block.kind is BlockKind.HEADING:
        return min(block.level + 2, _DEEPEST)
    return _TITLES.get(block.kind, 0)


def _pipe_table(table: Table, write: Write) -> str:
    grid = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = write(cell.start, cell.end, cell.end + 1).replace("|", "&#124;")
    rows = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([*rows[:1], "|" + " --- |" * table.columns, *rows[1:]])
