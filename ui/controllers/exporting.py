"""Exporting: the dialog, the job in the worker, and what one does with the file afterwards."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from reader.exporting.formats import Content
from reader.model.errors import UserError
from reader.model.job import JobContext
from reader.services.annotate import Selection
from reader.services.export import Wish
from reader.services.library import Library
from ui import preferences
from ui.controllers.annotating import Annotating
from ui.controllers.reading import Reading
from ui.dialogs.export_choices import ExportChoices
from ui.dialogs.messages import Messages
from ui.jobs.library_worker import LibraryWorker
from ui.main_window import MainWindow
from ui.panels.saved_bar import SavedBar
from ui.paths import documents_folder


class Exporting(QObject):
    """Connects the actions export, export_exchange and export_document.

    Args:
        choices_file: where is kept how the user exported last; None to forget it.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        worker: LibraryWorker,
        annotating: Annotating,
        reading: Reading,
        messages: Messages,
        choices_file: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._worker = worker
        self._annotating = annotating
        self._reading = reading
        self._messages = messages
        self._choices_file = choices_file
        self._choices: ExportChoices | None = None
        self.saved = SavedBar(window.status)
        self.saved.said.connect(messages.notice)
        window.status.addPermanentWidget(self.saved)
        window.actions_.connect_all(
            {
                "export": self.ask,
                "export_exchange": lambda: self.ask(exchange=True),
                "export_document": self.ask_document,
            }
        )

    @property
    def choices(self) -> ExportChoices:
        """How the user exported last."""
        if self._choices is None:
            file = self._choices_file
            self._choices = preferences.load_choices(file, ExportChoices()) if file is not None else ExportChoices()
        return self._choices

    def remember(self, choices: ExportChoices) -> None:
        """Keep how the user exported."""
        changed, self._choices = choices != self.choices, choices
        if changed and self._choices_file is not None:
            try:
                preferences.save(self._choices_file, choices)
            except OSError as error:
                self._messages.notice(self.tr("设置没能保存：{reason}").format(reason=error.strerror))

    @property
    def folder(self) -> Path:
        """Where files are saved by default: where the last one was, while that is there."""
        last = Path(self.choices.folder) if self.choices.folder else None
        if last is not None and last.is_dir():
            return last
        return documents_folder()

    def ask(self, chosen: Selection | None = None, *, exchange: bool = False) -> None:
        """Ask what to export and where to.

        Args:
            chosen: annotations chosen in a list, by their ids.
            exchange: for a colleague, who will import it.
        """
        self._open(self.choices, chosen.ids if chosen is not None else (), exchange=exchange)

    def ask_document(self) -> None:
        """Ask in which form and where to export the open document."""
        self._open(self._whole())

    def export_documents(self, documents: Sequence[str], name: str = "") -> None:
        """Ask in which form and where to export several documents, or what is annotated in them.

        Args:
            documents: their ids, in the order wanted.
            name: what they are together, such as the title of their issue: proposed for the file.
        """
        self._open(self._whole(), documents=tuple(documents), listed_name=name)

    def _whole(self) -> ExportChoices:
        """The choices for documents: as they were exported last, if they were."""
        choices = dataclasses.replace(self.choices, content=Content.DOCUMENTS.value)
        if choices.format not in {"html", "md", "docx", "pdf"}:
            choices = dataclasses.replace(choices, format="docx")
        return choices

    def _open(
        self,
        choices: ExportChoices,
        chosen: tuple[str, ...] = (),
        *,
        documents: tuple[str, ...] = (),
        listed_name: str = "",
        exchange: bool = False,
    ) -> None:
        from reader.services import templates
        from ui.dialogs.export import ExportDialog
        from ui.printing.previews import preview

        self._window.side.annotations.editor.flush()
        current = self._reading.current
        library = self._library
        dialog = ExportDialog(
            (current.facts.id, current.facts.title) if current is not None else None,
            self._annotating.styles(),
            self._annotating.tags(),
            templates.templates(library),
            lambda selection, wish, job: preview(library, selection, wish, job),
            choices,
            self.folder,
            self._window,
            chosen=chosen,
            documents=documents,
            listed_name=listed_name,
            exchange=exchange,
        )
        dialog.wanted.connect(self.export)
        dialog.chose.connect(self.remember)
        dialog.templatesWanted.connect(self._explain_templates)
        dialog.open()

    def export(self, selection: Selection, wish: Wish, out: Path) -> None:
        """Export in the worker; tells when it is done."""
        library = self._library

        def job(context: JobContext) -> int:
            from reader.services import export
            from ui.printing.writing import write_pdf

            return export.export(library, selection, wish, out, pdf=write_pdf, job=context)

        whole = wish.content is Content.DOCUMENTS
        done = self.tr("已导出 {count} 篇公文") if whole else self.tr("已导出 {count} 条标注")
        handle = self._worker.submit(self.tr("正在导出"), job)
        handle.succeeded.connect(lambda count: self.saved.show_file(out, done.format(count=count)))
        handle.failed.connect(self._messages.tell_loudly)

    def _explain_templates(self) -> None:
        """Show what templates can say, and the folder for the user's own."""
        from ui.dialogs.template_help import TemplateHelp

        dialog = TemplateHelp(self._window)
        dialog.folderWanted.connect(self._open_template_folder)
        dialog.open()

    def _open_template_folder(self) -> None:
        from reader.services import templates

        try:
            folder = templates.make_own_folder(self._library)
        except UserError as error:
            self._messages.tell(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._messages.notice(self.tr("模板放在 {path}").format(path=folder))
