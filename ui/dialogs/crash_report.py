"""What the user sees of a fault of ours: an apology, that nothing is lost, and a report to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class CrashReportDialog(QDialog):
    """Shows one report; more faults while it is open are only counted."""

    def __init__(self, report: str, log_file: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashReport")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("邸报出了点问题"))
        self.resize(640, 400)
        self._more = 0
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setText(
            self.tr(
                "刚才的操作没有完成，这是程序的错误，不是您的操作有误。\n已保存的标注和批注都在，您可以继续使用；"
                "如果再次出现，请把下面的报告复制给维护人员。报告里没有公文和批注的内容，也不会自动发送到任何地方。"
            )
        )
        self.report = QPlainTextEdit(report, self)
        self.report.setObjectName("crashText")
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("错误报告"))
        self.count = QLabel(self.tr("日志：{file}").format(file=log_file) if log_file else "", self)
        self.count.setVisible(bool(log_file))
        self.count.setProperty("muted", True)
        self.count.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(self.tr("复制报告(&C)"), self)
        copy.setObjectName("crashCopy")
        copy.clicked.connect(self._copy)
        close = QPushButton(self.tr("继续使用"), self)
        close.setObjectName("crashClose")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        layout.addWidget(self.report, 1)
        layout.addWidget(self.count)
        layout.addLayout(row)

    def one_more(self) -> None:
        """Another fault while this one is shown."""
        self._more += 1
        self.count.show()
        self.count.setText(self.tr("另有 {count} 个错误记在日志里。").format(count=self._more))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
