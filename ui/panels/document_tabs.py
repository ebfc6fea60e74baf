"""The row of tabs above a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QToolButton, QWidget

from ui.theme import icon

NARROWEST, WIDEST = 96, 232
"""Pixels of a tab."""

CLOSE = 16
"""Width and height of the cross on a tab, pixels."""


@dataclass(frozen=True, slots=True)
class TabText:
    """What stands on a tab. `number`: that of the tab; `kept`: False is written in italics."""

    number: int
    title: str
    tip: str
    kept: bool = True


class DocumentTabs(QTabBar):
    """Tells by their numbers what is wanted of the tabs; it shows what it is told by `show_tabs` and changes nothing
    by itself but the order while a tab is dragged.

    Signals:
        chosen: a tab, to bring it to the front.
        closeWanted: a tab, by its cross or the middle button.
        keepWanted: a tab that was double-clicked.
        tabMovedTo: a tab and the place it was dragged to.
        menuWanted: a tab, and a point on the screen.
    """

    chosen = Signal(int)
    closeWanted = Signal(int)
    keepWanted = Signal(int)
    tabMovedTo = Signal(int, int)
    menuWanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTabs")
        self.setAccessibleName(self.tr("打开的公文"))
        self.setDrawBase(False)
        self.setMovable(True)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self._tabs: list[TabText] = []
        self._front = 0
        self._telling = True
        self._dragged = False
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self._on_moved)

    def show_tabs(self, tabs: Sequence[TabText], front: int) -> None:
        """Show these tabs. `front`: the number of the one in front."""
        self._front = front
        if list(tabs) == self._tabs and self.currentIndex() == _place(tabs, front):
            return
        self._telling = False
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
            self._add_cross(self.count() - 1)
        self._tabs = list(tabs)
        for at, tab in enumerate(tabs):
            # An ampersand would underline what follows it. Each new text lays the whole row out anew.
            text = tab.title.replace("&", "&&")
            if text != self.tabText(at):
                self.setTabText(at, text)
            self.setTabToolTip(at, tab.tip)
        self.setCurrentIndex(_place(tabs, front))
        self._telling = True
        # Filled while it is hidden, Qt's own row would keep the height it had without tabs.
        self.updateGeometry()
        self.update()

    def refresh_icons(self) -> None:
        """Draw the crosses anew after the theme changed."""
        for at in range(self.count()):
            button = self.tabButton(at, QTabBar.ButtonPosition.RightSide)
            if isinstance(button, QToolButton):
                button.setIcon(icon("close"))

    def _add_cross(self, at: int) -> None:
        button = QToolButton(self)
        button.setObjectName("tabClose")
        button.setIcon(icon("close"))
        button.setIconSize(QSize(CLOSE - 4, CLOSE - 4))
        button.setFixedSize(CLOSE, CLOSE)
        button.setToolTip(self.tr("关闭标签页"))
        button.setAccessibleName(self.tr("关闭标签页"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._close_of(button))
        self.setTabButton(at, QTabBar.ButtonPosition.RightSide, button)

    def _close_of(self, button: QToolButton) -> None:
        for at, tab in enumerate(self._tabs):
            if self.tabButton(at, QTabBar.ButtonPosition.RightSide) is button:
                self.closeWanted.emit(tab.number)
                return

    def _on_current(self, at: int) -> None:
        # While it is dragged over its neighbours a tab changes its index, and is still the one in front.
        if self._telling and 0 <= at < len(self._tabs) and self._tabs[at].number != self._front:
            self._front = self._tabs[at].number
            self.chosen.emit(self._tabs[at].number)

    def _on_moved(self, source: int, target: int) -> None:
        self._tabs.insert(target, self._tabs.pop(source))
        self._dragged = True

    def _number_at(self, point: QPoint) -> int:
        at = self.tabAt(point)
        return self._tabs[at].number if 0 <= at < len(self._tabs) else 0

    def tabSizeHint(self, index: int) -> QSize:
        hint = super().tabSizeHint(index)
        return QSize(min(max(hint.width(), NARROWEST), WIDEST), hint.height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.MiddleButton:
            number = self._number_at(event.position().toPoint())
            if number:
                self.closeWanted.emit(number)
        elif self._dragged:
            self._dragged = False
            at = self.currentIndex()
            self.tabMovedTo.emit(self._tabs[at].number, at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        number = self._number_at(event.position().toPoint())
        if number and event.button() is Qt.MouseButton.LeftButton:
            self.keepWanted.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        number = self._number_at(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self.count():
            number = self._tabs[self.currentIndex()].number
        if number:
            self.menuWanted.emit(number, event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tabs that are not kept in italics; the one in front last, for it lies over its neighbours."""
        painter = QStylePainter(self)
        front = self.currentIndex()
        for at in (*(n for n in range(self.count()) if n != front), front):
            if not 0 <= at < len(self._tabs):
                continue
            option = QStyleOptionTab()
            self.initStyleOption(option, at)
            font = self.font()
            font.setItalic(not self._tabs[at].kept)
            painter.setFont(font)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)


def _place(tabs: Sequence[TabText], number: int) -> int:
    """Where a tab stands in the row; -1 where it does not."""
    return next((at for at, tab in enumerate(tabs) if tab.number == number), -1)
