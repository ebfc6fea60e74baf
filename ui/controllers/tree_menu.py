"""The context menu of the library tree."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.exporting.citation_forms import CitationForm
from reader.exporting.citations import issue_name
from reader.model.document import DocumentFacts, IssueFacts
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.checking import Checking
from ui.controllers.correction_menu import CorrectionMenu
from ui.controllers.exporting import Exporting
from ui.controllers.marking import Marking
from ui.controllers.reading import Reading
from ui.controllers.tabbing import Tabbing
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow


class TreeMenu(QObject):
    """Fills the menu of a document or an issue."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        reading: Reading,
        tabbing: Tabbing,
        marking: Marking,
        checking: Checking,
        correction_menu: CorrectionMenu,
        exporting: Exporting,
        messages: Messages,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._tabbing = tabbing
        self._marking = marking
        self._checking = checking
        self._correction_menu = correction_menu
        self._exporting = exporting
        self._messages = messages
        window.library.menuRequested.connect(self.fill)

    def fill(self, menu: QMenu, facts: DocumentFacts | IssueFacts | None) -> None:
        """Add what can be done with a document or an issue."""
        if isinstance(facts, DocumentFacts):
            menu.addAction(self.tr("打开"), lambda: self._reading.open(facts.id))
            self._tabbing.add_document_actions(menu, facts.id)
            menu.addSeparator()
            citing = menu.addMenu(self.tr("复制出处"))
            for form in CitationForm:
                action = self._window.actions_[f"cite_{form.value}"]
                citing.addAction(action.text(), partial(self._copy_citation, facts, form))
            menu.addAction(self.tr("复制标题"), lambda: QGuiApplication.clipboard().setText(facts.title))
            menu.addSeparator()
            menu.addAction(self.tr("给全文写批注"), lambda: self._note(facts))
            menu.addAction(
                self.tr("导出这篇公文…"), lambda: self._exporting.export_documents((facts.id,), facts.title)
            )
            menu.addSeparator()
            self._correction_menu.fill_for_document(menu, facts)
            menu.addAction(
                self.tr("对照原文检查…"), lambda: self._checking.open(facts.issue_id, document_id=facts.id)
            )
            menu.addAction(self.tr("显示原件所在的文件夹"), lambda: self._show_original(facts.issue_id))
        elif isinstance(facts, IssueFacts):
            menu.addAction(self.tr("导出这一期的公文…"), lambda: self._export_issue(facts))
            menu.addAction(self.tr("导入报告…"), lambda: self._checking.open(facts.id))
            menu.addAction(self.tr("显示原件所在的文件夹"), lambda: self._show_original(facts.id))

    def _copy_citation(self, facts: DocumentFacts, form: CitationForm) -> None:
        from reader.services import citing

        try:
            citation = citing.cite(self._library, facts.id, None, form).strip()
        except UserError as error:
            self._messages.tell(error)
            return
        QGuiApplication.clipboard().setText(citation)
        self._messages.notice(self.tr("已复制：{text}").format(text=" ".join(citation.split())))

    def _export_issue(self, facts: IssueFacts) -> None:
        entry = next((one for one in catalogue.issues(self._library) if one.facts.id == facts.id), None)
        if entry is not None:
            name = " ".join(part for part in (facts.title, issue_name(facts)) if part)
            self._exporting.export_documents([one.id for one in entry.documents], name)

    def _note(self, facts: DocumentFacts) -> None:
        if self._reading.open(facts.id):
            self._marking.note_document()

    def _show_original(self, issue_id: str) -> None:
        try:
            original = catalogue.original(self._library, issue_id)
        except UserError as error:
            self._messages.tell(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(original.parent))):
            self._messages.notice(self.tr("原件在 {path}").format(path=original))
