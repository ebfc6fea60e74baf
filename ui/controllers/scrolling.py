"""Scrolling both sides of a split view together, clause by clause."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.controllers.reading import Opened, Reading
from ui.main_window import MainWindow
from ui.models.alongside import Alongside, counterpart


class Scrolling(QObject):
    """Connects the action scroll_together: the side without the focus goes along with the other one."""

    def __init__(self, window: MainWindow, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._reading = reading
        self._known: list[tuple[Opened, Alongside]] = []
        self._action = window.actions_["scroll_together"]
        window.actions_.connect_all({"scroll_together": self._go_along})
        window.voice.offsetChanged.connect(lambda _: self._go_along())
        reading.tabsChanged.connect(lambda: self._action.setEnabled(reading.tabs.split))
        self._action.setEnabled(False)

    def _go_along(self) -> None:
        tabs = self._reading.tabs
        beside = tabs.sides[1 - tabs.active].front
        current = self._reading.current
        if not (self._action.isChecked() and tabs.split) or current is None or beside is None or beside.opened is None:
            return
        read, follower = self._window.pane.view, self._window.area.side(1 - tabs.active).pane.view
        offset = read.visible_offset()
        place = counterpart(self._alongside(current), offset, self._alongside(beside.opened))
        if follower.visible_offset() != place:
            follower.restore_offset(place, follower.selection())

    def _alongside(self, opened: Opened) -> Alongside:
        """The clauses of a document; those of the two at hand are kept."""
        for known, found in self._known:
            if known is opened:
                return found
        made = Alongside(opened.document)
        self._known = [*self._known[-1:], (opened, made)]
        return made
