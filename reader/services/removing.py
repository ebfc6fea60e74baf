"""Take issues out of the library, and back in: their originals stay, and so does all the user has written."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model.annotation import AnchorState, Annotation
from reader.model.document import IssueFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import annotate, indexing, placing, read_state, rebuilding
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage import originals
from reader.storage.faults import worded


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out.

    Attributes:
        issues: the issues.
        sources: the sha256 of every content they have or once had: what `take_back` reads again.
    """

    issues: tuple[IssueFacts, ...]
    sources: tuple[str, ...]


def without_text(library: Library, issue_ids: Iterable[str]) -> int:
    """How many annotations would stand in no document any more if these issues were removed: those whose document the
    library has in no other issue. They are kept, and find their place again when the issue comes back.

    Raises:
        UserError: issue.unknown.
    """
    leaving = {reading.issue_facts(library.texts, found).id for found in issue_ids}
    places: dict[str, set[str]] = {}
    for _, key, issue_id in reading.editions(library.texts):
        places.setdefault(key, set()).add(issue_id)
    keys = library.notes.execute("SELECT key, count(*) FROM annotations WHERE deleted IS NULL GROUP BY key")
    return sum(count for key, count in keys if key in places and places[key] <= leaving)


def remove(library: Library, issue_ids: Iterable[str], job: JobContext) -> Removed:
    """Take issues out of the library, all of them or, on a fault, none.

    The kept originals stay where they are, but the library is no longer rebuilt from them. Annotations, read marks and
    corrections stay: importing the file again, or `take_back`, brings everything to where it was.

    Raises:
        UserError: issue.unknown; library.read_only, disk.full.
    """
    if library.texts_read_only:
        raise UserError("library.read_only", path=str(library.root))
    found = tuple(reading.issue_facts(library.texts, one) for one in dict.fromkeys(issue_ids))
    sources = tuple(source for one in found for source in reading.sources_of(library.texts, one.id))
    for one in found:
        _settle(library, one.id)
    with worded(library.root):
        writing.remove(library.texts, [one.id for one in found])
        # Only now: a program that dies before leaves an original too many, which does no harm.
        for source in sources:
            originals.set_aside(library.root, source)
    indexing.bring_in_step(library, job)
    placing.place_anew(library, job)
    return Removed(found, sources)


def take_back(library: Library, removed: Removed, job: JobContext) -> int:
    """Read removed issues again from their originals; tells how many files that were. They get the ids they had.

    Raises:
        UserError: library.read_only, disk.full.
    """
    if library.texts_read_only:
        raise UserError("library.read_only", path=str(library.root))
    with worded(library.root):
        for source in removed.sources:
            originals.bring_back(library.root, source)
    count = rebuilding.rebuild(library, job)
    indexing.bring_in_step(library, job)
    placing.place_anew(library, job)
    return count


def _settle(library: Library, issue_id: str) -> None:
    """Give what the user did with the documents of an issue the keys they have now: by those they had before it could
    not be found again, for who had which key goes with the issue."""
    former = reading.former_keys(library.texts)
    own = [one for one in reading.documents_of(library.texts, issue_id) if one.id in former]
    read = read_state.read_keys(library)
    read_state.mark_read(library, [one.id for one in own if not read.isdisjoint(former[one.id])])
    annotate.apply(library, [again for one in own for again in _settled(library, one.id, one.key)])


def _settled(library: Library, document_id: str, key: str) -> Iterator[Annotation]:
    for placed in annotate.annotations_of(library, document_id):
        if placed.annotation.key != key and placed.placement.state is not AnchorState.ORPHAN:
            yield dataclasses.replace(placed.annotation, key=key)
