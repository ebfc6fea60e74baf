"""What links on the page lead to, tables shown larger, and the table of duties drawn from the text."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from reader.exporting.duty_table import duty_table
from reader.model.document import Reference
from reader.services import catalogue
from reader.services.library import Library
from ui.dialogs.messages import Messages
from ui.main_window import MainWindow
from ui.models.duty_shape import duty_shape


class LinksAndTables(QObject):
    """Tells the page what its references are called, and connects the action that enlarges a table."""

    def __init__(self, window: MainWindow, library: Library, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._messages = messages
        for pane in window.area.panes:
            pane.view.set_link_titles(self.title)
        window.area.sideAdded.connect(lambda side: side.pane.view.set_link_titles(self.title))
        window.actions_.connect_all({"open_table": self.open_table, "duties": self.open_duties})

    def title(self, reference: Reference) -> str:
        """The title of the document a reference leads to, "" where the library lacks it."""
        found = catalogue.editions(self._library, reference.key)
        return found[0].title if found else ""

    def open_table(self) -> None:
        """Show the table at the caret, or under the mouse, larger."""
        if not self._window.pane.view.open_table():
            self._messages.notice(self.tr("光标不在表格里"))

    def open_duties(self) -> None:
        """Show who is to do what until when, as far as the document labels it."""
        opened = self._window.pane.opened
        if opened is None:
            return
        rows = duty_table(opened.document)
        if rows:
            name = self.tr("责任分工：{title}").format(title=opened.facts.title)
            self._window.pane.show_shape(name, "", duty_shape(rows))
        else:
            self._messages.notice(self.tr("本篇没有用“责任单位：”“牵头单位：”之类写明由谁办理。"))

    def add_actions(self, menu: QMenu) -> None:
        """Put the action into a context menu of the text where there is a table."""
        if self._window.pane.view.table() is not None:
            menu.addAction(self._window.actions_["open_table"])
