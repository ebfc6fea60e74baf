"""The main window: library at the left, document in the middle, panels at the right; menus, toolbar, status bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QMouseEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QWidget

from ui.actions import Actions
from ui.layout_memory import Layout, load, save
from ui.menus import Menus
from ui.panels.active_pane import ActivePane
from ui.panels.document_area import DocumentArea, DocumentSide
from ui.panels.document_pane import DocumentPane
from ui.panels.drop_overlay import DropOverlay, DropThrough, local_paths
from ui.panels.empty_tree import EmptyTree
from ui.panels.library_panel import LibraryPanel
from ui.panels.side_panel import NAMES, SidePanel
from ui.panels.status_bar import StatusBar
from ui.theme import current
from ui.toolbar import Toolbar

LIBRARY, SIDE = (150, 276, 560), (184, 320, 640)
"""Widths of the panels in pixels: the least, that in a window of 1366 pixels, the most."""

SHARE = 1 / 8
"""How much of what a new window is wider goes to each panel; afterwards they keep their widths."""

WHOLE = (1366, 768)
"""The largest screen that a new window fills."""

PART = 0.86
"""How much of a larger screen it takes, of width and height."""


COMFORTABLE = 460
"""Pixels of a document below which its lines are too short to read well."""


SIDE_BUTTONS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}
"""The buttons at a mouse's side, and their actions."""


