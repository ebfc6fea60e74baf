"""Opening from the library's tree in a tab that stays: Enter, a double click, the middle button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from ui.controllers.reading import Reading, Where
from ui.panels.library_panel import LibraryPanel

KEYS = {
    "Return": Where.TAB,
    "Enter": Where.TAB,
    "Ctrl+Return": Where.TAB,
    "Ctrl+Enter": Where.TAB,
    "Shift+Return": Where.BESIDE,
    "Shift+Enter": Where.BESIDE,
}


class TreeOpening(QObject):
    """Listens to the tree; a single click is the panel's own affair."""

    def __init__(self, panel: LibraryPanel, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._reading = reading
        tree = panel.tree
        tree.doubleClicked.connect(lambda index: self._open(index, Where.TAB))
        tree.pressed.connect(self._on_pressed)
        for keys, where in KEYS.items():
            shortcut = QShortcut(QKeySequence(keys), tree, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._on_key, where))

    def _on_pressed(self, index: QModelIndex) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.MiddleButton:
            self._open(index, Where.TAB)

    def _on_key(self, where: Where) -> None:
        tree = self._panel.tree
        index = tree.currentIndex()
        if not self._open(index, where):
            tree.setExpanded(index, not tree.isExpanded(index))

    def _open(self, index: QModelIndex, where: Where) -> bool:
        """Open a document; False for what is none."""
        document = self._panel.model.node(index).document
        if document is not None:
            self._reading.open(document.id, where=where)
        return document is not None
