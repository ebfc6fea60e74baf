"""The context menu of the library tree, and what is done from it with documents and issues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.exporting.citation_forms import CitationForm
from reader.exporting.citations import issue_name
from reader.model.document import IssueFacts
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.library import Library
from reader.services.shelf import Listed
from ui.controllers.checking import Checking
from ui.controllers.correction_menu import CorrectionMenu
from ui.controllers.editions import Editions
from ui.controllers.exporting import Exporting
from ui.controllers.marking import Marking
from ui.controllers.reading import Reading
from ui.controllers.removing import Removing
from ui.controllers.shelving import Shelving
from ui.controllers.tabbing import Tabbing
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.models.library_tree import Node, NodeKind, holds_issues
from ui.panels.library_panel import Chosen

MOST_TABS = 30
"""Documents that can be opened in tabs at once: more would be no row of tabs."""


class TreeMenu(QObject):
    """Fills the menu of what is chosen in the tree, and does the same by the actions of the menu bar."""

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        reading: Reading,
        tabbing: Tabbing,
        marking: Marking,
        checking: Checking,
        editions: Editions,
        correction_menu: CorrectionMenu,
        exporting: Exporting,
        shelving: Shelving,
        removing: Removing,
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
        self._editions = editions
        self._correction_menu = correction_menu
        self._exporting = exporting
        self._shelving = shelving
        self._removing = removing
        self._messages = messages
        panel = window.library
        panel.menuRequested.connect(self.fill)
        panel.correctionWanted.connect(self.correct)
        panel.tree.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        shelving.shown.connect(lambda _: self._enable())
        shelving.marked.connect(self._enable)
        panel.narrowed.connect(self._enable)
        window.menus.library.aboutToShow.connect(self._enable)
        removing.busyChanged.connect(lambda _: self._enable())
        window.actions_.connect_all({
            "export_chosen": lambda: self._export(panel.chosen()),
            "correct_issue": lambda: self._correct_issue(panel.chosen()),
            "remove_issues": lambda: self._remove(panel.chosen()),
        })
        self._enable()

    # Menus

    def fill(self, menu: QMenu, chosen: Chosen) -> None:
        """Add what can be done with what is chosen."""
        node = chosen.only
        if node is None:
            head = menu.addAction(self.tr("选中 {count} 篇公文").format(count=len(chosen.documents)))
            head.setEnabled(False)
            menu.addSeparator()
        elif node.document is not None:
            self._fill_document(menu, node.document)
        elif node.kind is NodeKind.ISSUE and node.issue is not None:
            self._fill_issue(menu, node.issue)
        else:
            self._fill_folder(menu, node)
        self._fill_any(menu, chosen)

    def _fill_document(self, menu: QMenu, document: Listed) -> None:
        menu.addAction(self.tr("打开"), lambda: self._reading.open(document.id))
        self._tabbing.add_document_actions(menu, document.id)
        menu.addSeparator()
        citing = menu.addMenu(self.tr("复制出处"))
        for form in CitationForm:
            action = self._window.actions_[f"cite_{form.value}"]
            citing.addAction(action.text(), partial(self._copy_citations, (document.id,), form))
        menu.addAction(self.tr("复制标题"), lambda: QGuiApplication.clipboard().setText(document.title))
        menu.addSeparator()
        menu.addAction(self.tr("给全文写批注"), lambda: self._note(document.id))
        self._correction_menu.fill_for_document(menu, catalogue.document_facts(self._library, document.id))
        menu.addAction(
            self.tr("对照原文检查…"), lambda: self._checking.open(document.issue_id, document_id=document.id)
        )
        menu.addAction(self.tr("显示原件所在的文件夹"), lambda: self._show_original(document.issue_id))
        menu.addSeparator()

    def _fill_issue(self, menu: QMenu, issue: IssueFacts) -> None:
        menu.addAction(self.tr("导入报告…"), lambda: self._checking.open(issue.id))
        menu.addAction(self.tr("显示原件所在的文件夹"), lambda: self._show_original(issue.id))
        menu.addSeparator()

    def _fill_folder(self, menu: QMenu, node: Node) -> None:
        tree = self._window.library.tree
        index = tree.currentIndex()
        if node.kind is not NodeKind.SECTION:
            menu.addAction(self.tr("展开下面各层"), lambda: tree.expandRecursively(index, 1))
        menu.addAction(self.tr("收起"), lambda: tree.collapse(index))
        menu.addSeparator()

    def _fill_any(self, menu: QMenu, chosen: Chosen) -> None:
        """What can be done with any number of documents and issues."""
        actions = self._window.actions_
        self._enable()
        if 1 < len(chosen.documents) <= MOST_TABS:
            menu.addAction(
                self.tr("在标签页中打开这 {count} 篇").format(count=len(chosen.documents)),
                lambda: self._tabbing.open_all(chosen.documents),
            )
        if len(chosen.documents) == 2:
            menu.addAction(self.tr("比较这两篇…"), lambda: self._editions.compare(*chosen.documents))
        if len(chosen.documents) > 1:
            menu.addAction(
                self.tr("复制各篇的出处"), lambda: self._copy_citations(chosen.documents, CitationForm.OFFICIAL)
            )
        menu.addActions([actions["mark_read"], actions["mark_unread"]])
        menu.addSeparator()
        menu.addAction(actions["export_chosen"])
        if chosen.issues:
            menu.addSeparator()
            menu.addActions([actions["correct_issue"], actions["remove_issues"]])

    def _enable(self) -> None:
        """Offer in the menu bar what can be done with what is chosen."""
        # By what the rows say, without listing what is beneath them: that may be the whole library.
        model, actions = self._window.library.model, self._window.actions_
        nodes = [model.node(index) for index in self._window.library.tree.chosen()]
        notable, writable = not self._library.read_only, not self._library.texts_read_only
        actions["mark_read"].setEnabled(notable and any(node.unread for node in nodes))
        actions["mark_unread"].setEnabled(notable and any(node.unread < node.count for node in nodes))
        actions["export_chosen"].setEnabled(any(node.count for node in nodes))
        issues = [node for node in nodes if holds_issues(node)]
        is_one = len(issues) == 1 and issues[0].kind in (NodeKind.ISSUE, NodeKind.DOCUMENT)
        actions["correct_issue"].setEnabled(is_one and writable)
        actions["remove_issues"].setEnabled(bool(issues) and writable and not self._removing.busy)

    # What is done

    def correct(self, chosen: Chosen) -> None:
        """Ask for what is right about a document or an issue."""
        node = chosen.only
        if node is not None and node.document is not None:
            self._correction_menu.correct_facts(node.document.id)
        else:
            self._correct_issue(chosen)

    def _correct_issue(self, chosen: Chosen) -> None:
        if len(chosen.issues) == 1:
            self._correction_menu.correct_issue(chosen.issues[0], self._window.library.model.publishers())

    def _remove(self, chosen: Chosen) -> None:
        names = [_named(one) for one in chosen.issues]
        model = self._window.library.model
        self._removing.ask(chosen.issues, names, sum(model.count_of(one.id) for one in chosen.issues))

    def _export(self, chosen: Chosen) -> None:
        if chosen.documents:
            self._exporting.export_documents(chosen.documents, self._name(chosen))

    def _name(self, chosen: Chosen) -> str:
        """What the documents chosen are called together; "" where they have no name in common."""
        node = chosen.only
        if node is None:
            return ""
        if node.document is not None:
            return node.document.title
        return _named(node.issue) if node.kind is NodeKind.ISSUE and node.issue is not None else node.text

    def _copy_citations(self, ids: Sequence[str], form: CitationForm) -> None:
        from reader.services import citing

        try:
            citations = [citing.cite(self._library, found, None, form).strip() for found in ids]
        except UserError as error:
            self._messages.tell(error)
            return
        QGuiApplication.clipboard().setText("\n".join(citations))
        if len(citations) == 1:
            self._messages.notice(self.tr("已复制：{text}").format(text=" ".join(citations[0].split())))
        else:
            self._messages.notice(self.tr("已复制 {count} 条出处").format(count=len(citations)))

    def _note(self, document_id: str) -> None:
        if self._reading.open(document_id):
            self._marking.note_document()

    def _show_original(self, issue_id: str) -> None:
        try:
            original = catalogue.original(self._library, issue_id)
        except UserError as error:
            self._messages.tell(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(original.parent))):
            self._messages.notice(self.tr("原件在 {path}").format(path=original))


def _named(issue: IssueFacts) -> str:
    return " ".join(part for part in (issue.title, issue_name(issue)) if part)
