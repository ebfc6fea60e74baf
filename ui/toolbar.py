"""The toolbar: what is used most, as pictures; what a newcomer looks for first, with its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from ui.actions import Actions
from ui.theme import icon

STYLES_AT_HAND = 8
"""Colours that the toolbar has room for on a narrow screen; all are in the menus."""

WITH_TEXT = ("import_files", "export", "search")
"""Actions that the toolbar shows with their words: what a newcomer looks for first."""

GROUPS = (
    ("import_files", "export"),
    ("back", "forward"),
    ("underline", "note", "tag", "delete"),
    ("undo", "redo"),
    ("find", "search"),
)
"""The left half, group by group."""

PANELS = ("split", "show_library", "show_outline", "show_annotations")
"""The right end."""


class Toolbar(QToolBar):
    """Cannot be moved or hidden; every button has a name for screen readers."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._label: QLabel | None = None
        self.setWindowTitle(self.tr("工具栏"))
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for names in GROUPS:
            for name in names:
                self._put(name)
            self.addSeparator()
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        for name in ("zoom_out", "zoom_in"):
            self._put(name)
        self._theme_button = self._make_theme_button()
        self.addWidget(self._theme_button)
        self.addSeparator()
        for name in PANELS:
            self._put(name)

    def place_styles(self) -> None:
        """Put the colours before the underline; their actions must exist. May be called again after a change."""
        first = self._actions["underline"]
        if self._label is None:
            self._label = QLabel(self.tr("标注"), self)
            self._label.setProperty("muted", True)
            self._label.setContentsMargins(4, 0, 4, 0)
            self.insertWidget(first, self._label)
        for action in self._actions.style_actions[:STYLES_AT_HAND]:
            self.insertAction(first, action)
            self._name_button(action)

    def refresh_icons(self) -> None:
        """Draw the own picture anew after the theme changed; the actions have theirs drawn by `Actions`."""
        self._theme_button.setIcon(icon("theme"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for action in self._actions:
                self._name_button(action)

    def _put(self, name: str) -> None:
        self.addAction(self._actions[name])
        self._name_button(self._actions[name])

    def _make_theme_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("button_theme")
        button.setIcon(icon("theme"))
        button.setToolTip(self.tr("纸色：明亮、米黄、夜间"))
        button.setAccessibleName(self.tr("纸色"))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as all buttons of a toolbar; the menu has it for the keyboard
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in ("theme_system", "theme_light", "theme_sepia", "theme_dark"):
            menu.addAction(self._actions[name])
        button.setMenu(menu)
        return button

    def _name_button(self, action: QAction) -> None:
        button = self.widgetForAction(action)
        if isinstance(button, QToolButton):
            name = action.objectName().removeprefix("action_")
            button.setObjectName(f"button_{name}")
            # Not the tip: the key in it may be changed while the button is there.
            button.setAccessibleName(action.iconText())
            if name in WITH_TEXT:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
