"""Help: five steps and the table of shortcuts; and what the program is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Actions
from ui.theme import app_icon


class HelpDialog(QDialog):
    """The shortcuts come from the actions themselves, so that they are always right."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("使用说明和快捷键"))
        self.resize(560, 600)
        steps = QLabel(
            self.tr(
                "1. 导入：把公报文件或文件夹拖进窗口，或按 Ctrl+O。\n"
                "2. 阅读：在左边选一篇；右边的大纲可以跳到任何一章一条。\n"
                "3. 标注：选中文字，按 1–8 标色，U 下划线，N 写批注，T 加标签。\n"
                "4. 检索：Ctrl+Shift+F 检索全库，F3 逐处看各篇的命中；Ctrl+F 在本文中查找。\n"
                "5. 交付：Ctrl+Shift+C 连同出处复制，Ctrl+Shift+E 导出标注。\n"
                "6. 更正：识别错了，点右键 → 更正，可拆分、合并、改标题；F8 对照原文检查，都能撤销。\n"
                "7. 比较：同一篇公文有几个来源时，点标题右边的“另见”，可以切换和比较。\n"
                "8. 保管：标注菜单里有回收站、标签管理和位置核对；文件菜单里有备份和恢复。"
            ),
            self,
        )
        steps.setWordWrap(True)
        shown = [action for action in actions if not action.shortcut().isEmpty()]
        table = QTableWidget(len(shown), 2, self)
        table.setObjectName("shortcuts")
        table.setAccessibleName(self.tr("快捷键"))
        table.setHorizontalHeaderLabels([self.tr("做什么"), self.tr("快捷键")])
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for row, action in enumerate(shown):
            # The text of undo names the change that is next; the name of the action itself stays.
            keys = " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            table.setItem(row, 0, QTableWidgetItem(action.iconText()))
            table.setItem(row, 1, QTableWidgetItem(keys))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 12)
        layout.setSpacing(12)
        layout.addWidget(steps)
        layout.addWidget(table, 1)
        layout.addWidget(_close_button(self, self.tr("关闭")))


class AboutDialog(QDialog):
    """Name, version, licence."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("关于邸报"))
        seal = QLabel(self)
        seal.setPixmap(app_icon().pixmap(QSize(72, 72)))
        seal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(
            self.tr(
                "邸报 {version}\n政府公报离线阅读与批注\n\n邸报是世界上最早的公报。\n"
                "所有内容只存在这台电脑上，程序从不联网。\n\n"
                "按 MIT 许可发布；所用部件及其许可见程序文件夹中的 licences。"
            ).format(version=version),
            self,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 16)
        layout.setSpacing(14)
        layout.addWidget(seal)
        layout.addWidget(words)
        layout.addWidget(_close_button(self, self.tr("关闭")))


def _close_button(dialog: QDialog, text: str) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(text)
    buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    buttons.rejected.connect(dialog.accept)
    return buttons
