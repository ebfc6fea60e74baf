"""What the program is, what it is made of, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reader.services.parts import parts
from ui.theme import app_icon


class AboutDialog(QDialog):
    """Name, version and licence; on a second page every part with the text of its licence."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aboutDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("关于邸报"))
        self.resize(680, 480)
        tabs = QTabWidget(self)
        tabs.setAccessibleName(self.windowTitle())
        tabs.addTab(self._program(version), self.tr("邸报"))
        tabs.addTab(self._licences(), self.tr("部件和许可"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("关闭"))
        close.setIcon(QIcon())
        buttons.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(tabs, 1)
        layout.addWidget(buttons)

    def _program(self, version: str) -> QWidget:
        page = QWidget(self)
        seal = QLabel(page)
        seal.setPixmap(app_icon().pixmap(QSize(72, 72)))
        seal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = QLabel(self.tr("邸报 {version}").format(version=version), page)
        font = name.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.5)
        name.setFont(font)
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QLabel(
            self.tr(
                "政府公报离线阅读与批注\n\n邸报是世界上最早的公报。\n"
                "所有内容只存在这台电脑上，程序从不联网。\n\n按 MIT 许可发布。"
            ),
            page,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        words.setAccessibleName(self.windowTitle())
        layout = QVBoxLayout(page)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(seal)
        layout.addWidget(name)
        layout.addWidget(words)
        layout.addStretch(1)
        return page

    def _licences(self) -> QWidget:
        page = QWidget(self)
        self._parts = parts()
        self.names = QListWidget(page)
        self.names.setObjectName("aboutParts")
        self.names.setAccessibleName(self.tr("部件"))
        # Rows are placed when the first of them is chosen: by then they must be as high as they will be drawn.
        self.names.ensurePolished()
        self.names.addItems([part.name for part in self._parts])
        self.names.setMaximumWidth(230)
        self.names.currentRowChanged.connect(self._show)
        self.licence = QPlainTextEdit(page)
        self.licence.setObjectName("aboutLicence")
        self.licence.setAccessibleName(self.tr("许可全文"))
        self.licence.setReadOnly(True)
        layout = QHBoxLayout(page)
        layout.addWidget(self.names)
        layout.addWidget(self.licence, 1)
        self.names.setCurrentRow(0)
        return page

    def _show(self, row: int) -> None:
        text = self._parts[row].text()
        self.licence.setPlainText(text or self.tr("这个部件在这台电脑上没有安装，或没有附带许可全文。"))
