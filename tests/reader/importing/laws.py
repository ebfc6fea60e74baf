"""The laws every parsed file keeps, whatever is in it."""

from __future__ import annotations

from collections import Counter

from reader.importing.importer import decoded
from reader.model.document import Document
from reader.model.report import ParsedFile


def ink(*texts: str) -> Counter[str]:
    """The characters that are not white space, counted."""
    return Counter("".join("".join(text.split()) for text in texts))


def assert_conserved(parsed: ParsedFile, data: bytes, name: str) -> None:
    """Source − removals − before + after = text, as a multiset."""
    report = parsed.report
    expected = ink(decoded(data, name), *(repair.after for repair in report.repairs))
    found = ink(parsed.issue.text, *(removal.text for removal in report.removals))
    found += ink(*(repair.before for repair in report.repairs))
    assert found == expected, (dict((expected - found).most_common(9)), dict((found - expected).most_common(9)))


def assert_tiled(parsed: ParsedFile) -> None:
    """Blocks tile each part's text; parts, tables and cells lie where they say."""
    for part in parsed.issue.parts:
        at = 0
        for block in part.blocks:
            assert block.start == at
            assert block.end > at
            assert part.text[block.end - 1] == "\n"
            assert part.text.startswith(block.label, block.start)
            assert block.heading_end == 0 or block.start < block.heading_end < block.end
            assert 0 < block.line <= block.line_end or not block.line
            at = block.end
        assert at == len(part.text)
        if isinstance(part, Document):
            assert_parts(part)


def assert_parts(document: Document) -> None:
    """Document parts tile the text; tables lie on their blocks, cells in their tables."""
    at = 0
    for part in document.parts:
        assert part.start == at
        at = part.end
    assert at == len(document.text)
    spans = {(block.start, block.end) for block in document.blocks if block.kind == "table"}
    assert {(table.start, table.end) for table in document.tables} == spans
    for table in document.tables:
        rows = document.text[table.start : table.end].split("\n")
        assert len(rows) - 1 == table.rows
        for cell in table.cells:
            assert document.text[cell.start : cell.end] == rows[cell.row].split("\t")[cell.column]
    last = 0
    for reference in document.references:
        assert last <= reference.start < reference.end <= len(document.text)
        last = reference.end
