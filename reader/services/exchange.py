"""Take in annotations from a colleague: without doubles, the later version wins; where both were changed, a choice.

Which versions others have is noted whenever annotations are handed on or taken in (`Annotation.history`), so that a
change made on one side alone is never mistaken for a conflict, nor one made on both for an update.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.exporting.excerpts import ExcerptDocument
from reader.exporting.incoming import MOST_BYTES, Incoming, read_annotations
from reader.model.annotation import Annotation, Style
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.services import annotate, placing
from reader.services.import_files import read_bytes
from reader.services.library import Library
from reader.services.safety import back_up_when_due
from reader.services.versions import Conflict, Side, later, versions
from reader.storage import annotations_rows as rows
from reader.storage.connections import transaction
from reader.storage.faults import worded
from reader.storage.library_writing import now

UNKNOWN_LIGHT, UNKNOWN_DARK = "#d3d6da", "#4a4f57"
"""Colours of a style that only the colleague has: grey, until the user chooses."""

Version = tuple[str, str]
"""Id of an annotation and `modified` of one of its versions."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A colleague's annotations beside ours.

    Attributes:
        fresh: not known here.
        later: known here, and changed only there: ours and theirs.
        duplicates: known here as they are, or in a version that comes from theirs.
        conflicts: changed here and there.
    """

    fresh: tuple[Annotation, ...]
    later: tuple[tuple[Annotation, Annotation], ...]
    duplicates: tuple[Annotation, ...]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """An annotation that theirs took the place of; `before` is None for a new one, `deleted` when it lay in the trash
    since then, or ""."""

    before: Annotation | None
    after: Annotation
    deleted: str = ""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of a file of annotations.

    Attributes:
        imported: new here.
        updated: known here, and replaced by a version that comes from ours.
        duplicates: known here as they are, or in a version that comes from theirs.
        failed: could not be kept; `reasons` says why for each, by its place in the file, from 0.
        conflicts: changed here and there, each with the side that was kept.
        replaced: all that was written, to undo and redo it.
        versions: which versions were noted as known to others.
        styles: which styles were added.
    """

    imported: int
    updated: int
    duplicates: int
    failed: int
    reasons: tuple[tuple[int, str], ...] = ()
    conflicts: tuple[tuple[Conflict, Side], ...] = ()
    replaced: tuple[Replaced, ...] = ()
    versions: tuple[Version, ...] = ()
    styles: tuple[Style, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """Ids of the annotations that were written."""
        return tuple(one.after.id for one in self.replaced)


def read_file(library: Library, file: Path) -> Incoming:
    """The annotations of a W3C Web Annotation file; nothing is changed.

    Raises:
        UserError: file.missing, file.large, file.unreadable, annotations.not_json, annotations.none,
            annotations.too_large, library.read_only.
    """
    if library.read_only:
        raise UserError("library.read_only", path=str(library.root))
    if file.is_file() and file.stat().st_size > MOST_BYTES:
        raise UserError("annotations.too_large", path=file.name, megabytes=MOST_BYTES // 1_000_000)
    return read_annotations(read_bytes(file), file.name, now())


def compare(library: Library, incoming: Incoming) -> Compared:
    """Put a colleague's annotations beside ours; nothing is changed."""
    histories, trash = rows.histories(library.notes), rows.in_trash(library.notes)
    known = {one.id: dataclasses.replace(one, history=histories.get(one.id, ()))
             for one in rows.select(library.notes, "true")}
    fresh: list[Annotation] = []
    updates: list[tuple[Annotation, Annotation]] = []
    duplicates: list[Annotation] = []
    conflicts: list[Conflict] = []
    for theirs in incoming.annotations:
        mine = known.get(theirs.id)
        if mine is None:
            fresh.append(theirs)
            continue
        deleted = trash.get(mine.id, "")
        side = later(mine, theirs, deleted)
        if side is None:
            conflicts.append(Conflict(mine, theirs, deleted))
        elif side is Side.THEIRS:
            updates.append((mine, theirs))
        else:
            duplicates.append(theirs)
    return Compared(tuple(fresh), tuple(updates), tuple(duplicates), tuple(conflicts))


def take_in(library: Library, incoming: Incoming, choices: Mapping[str, Side] | None = None, *,
            otherwise: Side | None = None, job: JobContext | None = None) -> Exchanged:
    """Take in a colleague's annotations, all in one transaction.

    Args:
        incoming: as `read_file` gives it.
        choices: whose version to keep of conflicts, by id.
        otherwise: the same for all other conflicts; None: the newer of each.

    Raises:
        UserError: library.read_only, disk.full. Nothing has changed then.
    """
    back_up_when_due(library)
    with worded(library.root), transaction(library.notes) as notes:
        done = _decided(library, incoming, choices or {}, otherwise)
        _write(notes, done)
    placing.place_all(library, [one.after for one in done.replaced], job or SilentJob())
    return done


def _decided(library: Library, incoming: Incoming, chosen: Mapping[str, Side], otherwise: Side | None) -> Exchanged:
    compared = compare(library, incoming)
    decided = tuple((one, chosen.get(one.theirs.id, otherwise or one.newer)) for one in compared.conflicts)
    replaced = (
        *(Replaced(None, one) for one in compared.fresh),
        *(Replaced(mine, theirs) for mine, theirs in compared.later),
        *(Replaced(one.mine, one.theirs, one.deleted) for one, side in decided if side is Side.THEIRS))
    return Exchanged(len(compared.fresh), len(compared.later), len(compared.duplicates), len(incoming.failed),
                     incoming.failed, decided, replaced, _fresh_versions(library, incoming, compared.conflicts),
                     _unknown_styles(library, [one.after for one in replaced]))


def _write(notes: sqlite3.Connection, done: Exchanged) -> None:
    for style in done.styles:
        rows.write_style(notes, style)
    for one in done.replaced:
        rows.write(notes, one.after)
    rows.add_versions(notes, done.versions)


def import_annotations(library: Library, file: Path, otherwise: Side | None = None,
                       job: JobContext | None = None) -> Exchanged:
    """Read a file and take it in. Raises as `read_file` and `take_in`."""
    return take_in(library, read_file(library, file), otherwise=otherwise, job=job)


def undo(library: Library, done: Exchanged) -> None:
    """Make the library as it was before `take_in`: what was new is gone, as if it had never come.

    Raises:
        UserError: library.read_only, disk.full. Nothing has changed then.
    """
    with worded(library.root), transaction(library.notes) as notes:
        rows.erase(notes, [one.after.id for one in done.replaced if one.before is None])
        for one in done.replaced:
            if one.before is not None:
                rows.write(notes, one.before)
        rows.put_in_trash(notes, [(one.after.id, one.deleted) for one in done.replaced if one.deleted])
        rows.remove_versions(notes, done.versions)
        rows.remove_styles(notes, [style.name for style in done.styles])


def redo(library: Library, done: Exchanged) -> None:
    """Make the library again as it was after `take_in`. Raises as `undo`."""
    with worded(library.root), transaction(library.notes) as notes:
        _write(notes, done)


def with_histories(library: Library, entries: Iterable[ExcerptDocument]) -> tuple[ExcerptDocument, ...]:
    """The same annotations, each with the versions of it that others have."""
    histories = rows.histories(library.notes)
    return tuple(dataclasses.replace(entry, annotations=tuple(
        dataclasses.replace(one, annotation=dataclasses.replace(
            one.annotation, history=histories.get(one.annotation.id, ())))
        for one in entry.annotations)) for entry in entries)


def note_handed_on(library: Library, entries: Iterable[ExcerptDocument]) -> None:
    """Note that others have these annotations as they are now. Where the library may not be changed it stays unnoted:
    a later exchange may then ask about a conflict that is none.

    Raises:
        UserError: disk.full.
    """
    if library.read_only:
        return
    handed = [(one.annotation.id, one.annotation.modified) for entry in entries for one in entry.annotations]
    with worded(library.root), transaction(library.notes) as notes:
        rows.add_versions(notes, handed)


def _fresh_versions(library: Library, incoming: Incoming, conflicts: Sequence[Conflict]) -> tuple[Version, ...]:
    """What is to be noted: their versions, and those of ours that theirs may take the place of."""
    known = rows.histories(library.notes)
    found = [(one.id, moment) for one in incoming.annotations for moment in sorted(versions(one))]
    found += [(one.mine.id, one.mine.modified) for one in conflicts]
    return tuple(dict.fromkeys((id_, moment) for id_, moment in found if moment not in known.get(id_, ())))


def _unknown_styles(library: Library, annotations: Sequence[Annotation]) -> tuple[Style, ...]:
    known = {style.name for style in annotate.styles(library)}
    names = dict.fromkeys(one.style for one in annotations)
    return tuple(Style(name, name, UNKNOWN_LIGHT, UNKNOWN_DARK) for name in names if name not in known)
