"""The settings: one dialog with a list of pages; each choice takes effect at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.settings_page import SettingsPage
from ui.preferences import Preferences

LIST_WIDTH = 132


class SettingsDialog(QDialog):
    """Asks; the window carries out.

    Args:
        pages: in the order in which they are listed.

    Signals:
        changed: values by the names of `Preferences`.
    """

    changed = Signal(object)

    def __init__(self, pages: Sequence[SettingsPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self.setWindowTitle(self.tr("设置"))
        self.resize(780, 560)
        self.pages = tuple(pages)
        self.list = QListWidget(self)
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(self.tr("设置的各页"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.stack = QStackedWidget(self)
        for page in self.pages:
            item = QListWidgetItem(page.title)
            item.setSizeHint(QSize(0, self.fontMetrics().height() + 16))
            self.list.addItem(item)
            self.stack.addWidget(_scrolled(page))
            page.changed.connect(self.changed)
        self.list.currentRowChanged.connect(self._on_page)
        buttons = QDialogButtonBox(self)
        self.reset = buttons.addButton(self.tr("恢复本页默认值(&T)"), QDialogButtonBox.ButtonRole.ResetRole)
        self.reset.setObjectName("settingsReset")
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(lambda: self.page.reset())
        close = buttons.addButton(self.tr("关闭"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("settingsClose")
        close.setDefault(False)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.list)
        beside.addWidget(self.stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(beside, 1)
        below = QVBoxLayout()
        below.setContentsMargins(18, 10, 18, 12)
        below.addWidget(buttons)
        layout.addLayout(below)
        self.list.setCurrentRow(0)

    @property
    def page(self) -> SettingsPage:
        """The page in front."""
        return self.pages[self.list.currentRow()]

    def show_page(self, page: SettingsPage) -> None:
        """Bring a page to the front."""
        self.list.setCurrentRow(self.pages.index(page))

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what is chosen now, on all pages."""
        for page in self.pages:
            page.show_preferences(preferences)

    def done(self, result: int) -> None:
        """Leave the line that is being typed first: what is in it counts."""
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()
        super().done(result)

    def _on_page(self, row: int) -> None:
        self.stack.setCurrentIndex(row)
        self.reset.setVisible(bool(self.pages[row].names))


def _scrolled(page: SettingsPage) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
