"""The page of an empty library: what the program is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import app_icon, current, icon

CARD_WIDTH = 640
SEAL = 96
"""Width and height of the seal, pixels."""


class Welcome(QWidget):
    """Three ways to begin, and a place to drop files.

    Signals:
        filesWanted, folderWanted, sampleWanted: what was pressed.
    """

    filesWanted = Signal()
    folderWanted = Signal()
    sampleWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self._seal = QLabel(self)
        self._seal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._seal.setPixmap(app_icon().pixmap(QSize(SEAL, SEAL)))
        # In a low window labels that wrap would else take from its height.
        self._seal.setFixedHeight(SEAL)
        title = self._label(self.tr("邸报"), 2.2, bold=True)
        title.setObjectName("welcomeTitle")
        words = self._label(self.tr("政府公报离线阅读与批注"), 1.15)
        words.setProperty("muted", True)
        self._buttons = (
            self._button("welcomeFiles", "import", self.tr("打开公报文件…"), self.filesWanted.emit, primary=True),
            self._button("welcomeFolder", "folder", self.tr("打开文件夹…"), self.folderWanted.emit),
            self._button("welcomeSample", "sample", self.tr("看看示例公报"), self.sampleWanted.emit),
        )
        self.setFocusProxy(self._buttons[0])
        hints = (
            self._hint(self.tr("txt、Markdown、网页、Word、PDF，一次可选多个")),
            self._hint(self.tr("连同子文件夹里的公报一起导入")),
            self._hint(self.tr("一期虚构的云汀市公报，先试试看")),
        )
        self._drop_text = self.tr("也可以把文件或文件夹直接拖到这个窗口里")
        self._drop = DropArea(self._drop_text, self)
        self._drop.setObjectName("welcomeDrop")
        steps = self._hint(
            self.tr("导入 → 在左边选一篇 → 选中一句话，按 1–8 标色、按 N 写批注 → 检索、导出，引文注明出处")
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        for column, (button, hint) in enumerate(zip(self._buttons, hints, strict=True)):
            grid.addWidget(button, 0, column)
            grid.addWidget(hint, 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
        card = QWidget(self)
        card.setMaximumWidth(CARD_WIDTH + 80)
        inner = QVBoxLayout(card)
        inner.setSpacing(6)
        inner.addWidget(self._seal)
        inner.addWidget(title)
        inner.addWidget(words)
        inner.addSpacing(26)
        inner.addLayout(grid)
        inner.addSpacing(20)
        inner.addWidget(self._drop)
        inner.addSpacing(14)
        inner.addWidget(steps)
        safe = self._hint(self.tr("所有内容只存在这台电脑上，程序从不联网。"))
        inner.addWidget(safe)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def set_busy(self, busy: bool) -> None:
        """Say that an import is under way; until it ends nothing else can be begun here."""
        self._drop.setText(self.tr("正在导入，马上就好……") if busy else self._drop_text)
        for button in self._buttons:
            button.setEnabled(not busy)

    def _label(self, text: str, scale: float, bold: bool = False) -> QLabel:
        label = QLabel(text, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * scale)
        font.setBold(bold)
        label.setFont(font)
        return label

    def _hint(self, text: str) -> QLabel:
        label = self._label(text, 0.92)
        label.setWordWrap(True)
        label.setProperty("muted", True)
        return label

    def _button(
        self, name: str, picture: str, text: str, slot: Callable[[], object], primary: bool = False
    ) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("primary", primary)
        button.setProperty("picture", picture)
        if not primary:
            button.setIcon(icon(picture))
        button.setIconSize(QSize(20, 20))
        button.setStyleSheet("min-height: 34px;")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: slot())
        return button

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            for button in self._buttons[1:]:
                button.setIcon(icon(str(button.property("picture"))))
        super().changeEvent(event)


class DropArea(QLabel):
    """A dashed frame that says that files may be dropped; the window itself takes them."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("muted", True)
        self.setMinimumHeight(72)
        self.setMinimumWidth(CARD_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(current().rule), 1.2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
        super().paintEvent(event)
