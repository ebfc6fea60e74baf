"""Import gazette files: read, parse in a pool of processes, store each in one transaction, then index and re-anchor."""

from __future__ import annotations

import dataclasses
import errno
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.model.correction import Correction
from reader.model.errors import Cancelled, UserError
from reader.model.job import JobContext
from reader.model.report import FileReport, FileStatus, ImportReport, ParsedFile
from reader.services import finding_files, indexing, placing, safety
from reader.services.finding_files import Found
from reader.services.library import Library
from reader.services.parsing_pool import FEW_BYTES, FEW_FILES, Outcome, Work, parse_all
from reader.storage import correction_rows, originals
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage.faults import worded

LOG = logging.getLogger(__name__)

MOST_BYTES = 1 << 29
"""Half a gigabyte: more is no gazette, and would not fit in memory several times over."""


def import_paths(library: Library, paths: Sequence[Path], job: JobContext) -> ImportReport:
    """Import files and the gazette files inside folders.

    What cannot be imported is told in the report and stops nothing else, but for a disk that is full: then the files
    that are left fail with that too. Cancelling keeps what is finished.

    Raises:
        UserError: library.read_only.
    """
    if library.texts_read_only:
        raise UserError("library.read_only", path=str(library.root))
    safety.back_up_when_due(library)
    running = _Import(library, tuple(finding_files.find(paths, library.root)), job)
    cancelled = False
    unindexed = None
    try:
        running.run()
    except Cancelled:
        cancelled = True
    try:
        # What is finished is indexed even when the rest was cancelled; a second cancelling leaves that for later.
        indexing.bring_in_step(library, job)
        placing.place_anew(library, job)
    except Cancelled:
        cancelled = True
    except UserError as error:
        unindexed = error.code
    return ImportReport(tuple(running.reports[ticket] for ticket in sorted(running.reports)), cancelled, unindexed)


