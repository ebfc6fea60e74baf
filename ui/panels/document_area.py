"""The middle of the window: one document, or two side by side, each with its tabs; or one beside its original."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from ui.models.tabs import LEFT, RIGHT
from ui.panels.document_pane import DocumentPane
from ui.panels.document_tabs import DocumentTabs
from ui.panels.notice_strip import NoticeStrip
from ui.panels.source_side import SourceSide
from ui.theme import icon

NARROWEST = 340
"""Pixels of a side: a line of twenty characters with its margins."""


class DocumentSide(QWidget):
    """A side: a line that tells whether it has the focus, its tabs, the document in front.

    Signals:
        closeWanted: the button that ends the split view was pressed.
    """

    closeWanted = Signal()

    def __init__(self, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"documentSide_{at}")
        self._at = at
        self.pane = DocumentPane(self)
        self.tabs = DocumentTabs(self)
        self._line = QWidget(self)
        self._line.setObjectName("sideLine")
        self._line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line.setFixedHeight(3)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("sideClose")
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.setToolTip(self.tr("结束并排，标签页并到另一侧"))
        self.close_button.setAccessibleName(self.tr("结束并排"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.closeWanted)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(2)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._line)
        layout.addWidget(self._row)
        layout.addWidget(self.pane, 1)
        # A click beside the text, on the head say, is meant for this document too.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.pane.view)
        self.setMinimumWidth(NARROWEST)
        self.refresh_icons()
        self.show_state(split=False, active=True)

    def show_state(self, *, split: bool, active: bool) -> None:
        """Show whether there are two sides and whether this one has the focus. Alone with one tab, it needs no tabs."""
        self._line.setVisible(split)
        self._row.setVisible(split or self.tabs.count() > 1)
        # One cross for both: beside the tabs of the left side it would look like one more of theirs.
        self.close_button.setVisible(split and self._at == RIGHT)
        for widget in (self._line, self.tabs):
            if widget.property("active") != (active or not split):
                widget.setProperty("active", active or not split)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        self.pane.head.set_active(active or not split)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        self.close_button.setIcon(icon("close"))
        self.tabs.refresh_icons()
        self.pane.find_bar.refresh_icons()


class DocumentArea(QWidget):
    """One or two sides. The second is made when it is first needed.

    Signals:
        activated: number of the side that the user went to.
        sideAdded: the second side, before it is shown.
        sourceAdded: the place for the original was made.
        shared: whether something stands beside the document.
    """

    activated = Signal(int)
    sideAdded = Signal(object)
    sourceAdded = Signal()
    shared = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentArea")
        self.sides = [DocumentSide(LEFT, self)]
        self.active = LEFT
        self.split = False
        self.with_source = False
        self._source: SourceSide | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("documentSplitter")
        self.splitter.addWidget(self.sides[LEFT])
        self.splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.strip = NoticeStrip(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    @property
    def pane(self) -> DocumentPane:
        """The pane that has the focus."""
        return self.sides[self.active].pane

    @property
    def panes(self) -> tuple[DocumentPane, ...]:
        """All panes, that of a second side even while it is not shown."""
        return tuple(side.pane for side in self.sides)

    def side(self, at: int) -> DocumentSide:
        """A side by its number."""
        if at == len(self.sides):
            made = DocumentSide(at, self)
            self.sides.append(made)
            self.splitter.insertWidget(at, made)
            self.splitter.setCollapsible(at, False)
            made.hide()
            self.sideAdded.emit(made)
        return self.sides[at]

    def set_split(self, split: bool) -> None:
        """Show two sides of the same width, or the left one alone."""
        if split == self.split:
            return
        self.split = split
        if split:
            self.set_source(False)
        else:
            self.active = LEFT
        self.side(RIGHT).setVisible(split)
        self._halve()
        self.show_states()

    def source(self) -> SourceSide:
        """The place for the original, made when it is first asked for."""
        if self._source is None:
            self._source = SourceSide(self)
            self._source.hide()
            self.splitter.addWidget(self._source)
            self.splitter.setCollapsible(self.splitter.indexOf(self._source), False)
            self.sourceAdded.emit()
        return self._source

    def set_source(self, shown: bool) -> None:
        """Show the original beside the left side, or hide it."""
        if shown != self.with_source:
            self.with_source = shown
            self.source().setVisible(shown)
            self._halve()

    def _halve(self) -> None:
        """Give what stands side by side the same width."""
        self.splitter.setSizes([1000] * self.splitter.count())
        self.shared.emit(self.split or self.with_source)

    def set_active(self, at: int) -> None:
        """Let a side be the one that actions are about; the keyboard follows if it was in the other one."""
        before, self.active = self.sides[self.active], at
        now = self.side(at)
        self.show_states()
        focus = QApplication.focusWidget()
        if before is not now and focus is not None and before.isAncestorOf(focus):
            now.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def activate(self, at: int) -> None:
        """The user did something on a side."""
        if at != self.active:
            self.activated.emit(at)

    def show_states(self) -> None:
        """Tell the sides which of them has the focus."""
        for at, side in enumerate(self.sides):
            side.show_state(split=self.split, active=at == self.active)

    def refresh_icons(self) -> None:
        """Draw the pictures anew after the theme changed."""
        for side in self.sides:
            side.refresh_icons()
        if self._source is not None:
            self._source.refresh_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.fit()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.split:
            return
        for at, side in enumerate(self.sides):
            if side.isAncestorOf(now):
                self.activate(at)
