"""The box for a query to the library, with the searches made before and those kept under a name in its drop-down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ui.theme import icon

_LONGEST_ENTRY = 40


class QueryBox(QLineEdit):
    """The window fills the drop-down by `set_history` and `set_saved` when it is asked to by `menuWanted`.

    Signals:
        menuWanted: the drop-down is about to be shown.
        historyChosen: a query of the history.
        savedChosen, forgetWanted: the name of a kept search.
        keepWanted: keep the query under a name.
        clearHistoryWanted: forget the history.
        stopped: Esc was pressed.
        listWanted: the arrow down was pressed: on to the hits.
    """

    menuWanted = Signal()
    historyChosen = Signal(str)
    savedChosen = Signal(str)
    forgetWanted = Signal(str)
    keepWanted = Signal()
    clearHistoryWanted = Signal()
    stopped = Signal()
    listWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchQuery")
        self.setAccessibleName(self.tr("检索全库"))
        self.setPlaceholderText(self.tr("检索全库：词语、“原文”、文号…"))
        self.setClearButtonEnabled(True)
        self._history: tuple[str, ...] = ()
        self._saved: tuple[str, ...] = ()
        self._search = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._drop = self.addAction(icon("history"), QLineEdit.ActionPosition.TrailingPosition)
        self._drop.setToolTip(self.tr("检索历史和保存的检索（Alt+↓）"))
        self._drop.triggered.connect(self.show_menu)

    def set_history(self, queries: Sequence[str]) -> None:
        """What was searched for, the last first."""
        self._history = tuple(queries)

    def set_saved(self, names: Sequence[str]) -> None:
        """The names of the kept searches."""
        self._saved = tuple(names)

    def show_menu(self) -> None:
        """Open the drop-down below the box."""
        self.menuWanted.emit()
        menu = self.menu()
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu(self) -> QMenu:
        """The drop-down: kept searches, then the history."""
        menu = QMenu(self)
        menu.setObjectName("searchHistory")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self._saved:
            menu.addAction(icon("bookmark"), _entry(name), lambda name=name: self.savedChosen.emit(name))
        menu.addSeparator()
        for query in self._history:
            menu.addAction(icon("history"), _entry(query), lambda query=query: self.historyChosen.emit(query))
        menu.addSeparator()
        keep = menu.addAction(self.tr("保存这次检索…"), self.keepWanted.emit)
        keep.setEnabled(bool(self.text().strip()))
        if self._saved:
            forget = menu.addMenu(self.tr("删除保存的检索"))
            for name in self._saved:
                forget.addAction(_entry(name), lambda name=name: self.forgetWanted.emit(name))
        clear = menu.addAction(self.tr("清除检索历史"), self.clearHistoryWanted.emit)
        clear.setEnabled(bool(self._history))
        return menu

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self._search.setIcon(icon("search"))
        self._drop.setIcon(icon("history"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        elif event.key() == Qt.Key.Key_Down:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier or not self.text().strip():
                self.show_menu()
            else:
                self.listWanted.emit()
        else:
            super().keyPressEvent(event)


def _entry(text: str) -> str:
    """A menu's text for a query: not too long, and no letter underlined."""
    short = text if len(text) <= _LONGEST_ENTRY else text[:_LONGEST_ENTRY] + "…"
    return short.replace("&", "&&")
