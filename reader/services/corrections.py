"""What the user puts right in an issue: kept as statements about lines of its source, and obeyed at every reading.

Each verb stores corrections, reads the kept original again, replaces the issue in one transaction, brings the index in
step and places the annotations anew. To undo is to withdraw.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterable, Mapping

from reader.model.correction import FACT_FIELDS, ISSUE_FIELDS, Correction, CorrectionKind
from reader.model.document import Block, BlockKind, Document
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.model.report import FileReport, FileStatus
from reader.services import catalogue, indexing, placing
from reader.services.import_files import corrections_of, file_report
from reader.services.library import Library
from reader.storage import correction_rows as rows
from reader.storage import library_reading as reading
from reader.storage import library_writing as writing
from reader.storage.connections import transaction
from reader.storage.faults import worded


def corrections(library: Library, issue_id: str) -> tuple[Correction, ...]:
    """What was put right in an issue, oldest first. UserError issue.unknown."""
    return corrections_of(library, reading.issue_facts(library.texts, issue_id).source, issue_id)


def split(library: Library, document_id: str, offset: int, job: JobContext | None = None) -> FileReport:
    """Let a new document begin with the paragraph at `offset` (code points on the document's text).

    Raises:
        UserError: document.unknown, range.invalid, correction.at_start: the document begins there already;
            original.missing; library.read_only, disk.full.
    """
    document, block = _block_at(library, document_id, offset)
    if block.start == 0:
        raise UserError("correction.at_start", title=document.facts.title)
    return _correct(library, document, [(CorrectionKind.START, block.line, "", "")], job)


def merge_with_previous(library: Library, document_id: str, job: JobContext | None = None) -> FileReport:
    """Let a document be a part of the one before it.

    Raises:
        UserError: document.unknown, correction.is_first: there is none before it; as `split`.
    """
    document = catalogue.document(library, document_id)
    if document.facts.ordinal == 0:
        raise UserError("correction.is_first", title=document.facts.title)
    return _correct(library, document, [(CorrectionKind.NO_START, document.blocks[0].line, "", "")], job)


def move_start(library: Library, document_id: str, offset: int, *, within: str | None = None,
               job: JobContext | None = None) -> FileReport:
    """Let a document begin with another paragraph.

    Args:
        offset: where that is: code points on the text of the document `within`, by default of the document itself.

    Raises:
        UserError: as `split`.
    """
    document = catalogue.document(library, document_id)
    other, block = _block_at(library, within or document_id, offset)
    if other.facts.issue_id != document.facts.issue_id or block.line == document.blocks[0].line:
        raise UserError("correction.at_start", title=document.facts.title)
    return _correct(library, document, [(CorrectionKind.NO_START, document.blocks[0].line, "", ""),
                                        (CorrectionKind.START, block.line, "", "")], job)


def set_fact(library: Library, document_id: str, field: str, value: str, job: JobContext | None = None) -> FileReport:
    """Put a fact of a document right.

    Args:
        field: one of `reader.model.correction.FACT_FIELDS`.
        value: what is right; issuers are joined by a tab; "" for none.

    Raises:
        UserError: correction.field; as `split`.
    """
    if field not in FACT_FIELDS:
        raise UserError("correction.field", field=field)
    document = catalogue.document(library, document_id)
    return _correct(library, document, [(CorrectionKind.FACT, document.blocks[0].line, field, value)], job)


def set_issue_facts(library: Library, issue_id: str, values: Mapping[str, str],
                    job: JobContext | None = None) -> FileReport:
    """Put facts of an issue itself right.

    Args:
        values: by field, some of `reader.model.correction.ISSUE_FIELDS`; year, number and total in Arabic digits, the
            date in ISO form; "" for none.

    Raises:
        UserError: issue.unknown; as `set_fact`.
    """
    unknown = [field for field in values if field not in ISSUE_FIELDS]
    if unknown:
        raise UserError("correction.field", field=unknown[0])
    issue = catalogue.issue_facts(library, issue_id)
    moment = writing.now()
    new = [Correction(str(uuid.uuid4()), CorrectionKind.ISSUE, issue.source, issue.source_name, 0, "", moment, field,
                      value) for field, value in values.items()]
    old = [one for one in corrections(library, issue_id) if one.kind is CorrectionKind.ISSUE and one.field in values]
    return _exchange(library, issue_id, new, old, job)


def set_block(library: Library, document_id: str, offset: int, kind: BlockKind, level: int = 0,
              job: JobContext | None = None) -> FileReport:
    """Put right what the paragraph at `offset` is.

    Args:
        level: for headings, 1 for the outermost.

    Raises:
        UserError: as `split`.
    """
    document, block = _block_at(library, document_id, offset)
    return _correct(library, document, [(CorrectionKind.BLOCK, block.line, kind.value, str(level))], job)


def withdraw(library: Library, correction_id: str, job: JobContext | None = None) -> FileReport:
    """Take a correction back.

    Raises:
        UserError: correction.unknown; as `split`.
    """
    return withdraw_all(library, (correction_id,), job)


def withdraw_all(library: Library, correction_ids: Iterable[str], job: JobContext | None = None) -> FileReport:
    """Take corrections of one issue back together: those of `move_start`, say. UserError as `withdraw`."""
    ids = set(correction_ids)
    taken = [one for one in rows.select(library.notes) if one.id in ids]
    issue_id = reading.issues_by_source(library.texts).get(taken[0].source) if taken else None
    if issue_id is None:
        raise UserError("correction.unknown", id=", ".join(sorted(ids)))
    return _exchange(library, issue_id, (), taken, job)


def set_corrections(library: Library, issue_id: str, wanted: Iterable[Correction],
                    job: JobContext | None = None) -> FileReport:
    """Let exactly these be the corrections of an issue: what undo and redo call.

    Raises:
        UserError: issue.unknown, original.missing; library.read_only, disk.full.
    """
    kept = {one.id: one for one in wanted}
    present = {one.id: one for one in corrections(library, issue_id)}
    new = [one for id_, one in kept.items() if present.get(id_) != one]
    old = [one for id_, one in present.items() if kept.get(id_) != one]
    return _exchange(library, issue_id, new, old, job)


def _block_at(library: Library, document_id: str, offset: int) -> tuple[Document, Block]:
    document = catalogue.document(library, document_id)
    for block in document.blocks:
        if block.start <= offset < block.end:
            return document, block
    raise UserError("range.invalid", start=offset, end=offset, length=len(document.text))


def _correct(library: Library, document: Document, made: list[tuple[CorrectionKind, int, str, str]],
             job: JobContext | None) -> FileReport:
    """Store corrections, each a kind, a line, a field and a value, in the place of those they contradict."""
    issue = catalogue.issue_facts(library, document.facts.issue_id)
    lines = _lines(library, issue.id)
    moment = writing.now()
    new = [Correction(str(uuid.uuid4()), kind, issue.source, issue.source_name, line, lines.get(line, ""), moment,
                      field, value) for kind, line, field, value in made]
    old = [one for one in corrections(library, issue.id) if any(_contradict(one, other) for other in new)]
    return _exchange(library, issue.id, new, old, job)


def _contradict(one: Correction, other: Correction) -> bool:
    """Whether only one of two corrections can hold: they say something about the same thing of the same line."""
    starts = {CorrectionKind.START, CorrectionKind.NO_START}
    if (one.source, one.line) != (other.source, other.line):
        return False
    if {one.kind, other.kind} & {CorrectionKind.FACT, CorrectionKind.ISSUE}:
        return (one.kind, one.field) == (other.kind, other.field)
    return one.kind is other.kind or {one.kind, other.kind} == starts


def _lines(library: Library, issue_id: str) -> dict[int, str]:
    """The text of each source line without white space, by its number."""
    from reader.importing.importer import read_source

    name = catalogue.issue_facts(library, issue_id).source_name
    found: dict[int, str] = {}
    for line in read_source(catalogue.original(library, issue_id).read_bytes(), name).lines:
        found.setdefault(line.line, "".join(line.text.split()))
    return found


def _exchange(library: Library, issue_id: str, new: Iterable[Correction], old: Iterable[Correction],
              job: JobContext | None) -> FileReport:
    """Put new corrections in the place of old ones and read the issue again; on a fault all is as before."""
    if library.texts_read_only:
        raise UserError("library.read_only", path=str(library.root))
    added, removed = tuple(new), tuple(old)
    _store(library, added, removed)
    try:
        report = _reread(library, issue_id)
    except BaseException:
        _store(library, removed, added)
        raise
    watched = job or SilentJob()
    indexing.bring_in_step(library, watched)
    placing.place_anew(library, watched)
    return report


def _store(library: Library, added: Iterable[Correction], removed: Iterable[Correction]) -> None:
    with worded(library.root), transaction(library.notes) as notes:
        for one in removed:
            rows.delete(notes, one.id)
        for one in added:
            rows.write(notes, one)


def _reread(library: Library, issue_id: str) -> FileReport:
    from reader.importing.importer import RULES_VERSION, parse

    begin = time.perf_counter()
    facts = catalogue.issue_facts(library, issue_id)
    original = catalogue.original(library, issue_id)
    data = original.read_bytes()
    parsed = parse(data, facts.source_name, corrections(library, issue_id))
    source = writing.Source(facts.source, facts.source_name, "", len(data), RULES_VERSION)
    with worded(library.root):
        writing.store(library.texts, parsed, source, replacing=issue_id)
    path = catalogue.source_path(library, issue_id) or facts.source_name
    return file_report(library, path, FileStatus.UPDATED, issue_id, time.perf_counter() - begin)
