"""The menu of what was read last: documents, and the issues they stand in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.model.document import DocumentFacts, IssueFacts
from reader.services import catalogue, positions
from reader.services.library import Library
from ui.controllers.reading import Reading
from ui.main_window import MainWindow

MOST_DOCUMENTS = 12
MOST_ISSUES = 6

LONGEST = 40
"""Code points of an entry."""


class Recent(QObject):
    """Fills the menu when it is opened."""

    def __init__(self, window: MainWindow, library: Library, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        window.menus.recent.aboutToShow.connect(lambda: self.fill(window.menus.recent))

    def fill(self, menu: QMenu) -> None:
        """List the documents read last, but for the open one, then their issues."""
        menu.clear()
        # What was read a moment ago may not be stored yet.
        self._reading.save_session()
        documents = self._documents()
        current = self._reading.current
        for facts in [one for one in documents if current is None or one.id != current.facts.id][:MOST_DOCUMENTS]:
            self._add(menu, facts.title, facts.id)
        issues: dict[str, DocumentFacts] = {}
        for facts in documents:
            issues.setdefault(facts.issue_id, facts)
        if issues:
            menu.addSection(self.tr("最近的公报"))
        for issue_id, facts in list(issues.items())[:MOST_ISSUES]:
            self._add(menu, self._name(catalogue.issue_facts(self._library, issue_id)), facts.id)
        if not documents:
            menu.addAction(self.tr("还没有读过公文")).setEnabled(False)

    def _documents(self) -> list[DocumentFacts]:
        """What was read last and is still in the library, the latest first."""
        found: list[DocumentFacts] = []
        for key in positions.recent(self._library, 4 * MOST_DOCUMENTS):
            found += catalogue.editions(self._library, key)[:1]
        return found

    def _name(self, issue: IssueFacts) -> str:
        if issue.year is None or issue.number is None:
            return issue.source_name
        text = self.tr("《{title}》{year}年第{number}期")
        return text.format(title=issue.title, year=issue.year, number=issue.number)

    def _add(self, menu: QMenu, text: str, document_id: str) -> None:
        shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        action = menu.addAction(shown.replace("&", "&&"), partial(self._reading.open, document_id))
        action.setToolTip(text)
