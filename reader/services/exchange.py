"""Take in annotations from a colleague: without doubles, the newer of two versions wins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.exporting.incoming import read_annotations
from reader.model.annotation import Annotation, Style
from reader.model.errors import UserError
from reader.services import annotate
from reader.services.import_files import read_bytes
from reader.services.library import Library
from reader.services.safety import back_up_when_due
from reader.storage import annotations_rows as rows
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now

UNKNOWN_LIGHT, UNKNOWN_DARK = "#d3d6da", "#4a4f57"
"""Colours of a style that only the colleague has: grey, until the user chooses."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of a file of annotations.

    Attributes:
        imported: new here.
        updated: known here, and replaced by a later version.
        duplicates: known here as they are, or in a later version.
        failed: could not be kept; `reasons` says why for each, by its place in the file, from 0.
        changed: ids of those imported and updated.
    """

    imported: int
    updated: int
    duplicates: int
    failed: int
    reasons: tuple[tuple[int, str], ...] = ()
    changed: tuple[str, ...] = ()


def import_annotations(library: Library, file: Path) -> Exchanged:
    """Take in a W3C Web Annotation file, all in one transaction.

    Raises:
        UserError: file.missing, file.large, file.unreadable, annotations.not_json, annotations.none,
            annotations.too_large, library.read_only, disk.full. Nothing has changed then.
    """
    if library.read_only:
        raise UserError("library.read_only", path=str(library.root))
    incoming = read_annotations(read_bytes(file), file.name, now())
    back_up_when_due(library)
    known = {one.id: one for one in rows.select(library.notes, "true")}
    fresh = [one for one in incoming.annotations if one.id not in known]
    later = [one for one in incoming.annotations if one.id in known and known[one.id].modified < one.modified]
    _add_styles(library, [*fresh, *later])
    with worded(library.root), transaction(library.notes) as notes:
        for one in (*fresh, *later):
            rows.write(notes, one)
    return Exchanged(len(fresh), len(later), len(incoming.annotations) - len(fresh) - len(later), len(incoming.failed),
                     incoming.failed, tuple(one.id for one in (*fresh, *later)))


def _add_styles(library: Library, annotations: list[Annotation]) -> None:
    known = {style.name for style in annotate.styles(library)}
    for name in dict.fromkeys(one.style for one in annotations):
        if name not in known:
            annotate.save_style(library, Style(name, name, UNKNOWN_LIGHT, UNKNOWN_DARK))
