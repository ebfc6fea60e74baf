"""What the user does with tabs and sides: new ones, closing, reopening, moving, splitting the view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from reader.model.document import Reference
from reader.model.errors import UserError
from reader.services import catalogue
from reader.services.library import Library
from ui.controllers.reading import Reading, Where
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.models.tabs import RIGHT, Tab
from ui.panels.document_area import DocumentSide


class Tabbing(QObject):
    """Connects the actions about tabs, the rows of tabs and their menus."""

    def __init__(
        self, window: MainWindow, library: Library, reading: Reading, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._reading = reading
        self._messages = messages
        self._tabs = reading.tabs
        for side in window.area.sides:
            self._listen(side)
        window.area.sideAdded.connect(self._listen)
        reading.tabsChanged.connect(self._enable)
        window.actions_.connect_all(
            {
                "close_tab": lambda: self.close(self._front_number()),
                "close_other_tabs": lambda: self.close_others(self._front_number()),
                "reopen_tab": self.reopen,
                "next_tab": lambda: self.step(1),
                "previous_tab": lambda: self.step(-1),
                "split": self.toggle_split,
                "other_side": self.go_to_other_side,
                "open_beside": self.open_beside,
            }
        )
        self._enable()

    # What is done with one tab

    def choose(self, number: int) -> None:
        """Bring a tab to the front and give it the focus."""
        found = self._tabs.find(number)
        if found is not None:
            self._reading.leave()
            self._tabs.sides[found[0]].bring(found[1])
            self._tabs.active = found[0]
            self._reading.settle()

    def keep(self, number: int) -> None:
        """Let a tab stay until it is closed."""
        found = self._tabs.find(number)
        if found is not None:
            found[1].kept = True
            self._reading.settle()

    def close(self, number: int) -> None:
        """Close a tab; it can be opened again."""
        self._reading.leave()
        self._tabs.close(number)
        self._reading.settle()

    def close_others(self, number: int) -> None:
        """Close all tabs of its side but one."""
        found = self._tabs.find(number)
        if found is None:
            return
        self._reading.leave()
        for tab in tuple(self._tabs.sides[found[0]].tabs):
            if tab is not found[1]:
                self._tabs.close(tab.number)
        self._reading.settle()

    def open_all(self, document_ids: Sequence[str]) -> None:
        """Open documents in tabs that stay, the first of them in front; the others are read when they get there."""
        self._reading.leave()
        side = self._tabs.side
        first: Tab | None = None
        for document_id in document_ids:
            tab = side.holding(document_id)
            if tab is None:
                try:
                    tab = self._tabs.make(catalogue.document_facts(self._library, document_id))
                except UserError as error:
                    self._messages.tell(error)
                    continue
                side.insert(tab, len(side.tabs))
            tab.kept = True
            first = first or tab
        if first is not None:
            side.bring(first)
        self._reading.settle()

    def reopen(self) -> None:
        """Open the tab closed last where it stood, with its way back."""
        if not self._tabs.closed:
            return
        self._reading.leave()
        closed = self._tabs.closed.pop()
        at = closed.side if self._tabs.split else 0
        side, tab = self._tabs.sides[at], closed.tab
        tab.kept = True
        twin = side.holding(tab.facts.id)
        if twin is None:
            side.insert(tab, min(closed.at, len(side.tabs)))
        side.bring(twin or tab)
        self._tabs.active = at
        self._reading.settle()

    def move(self, number: int, to: int) -> None:
        """Put a tab at another place of its row."""
        found = self._tabs.find(number)
        if found is not None:
            tabs = self._tabs.sides[found[0]].tabs
            tabs.remove(found[1])
            tabs.insert(to, found[1])
            self._reading.settle()

    def send(self, number: int) -> None:
        """Show the document of a tab on the other side, too; a view that is not split is split."""
        found = self._tabs.find(number)
        if found is not None:
            self._reading.activate(found[0])
            self._reading.open(found[1].facts.id, where=Where.BESIDE)

    # What is done with the sides

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) tab of the side, in a circle."""
        tab = self._tabs.side.beside(step)
        if tab is not None:
            self.choose(tab.number)

    def toggle_split(self) -> None:
        """Show the document on both sides, or all tabs on one side again."""
        if self._tabs.split:
            self._reading.leave()
            self._tabs.join()
            self._reading.settle()
        else:
            self.open_beside()
        self._enable()

    def go_to_other_side(self) -> None:
        """Give the other side the focus, and the keyboard to its text."""
        self._reading.activate(1 - self._tabs.active)
        self._window.pane.view.setFocus()

    def open_beside(self) -> None:
        """Show the open document on the other side, too, at the same place."""
        front = self._tabs.front
        if front is None:
            self._messages.notice(self.tr("请先打开一篇公文。"))
            return
        self._reading.open(front.facts.id, where=Where.BESIDE)
        self._window.pane.view.setFocus()

    # Menus

    def add_link_actions(self, menu: QMenu) -> None:
        """Add to the menu of the text where else the document can be opened that the text names at the caret."""
        current = self._reading.current
        if current is None:
            return
        caret = self._window.pane.view.caret()
        for reference in current.document.references:
            if reference.start <= caret < reference.end and reference.key:
                self._add_link(menu, reference)

    def _add_link(self, menu: QMenu, reference: Reference) -> None:
        found = catalogue.editions(self._library, reference.key or "")
        if found:
            for text, where in (
                (self.tr("打开所指的公文"), Where.HERE),
                (self.tr("在新标签页打开所指的公文"), Where.TAB),
                (self.tr("在另一侧打开所指的公文"), Where.BESIDE),
            ):
                menu.addAction(text, partial(self._open, found[0].id, where))

    def add_document_actions(self, menu: QMenu, document_id: str) -> None:
        """Add where else a document can be opened than in the tab at hand."""
        menu.addAction(self.tr("在新标签页打开"), partial(self._open, document_id, Where.TAB))
        menu.addAction(self.tr("在另一侧打开"), partial(self._open, document_id, Where.BESIDE))

    def _open(self, document_id: str, where: Where) -> None:
        self._reading.open(document_id, where=where)

    def _tab_menu(self, number: int, point: QPoint) -> None:
        menu = QMenu(self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        found = self._tabs.find(number)
        if found is None:
            return
        menu.addAction(self.tr("关闭"), partial(self.close, number))
        others = menu.addAction(self.tr("关闭其他标签页"), partial(self.close_others, number))
        others.setEnabled(len(self._tabs.sides[found[0]].tabs) > 1)
        menu.addAction(self._window.actions_["reopen_tab"])
        menu.addSeparator()
        if not found[1].kept:
            menu.addAction(self.tr("保留这个标签页"), partial(self.keep, number))
        menu.addAction(self.tr("在另一侧打开"), partial(self.send, number))
        menu.popup(point)

    def _listen(self, side: DocumentSide) -> None:
        side.tabs.chosen.connect(self.choose)
        side.tabs.closeWanted.connect(self.close)
        side.tabs.keepWanted.connect(self.keep)
        side.tabs.tabMovedTo.connect(self.move)
        side.tabs.menuWanted.connect(self._tab_menu)
        side.closeWanted.connect(self._unsplit)

    def _unsplit(self) -> None:
        if self._tabs.split:
            self.toggle_split()

    def _front_number(self) -> int:
        return self._tabs.front.number if self._tabs.front is not None else 0

    def _enable(self) -> None:
        actions, tabs = self._window.actions_, self._tabs
        several = len(tabs.side.tabs) > 1
        for name, possible in (
            ("close_tab", tabs.front is not None),
            ("close_other_tabs", several),
            ("next_tab", several),
            ("previous_tab", several),
            ("reopen_tab", bool(tabs.closed)),
            ("split", tabs.front is not None),
            ("other_side", tabs.split),
            ("open_beside", tabs.front is not None),
            ("compare_sides", tabs.beside is not None),
        ):
            actions[name].setEnabled(possible)
        actions["split"].setChecked(bool(tabs.sides[RIGHT].tabs))
