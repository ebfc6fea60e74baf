"""Documents as Markdown and as a web page: what `show` prints. Plain forms of the blocks, nothing left out."""

from __future__ import annotations

import html as markup
import re
from collections.abc import Iterable, Iterator

from reader.model.document import Block, BlockKind, Document, Matter, Table

Part = Document | Matter

_TITLES = {BlockKind.TITLE: 1, BlockKind.ISSUED_TITLE: 2, BlockKind.ATTACHMENT_TITLE: 2, BlockKind.SECTION: 2}
_DEEPEST = 6
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_OPENING = re.compile(r"^(\d+)([.)])(?=\s)|^([-+=])", re.MULTILINE)


def markdown(parts: Iterable[Part]) -> str:
    """Parts of an issue as Markdown: headings by level, tables as pipe tables, everything else as paragraphs."""
    return "\n\n".join(piece for part in parts for piece in _markdown(part)) + "\n"


def _markdown(part: Part) -> Iterator[str]:
    tables = _tables(part)
    for block in part.blocks:
        text = part.text[block.start:block.end].rstrip("\n")
        if block.start in tables:
            yield _pipe_table(tables[block.start], part.text)
        elif text.strip():
            yield "#" * _rank(block) + (" " if _rank(block) else "") + _escaped(text.strip())


def _tables(part: Part) -> dict[int, Table]:
    return {table.start: table for table in part.tables} if isinstance(part, Document) else {}


def _rank(block: Block) -> int:
    """1–6 for a heading in print, 0 for a paragraph."""
    if block.kind is BlockKind.HEADING:
        return min(block.level + 2, _DEEPEST)
    return _TITLES.get(block.kind, 0)


def _escaped(text: str) -> str:
    """Text whose characters mean nothing to Markdown."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", plain)


def _pipe_table(table: Table, text: str) -> str:
    grid = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        grid[cell.row][cell.column] = _escaped(" ".join(text[cell.start:cell.end].split("\n")))
    rows = ["| " + " | ".join(row) + " |" for row in grid]
    return "\n".join([*rows[:1], "|" + " --- |" * table.columns, *rows[1:]])


_STYLE = """
body { font-family: "仿宋_GB2312", FangSong, "Noto Serif CJK SC", SimSun, serif; max-width: 42em; margin: 2em auto;
  padding: 0 1em; line-height: 1.8; }
h1 { text-align: center; font-weight: bold; } h2 { text-align: center; }
p { text-indent: 2em; margin: 0; } .number, .unit, .caption { text-align: center; text-indent: 0; }
.addressee { text-indent: 0; } .signature, .date { text-align: right; text-indent: 0; }
table { border-collapse: collapse; margin: .5em auto; } td, th { border: 1px solid; padding: .2em .5em; }
@media print { body { max-width: none; margin: 0; } }
"""


def html(parts: Iterable[Part], title: str) -> str:
    """Parts of an issue as one web page that needs nothing from outside."""
    body = "\n".join(piece for part in parts for piece in _html(part))
    return (f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{markup.escape(title)}'
            f"</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n")


def _html(part: Part) -> Iterator[str]:
    tables = _tables(part)
    yield "<article>" if isinstance(part, Document) else "<section>"
    for block in part.blocks:
        text = part.text[block.start:block.end].rstrip("\n")
        if block.start in tables:
            yield _html_table(tables[block.start], part.text)
            continue
        rank = _rank(block)
        name = f"h{rank}" if rank else "p"
        yield f'<{name} class="{block.kind.value}">{markup.escape(text)}</{name}>'
    yield "</article>" if isinstance(part, Document) else "</section>"


def _html_table(table: Table, text: str) -> str:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda found: (found.row, found.column)):
        name = "th" if cell.row < table.header_rows else "td"
        spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
            f' colspan="{cell.column_span}"' if cell.column_span > 1 else "")
        rows[cell.row].append(f"<{name}{spans}>{markup.escape(text[cell.start:cell.end])}</{name}>")
    return "<table>\n" + "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows) + "\n</table>"
