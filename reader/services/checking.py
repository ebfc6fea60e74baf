"""Check a library: both databases, every text against its kept original, the index against the texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.services import catalogue, indexing
from reader.services.library import Library
from reader.storage import integrity, originals
from reader.storage import library_reading as reading
from reader.storage.faults import worded


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong, and how to mend it: `reader.wording` words `code` and `remedy`, both with `facts`."""

    code: str
    facts: dict[str, str | int] = field(default_factory=dict)
    remedy: str = "remedy.reindex"


def check(library: Library, job: JobContext | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with a library; empty when all is well. Reads every text and every kept file.

    Raises:
        UserError: library.broken, library.unreadable: the databases cannot even be read. Cancelled.
    """
    watched = job or SilentJob()
    with worded(library.root):
        return (*_databases(library), *_texts(library), *_originals(library, watched), *_index(library))


def _databases(library: Library) -> Iterator[Finding]:
    for name, connection, remedy in (("library.db", library.texts, "remedy.rebuild"),
                                     ("annotations.db", library.notes, "remedy.restore")):
        for damage in integrity.of_database(connection):
            yield Finding(f"check.{damage.kind}", {"file": name, "place": damage.place, "detail": damage.detail},
                          remedy)


def _texts(library: Library) -> Iterator[Finding]:
    for damage in integrity.of_texts(library.texts):
        yield Finding(f"check.{damage.kind}", {"file": "library.db", "place": damage.place, "detail": damage.detail},
                      "remedy.rebuild")


def _originals(library: Library, job: JobContext) -> Iterator[Finding]:
    """Each kept file: there, unchanged, and nothing of it lost in the texts."""
    issues = reading.issues(library.texts)
    for done, facts in enumerate(issues):
        job.check_cancelled()
        job.report(done, len(issues), facts.source_name)
        named: dict[str, str | int] = {"name": facts.source_name, "id": facts.id}
        try:
            data = catalogue.original(library, facts.id).read_bytes()
        except UserError as error:
            yield Finding(error.code, named, "remedy.reimport")
            continue
        if originals.sha256_of(data) != facts.source:
            yield Finding("check.original", named, "remedy.reimport")
            continue
        if lost := lost_and_gained(library, facts.id, data):
            yield Finding("check.conservation", named | lost, "remedy.report_fault")


def lost_and_gained(library: Library, issue_id: str, data: bytes) -> dict[str, str | int]:
    """How many characters of a file its text and report do not account for, and the other way round; {} for none.

    The law of conservation: the characters of the source that are not white space, minus removals, minus `before` plus
    `after` of the repairs, are those of the texts.
    """
    from reader.importing.importer import decoded

    facts = reading.issue_facts(library.texts, issue_id)
    report = reading.report(library.texts, issue_id)
    expected = _ink(decoded(data, facts.source_name))
    for repair in report.repairs:
        expected.update(_ink(repair.after))
    found = _ink("".join(part.text for part in reading.issue(library.texts, issue_id).parts))
    for text in (*(removal.text for removal in report.removals), *(repair.before for repair in report.repairs)):
        found.update(_ink(text))
    if expected == found:
        return {}
    return {"lost": (expected - found).total(), "gained": (found - expected).total()}


def _ink(text: str) -> Counter[str]:
    """The characters of a text that are not white space, counted."""
    return Counter("".join(text.split()))


def _index(library: Library) -> Iterator[Finding]:
    for code in library.engine.check():
        yield Finding("check." + code.replace(".", "_"), {"detail": code})
    if not indexing.is_in_step(library):
        yield Finding("check.step", {"stored": len(reading.document_ids(library.texts)),
                                     "indexed": library.engine.count()}, "remedy.step")
