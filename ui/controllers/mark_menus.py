"""The context menus of the text and of annotations."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from ui.controllers.reading import Reading
from ui.main_window import MainWindow


class MarkMenus(QObject):
    """Puts menus together out of the window's actions."""

    def __init__(self, window: MainWindow, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._reading = reading
        self._more_for_text: list[Callable[[QMenu], None]] = []
        window.voice.contextMenuRequested.connect(self._on_text)

    def add_to_text(self, add: Callable[[QMenu], None]) -> None:
        """Let somebody add entries to the context menu of the text."""
        self._more_for_text.append(add)

    def show_for_annotation(self, point: QPoint) -> None:
        """Show the menu of the active annotation at a place on the screen."""
        menu = QMenu(self._window)
        self.fill_for_annotation(menu)
        self._pop_up(menu, point)

    def fill_for_annotation(self, menu: QMenu) -> None:
        """Add what can be done with the active annotation."""
        actions = self._window.actions_
        for name in ("note", "tag", "underline", "change_range"):
            menu.addAction(actions[name])
        colours = menu.addMenu(self.tr("颜色"))
        for action in actions.style_actions:
            colours.addAction(action)
        menu.addMenu(self._window.citation_menu(menu))
        menu.addSeparator()
        menu.addAction(actions["delete"])

    def _on_text(self, point: QPoint) -> None:
        menu = QMenu(self._window)
        actions = self._window.actions_
        if self._window.pane.view.selection() is not None:
            for action in actions.style_actions:
                menu.addAction(action)
            menu.addSeparator()
            for name in ("underline", "note", "tag"):
                menu.addAction(actions[name])
            menu.addSeparator()
        for name in ("copy", "copy_cited"):
            menu.addAction(actions[name])
        if self._reading.current is not None:
            menu.addMenu(self._window.citation_menu(menu))
        menu.addSeparator()
        for name in ("note_document", "find", "search", "go_to"):
            menu.addAction(actions[name])
        if self._reading.current is not None:
            for add in self._more_for_text:
                menu.addSeparator()
                add(menu)
        self._pop_up(menu, point)

    def _pop_up(self, menu: QMenu, point: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
