"""The right side of the window: outline, annotations and search hits behind three tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from ui.panels.annotations_panel import AnnotationsPanel
from ui.panels.outline_panel import OutlinePanel
from ui.panels.search_panel import SearchPanel

NAMES = ("outline", "annotations", "search")


class SidePanel(QTabWidget):
    """One of the three panels at a time; each keeps its state while another is shown.

    Signals:
        left: Esc, where nothing in the panel has a use for it.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setDocumentMode(True)
        self.tabBar().setObjectName("sideTabs")
        self.tabBar().setAccessibleName(self.tr("侧栏"))
        self.tabBar().setExpanding(True)
        self.outline = OutlinePanel(self)
        self.annotations = AnnotationsPanel(self)
        self.search = SearchPanel(self)
        self.search.left.connect(self.left)
        self.addTab(self.outline, self.tr("大纲"))
        self.addTab(self.annotations, self.tr("批注"))
        self.addTab(self.search, self.tr("检索"))

    @property
    def current_name(self) -> str:
        """Which panel is in front, one of `NAMES`."""
        return NAMES[self.currentIndex()]

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front."""
        self.setCurrentIndex(NAMES.index(name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.annotations.refresh_icons()
        self.search.refresh_icons()
