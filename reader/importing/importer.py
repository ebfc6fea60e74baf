"""A file becomes an Issue: formats → repair → structure, with the record that proves nothing was lost."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from reader.importing.formats import registry
from reader.importing.repair import aligned, breaks, columns, doubled, furniture, ocr, order, paragraphs, web
from reader.importing.repair.line import Record, from_source
from reader.importing.source import Source
from reader.importing.structure import correcting, issue
from reader.model.correction import Correction
from reader.model.report import ParsedFile, ParseReport

RULES_VERSION = 5
"""Grows when the rules change what is found in a file: the library then offers to read its files again."""


def parse(data: bytes, name: str, corrections: Sequence[Correction] = ()) -> ParsedFile:
    """Read a file.

    Args:
        data: its bytes.
        name: its name, for its format, for messages, and as the last resort for year and number of the issue.
        corrections: what the user put right in it, in the order it was done; it wins over what the rules find.

    Raises:
        UserError: only for bytes that cannot be read (file.empty, file.binary, file.encoding …), never for content.
    """
    source = read_source(data, name)
    record = Record()
    record.removals.extend(source.removals)
    record.repairs.extend(source.repairs)
    record.doubts.extend(source.doubts)
    lines = from_source(source.lines)
    aligned.mark_rows(lines)
    lines = columns.unfold_columns(lines)
    lines = breaks.restore_breaks(lines)
    paragraphs.mark_breaks(lines)
    if source.format == "text":
        lines = web.remove_phrases(lines, record)
    lines = furniture.remove_furniture(lines, record)
    doubled.undouble(lines, record)
    lost = frozenset(doubt.line for doubt in source.doubts if doubt.code == "text.bad_bytes")
    ocr.mend(lines, record, lost)
    lines = [line for line in lines if line.text or line.table is not None]
    if source.format != "pdf":  # there the places on the page have told the order
        lines = order.restore_order(lines, record)
    joined = breaks.split_heads(paragraphs.join_paragraphs(lines))
    meant = correcting.find_again(corrections, source.lines, record)
    built = issue.build(joined, name, hashlib.sha256(data).hexdigest(), record, meant)
    report = ParseReport(tuple(record.removals), tuple(record.repairs), tuple(record.doubts))
    return ParsedFile(built, report, source.format, source.encoding)


def read_source(data: bytes, name: str) -> Source:
    """The lines of a file, by its format.

    Raises:
        UserError: as `parse`.
    """
    return registry.read(data, name)


def decoded(data: bytes, name: str) -> str:
    """The text of a file as conservation counts it: before anything is removed.

    Raises:
        UserError: as `parse`.
    """
    return read_source(data, name).decoded
