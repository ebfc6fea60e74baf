"""Keep the index in step with the stored texts, or make it anew."""

from __future__ import annotations

from collections.abc import Iterable

from reader.model.job import JobContext
from reader.model.search import IndexedDocument
from reader.services.library import Library
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage.faults import worded

DAMAGED = "index.damaged"
"""Code of the `UserError` of an engine whose files cannot be read."""

BATCH_CHARACTERS = 4_000_000
"""About 25 issues: what a kill at the wrong moment makes us index again."""


def bring_in_step(library: Library, job: JobContext) -> int:
    """Add to the index what it lacks and drop what is gone; tells how many documents were added. An index that is
    damaged, or was made by other rules, is made anew.

    Raises:
        UserError: disk.full, library.read_only. Cancelled: what was committed before stays.
    """
    engine = library.engine
    if engine.check(thorough=False):
        return reindex(library, job)
    held = engine.ids()
    present = reading.document_ids(library.texts)
    wanted = reading.stale(library.texts) | (present - held)
    return _index(library, wanted, held - present, job)


def catch_up(library: Library, job: JobContext) -> int:
    """Bring a sound index in step where that was cut short; tells how many documents were added. One that is damaged,
    or not made on this computer, stays as it is: to make it anew may take minutes, which nobody asked for.

    Raises:
        UserError: disk.full. Cancelled: what was committed before stays.
    """
    if library.texts_read_only or library.engine.check(thorough=False) or is_in_step(library):
        return 0
    return bring_in_step(library, job)


def is_in_step(library: Library) -> bool:
    """Whether the index holds exactly the stored documents as they are."""
    return not reading.stale(library.texts) and library.engine.ids() == reading.document_ids(library.texts)


def coverage(library: Library) -> tuple[int, int]:
    """How many documents the index holds as they stand, and how many there are."""
    present = reading.document_ids(library.texts)
    return len((library.engine.ids() & present) - reading.stale(library.texts)), len(present)


def reindex(library: Library, job: JobContext) -> int:
    """Make the whole index anew; tells how many documents it holds.

    Raises:
        UserError: disk.full, library.read_only. Cancelled: `bring_in_step` goes on from there.
    """
    with worded(library.root):
        writing.mark_all_stale(library.texts)
        library.engine.clear()
        library.engine.commit()
    return _index(library, reading.document_ids(library.texts), frozenset(), job)


def _index(library: Library, wanted: Iterable[str], gone: Iterable[str], job: JobContext) -> int:
    """Add and remove documents, in batches that are each committed and then noted in library.db."""
    engine = library.engine
    order = sorted(wanted)
    batch: dict[str, str] = {}
    characters = 0
    with worded(library.root):
        try:
            engine.remove(gone)
            for done, document_id in enumerate(order):
                job.check_cancelled()
                document = indexed(library, document_id)
                job.report(done, len(order), document.title)
                engine.add([document])
                batch[document_id] = writing.text_hash(document.text)
                characters += len(document.text)
                if characters >= BATCH_CHARACTERS:
                    _commit(library, batch)
                    characters = 0
            _commit(library, batch)
        except BaseException:
            engine.rollback()
            raise
    job.report(len(order), len(order), "")
    return len(order)


def _commit(library: Library, batch: dict[str, str]) -> None:
    """The index first, its note after: a kill between the two indexes some documents twice, and loses none."""
    library.engine.commit()
    writing.mark_indexed(library.texts, batch)
    batch.clear()


def indexed(library: Library, document_id: str) -> IndexedDocument:
    """A stored document as the index is told of it. UserError document.unknown."""
    facts = reading.document_facts(library.texts, document_id)
    issue = reading.issue_facts(library.texts, facts.issue_id)
    headings = reading.headings(library.texts, document_id)
    return IndexedDocument(
        id=document_id, text=reading.text_of(library.texts, document_id) or "", title=facts.title,
        number=facts.number.normal if facts.number else "", issuer=facts.issuer,
        headings="\n".join(f"{heading.label}{heading.text}" for heading in headings),
        publisher=issue.publisher or "", year=issue.year, issue_number=issue.number, date=facts.date or "",
        section=facts.section, kind=facts.kind)
