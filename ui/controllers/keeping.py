"""What surrounds the annotations: colours, tags, trash, review of places, backups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from reader.model.annotation import AnchorState, Annotation, PlacedAnnotation
from reader.model.document import DocumentFacts
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services import catalogue
from reader.services.annotate import Selection
from reader.services.library import Library
from ui.controllers.annotating import Annotating
from ui.controllers.marking import Marking
from ui.controllers.reading import Reading
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from reader.services.safety import BackupContents
    from ui.dialogs.backups import BackupsDialog
    from ui.dialogs.review import ReviewDialog
    from ui.dialogs.tags import TagsDialog
    from ui.dialogs.trash import TrashDialog


BACK_UP_EVERY = 30 * 60 * 1000
"""Milliseconds between two looks whether a backup is due."""


class Keeping(QObject):
    """Opens the dialogs and carries out what they ask for."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        annotating: Annotating,
        reading: Reading,
        marking: Marking,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._annotating = annotating
        self._reading = reading
        self._marking = marking
        self._messages = messages
        self._documents: Mapping[str, DocumentFacts] = {}
        self.backup_timer = QTimer(self)
        self.backup_timer.setInterval(BACK_UP_EVERY)
        self.backup_timer.timeout.connect(self._back_up)
        window.actions_.connect_all(
            {
                "tags": self.show_tags,
                "trash": self.show_trash,
                "review": self.show_review,
                "backups": self.show_backups,
            }
        )

    def set_documents(self, documents: Mapping[str, DocumentFacts]) -> None:
        """The library's documents are known (anew)."""
        self._documents = documents

    def clear_out(self) -> None:
        """Delete for good, in the worker, what has lain in the trash for longer than promised; and read all annotations
        once, which makes the first list of the library open at once."""

        def job(_: JobContext) -> int:
            from reader.services import annotate

            cleared = 0 if self._library.read_only else annotate.empty_trash(self._library)
            annotate.all_annotations(self._library)
            return cleared

        handle = self._worker.submit(self.tr("正在清理回收站"), job)
        handle.failed.connect(self._messages.tell)

    def begin_backups(self) -> None:
        """Make the scheduled backup now if it is due, and look again every half hour."""
        self._back_up()
        self.backup_timer.start()

    def _back_up(self) -> None:
        def job(_: JobContext) -> Path | None:
            from reader.services import safety

            return safety.back_up_when_due(self._library)

        handle = self._worker.submit(self.tr("正在备份标注"), job)
        handle.failed.connect(self._messages.tell)

    def tell_unsure(self) -> None:
        """After texts have changed: say how many annotations wait for a decision about their place."""
        unsure = Selection(states=(AnchorState.UNCERTAIN, AnchorState.ORPHAN))

        def job(_: JobContext) -> int:
            from reader.services import annotate

            return len(annotate.all_annotations(self._library, unsure))

        def tell(count: int) -> None:
            if count:
                text = self.tr("有 {count} 条标注的位置要核对：标注 → 核对标注的位置。")
                self._messages.notice(text.format(count=count))

        handle = self._worker.submit(self.tr("正在核对标注的位置"), job)
        handle.succeeded.connect(tell)
        handle.failed.connect(self._messages.tell)

    def show_tags(self) -> None:
        """Let the user rename, merge and delete tags."""
        from ui.dialogs.tags import TagsDialog

        self._window.side.annotations.editor.flush()
        dialog: TagsDialog = TagsDialog(self._annotating.tags(), self._window)
        dialog.renameWanted.connect(self._annotating.rename_tag)
        dialog.deleteWanted.connect(self._annotating.delete_tag)
        self._show(dialog, lambda: dialog.show_tags(self._annotating.tags()))

    def show_trash(self) -> None:
        """Let the user bring deleted annotations back."""
        from ui.dialogs.trash import TrashDialog

        dialog: TrashDialog = TrashDialog(self._window)

        def refresh() -> None:
            trash = self._annotating.trash()
            found = {one.key: catalogue.editions(self._library, one.key) for one in trash}
            by_key = {key: editions[0] for key, editions in found.items() if editions}
            dialog.show_annotations(trash, self._annotating.styles(), by_key)

        def empty() -> None:
            self._annotating.empty_trash()
            refresh()

        dialog.restoreWanted.connect(self._annotating.restore)
        dialog.emptyWanted.connect(empty)
        refresh()
        self._show(dialog, refresh)

    def show_review(self) -> None:
        """Let the user decide about annotations whose place is not certain."""
        from ui.dialogs.review import ReviewDialog

        dialog: ReviewDialog = ReviewDialog(self._text_of, self._window)

        def refresh() -> None:
            found = self._annotating.of_library(Selection())
            dialog.show_annotations(found, self._annotating.styles(), self._documents)

        dialog.confirmWanted.connect(self._annotating.confirm)
        dialog.attachWanted.connect(self._attach)
        dialog.openWanted.connect(self._open)
        dialog.deleteWanted.connect(self._annotating.delete)
        refresh()
        self._show(dialog, refresh)

    def show_backups(self) -> None:
        """Let the user restore a backup."""
        from reader.services import safety
        from ui.dialogs.backups import BackupsDialog

        self._window.side.annotations.editor.flush()
        backups = safety.all_backups(self._library.notes_root)
        dialog: BackupsDialog = BackupsDialog(backups, self._library.notes_root, self._window)
        dialog.previewWanted.connect(lambda path: self._preview(dialog, path))
        dialog.restoreWanted.connect(self.restore)
        self._show(dialog)

    def restore(self, path: Path) -> None:
        """Put the annotations of a backup in the place of the present ones, in the worker."""

        def job(_: JobContext) -> Path:
            from reader.services import safety

            return safety.restore_backup(self._library, path)

        def done(aside: Path) -> None:
            # What undo knows is about annotations that are no longer there.
            self._annotating.stack.clear()
            self._annotating.vocabularyChanged.emit()
            self._annotating.changed.emit("")
            self._messages.notice(self.tr("已恢复；原来的标注另存为 {name}").format(name=aside.name))

        handle = self._worker.submit(self.tr("正在恢复备份"), job)
        handle.succeeded.connect(done)
        handle.failed.connect(self._messages.tell_loudly)

    def _preview(self, dialog: BackupsDialog, path: Path) -> None:
        def job(_: JobContext) -> BackupContents:
            from reader.services import safety

            return safety.preview(self._library, path)

        def show(contents: BackupContents) -> None:
            # The dialog may have been closed meanwhile.
            if isValid(dialog):
                dialog.show_contents(path, contents)

        def fail(error: Exception) -> None:
            if isinstance(error, UserError) and isValid(dialog):
                dialog.show_fault(self._messages.sentence(error))
            else:
                self._messages.tell(error)

        handle = self._worker.submit(self.tr("正在查看备份"), job)
        handle.succeeded.connect(show)
        handle.failed.connect(fail)

    def _attach(self, annotation: Annotation) -> None:
        current, chosen = self._reading.current, self._window.pane.view.selection()
        if current is None or chosen is None:
            self._messages.notice(self.tr("请先在主窗口的正文里选中文字。"))
            return
        self._annotating.attach(annotation, current.facts.id, *chosen)

    def _open(self, placed: PlacedAnnotation) -> None:
        self._marking.go_to(placed)
        self._window.activateWindow()

    def _text_of(self, document_id: str) -> str:
        try:
            return catalogue.document(self._library, document_id).text
        except UserError:
            return ""  # the document has gone meanwhile: there is nothing to show beside the old words

    def _show(self, dialog: QDialog, refresh: Callable[[], None] | None = None) -> None:
        """Show a dialog; `refresh` is called after every change until it is closed."""

        def on_change(*_: object) -> None:
            if refresh is not None:
                refresh()

        def close() -> None:
            self._annotating.changed.disconnect(on_change)
            self._annotating.vocabularyChanged.disconnect(on_change)
            dialog.deleteLater()

        self._annotating.changed.connect(on_change)
        self._annotating.vocabularyChanged.connect(on_change)
        dialog.finished.connect(close)
        dialog.show()
