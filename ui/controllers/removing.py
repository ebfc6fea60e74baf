"""Taking issues out of the library: asked first, done in the library worker, undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QMessageBox

from reader.model.document import IssueFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import removing
from reader.services.library import Library
from reader.services.removing import Removed
from ui.commands.remove_issues import RemoveIssues
from ui.dialogs.messages import Messages
from ui.jobs.handle import Job
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

MOST_NAMED = 5
"""Issues that the question names one by one."""


class Removing(QObject):
    """Removes one choice at a time.

    Signals:
        changed: issues have gone or come back.
        busyChanged: whether something is under way.
    """

    changed = Signal()
    busyChanged = Signal(bool)

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        stack: QUndoStack,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._stack = stack
        self._messages = messages
        self.busy = False

    def ask(self, issues: Sequence[IssueFacts], names: Sequence[str], documents: int) -> None:
        """Ask whether to remove issues, and remove them.

        Args:
            names: what the tree calls them.
            documents: how many they hold together.
        """
        if self.busy or not issues:
            return
        if self._library.texts_read_only:
            self._messages.tell(UserError("library.read_only", path=str(self._library.root)))
            return
        ids = tuple(one.id for one in issues)
        try:
            count = removing.without_text(self._library, ids)
        except UserError as error:
            self._messages.tell(error)
            return
        if len(issues) == 1:
            head = self.tr("从公报库移除“{name}”？").format(name=names[0])
        else:
            head = self.tr("从公报库移除这 {count} 期？").format(count=len(issues))
        lines = list(names[:MOST_NAMED]) if len(issues) > 1 else []
        if len(names) > MOST_NAMED:
            lines.append("…")
        about = [self.tr("其中的 {count} 篇公文不再列出，也检索不到。原件仍保存在公报库的 originals 文件夹里。").format(
            count=documents)]
        if count:
            about.append(self.tr(
                "{count} 条标注会暂时失去原文：它们仍然保留，列在“核对标注的位置”里，这一期再导入时回到原处。"
            ).format(count=count))
        about.append(self.tr("可以撤销；以后重新导入原文件也能恢复。"))
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("移除期次"), head, parent=self._window)
        box.setObjectName("removeIssuesBox")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText("\n".join((*lines, *about)))
        yes = box.addButton(self.tr("移除(&R)"), QMessageBox.ButtonRole.AcceptRole)
        yes.setObjectName("removeIssuesYes")
        # Enter must not cost an issue.
        box.setDefaultButton(box.addButton(self.tr("取消"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(lambda: self.remove(ids))
        box.open()

    def remove(self, ids: tuple[str, ...], *, undoable: bool = True) -> None:
        """Remove issues by their ids."""

        def job(context: JobContext) -> Removed:
            return removing.remove(self._library, ids, context)

        def done(removed: Removed) -> None:
            text = self.tr("移除 {count} 期").format(count=len(removed.issues))
            if undoable:
                self._stack.push(RemoveIssues(self._remove_again, self.take_back, removed, text))
            self._messages.notice(self.tr("已移除 {count} 期，按 Ctrl+Z 恢复").format(count=len(removed.issues)))

        self._run(self.tr("正在移除"), job, done)

    def take_back(self, removed: Removed) -> None:
        """Bring removed issues back."""

        def job(context: JobContext) -> int:
            return removing.take_back(self._library, removed, context)

        def done(count: int) -> None:
            self._messages.notice(self.tr("已恢复 {count} 期").format(count=count))

        self._run(self.tr("正在恢复期次"), job, done)

    def _remove_again(self, ids: tuple[str, ...]) -> None:
        self.remove(ids, undoable=False)

    def _run(self, title: str, job: Job, done: Callable[[Any], None]) -> None:
        if self.busy:
            return
        self._set_busy(True)
        handle = self._worker.submit(title, job)
        handle.ended.connect(lambda: self._set_busy(False))
        handle.succeeded.connect(done)
        handle.succeeded.connect(lambda _: self.changed.emit())
        handle.failed.connect(self._messages.tell_loudly)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busyChanged.emit(busy)
