"""The user's choices about the program: kept in a file, in effect at once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import locales
from ui import preferences as choices
from ui.controllers.annotating import Annotating
from ui.dialogs.messages import Messages
from ui.i18n import set_language
from ui.main_window import MainWindow
from ui.preferences import Preferences
from ui.restyling import Restyling
from ui.text.laid_out import BASE_POINTS
from ui.text.view import DocumentView
from ui.theme import current, wanted

USUAL = Preferences()


class Choosing(QObject):
    """Keeps the preferences, puts them into effect, and connects the actions of the themes.

    Signals:
        changed: the `Preferences` before and after.
    """

    changed = Signal(object, object)

    def __init__(
        self,
        window: MainWindow,
        file: Path,
        annotating: Annotating,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._file = file
        self._annotating = annotating
        self._messages = messages
        self.restyling = Restyling(self)
        self.restyling.worn.connect(window.refresh_icons)
        self.restyling.wait_while(lambda: any(pane.view.coming for pane in window.area.panes))
        self._found = choices.read(file)
        self.preferences = self._found.preferences
        for name in choices.THEMES:
            window.actions_[f"theme_{name}"].triggered.connect(lambda _=False, name=name: self.change(theme=name))
        window.area.sideAdded.connect(lambda side: self._dress_alike(side.pane.view))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._put_on_theme)

    def begin(self) -> None:
        """Put the choices into effect; the theme is already. Says what of them could not be read."""
        self._take_effect()
        if self._found.wrong:
            self._messages.notice(self._told(self._found))

    def remember_recent(self, names: tuple[str, ...]) -> None:
        """Know the commands used last; they are kept when the program ends."""
        self.preferences = dataclasses.replace(self.preferences, recent=names)

    def shut_down(self, style: str) -> None:
        """Store what was chosen on the way: the zoom, the colour and the commands used last."""
        self.restyling.finish()
        chosen = dataclasses.replace(self.preferences, zoom=self._zoom(), style=style)
        if chosen != choices.load(self._file):
            choices.save(self._file, chosen)

    def change(self, **values: object) -> None:
        """Choose anew, by the names of `Preferences`; takes effect at once and is kept."""
        before = self.preferences
        chosen = dataclasses.replace(before, **{"zoom": self._zoom(), **values})  # type: ignore[arg-type]  # by name
        self.preferences = chosen
        self._put_on_theme()
        app = QApplication.instance()
        if chosen.language != before.language and isinstance(app, QApplication):
            set_language(app, chosen.language)
        self._take_effect()
        try:
            choices.save(self._file, chosen)
        except OSError as error:
            self._messages.notice(self.tr("设置没能保存：{reason}").format(reason=error.strerror))
        self.changed.emit(before, chosen)

    def dress(self, view: DocumentView) -> None:
        """Give a text pane the type that the user prefers."""
        chosen = self.preferences
        view.set_body_families((chosen.text_font,) if chosen.text_font else ())
        view.set_font_scale(chosen.text_size / BASE_POINTS)
        view.set_line_spacing(chosen.line_spacing / USUAL.line_spacing)
        view.set_measure(chosen.measure)
        view.set_zoom(chosen.zoom / 100)

    def _dress_alike(self, view: DocumentView) -> None:
        """Dress the second pane as the first one is."""
        self.dress(view)
        view.set_zoom(self._window.pane.view.zoom)

    def _take_effect(self) -> None:
        chosen, window = self.preferences, self._window
        for pane in window.area.panes:
            self.dress(pane.view)
        window.actions_[f"theme_{chosen.theme}"].setChecked(True)
        window.actions_.set_shortcuts(chosen.shortcuts)
        window.side.search.set_habits(strict=chosen.strict_search, typing=chosen.search_typing)
        self._annotating.author = chosen.author

    def _put_on_theme(self, *_: object) -> None:
        app, name = QApplication.instance(), wanted(self.preferences.theme)
        if name != current().name and isinstance(app, QApplication):
            self.restyling.change(app, name)

    def _told(self, found: choices.Read) -> str:
        if "" in found.wrong:
            text = self.tr("设置文件读不出来，已改用默认设置。")
        else:
            text = self.tr("设置文件里有 {count} 项写得不对，已改用默认值：{names}。")
            text = text.format(count=len(found.wrong), names=locales.together(found.wrong))
        if found.kept is None:
            return text
        return locales.sentences((text, self.tr("原来的文件另存为 {name}").format(name=found.kept.name)))

    def _zoom(self) -> int:
        low, high = choices.ZOOM
        return min(max(round(self._window.pane.view.zoom * 100), low), high)
