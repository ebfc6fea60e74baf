"""All tags: rename, merge, delete, with those below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.asking import question
from ui.models.tag_words import with_parents

TAG_ROLE = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """Asks; the window changes and shows anew.

    Signals:
        renameWanted: old and new name; a name that is there already means: merge.
        deleteWanted: a tag.
    """

    renameWanted = Signal(str, str)
    deleteWanted = Signal(str)

    def __init__(self, tags: Sequence[tuple[str, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagsDialog")
        self.setWindowTitle(self.tr("标签管理"))
        self.resize(460, 480)
        about = QLabel(
            self.tr("用“/”分层，如 安全/责任；上层改名、删除，下层一起变。改成已有的名字就是合并。"), self
        )
        about.setWordWrap(True)
        about.setProperty("muted", True)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("tagsTree")
        self.tree.setAccessibleName(self.tr("标签"))
        self.tree.setHeaderLabels([self.tr("标签"), self.tr("条数")])
        # Rows are placed when one of them is chosen: by then they must be as high as they will be drawn.
        self.tree.ensurePolished()
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(lambda *_: self._enable())
        self.rename = self._button(self.tr("改名(&R)…"), "tagsRename", self.ask_rename)
        self.merge = self._button(self.tr("合并到(&M)…"), "tagsMerge", self.ask_merge)
        self.remove = self._button(self.tr("删除(&D)"), "tagsDelete", self._on_delete)
        row = QHBoxLayout()
        for button in (self.rename, self.merge, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("完成"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.accept)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 12)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.tree, 1)
        layout.addLayout(row)
        self.show_tags(tags)

    def _button(self, text: str, name: str, do: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def show_tags(self, tags: Sequence[tuple[str, int]]) -> None:
        """Show these tags with their counts; the chosen one stays chosen."""
        chosen = self.tag()
        self.tree.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for tag, count in with_parents(tags):
            above, _, name = tag.rpartition("/")
            item = QTreeWidgetItem([name, str(count) if count else ""])
            item.setData(0, TAG_ROLE, tag)
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if above:
                items[above].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            items[tag] = item
        self.tree.expandAll()
        if chosen in items:
            self.tree.setCurrentItem(items[chosen])
        self._enable()

    def tag(self) -> str:
        """The chosen tag, "" for none."""
        item = self.tree.currentItem()
        return str(item.data(0, TAG_ROLE)) if item is not None else ""

    def ask_rename(self) -> None:
        """Ask for another name of the chosen tag."""
        self._ask(self.tr("改名"), self.tr("标签“{tag}”的新名字："), (), self.tag())

    def ask_merge(self) -> None:
        """Ask for the tag that shall take the chosen one in."""
        others = []
        for item in self.tree.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive):
            other = str(item.data(0, TAG_ROLE))
            if other != self.tag() and not other.startswith(self.tag() + "/"):
                others.append(other)
        self._ask(self.tr("合并"), self.tr("把标签“{tag}”合并到："), others, "")

    def _ask(self, title: str, label: str, choices: Sequence[str], text: str) -> None:
        tag = self.tag()
        if not tag:
            return
        dialog = question(self, "tagName", title, label.format(tag=tag), title, text=text, choices=choices)
        dialog.textValueSelected.connect(lambda new: self.renameWanted.emit(tag, new) if new.strip() else None)
        dialog.open()

    def _on_delete(self) -> None:
        if self.tag():
            self.deleteWanted.emit(self.tag())

    def _enable(self) -> None:
        for button in (self.rename, self.merge, self.remove):
            button.setEnabled(bool(self.tag()))
        self.merge.setEnabled(bool(self.tag()) and self.tree.topLevelItemCount() > 1)
