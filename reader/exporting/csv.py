"""Annotations as CSV that Excel and WPS open rightly and that does nothing when opened."""

from __future__ import annotations

import csv as standard
import io
import re
from collections.abc import Sequence

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.labels import CHINESE, Labels
from reader.exporting.rows import COLUMNS, rows
from reader.model.annotation import DEFAULT_STYLES, Style

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def csv(entries: Sequence[ExcerptDocument], *, styles: Sequence[Style] = DEFAULT_STYLES,
        labels: Labels = CHINESE) -> str:
    """A row for each annotation under a row of names (RFC 4180: commas, CRLF).

    Begins with a byte order mark, without which Excel takes UTF-8 for the local code page.
    """
    out = io.StringIO()
    writer = standard.writer(out, lineterminator="\r\n")
    writer.writerow(labels.columns(COLUMNS))
    writer.writerows([harmless(cell) for cell in row] for row in rows(entries, styles, labels))
    return "\ufeff" + out.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one (OWASP)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
