"""Write chosen annotations to a file; the file that was there stays until the new one is whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.formats import WRITERS, render
from reader.model.annotation import PlacedAnnotation
from reader.model.document import Document, DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import annotate, catalogue
from reader.services.annotate import Selection
from reader.services.library import Library
from reader.storage import atomic


def formats() -> tuple[str, ...]:
    """The formats there are, by name."""
    return tuple(WRITERS)


def export(library: Library, selection: Selection | None, format: str, out: Path, *, order: str = "text") -> int:
    """Write the chosen annotations to `out`; tells how many.

    Args:
        format: one of `formats()`.
        order: text, tag, style or date.

    Raises:
        UserError: export.format; export.nothing: no annotation is chosen; document.unknown; export.read_only,
            export.unreachable, disk.full: `out` cannot be written. A file that was there is then as it was.
    """
    if format not in WRITERS:
        raise UserError("export.format", format=format, known="、".join(WRITERS))
    found = annotate.all_annotations(library, selection)
    if not found:
        raise UserError("export.nothing")
    content = render(format, tuple(_entries(library, found)), order=order, styles=annotate.styles(library))
    _write(out.expanduser().absolute(), content)
    return len(found)


def _write(out: Path, content: bytes) -> None:
    if out.is_dir():
        raise UserError("export.unreachable", path=str(out))
    try:
        atomic.write(out, content)
    except UserError as error:
        if error.code not in {"library.read_only", "library.unreadable"}:
            raise
        code = "export.read_only" if error.code == "library.read_only" else "export.unreachable"
        raise UserError(code, path=str(out)) from error


def _entries(library: Library, found: tuple[PlacedAnnotation, ...]) -> Iterator[ExcerptDocument]:
    """The annotations by document, as they come: in text order."""
    for (document_id, key), placed in groupby(
            found, lambda one: (one.document_id, "" if one.document_id else one.annotation.key)):
        if document_id:
            document = catalogue.document(library, document_id)
            issue = catalogue.issue_facts(library, document.facts.issue_id)
        else:
            # A colleague's annotations may come before the document does: the key is all that is known of it.
            document, issue = Document(DocumentFacts(key, key), "", ()), IssueFacts(key)
        yield ExcerptDocument(issue, document, tuple(placed))
