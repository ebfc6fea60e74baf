"""The main window: library at the left, document in the middle, panels at the right; menus, toolbar, status bar."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QSizePolicy, QSplitter, QToolBar, QToolButton, QWidget

from ui.actions import PARAGRAPH_KINDS, Actions
from ui.panels.document_pane import DocumentPane
from ui.panels.library_panel import LibraryPanel
from ui.panels.side_panel import NAMES, SidePanel
from ui.panels.status_bar import StatusBar
from ui.theme import current, icon

WIDTHS = (276, 770, 320)
"""Widths of library, document and panels on a screen of 1366 pixels."""

WHOLE = (1366, 768)
"""The window's size where the screen is larger; a smaller one is filled."""

STYLES_AT_HAND = 8
"""Colours that the toolbar has room for on a narrow screen; all are in the menus."""

WITH_TEXT = ("import_files", "export", "search")
"""Actions that the toolbar shows with their words: what a newcomer looks for first."""


class MainWindow(QMainWindow):
    """Widgets and their places; what they do is for `ui.controllers.desk`.

    Signals:
        filesDropped: paths that were dropped on the window.
        closing: the window is about to close.
    """

    filesDropped = Signal(object)
    closing = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("邸报"))
        self.setAcceptDrops(True)
        self._settings = settings
        self._welcoming = False
        self._behind_styles: QAction | None = None
        self.library = LibraryPanel(self)
        self.pane = DocumentPane(self)
        self.side = SidePanel(self)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("mainSplitter")
        for number, widget in enumerate((self.library, self.pane, self.side)):
            self.splitter.addWidget(widget)
            self.splitter.setCollapsible(number, False)
            self.splitter.setStretchFactor(number, int(number == 1))
        self.library.setMinimumWidth(190)
        self.side.setMinimumWidth(230)
        self.pane.setMinimumWidth(360)
        self.splitter.setSizes(list(WIDTHS))
        self.setCentralWidget(self.splitter)
        self.actions_ = Actions(self, self.pane.view)
        self._toolbar = self._make_toolbar()
        self.mark_menu = QMenu(self.tr("标注(&A)"), self)
        self._make_menus()
        self._drop = DropOverlay(self)
        self.side.currentChanged.connect(lambda _: self._check_toggles())
        self._connect_toggles()

    # Layout

    def show_panel(self, name: str) -> None:
        """Bring a panel of the right side to the front, showing the side."""
        self.side.show_panel(name)
        self.side.setVisible(not self._welcoming)
        self._check_toggles()

    def toggle_panel(self, name: str) -> None:
        """Show a panel of the right side, or hide the side where it is in front already."""
        if self.side.isVisible() and self.side.current_name == name:
            self.side.hide()
            self._check_toggles()
        else:
            self.show_panel(name)

    def set_welcoming(self, welcoming: bool) -> None:
        """Show the first steps and nothing else, for an empty library; or the desk."""
        if welcoming == self._welcoming:
            return
        self._welcoming = welcoming
        if welcoming:
            self.pane.show_welcome()
            self.library.hide()
            self.side.hide()
        else:
            self.library.setVisible(self._remembered("library", True))
            self.side.setVisible(self._remembered("side", True))
        for name in ("show_library", "show_outline", "show_annotations", "show_search"):
            self.actions_[name].setEnabled(not welcoming)
        self._check_toggles()

    def restore_layout(self) -> None:
        """Put the window where it was, by what the settings hold; else a good size for the screen."""
        geometry = self._settings.value("window/geometry")
        if not (isinstance(geometry, QByteArray) and self.restoreGeometry(geometry)):
            screen = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(WHOLE[0], screen.width()), min(WHOLE[1], screen.height()))
            if screen.width() <= WHOLE[0] or screen.height() <= WHOLE[1]:
                # With the frame around it a window of the screen's size would reach beyond it.
                self.setWindowState(Qt.WindowState.WindowMaximized)
        sizes = self._settings.value("window/splitter")
        if isinstance(sizes, QByteArray):
            self.splitter.restoreState(sizes)
        notes = self._settings.value("window/annotations")
        if isinstance(notes, QByteArray):
            self.side.annotations.splitter.restoreState(notes)
        panel = str(self._settings.value("window/panel", NAMES[0]))
        self.side.show_panel(panel if panel in NAMES else NAMES[0])
        self.library.setVisible(self._remembered("library", True))
        self.side.setVisible(self._remembered("side", True))
        self._check_toggles()

    def save_layout(self) -> None:
        """Write to the settings where the window is."""
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/panel", self.side.current_name)
        self._settings.setValue("window/annotations", self.side.annotations.splitter.saveState())
        if not self._welcoming:
            self._settings.setValue("window/splitter", self.splitter.saveState())
            self._settings.setValue("window/library", self.library.isVisibleTo(self))
            self._settings.setValue("window/side", self.side.isVisibleTo(self))
        self._settings.sync()

    def place_styles(self) -> None:
        """Put the colours into toolbar and menu; their actions must exist. May be called again after a change."""
        first = self.actions_["underline"]
        if self._behind_styles is None:
            label = QLabel(self.tr("标注"), self._toolbar)
            label.setProperty("muted", True)
            label.setContentsMargins(4, 0, 4, 0)
            self._toolbar.insertWidget(first, label)
            self._behind_styles = self.mark_menu.insertSeparator(first)
        for number, action in enumerate(self.actions_.style_actions):
            if number < STYLES_AT_HAND:
                self._toolbar.insertAction(first, action)
                self._name_button(self._toolbar, action)
            self.mark_menu.insertAction(self._behind_styles, action)

    def refresh_icons(self) -> None:
        """Draw all pictures anew after the theme changed."""
        # A new style sheet puts back the palette the page had before it, after the page has dressed by itself.
        self.pane.view.page.set_theme(current())
        self.actions_.refresh_icons()
        self.theme_button.setIcon(icon("theme"))
        self.side.refresh_icons()
        self.pane.find_bar.refresh_icons()

    def _remembered(self, name: str, default: bool) -> bool:
        return str(self._settings.value(f"window/{name}", default)).lower() == "true"

    def _connect_toggles(self) -> None:
        self.actions_.connect_all(
            {
                "show_library": self._toggle_library,
                **{f"show_{name}": partial(self.toggle_panel, name) for name in NAMES},
            }
        )

    def _toggle_library(self) -> None:
        self.library.setVisible(not self.library.isVisible())
        self._check_toggles()

    def _check_toggles(self) -> None:
        self.actions_["show_library"].setChecked(self.library.isVisibleTo(self))
        for name in NAMES:
            front = self.side.isVisibleTo(self) and self.side.current_name == name
            self.actions_[f"show_{name}"].setChecked(front)

    # Bars and menus

    def _make_toolbar(self) -> QToolBar:
        bar = QToolBar(self.tr("工具栏"), self)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        groups = (
            ("import_files", "export"),
            ("back", "forward"),
            ("underline", "note", "tag", "delete"),
            ("undo", "redo"),
            ("find", "search"),
        )
        for names in groups:
            for name in names:
                bar.addAction(self.actions_[name])
                self._name_button(bar, self.actions_[name])
            bar.addSeparator()
        space = QWidget(bar)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        for name in ("zoom_out", "zoom_in"):
            bar.addAction(self.actions_[name])
            self._name_button(bar, self.actions_[name])
        self.theme_button = QToolButton(bar)
        self.theme_button.setObjectName("button_theme")
        self.theme_button.setIcon(icon("theme"))
        self.theme_button.setToolTip(self.tr("纸色：明亮、米黄、夜间"))
        self.theme_button.setAccessibleName(self.tr("纸色"))
        self.theme_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.theme_button)
        for name in ("theme_light", "theme_sepia", "theme_dark"):
            menu.addAction(self.actions_[name])
        self.theme_button.setMenu(menu)
        bar.addWidget(self.theme_button)
        bar.addSeparator()
        for name in ("show_library", "show_outline", "show_annotations"):
            bar.addAction(self.actions_[name])
            self._name_button(bar, self.actions_[name])
        self.addToolBar(bar)
        return bar

    def _name_button(self, bar: QToolBar, action: QAction) -> None:
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            name = action.objectName().removeprefix("action_")
            button.setObjectName(f"button_{name}")
            button.setAccessibleName(button.toolTip())
            if name in WITH_TEXT:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _make_menus(self) -> None:
        self._menu(
            self.tr("文件(&F)"),
            "import_files",
            "import_folder",
            "import_sample",
            "",
            "export",
            "export_document",
            "export_exchange",
            "import_annotations",
            "",
            "print_preview",
            "print",
            "",
            "backup",
            "backups",
            "",
            "preferences",
            "",
            "quit",
        )
        editing = self._menu(
            self.tr("编辑(&E)"),
            "undo",
            "redo",
            "",
            "copy",
            "copy_cited",
            "",
            "find",
            "find_next",
            "find_previous",
            "clear_hits",
            "",
            "search",
        )
        editing.insertMenu(editing.actions()[5], self.citation_menu(editing))
        self.menuBar().addMenu(self.mark_menu)
        self.mark_menu.setObjectName("menuMark")
        marks = ("underline", "note", "tag", "change_range", "note_document", "", "delete")
        for name in (*marks, "", "review", "trash", "styles", "tags"):
            self._add(self.mark_menu, name)
        self.correction_menu = self._menu(
            self.tr("更正(&R)"), "correct_split", "correct_merge", "correct_start", "correct_next", "", "correct_facts"
        )
        self.correction_menu.addMenu(self.block_menu(self.correction_menu))
        self.correction_menu.addSeparator()
        self.correction_menu.addAction(self.actions_["report"])
        going = self._menu(
            self.tr("转到(&G)"),
            "back",
            "forward",
            "",
            "previous_document",
            "next_document",
            "",
            "previous_annotation",
            "next_annotation",
            "",
            "go_to",
            "filter",
            "",
        )
        self.bookmark_menu = going.addMenu(self.tr("书签"))
        self.bookmark_menu.addAction(self.actions_["bookmark"])
        view = self._menu(
            self.tr("视图(&V)"),
            "show_library",
            "show_outline",
            "show_annotations",
            "show_search",
            "",
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "",
        )
        themes = view.addMenu(self.tr("纸色"))
        for name in ("theme_light", "theme_sepia", "theme_dark"):
            themes.addAction(self.actions_[name])
        view.addAction(self.actions_["full_screen"])
        self._menu(self.tr("帮助(&H)"), "help", "about")

    def citation_menu(self, parent: QWidget) -> QMenu:
        """A menu of the forms in which what is selected, chosen or open can be cited."""
        menu = QMenu(self.tr("复制出处"), parent)
        for form in ("official", "source", "short", "gbt7714", "csl"):
            menu.addAction(self.actions_[f"cite_{form}"])
        return menu

    def block_menu(self, parent: QWidget) -> QMenu:
        """A menu of what a paragraph can be marked as."""
        menu = QMenu(self.tr("这一段是"), parent)
        for name in PARAGRAPH_KINDS:
            menu.addAction(self.actions_[name])
        return menu

    def _menu(self, title: str, *names: str) -> QMenu:
        menu = self.menuBar().addMenu(title)
        for name in names:
            self._add(menu, name)
        return menu

    def _add(self, menu: QMenu, name: str) -> None:
        if name:
            menu.addAction(self.actions_[name])
        else:
            menu.addSeparator()

    # Dropped files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_paths(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._drop.appear()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.hide()
        paths = _local_paths(event)
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.filesDropped.emit(paths)

    # The window's life

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_["full_screen"].setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        self.save_layout()
        super().closeEvent(event)


class DropOverlay(QLabel):
    """Says over the whole window that files may be let go."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("dropOverlay")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setText(self.tr("松开鼠标，导入这些公报"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def appear(self) -> None:
        """Cover the window."""
        theme = current()
        self.setStyleSheet(
            f"background: {theme.accent_soft}; color: {theme.accent_ink}; border: 3px dashed {theme.accent};"
            " border-radius: 10px; font-size: 24px;"
        )
        self.setGeometry(self._window.rect().adjusted(12, 12, -12, -12))
        self.raise_()
        self.show()


def _local_paths(event: QDropEvent) -> tuple[Path, ...]:
    data = event.mimeData()
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()) if data.hasUrls() else ()
