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
from ui import locales
from ui.actions import plain
from ui.controllers.annotating import Annotating
from ui.controllers.choosing import Choosing
from ui.controllers.reading import Reading
from ui.main_window import MainWindow
from ui.models.command_words import other_names
from ui.models.palette_entries import MOST_ALONE, MOST_BELOW, Entry, Kind, commands, fitting, searchable, wanted
from ui.panels.palette import CommandPalette, kind_icon
from ui.shortcuts import shown

LONGEST_MEMORY = 12
"""Commands used lately that come first."""


CHOSEN_IN_TREE = ("mark_read", "mark_unread", "export_chosen", "correct_issue", "remove_issues")
"""Actions on what is chosen in the tree."""


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
        self._hays: dict[str, str] = {}
        self._before: QWidget | None = None
        self.box = CommandPalette(self._icon_of, window)
        window.drops.guard(self.box)
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
            found += self._fitting_tags(text, MOST_ALONE if kind else MOST_BELOW)
        if kind is Kind.DOCUMENT or (kind is None and text):
            found += self._fitting_documents(text, MOST_ALONE if kind else MOST_BELOW)
        if kind is None and text:
            found.append(Entry(Kind.SEARCH, text, self.tr("检索全库：{text}").format(text=text)))
        self.box.show_entries(found)

    def _carry_out(self, entry: Entry) -> None:
        self._give_back_focus()
        if entry.kind is Kind.DOCUMENT:
            self._reading.open(entry.name)
        elif entry.kind is Kind.SEARCH:
            self._window.show_panel("search")
            self._window.side.search.focus_query(entry.name)
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
        others = other_names()
        places = {action: place for place, action in enumerate(paths)}
        for name in sorted(actions.names, key=lambda name: places.get(actions[name], len(places))):
            action = actions[name]
            if name == "palette" or not action.isVisible():
                continue
            yield Entry(
                Kind.COMMAND,
                name,
                actions.title(name),
                paths.get(action, ""),
                shown(action.shortcuts()[:1]),
                f"{name.replace('_', ' ')}\n{action.toolTip()}\n{others.get(name, '')}",
                action.isEnabled(),
                "" if action.isEnabled() else self._why(name),
            )

    def _why(self, name: str) -> str:
        sentences = {
            "undo": self.tr("没有可以撤销的"),
            "redo": self.tr("没有可以重做的"),
            "back": self.tr("前面没有看过的"),
            "forward": self.tr("后面没有看过的"),
            "reopen_tab": self.tr("没有关闭过的标签页"),
            "compare_sides": self.tr("要先并排打开两篇不同的公文"),
            "show_all": self.tr("公报库没有筛选"),
            **dict.fromkeys(CHOSEN_IN_TREE, self.tr("要先在公报库里选中公文或期次")),
        }
        if name in sentences:
            return sentences[name]
        if name.startswith("show_"):
            return self.tr("公报库里还没有公报")
        if self._reading.current is None:
            return self.tr("要先打开一篇公文")
        if name.startswith("correct_"):
            return self.tr("光标所在的地方不能这样更正")
        return self.tr("要先选中文字或标注")

    def _fitting_tags(self, text: str, most: int) -> list[Entry]:
        counts = dict(self._annotating.tags())
        detail = self.tr("标签，{count} 条标注")
        return [
            Entry(Kind.TAG, tag, tag, detail.format(count=counts[tag]))
            for tag in fitting({tag: searchable(tag) for tag in counts}, text, most)
        ]

    def _fitting_documents(self, text: str, most: int) -> list[Entry]:
        if self._known is not self._documents():
            self._known = self._documents()
            self._hays = {key: searchable(one.title, _number(one)) for key, one in self._known.items()}
        found: dict[str, DocumentFacts | Listed] = {}
        if any(character.isdigit() for character in text):
            found.update((facts.id, facts) for facts in catalogue.find_number(self._library, text))
        found.update((key, self._known[key]) for key in fitting(self._hays, text, most))
        return [
            Entry(Kind.DOCUMENT, facts.id, facts.title, _number(facts) or locales.day(facts.date))
            for facts in list(found.values())[:most]
        ]

    def _icon_of(self, entry: Entry) -> QIcon:
        if entry.kind is Kind.COMMAND:
            picture = self._window.actions_[entry.name].icon()
            return picture if not picture.isNull() else kind_icon(entry.kind)
        return kind_icon(entry.kind)


def _number(facts: DocumentFacts | Listed) -> str:
    return facts.number.normal if facts.number else ""


def menu_paths(entries: Iterable[QAction], above: str = "") -> dict[QAction, str]:
    """Where each action stands in the menus: the menus' titles from outermost to innermost."""
    paths: dict[QAction, str] = {}
    for entry in entries:
        # QAction.menu() would take the menu from those who hold it: PySide deletes it together with what is returned.
        menu = QMenu.menuInAction(entry)
        if menu is not None:
            within = f"{above} → {plain(menu.title())}" if above else plain(menu.title())
            paths = {**paths, **menu_paths(menu.actions(), within)}
        elif not entry.isSeparator():
            paths[entry] = above
    return paths