class _Import:
    """One import under way. `reports` holds those of the files that are finished, by their place in the order."""

    def __init__(self, library: Library, files: tuple[Found, ...], job: JobContext) -> None:
        self.reports: dict[int, FileReport] = {}
        self._library = library
        self._files = files
        self._job = job
        self._data: dict[int, tuple[bytes, str]] = {}

    def run(self) -> None:
        """Import all files. Raises Cancelled."""
        small = (len(self._files) <= FEW_FILES
                 and sum(found.path.stat().st_size for found in self._files if found.error is None) <= FEW_BYTES)
        outcomes = parse_all(self._to_parse(), small=small)
        try:
            for outcome in outcomes:
                self._finish(outcome)
                self._job.report(len(self.reports), len(self._files), self._files[outcome.ticket].path.name)
                self._job.check_cancelled()
        except UserError as error:
            # Only a fault of the library itself gets here: no other file can be stored either.
            self._fail_the_rest(error)
        finally:
            outcomes.close()

    def _to_parse(self) -> Iterator[Work]:
        """Read the files one by one as the pool asks; those that need no parsing get their report at once."""
        for ticket, found in enumerate(self._files):
            self._job.check_cancelled()
            self._job.report(len(self.reports), len(self._files), found.path.name)
            if found.error is not None:
                self.reports[ticket] = _failed(found.path, UserError(found.error, path=str(found.path)))
                continue
            try:
                data = read_bytes(found.path)
            except UserError as error:
                self.reports[ticket] = _failed(found.path, error)
                continue
            sha256 = originals.sha256_of(data)
            plan = self._plan(found.path, sha256)
            if plan.status is FileStatus.UNCHANGED:
                self._remember_unchanged(ticket, plan, data, sha256)
                continue
            self._data[ticket] = data, sha256
            yield Work(ticket, data, found.path.name, corrections_of(self._library, sha256, plan.issue_id))

    def _plan(self, path: Path, sha256: str) -> _Plan:
        """What a file is to the library: new, known, or a newer state of something known."""
        from reader.importing.importer import RULES_VERSION

        texts = self._library.texts
        known = reading.source(texts, sha256)
        if known is not None and known.current:
            status = FileStatus.UNCHANGED if known.rules_version >= RULES_VERSION else FileStatus.UPDATED
            return _Plan(status, known.issue_id)
        before = reading.source_at(texts, _absolute(path))
        if before is None or not before.current:
            return _Plan(FileStatus.IMPORTED)
        # A copy elsewhere that still exists keeps the old content alive: then this is a new issue beside it.
        copies = [other for other in reading.paths_of(texts, before.sha256) if other != _absolute(path)]
        if any(Path(other).exists() for other in copies):
            return _Plan(FileStatus.IMPORTED)
        return _Plan(FileStatus.UPDATED, before.issue_id)

    def _remember_unchanged(self, ticket: int, plan: _Plan, data: bytes, sha256: str) -> None:
        """Note where a known content was seen; its original is kept again in case somebody has removed it."""
        path = self._files[ticket].path
        with worded(self._library.root):
            self._keep(data, path, sha256)
            writing.remember_path(self._library.texts, _absolute(path), sha256)
        assert plan.issue_id is not None
        self.reports[ticket] = file_report(self._library, str(path), plan.status, plan.issue_id, 0.0)

    def _finish(self, outcome: Outcome) -> None:
        """Store what came of a file. Raises UserError when the library cannot be written."""
        data, sha256 = self._data.pop(outcome.ticket)
        path = self._files[outcome.ticket].path
        if outcome.fault:
            LOG.error("parsing failed: %s", outcome.fault)
        if outcome.parsed is None:
            error = outcome.error or UserError("file.fault", path=str(path))
            self.reports[outcome.ticket] = dataclasses.replace(
                _failed(path, error), sha256=sha256, seconds=outcome.seconds)
            return
        # Asked again: the same content may have come in by another path meanwhile.
        plan = self._plan(path, sha256)
        if plan.status is FileStatus.UNCHANGED:
            self._remember_unchanged(outcome.ticket, plan, data, sha256)
            return
        begin = time.perf_counter()
        issue_id = self._store(outcome.parsed, data, path, sha256, plan.issue_id)
        seconds = outcome.seconds + time.perf_counter() - begin
        self.reports[outcome.ticket] = file_report(self._library, str(path), plan.status, issue_id, seconds)

    def _store(self, parsed: ParsedFile, data: bytes, path: Path, sha256: str, replacing: str | None) -> str:
        from reader.importing.importer import RULES_VERSION

        library = self._library
        with worded(library.root):
            # The original first: without it library.db could not be rebuilt.
            self._keep(data, path, sha256)
            source = writing.Source(sha256, path.name, _absolute(path), len(data), RULES_VERSION)
            return writing.store(library.texts, parsed, source, replacing=replacing).facts.id

    def _keep(self, data: bytes, path: Path, sha256: str) -> None:
        kept = originals.Original(sha256, path.name, _absolute(path), writing.now())
        originals.keep(self._library.root, data, kept)

    def _fail_the_rest(self, error: UserError) -> None:
        for ticket, found in enumerate(self._files):
            if ticket not in self.reports:
                self.reports[ticket] = _failed(found.path, error)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What will be done with a file; `issue_id` is the issue it is already, or takes the place of."""

    status: FileStatus
    issue_id: str | None = None


def file_report(library: Library, path: str, status: FileStatus, issue_id: str, seconds: float) -> FileReport:
    """The report of an issue as it is stored."""
    counts = reading.counts(library.texts, issue_id)
    return FileReport(
        path=path, status=status, sha256=reading.issue_facts(library.texts, issue_id).source, issue_id=issue_id,
        documents=counts.documents, characters=counts.characters, removed=counts.removed, repairs=counts.repairs,
        doubts=reading.doubts(library.texts, issue_id), seconds=round(seconds, 3))


def corrections_of(library: Library, sha256: str, issue_id: str | None) -> tuple[Correction, ...]:
    """What the user put right in a content, and in those whose place it takes as issue `issue_id`."""
    sources = {sha256, *(reading.sources_of(library.texts, issue_id) if issue_id else ())}
    return tuple(one for one in correction_rows.select(library.notes) if one.source in sources)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of the user's. UserError file.missing, file.large, file.unreadable."""
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UserError("file.large", path=str(path), megabytes=size >> 20)
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise UserError("file.missing", path=str(path)) from fault
    except OSError as fault:
        # The system's sentence is English or in its own language: the name of the number can be looked up anywhere.
        reason = errno.errorcode.get(fault.errno or 0, "?")
        raise UserError("file.unreadable", path=str(path), reason=reason) from fault


def _failed(path: Path, error: UserError) -> FileReport:
    return FileReport(path=str(path), status=FileStatus.FAILED, error=error.code, facts=dict(error.facts))


def _absolute(path: Path) -> str:
    return str(path.absolute())