class MainWindow(QMainWindow):
    """Widgets and their places; what they do is for `ui.controllers.desk`.

    Signals:
        filesDropped: paths that were dropped on the window.
        closing: the window is about to close.
        languageChanged: the window speaks another language from now on; its own texts have changed already.
    """

    filesDropped = Signal(object)
    closing = Signal()
    languageChanged = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("邸报"))
        self.setAcceptDrops(True)
        self._settings = settings
        self._welcoming = False
        self._wanted = {"library": True, "side": True}
        self._desk_sizes = QByteArray()
        self._made_room: set[str] = set()
        self.library = LibraryPanel(self)
        EmptyTree(self.library)
        self.area = DocumentArea(self)
        self.voice = ActivePane(self.area)
        self.side = SidePanel(self)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("mainSplitter")
        for number, widget in enumerate((self.library, self.area, self.side)):
            self.splitter.addWidget(widget)
            self.splitter.setCollapsible(number, False)
            self.splitter.setStretchFactor(number, int(number == 1))
        for panel, (least, _, most) in ((self.library, LIBRARY), (self.side, SIDE)):
            panel.setMinimumWidth(least)
            panel.setMaximumWidth(most)
        self.setCentralWidget(self.splitter)
        self.actions_ = Actions(self, self.pane.view)
        self.area.sideAdded.connect(self._on_side_added)
        self.area.shared.connect(self._on_shared)
        self.toolbar = Toolbar(self.actions_, self)
        self.addToolBar(self.toolbar)
        self.menus = Menus(self.menuBar(), self.actions_)
        self.bookmark_menu, self.correction_menu = self.menus.bookmarks, self.menus.correction
        self.library.options.setMenu(self.menus.library)
        self._drop = DropOverlay(self)
        self.drops = DropThrough(self)
        self.drops.guard(self)
        self.side.currentChanged.connect(lambda _: self._check_toggles())
        for panel in (self.library, self.side):
            panel.left.connect(lambda: self.pane.view.setFocus())
        self._connect_toggles()

    @property
    def pane(self) -> DocumentPane:
        """The pane that actions are about: of two side by side the one that has the focus. Listen to `voice`."""
        return self.area.pane

    # Layout

    def show_panel(self, name: str) -> None:
        """Bring a panel of the right side to the front, showing the side."""
        self.side.show_panel(name)
        self._want("side", True)

    def toggle_panel(self, name: str) -> None:
        """Show a panel of the right side, or hide the side where it is in front already."""
        if self.side.isVisibleTo(self) and self.side.current_name == name:
            self._want("side", False)
        else:
            self.show_panel(name)

    def show_library(self) -> None:
        """Show the library's tree."""
        self._want("library", True)

    def set_welcoming(self, welcoming: bool) -> None:
        """Show the first steps and nothing else, for an empty library; or the desk."""
        if welcoming == self._welcoming:
            return
        if welcoming:
            self._desk_sizes = self.splitter.saveState()
            self.pane.show_welcome()
        self._welcoming = welcoming
        for name in ("show_library", "show_outline", "show_annotations", "show_search"):
            self.actions_[name].setEnabled(not welcoming)
        self._show_wanted()
        if not welcoming:
            self.splitter.restoreState(self._desk_sizes)

    def restore_layout(self) -> None:
        """Put the window where it was on a screen of this size; else a good size for the screen."""
        self.restore(load(self._settings, self._screen_size()))

    def save_layout(self) -> None:
        """Write to the settings where the window is."""
        save(self._settings, self._screen_size(), self.state())

    def state(self) -> Layout:
        """What the window looks like, for `restore`, of this window or of another one."""
        return Layout(
            geometry=self.saveGeometry(),
            splitter=self._desk_sizes if self._welcoming else self.splitter.saveState(),
            annotations=self.side.annotations.splitter.saveState(),
            panel=self.side.current_name,
            library=self._wanted["library"] or "library" in self._made_room,
            side=self._wanted["side"] or "side" in self._made_room,
        )

    def restore(self, layout: Layout) -> None:
        """Look as a layout says; what it does not know is made to fit the screen."""
        if not self.restoreGeometry(layout.geometry):
            self._fit_screen()
        if not self.splitter.restoreState(layout.splitter):
            self._fit_panels()
        self._desk_sizes = self.splitter.saveState()
        self.side.annotations.splitter.restoreState(layout.annotations)
        self.side.show_panel(layout.panel if layout.panel in NAMES else NAMES[0])
        self._wanted = {"library": layout.library, "side": layout.side}
        self._show_wanted()

    def _on_shared(self, shared: bool) -> None:
        if not shared:
            for name in tuple(self._made_room):
                self._want(name, True)
        elif self.isVisible():
            self._make_room()

    def _make_room(self) -> None:
        """Hide the side, then the library, while what stands side by side is cramped; they come back afterwards."""
        for name in ("side", "library"):
            # The splitter knows of a panel that came or went only after its next event.
            self.splitter.refresh()
            if self._wanted[name] and self.area.width() < 2 * COMFORTABLE:
                self._want(name, False)
                self._made_room.add(name)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.area.split:
            # Sizes mean something only now; a panel that the user brought back stays.
            QTimer.singleShot(0, self, self._make_room)

    def _on_side_added(self, side: DocumentSide) -> None:
        self.actions_.add_text_pane(side.pane.view)
        self.drops.guard(side)
        for pane in self.area.panes:
            pane.view.zoomChanged.connect(self._zoom_all)

    def _zoom_all(self, zoom: float) -> None:
        for pane in self.area.panes:
            pane.view.set_zoom(zoom)

    def _fit_screen(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        small = screen.width() <= WHOLE[0] or screen.height() <= WHOLE[1]
        part = 1.0 if small else PART
        self.resize(round(screen.width() * part), round(screen.height() * part))
        if small:
            # With the frame around it a window of the screen's size would reach beyond it.
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _fit_panels(self) -> None:
        """Give the panels of a window that never was here before their share of its width. A narrow one takes from
        panels and document alike, so that neither numbers in the tree nor lines of the text become too short."""
        share = SHARE * max(self.width() - WHOLE[0], 0)
        part = (1 + min(self.width() / WHOLE[0], 1.0)) / 2
        library, side = (
            max(min(round(part * usual + share), most), least) for least, usual, most in (LIBRARY, SIDE)
        )
        self.splitter.setSizes([library, max(self.width() - library - side, 1), side])

    def _screen_size(self) -> QSize:
        return QGuiApplication.primaryScreen().size()

    def _show_wanted(self) -> None:
        """Show the panels that the user wants; none while the library is empty."""
        self.library.setVisible(self._wanted["library"] and not self._welcoming)
        self.side.setVisible(self._wanted["side"] and not self._welcoming)
        self._check_toggles()

    def _want(self, name: str, wanted: bool) -> None:
        self._made_room.discard(name)
        self._wanted[name] = wanted
        self._show_wanted()

    def place_styles(self) -> None:
        """Put the colours into toolbar and menu; their actions must exist. May be called again after a change."""
        self.toolbar.place_styles()
        self.menus.place_styles()

    def refresh_icons(self) -> None:
        """Draw all pictures anew after the theme changed."""
        # A new style sheet puts back the palette the page had before it, after the page has dressed by itself.
        for pane in self.area.panes:
            pane.view.page.set_theme(current())
        self.actions_.refresh_icons()
        self.toolbar.refresh_icons()
        self.side.refresh_icons()
        self.area.refresh_icons()

    def _connect_toggles(self) -> None:
        self.actions_.connect_all(
            {
                "show_library": self._toggle_library,
                **{f"show_{name}": partial(self.toggle_panel, name) for name in NAMES},
            }
        )

    def _toggle_library(self) -> None:
        self._want("library", not self.library.isVisibleTo(self))

    def _check_toggles(self) -> None:
        self.actions_["show_library"].setChecked(self.library.isVisibleTo(self))
        for name in NAMES:
            front = self.side.isVisibleTo(self) and self.side.current_name == name
            self.actions_[f"show_{name}"].setChecked(front)

    def citation_menu(self, parent: QWidget) -> QMenu:
        """A menu of the forms in which what is selected, chosen or open can be cited."""
        return self.menus.citations(parent)

    def block_menu(self, parent: QWidget) -> QMenu:
        """A menu of what a paragraph can be marked as."""
        return self.menus.paragraph_kinds(parent)

    # Dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_paths(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        paths = local_paths(event)
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.filesDropped.emit(paths)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The buttons at a mouse's side go back and forward, on the side of a split view they were pressed over."""
        name = SIDE_BUTTONS.get(event.button())
        if name is None:
            super().mousePressEvent(event)
            return
        for at, side in enumerate(self.area.sides):
            if side.isVisible() and side.rect().contains(side.mapFromGlobal(event.globalPosition().toPoint())):
                self.area.activate(at)
        self.actions_[name].trigger()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two steps as quick as a double click are two steps."""
        self.mousePressEvent(event)

    # The window's life

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["full_screen"].setChecked(self.isFullScreen())
        elif event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            self.languageChanged.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self.save_layout()
        super().closeEvent(event)


def show_beside(window: MainWindow, other: QWidget) -> None:
    """Show, over the middle of the window, another one that sends the reader to places in it.

    It has no parent: a system keeps a window above its parent, and the place sent to would lie behind. So whoever makes
    it closes it with the main window.
    """
    if not other.isVisible():
        frame, corner = other.rect(), window.screen().availableGeometry().topLeft()
        frame.moveCenter(window.frameGeometry().center())
        other.move(max(frame.left(), corner.x()), max(frame.top(), corner.y()))
    other.show()
    other.raise_()
    other.activateWindow()
