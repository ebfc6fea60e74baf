"""Settings of the keys: every command with its keys, which can be recorded anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.dialogs.settings_page import SettingsPage
from ui.preferences import Preferences
from ui.shortcuts import Fault, fault, holder, sequences, shown, taken_over

NAME_ROLE = Qt.ItemDataRole.UserRole + 1
TITLE, PATH, KEYS = range(3)


@dataclass(frozen=True, slots=True)
class Command:
    """A command whose keys can be changed.

    Attributes:
        name: of the action.
        title: what it is called.
        path: where it stands in the menus.
        usual: the shortcuts it came with, as `ui.shortcuts.sequences` reads them.
        in_text: whether its shortcuts work in the text only.
        elsewhere: its key is changed on another page.
    """

    name: str
    title: str
    path: str
    usual: str
    in_text: bool = False
    elsewhere: bool = False


class ShortcutsPage(SettingsPage):
    """A list to choose from, a box that records keys, and what stands against them.

    Args:
        commands: all.
        menus: titles of the menus, whose letters are theirs.
    """

    names = ("shortcuts",)

    def __init__(self, commands: Sequence[Command], menus: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("快捷键")
        self._commands = {command.name: command for command in commands}
        self._menus = tuple(menus)
        self._custom: dict[str, str] = {}
        self._wanted = QKeySequence()
        self._build()
        self._fill()
        self._on_current()

    def _build(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName("shortcutsSearch")
        self.search.setAccessibleName(self.tr("找命令或快捷键"))
        self.search.setPlaceholderText(self.tr("找命令或快捷键，如：导出、Ctrl+G"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.list = QTreeWidget(self)
        self.list.setObjectName("shortcutsList")
        self.list.setAccessibleName(self.tr("命令和快捷键"))
        self.list.setHeaderLabels([self.tr("命令"), self.tr("菜单"), self.tr("快捷键")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PATH, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(lambda *_: self._on_current())
        self.recorder = QKeySequenceEdit(self)
        self.recorder.setObjectName("shortcutsRecorder")
        self.recorder.setAccessibleName(self.tr("按下新的快捷键"))
        self.recorder.setMaximumSequenceLength(1)
        self.list.itemActivated.connect(lambda *_: self.recorder.setFocus())
        self.recorder.setMinimumWidth(230)
        self.recorder.keySequenceChanged.connect(self._on_recorded)
        self.clear = self.button("shortcutsClear", self.tr("不要快捷键(&N)"))
        self.clear.clicked.connect(lambda: self._give({**self._custom, self._name(): ""}))
        self.usual = self.button("shortcutsUsual", self.tr("恢复默认(&D)"))
        self.usual.clicked.connect(self._on_usual)
        self.said = QLabel(self)
        self.said.setObjectName("shortcutsSaid")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setMinimumHeight(self.fontMetrics().height() * 2)
        self.take = self.button("shortcutsTake", self.tr("改给这个命令(&G)"))
        self.take.clicked.connect(self._on_take)
        self.take.hide()
        self.whole.addWidget(self.search)
        self.whole.addWidget(self.list, 1)
        self.whole.addLayout(self.row(self.recorder, self.clear, self.usual))
        below = self.row(self.take)
        below.insertWidget(0, self.said, 1)
        self.whole.addLayout(below)

    def show_preferences(self, preferences: Preferences) -> None:
        self._custom = dict(preferences.shortcuts)
        self._fill()
        self._on_current()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """These are the commands now."""
        self._commands = {command.name: command for command in commands}
        self.list.clear()
        self._fill()

    # The list

    def keys(self) -> dict[str, str]:
        """The shortcuts of all commands in effect, by name."""
        return {name: self._custom.get(name, one.usual) for name, one in self._commands.items()}

    def select(self, name: str) -> None:
        """Choose a command of the list."""
        for item in self._items():
            if item.data(0, NAME_ROLE) == name:
                self.list.setCurrentItem(item)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _fill(self) -> None:
        if not self.list.topLevelItemCount():
            for command in self._commands.values():
                line = QTreeWidgetItem(self.list, [command.title, command.path, ""])
                line.setData(0, NAME_ROLE, command.name)
        keys = self.keys()
        for item in self._items():
            name = str(item.data(0, NAME_ROLE))
            item.setText(KEYS, shown(sequences(keys[name])))
            font = item.font(KEYS)
            font.setBold(keys[name] != self._commands[name].usual)
            item.setFont(KEYS, font)
        self._narrow()

    def _narrow(self) -> None:
        parts = self.search.text().casefold().split()
        for item in self._items():
            hay = " ".join(item.text(column) for column in (TITLE, PATH, KEYS)).casefold()
            item.setHidden(not all(part in hay for part in parts))

    def _name(self) -> str:
        item = self.list.currentItem()
        return str(item.data(0, NAME_ROLE)) if item is not None else ""

    def _on_current(self) -> None:
        command = self._commands.get(self._name())
        usable = command is not None and not command.elsewhere
        self._forget_wanted()
        self.recorder.setEnabled(usable)
        self.clear.setEnabled(usable and bool(self.keys()[self._name()]))
        self.usual.setEnabled(usable and command is not None and self._custom.get(command.name) is not None)
        if command is not None and command.elsewhere:
            self.said.setText(self.tr("这个按键在“标注样式”页里改。"))
        elif command is not None and command.in_text:
            self.said.setText(self.tr("这个命令的快捷键只在正文里起作用，可以用单个字母或数字。"))
        else:
            self.said.setText("" if command else self.tr("先在上面选一个命令。"))

    # Recording

    def _on_recorded(self, key: QKeySequence) -> None:
        command = self._commands.get(self._name())
        if key.isEmpty() or command is None:
            return
        self._forget_wanted()
        against = fault(key, in_text=command.in_text, menus=self._menus)
        other = holder(key, command.name, self.keys())
        if against is not None:
            self.said.setText(self._sentence(against).format(key=shown([key])))
        elif other and self._commands[other].elsewhere:
            text = self.tr("{key} 是标注样式“{other}”的按键，请先在“标注样式”页里改。")
            self.said.setText(text.format(key=shown([key]), other=self._commands[other].title))
        elif other:
            self._wanted = key
            text = self.tr("{key} 已用于“{other}”。")
            self.said.setText(text.format(key=shown([key]), other=self._commands[other].title))
            self.take.show()
        else:
            self._give(taken_over(self._custom, self.keys(), command.name, key))

    def _on_take(self) -> None:
        self._give(taken_over(self._custom, self.keys(), self._name(), self._wanted))

    def _on_usual(self) -> None:
        name = self._name()
        usual, keys = self._commands[name].usual, self.keys()
        for key in sequences(usual):
            other = holder(key, name, keys)
            if other:
                text = self.tr("默认的 {key} 已用于“{other}”，请先改那一个。")
                self.said.setText(text.format(key=shown([key]), other=self._commands[other].title))
                return
        self._give({other: held for other, held in self._custom.items() if other != name})

    def _give(self, custom: Mapping[str, str]) -> None:
        self.changed.emit(
            {"shortcuts": {name: keys for name, keys in custom.items()
                           if name not in self._commands or keys != self._commands[name].usual}}
        )

    def _forget_wanted(self) -> None:
        self._wanted = QKeySequence()
        self.take.hide()
        self.recorder.blockSignals(True)
        self.recorder.clear()
        self.recorder.blockSignals(False)
        for line in self.recorder.findChildren(QLineEdit):
            # Qt puts its own words back each time.
            line.setPlaceholderText(self.tr("点这里，按下新的快捷键"))
            line.setAccessibleName(self.tr("按下新的快捷键"))

    def _sentence(self, against: Fault) -> str:
        if against is Fault.MENU:
            return self.tr("{key} 用来打开菜单，请换一个。")
        if against is Fault.TEXT_ONLY:
            return self.tr("{key} 平时用来输入文字，请加上 Ctrl 或 Alt，或用 F1–F12。")
        return self.tr("{key} 用来移动光标或焦点，请换一个。")
