"""Whole documents as one web page that needs nothing from outside, with or without what the user marked and noted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from reader.exporting.excerpts import ExcerptDocument, annotation_facts, documents_title, excerpts, source_line
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.marked import Marked, Numbered, number, pieces, stripped
from reader.exporting.notes import note_html
from reader.exporting.wide_tables import TABLE_SIZES, TEXT_POINTS, sideways
from reader.model.annotation import DEFAULT_STYLES, Mark, Style
from reader.model.document import Block, BlockKind, Table

_STYLE = """
:root { color-scheme: light; }
body { font-family: "仿宋_GB2312", FangSong_GB2312, FangSong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.8; color: #222; background: #fff; }
h1, h2 { text-align: center; line-height: 1.4; }
h3, h4, h5, h6 { font-family: SimHei, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; font-size: 1em;
  margin: .6em 0 0; text-indent: 2em; break-after: avoid; }
p { text-indent: 2em; margin: 0; } .number, .unit, .caption { text-align: center; text-indent: 0; }
.red_head { color: #b3201a; }
.addressee, .attachment_label { text-indent: 0; } .signature, .date { text-align: right; text-indent: 0; }
table { border-collapse: collapse; margin: .5em auto; } td, th { border: 1px solid; padding: .2em .5em; }
mark { color: inherit; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
u { text-underline-offset: .2em; } sup a { text-decoration: none; }
.source, .facts { color: #555; font-size: .9em; text-indent: 0; } .source { text-align: right; margin-top: 1em; }
.notes { border-top: 1px solid #999; margin-top: 2em; } .notes h2 { font-size: 1.1em; text-align: left; }
.notes li > p, .notes li > div p { text-indent: 0; }
article + article { break-before: page; }
@media print { body { max-width: none; margin: 0; font-size: 12pt; } @page { size: A4; margin: 25mm; }
  @page wide { size: A4 landscape; margin: 20mm; } .wide { page: wide; } }
"""

Write = Callable[[int, int, int], str]
"""Writes a range of the text; the third number is how far it reaches with the white space that is not written."""


def html_documents(entries: Sequence[ExcerptDocument], *, marks: bool = True,
                   styles: Sequence[Style] = DEFAULT_STYLES, labels: Labels = CHINESE) -> str:
    """The documents one after another, each with where it was published and its notes, numbered through."""
    title = documents_title(entries, labels)
    writer = _Writer(styles, labels)
    return page(title, "\n".join(line for entry in entries for line in writer.document(entry, marks)))


def page(title: str, body: str) -> str:
    """A web page around what stands in it."""
    return (f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
            f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
            f"{body}\n</body>\n</html>\n")


class _Writer:
    def __init__(self, styles: Sequence[Style], labels: Labels) -> None:
        self._labels = labels
        self._styles = tuple(styles)
        self._known = {style.name: style for style in styles}
        self._noted = 0

    def document(self, entry: ExcerptDocument, marks: bool) -> Iterator[str]:
        """Its blocks, its source, its notes."""
        shown, listed = number(entry.annotations) if marks else ((), ())
        first, self._noted = self._noted, self._noted + len(listed)
        document = entry.document
        yield "<article>"
        yield from elements(document.text, document.blocks, document.tables,
                            lambda start, end, limit: self._marked(document.text, start, end, limit, shown, first),
                            sideways(document, TEXT_POINTS, TABLE_SIZES))
        yield f'<p class="source"><cite>{escape(source_line(entry))}</cite></p>'
        if listed:
            yield from self._notes(entry, listed, first)
        yield "</article>"

    def _notes(self, entry: ExcerptDocument, listed: Sequence[Numbered], first: int) -> Iterator[str]:
        words = {one.annotation.id: one for one in excerpts(entry, self._styles)}
        title = escape(self._labels("notes"))
        yield f'<section class="notes">\n<h2>{title}</h2>\n<ol start="{first + 1}">'
        for one in listed:
            excerpt = words[one.placed.annotation.id]
            note = note_html(excerpt.annotation.note) or f"<p>{escape(self._labels('no_note'))}</p>"
            if not excerpt.located and excerpt.quote:
                note += f"<p>{escape(self._labels('quoted', quote=' '.join(excerpt.quote.split())))}</p>"
            yield (f'<li id="note-{first + one.number}"><div>{note}</div>'
                   f'<p class="facts">{escape(annotation_facts(excerpt, self._labels))}</p></li>')
        yield "</ol>\n</section>"

    def _marked(self, text: str, start: int, end: int, limit: int, marks: Sequence[Marked], first: int) -> str:
        found = []
        for piece in pieces(start, end, marks, limit):
            words = escape(text[piece.start:piece.end])
            for mark in piece.marks:
                words = self._mark(words, mark)
            found.append(words + "".join(f'<sup><a href="#note-{first + one}">[{first + one}]</a></sup>'
                                         for one in piece.numbers))
        return "".join(found)

    def _mark(self, words: str, mark: Marked) -> str:
        made = mark.placed.annotation
        style = self._known.get(made.style)
        label = escape(style.label if style else made.style)
        if made.mark is Mark.UNDERLINE:
            return f'<u title="{label}">{words}</u>'
        colour = f' style="background: {escape(style.light)}"' if style else ""
        return f'<mark title="{label}"{colour}>{words}</mark>'


def elements(text: str, blocks: Iterable[Block], tables: Iterable[Table], write: Write,
             wide: frozenset[int] = frozenset()) -> Iterator[str]:
    """Blocks of a text as elements: headings by level, tables as tables, everything else as paragraphs by kind.

    Args:
        wide: where the blocks begin that are printed on paper laid sideways.
    """
    by_start = {table.start: table for table in tables}
    for block in blocks:
        if block.start in by_start:
            yield _table(by_start[block.start], write, ' class="wide"' if block.start in wide else "")
            continue
        start, end = stripped(text, block.start, block.end)
        if start < end:
            name = _name(block)
            also = " wide" if block.start in wide else ""
            yield f'<{name} class="{block.kind.value}{also}">{write(start, end, block.end)}</{name}>'


_TITLES = {BlockKind.TITLE: 1, BlockKind.ISSUED_TITLE: 2, BlockKind.ATTACHMENT_TITLE: 2, BlockKind.SECTION: 2}
_DEEPEST = 6


def _name(block: Block) -> str:
    rank = min(block.level + 2, _DEEPEST) if block.kind is BlockKind.HEADING else _TITLES.get(block.kind, 0)
    return f"h{rank}" if rank else "p"


def _table(table: Table, write: Write, attributes: str) -> str:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda found: (found.row, found.column)):
        name = "th" if cell.row < table.header_rows else "td"
        spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
            f' colspan="{cell.column_span}"' if cell.column_span > 1 else "")
        words = write(cell.start, cell.end, cell.end + 1)
        rows[cell.row].append(f"<{name}{spans}>{words}</{name}>")
    return f"<table{attributes}>\n" + "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "\n</table>"
