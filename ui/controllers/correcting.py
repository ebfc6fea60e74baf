"""Putting right what the importer found: in the library worker, undoable, shown at once where it was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from reader.model.correction import Correction
from reader.model.document import BlockKind, Document
from reader.model.job import JobContext
from reader.services import catalogue
from reader.services.library import Library
from ui.commands.change_corrections import ChangeCorrections
from ui.jobs.library_worker import LibraryWorker
from ui.models.source_places import lines_of_offset, place_of_line

Work = Callable[[JobContext], object]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of a correction.

    Attributes:
        issue_id: the issue that was read anew.
        before, after: its corrections.
        document_id, offset: where the line concerned stands now; "" and 0 where it is in no document.
    """

    issue_id: str
    before: tuple[Correction, ...]
    after: tuple[Correction, ...]
    document_id: str = ""
    offset: int = 0


class Correcting(QObject):
    """Corrects one thing at a time: while an issue is read anew, offsets on its texts mean nothing.

    Signals:
        busyChanged: whether a correction is under way.
        corrected: a `Corrected`.
        failed: an exception; the library is as it was.
    """

    busyChanged = Signal(bool)
    corrected = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library: Library, worker: LibraryWorker, stack: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._worker = worker
        self._stack = stack
        self.busy = False

    def split(self, document: Document, offset: int) -> None:
        """Let a new document begin with the paragraph at `offset` (code points on the document's text)."""
        from reader.services import corrections

        facts, line = document.facts, _line(document, offset)
        self._run(
            self.tr("拆分公文"),
            facts.issue_id,
            line,
            lambda job: corrections.split(self._library, facts.id, offset, job),
        )

    def merge_with_previous(self, document: Document) -> None:
        """Let a document be a part of the one before it."""
        from reader.services import corrections

        facts = document.facts
        self._run(
            self.tr("合并到上一篇"),
            facts.issue_id,
            _line(document, 0),
            lambda job: corrections.merge_with_previous(self._library, facts.id, job),
        )

    def move_start(self, document_id: str, within: Document, offset: int) -> None:
        """Let a document begin with another paragraph.

        Args:
            document_id: the document that shall begin there.
            within: the document in which that paragraph stands now.
            offset: code points on the text of `within`.
        """
        from reader.services import corrections

        self._run(
            self.tr("移动公文的起点"),
            within.facts.issue_id,
            _line(within, offset),
            lambda job: corrections.move_start(self._library, document_id, offset, within=within.facts.id, job=job),
        )

    def set_facts(self, document: Document, values: Mapping[str, str]) -> None:
        """Put facts of a document right.

        Args:
            values: by field, one of `reader.model.correction.FACT_FIELDS`; issuers are joined by a tab.
        """
        from reader.services import corrections

        facts, wanted = document.facts, dict(values)

        def work(job: JobContext) -> None:
            for field, value in wanted.items():
                job.check_cancelled()
                corrections.set_fact(self._library, facts.id, field, value, job)

        self._run(self.tr("更正标题等"), facts.issue_id, _line(document, 0), work)

    def set_issue_facts(self, issue_id: str, values: Mapping[str, str]) -> None:
        """Put facts of an issue itself right.

        Args:
            values: by field, some of `reader.model.correction.ISSUE_FIELDS`, as `corrections.set_issue_facts` has them.
        """
        from reader.services import corrections

        wanted = dict(values)
        self._run(
            self.tr("更正期次信息"),
            issue_id,
            0,
            lambda job: corrections.set_issue_facts(self._library, issue_id, wanted, job),
        )

    def set_block(self, document: Document, offset: int, kind: BlockKind, level: int = 0) -> None:
        """Put right what the paragraph at `offset` is. `level`: for headings, 1 for the outermost."""
        from reader.services import corrections

        facts, line = document.facts, _line(document, offset)
        self._run(
            self.tr("更正段落"),
            facts.issue_id,
            line,
            lambda job: corrections.set_block(self._library, facts.id, offset, kind, level, job),
        )

    def withdraw(self, issue_id: str, withdrawn: Sequence[Correction]) -> None:
        """Take corrections of an issue back."""
        from reader.services import corrections

        ids = [one.id for one in withdrawn]
        self._run(
            self.tr("撤回更正"),
            issue_id,
            withdrawn[0].line if withdrawn else 0,
            lambda job: corrections.withdraw_all(self._library, ids, job),
        )

    def _run(self, text: str, issue_id: str, line: int, work: Work, undoable: bool = True) -> None:
        """Do the work in the worker, one at a time. `line`: of the source, where the user is looking."""
        if self.busy:
            return

        def job(context: JobContext) -> Corrected:
            from reader.services import corrections

            before = corrections.corrections(self._library, issue_id)
            work(context)
            after = corrections.corrections(self._library, issue_id)
            return self._placed(Corrected(issue_id, before, after), line)

        self._set_busy(True)
        handle = self._worker.submit(self.tr("正在更正"), job)
        handle.ended.connect(lambda: self._set_busy(False))
        handle.succeeded.connect(lambda done: self._on_done(done, text, undoable))
        handle.failed.connect(self.failed)

    def _placed(self, done: Corrected, line: int) -> Corrected:
        issue = catalogue.issue(self._library, done.issue_id)
        place = place_of_line(issue, line)
        part = issue.parts[place.part] if place is not None else None
        if place is None or not isinstance(part, Document):
            return done
        return Corrected(done.issue_id, done.before, done.after, part.facts.id, place.start)

    def _on_done(self, done: Corrected, text: str, undoable: bool) -> None:
        if undoable and done.before != done.after:
            self._stack.push(ChangeCorrections(self._apply, done.issue_id, done.before, done.after, text))
        self.corrected.emit(done)

    def _apply(self, issue_id: str, wanted: tuple[Correction, ...]) -> None:
        """Undo or redo."""
        from reader.services import corrections

        present = corrections.corrections(self._library, issue_id)
        different = [one for one in (*wanted, *present) if (one in wanted) != (one in present)]
        self._run(
            "",
            issue_id,
            different[0].line if different else 0,
            lambda job: corrections.set_corrections(self._library, issue_id, wanted, job),
            undoable=False,
        )

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busyChanged.emit(busy)


def _line(document: Document, offset: int) -> int:
    return lines_of_offset(document.blocks, offset)[0]
