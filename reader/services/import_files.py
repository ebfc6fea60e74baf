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
        self._incoming: list[_Incoming] = []
        self._data: dict[int, tuple[bytes, str]] = {}
        self._stored: dict[str, str] = {}  # path by hash

    def run(self) -> None:
        """Import all files. Raises Cancelled."""
        outcomes = parse_all(self._to_parse(), small=_are_few(self._files), check=self._job.check_cancelled)
        try:
            for outcome in outcomes:
                self._finish(outcome)
                self._tell(self._incoming[outcome.ticket].name)
                self._job.check_cancelled()
        except UserError as error:
            # Only a fault of the library itself gets here: no other file can be stored either.
            self._fail_the_rest(error)
        finally:
            outcomes.close()

    def _tell(self, name: str) -> None:
        self._job.report(len(self.reports), max(len(self._files), len(self._incoming)), name)

    def _to_parse(self) -> Iterator[Work]:
        """Read the files one by one as the pool asks; those that need no parsing get their report at once."""
        for found in self._files:
            self._job.check_cancelled()
            self._tell(found.path.name)
            incoming = _Incoming(str(found.path), found.path.name, _absolute(found.path))
            if found.error is not None:
                self._begin(incoming, UserError(found.error, path=str(found.path)))
                continue
            try:
                data = read_bytes(found.path)
            except UserError as error:
                self._begin(incoming, error)
                continue
            yield from self._unpacked(incoming, data)

    def _begin(self, incoming: _Incoming, error: UserError | None = None) -> int:
        """Give a file its place in the order; with `error` its import has ended."""
        ticket = len(self._incoming)
        self._incoming.append(incoming)
        if error is not None:
            self.reports[ticket] = _failed(incoming, error)
        return ticket

    def _unpacked(self, incoming: _Incoming, data: bytes) -> Iterator[Work]:
        """The file itself or, of an archive, the gazettes in it, each as a file of its own."""
        from reader.importing.formats.archive import is_archive

        if not is_archive(data):
            yield from self._work(self._begin(incoming), data)
            return
        try:
            for name, content in finding_files.gazettes_in(data, incoming.shown):
                self._job.check_cancelled()
                member = _Incoming(f"{incoming.shown}/{name}", name.rpartition("/")[2], f"{incoming.place}/{name}")
                yield from self._work(self._begin(member), content)
        except UserError as error:
            if error.code.partition(".")[0] != "file":
                raise
            self._begin(incoming, error)

    def _work(self, ticket: int, data: bytes) -> Iterator[Work]:
        """What there is to parse of a file: it, or nothing when its content is known."""
        incoming = self._incoming[ticket]
        sha256 = originals.sha256_of(data)
        plan = self._plan(incoming, sha256)
        if plan.status is FileStatus.UNCHANGED:
            self._remember_unchanged(ticket, plan, data, sha256)
            return
        self._data[ticket] = data, sha256
        yield Work(ticket, data, incoming.name, corrections_of(self._library, sha256, plan.issue_id))

    def _plan(self, incoming: _Incoming, sha256: str) -> _Plan:
        """What a file is to the library: new, known, or a newer state of something known."""
        from reader.importing.importer import RULES_VERSION

        texts = self._library.texts
        known = reading.source(texts, sha256)
        if known is not None and known.current:
            status = FileStatus.UNCHANGED if known.rules_version >= RULES_VERSION else FileStatus.UPDATED
            return _Plan(status, known.issue_id)
        before = reading.source_at(texts, incoming.place)
        if before is None or not before.current:
            return _Plan(FileStatus.IMPORTED)
        # A copy elsewhere that still exists keeps the old content alive: then this is a new issue beside it.
        copies = [other for other in reading.paths_of(texts, before.sha256) if other != incoming.place]
        if any(_is_there(other) for other in copies):
            return _Plan(FileStatus.IMPORTED)
        return _Plan(FileStatus.UPDATED, before.issue_id)

    def _remember_unchanged(self, ticket: int, plan: _Plan, data: bytes, sha256: str) -> None:
        """Note where a known content was seen; its original is kept again in case somebody has removed it."""
        incoming = self._incoming[ticket]
        with worded(self._library.root):
            self._keep(data, incoming, sha256)
            writing.remember_path(self._library.texts, incoming.place, sha256)
        assert plan.issue_id is not None
        report = file_report(self._library, incoming.shown, plan.status, plan.issue_id, 0.0)
        self.reports[ticket] = dataclasses.replace(report, same_as=self._stored.get(sha256, ""))

    def _finish(self, outcome: Outcome) -> None:
        """Store what came of a file. Raises UserError when the library cannot be written."""
        data, sha256 = self._data.pop(outcome.ticket)
        incoming = self._incoming[outcome.ticket]
        if outcome.fault:
            LOG.error("parsing failed: %s", outcome.fault)
        if outcome.parsed is None:
            error = outcome.error or UserError("file.fault", path=incoming.shown)
            self.reports[outcome.ticket] = dataclasses.replace(
                _failed(incoming, error), sha256=sha256, seconds=round(outcome.seconds, 3))
            return
        # Asked again: the same content may have come in by another path meanwhile.
        plan = self._plan(incoming, sha256)
        if plan.status is FileStatus.UNCHANGED:
            self._remember_unchanged(outcome.ticket, plan, data, sha256)
            return
        begin = time.perf_counter()
        issue_id = self._store(outcome.parsed, data, incoming, sha256, plan.issue_id)
        self._stored[sha256] = incoming.shown
        seconds = outcome.seconds + time.perf_counter() - begin
        self.reports[outcome.ticket] = file_report(self._library, incoming.shown, plan.status, issue_id, seconds)

    def _store(self, parsed: ParsedFile, data: bytes, incoming: _Incoming, sha256: str, replacing: str | None) -> str:
        from reader.importing.importer import RULES_VERSION

        library = self._library
        with worded(library.root):
            # The original first: without it library.db could not be rebuilt.
            known = reading.source(library.texts, sha256)
            self._keep(data, incoming, sha256, again=known is not None and not known.current)
            source = writing.Source(sha256, incoming.name, incoming.place, len(data), RULES_VERSION)
            return writing.store(library.texts, parsed, source, replacing=replacing).facts.id

    def _keep(self, data: bytes, incoming: _Incoming, sha256: str, *, again: bool = False) -> None:
        kept = originals.Original(sha256, incoming.name, incoming.place, writing.now())
        originals.keep(self._library.root, data, kept, again=again)

    def _fail_the_rest(self, error: UserError) -> None:
        """Report the fault for every file that has no report yet, those not read so far too."""
        for ticket, incoming in enumerate(self._incoming):
            if ticket not in self.reports:
                self.reports[ticket] = _failed(incoming, error)
        known = {incoming.shown for incoming in self._incoming}
        archives = {str(parent) for shown in known for parent in Path(shown).parents}
        for found in self._files:
            if str(found.path) not in known | archives:
                self._begin(_Incoming(str(found.path), found.path.name, _absolute(found.path)), error)


@dataclass(frozen=True, slots=True)
class _Incoming:
    """A file on its way in, perhaps out of an archive.

    Attributes:
        shown: the path as the user gave it; in an archive, the archive's and behind it the path inside.
        name: the file's name.
        place: the same as `shown` from the root of the file system: what tells the file again.
    """

    shown: str
    name: str
    place: str


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


def _are_few(files: tuple[Found, ...]) -> bool:
    """Whether files are so few and small that this process reads them by itself. What an archive holds is not known."""
    if len(files) > FEW_FILES or any(found.path.suffix.lower() == ".zip" for found in files):
        return False
    try:
        return sum(found.path.stat().st_size for found in files if found.error is None) <= FEW_BYTES
    except OSError:
        # It is told when the file is read.
        return False


def _is_there(place: str) -> bool:
    """Whether a file, or the archive it is in, still exists."""
    return Path(place).exists() or any(parent.is_file() for parent in Path(place).parents)


def _failed(incoming: _Incoming, error: UserError) -> FileReport:
    return FileReport(path=incoming.shown, status=FileStatus.FAILED, error=error.code, facts=dict(error.facts))


def _absolute(path: Path) -> str:
    return str(path.absolute())
