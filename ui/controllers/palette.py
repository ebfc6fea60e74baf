"""The command palette: collects what it offers, and carries out what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from reader.model.document import DocumentFacts
from reader.services import catalogue
from reader.services.library import Library
from reader.services.shelf import Listed
from ui.actions import plain
from ui.controllers.annotating import Annotating
from ui.controllers.choosing import Choosing
from ui.controllers.reading import Reading
from ui.main_window import MainWindow
from ui.models.palette_entries import MOST_ALONE, MOST_BELOW, Entry, Kind, commands, narrowed, searchable, wanted
from ui.panels.palette import CommandPalette, kind_icon
from ui.shortcuts import shown

LONGEST_MEMORY = 12
"""Commands used lately that come first."""


class Palette(QObject):
    """Connects the action palette.

    Args:
        documents: the documents of the library by id, as the tree has them.
    """

    def __init__(
        self,
        window: MainWindow,
        library: Library,
        choosing: Choosing,
        reading: Reading,
        annotating: Annotating,
        documents: Callable[[], Mapping[str, Listed]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._library = library
        self._choosing = choosing
        self._reading = reading
        self._annotating = annotating
        self._documents = documents
        self._commands: list[Entry] = []
        self._known: Mapping[str, Listed] = {}
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self.box = CommandPalette(self._icon_of, window)
        self.box.typed.connect(self._offer)
        self.box.chosen.connect(self._carry_out)
        self.box.closed.connect(self._give_back_focus)
        window.actions_.connect_all({"palette": self.begin})
        window.languageChanged.connect(self._reword)

    def begin(self) -> None:
        """Ask for a command."""
        focus = self._window.focusWidget()
        self._before = focus if focus is not self.box.line else self._before
        self._commands = list(self._all_commands())
        self.box.begin()

    def _offer(self, typed: str) -> None:
        kind, text = wanted(typed)
        found: list[Entry] = []
        if kind in (None, Kind.COMMAND):
            found += commands(self._commands, text, self._choosing.preferences.recent)
        if kind is Kind.TAG or (kind is None and text):
            found += narrowed(self._tags(), text, MOST_ALONE if kind else MOST_BELOW)
        if kind is Kind.DOCUMENT or (kind is None and text):
            found += self._fitting_documents(text, MOST_ALONE if kind else MOST_BELOW)
        self.box.show_entries(found)

    def _carry_out(self, entry: Entry) -> None:
        self._give_back_focus()
        if entry.kind is Kind.DOCUMENT:
            self._reading.open(entry.name)
        elif entry.kind is Kind.TAG:
            self._window.show_panel("annotations")
            self._window.side.annotations.show_tag(entry.name)
        else:
            lately = (entry.name, *(one for one in self._choosing.preferences.recent if one != entry.name))
            self._choosing.remember_recent(lately[:LONGEST_MEMORY])
            self._window.actions_[entry.name].trigger()

    def _reword(self) -> None:
        """Offer the commands by what they are called now."""
        if self.box.isVisible():
            self._commands = list(self._all_commands())
            self._offer(self.box.line.text())

    def _give_back_focus(self) -> None:
        (self._before or self._window.pane.view).setFocus()
        self._before = None

    # What there is

    def _all_commands(self) -> Iterable[Entry]:
        actions = self._window.actions_
        paths = menu_paths(self._window.menuBar().actions())
        for name in actions.names:
            action = actions[name]
            if name == "palette" or not action.isVisible():
                continue
            yield Entry(
                Kind.COMMAND,
                name,
                actions.title(name),
                paths.get(action, ""),
                shown(action.shortcuts()[:1]),
                f"{name.replace('_', ' ')}\n{action.toolTip()}",
                action.isEnabled(),
                "" if action.isEnabled() else self._why(name),
            )

    def _why(self, name: str) -> str:
        if name.startswith("show_"):
            return self.tr("公报库里还没有公报")
        sentences = {
            "undo": self.tr("没有可以撤销的"),
            "redo": self.tr("没有可以重做的"),
            "back": self.tr("前面没有看过的"),
            "forward": self.tr("后面没有看过的"),
        }
        if name in sentences:
            return sentences[name]
        if self._reading.current is None:
            return self.tr("要先打开一篇公文")
        if name.startswith("correct_"):
            return self.tr("光标所在的地方不能这样更正")
        return self.tr("要先选中文字或标注")

    def _tags(self) -> Iterable[Entry]:
        for tag, count in self._annotating.tags():
            detail = self.tr("标签，{count} 条标注").format(count=count)
            yield Entry(Kind.TAG, tag, tag, detail, words=searchable(tag))

    def _fitting_documents(self, text: str, most: int) -> list[Entry]:
        if self._known is not self._documents():
            self._known = self._documents()
            self._entries = [self._document_entry(facts) for facts in self._known.values()]
        by_number = []
        if any(character.isdigit() for character in text):
            by_number = [self._document_entry(facts) for facts in catalogue.find_number(self._library, text)[:most]]
        seen = {entry.name for entry in by_number}
        by_title = [entry for entry in narrowed(self._entries, text, most) if entry.name not in seen]
        return [*by_number, *by_title][:most]

    def _document_entry(self, facts: DocumentFacts | Listed) -> Entry:
        number = facts.number.normal if facts.number else ""
        detail = number or facts.date or ""
        return Entry(Kind.DOCUMENT, facts.id, facts.title, detail, words=searchable(facts.title, number))

    def _icon_of(self, entry: Entry) -> QIcon:
        if entry.kind is Kind.COMMAND:
            picture = self._window.actions_[entry.name].icon()
            return picture if not picture.isNull() else kind_icon(entry.kind)
        return kind_icon(entry.kind)


def menu_paths(entries: Iterable[QAction], above: str = "") -> dict[QAction, str]:
    """Where each action stands in the menus: the menus' titles from outermost to innermost."""
    paths: dict[QAction, str] = {}
    for entry in entries:
        # QAction.menu() would take the menu from those who hold it: PySide deletes it together with what is returned.
        menu = QMenu.menuInAction(entry)
        if menu is not None:
            within = f"{above} → {plain(menu.title())}" if above else plain(menu.title())
            paths = {**menu_paths(menu.actions(), within), **paths}
        elif not entry.isSeparator():
            paths[entry] = above
    return paths
