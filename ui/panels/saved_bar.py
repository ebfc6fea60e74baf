"""Says in the status bar that a file was written, and offers what one does with it next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from ui.theme import icon

SHOWN_FOR = 60_000
"""Milliseconds after which it goes by itself."""
LONGEST_NAME = 30
TEXTS = frozenset({".md", ".html", ".csv", ".jsonld", ".json"})
"""Endings of files whose words can be pasted elsewhere."""
MOST_COPIED = 20_000_000
"""Bytes; more would stall whatever it is pasted into."""


class SavedBar(QWidget):
    """What was written, and buttons: open it, show it in its folder, copy it as a file, copy what stands in it.

    Signals:
        said: a sentence for the user about what came of a button.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("savedBar")
        self._path = Path()
        self._buttons: dict[str, QToolButton] = {}
        self.text = QLabel(self)
        self.text.setObjectName("savedText")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.text)
        for name, text, slot in (
            ("savedOpen", self.tr("打开"), self._open),
            ("savedShow", self.tr("在文件夹中显示"), self._show_folder),
            ("savedCopy", self.tr("复制文件"), self._copy),
            ("savedCopyText", self.tr("复制内容"), self._copy_text),
        ):
            button = QToolButton(self)
            button.setObjectName(name)
            button.setText(text)
            button.clicked.connect(slot)
            layout.addWidget(button)
            self._buttons[name] = button
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("savedClose")
        self.close_button.setAccessibleName(self.tr("收起"))
        self.close_button.setToolTip(self.tr("收起"))
        self.close_button.clicked.connect(self.hide)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_file(self, path: Path, text: str) -> None:
        """Tell of a file.

        Args:
            text: what was written; the file's name follows.
        """
        self._path = path
        name = path.name if len(path.name) <= LONGEST_NAME else f"{path.stem[: LONGEST_NAME - 8]}…{path.suffix}"
        self.text.setText(self.tr("{what}：{name}").format(what=text, name=name))
        self.text.setToolTip(str(path))
        self._buttons["savedCopyText"].setVisible(path.suffix.lower() in TEXTS)
        self.close_button.setIcon(icon("close"))
        self._timer.start()
        self.show()

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            self.said.emit(self.tr("没有能打开这种文件的程序；文件在 {path}").format(path=self._path))

    def _show_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent))):
            self.said.emit(self.tr("文件在 {path}").format(path=self._path))

    def _copy(self) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        data.setText(str(self._path))
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("已复制文件，可以粘贴到文件夹或邮件里。"))

    def _copy_text(self) -> None:
        """Put the words of the file on the clipboard; those of a web page as rich text too."""
        try:
            if self._path.stat().st_size > MOST_COPIED:
                self.said.emit(self.tr("内容太多，请改用“复制文件”。"))
                return
            text = self._path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            self.said.emit(self.tr("文件已经不在，或被改动过：{path}").format(path=self._path))
            return
        data = QMimeData()
        if self._path.suffix.lower() == ".html":
            page = QTextDocument()
            page.setHtml(text)
            data.setHtml(text)
            text = page.toPlainText()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(self.tr("已复制内容，可以直接粘贴。"))
