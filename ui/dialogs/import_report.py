"""What an import did, file by file: what failed and why, what is doubtful, what is new."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
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

from reader import wording
from reader.model.report import Doubt, FileReport, FileStatus, ImportReport
from ui import locales
from ui.i18n import language, translate
from ui.theme import current, icon

MOST_DOUBTS = 200
"""Doubts listed under one file; the rest is told by number."""

SENTENCE_MARGIN = 120
"""Pixels of the dialog's width that a sentence below a file cannot use."""

ISSUE_ROLE = Qt.ItemDataRole.UserRole
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class ImportReportDialog(QDialog):
    """Failed files first, then those with doubts.

    Signals:
        reportWanted: id of the issue of a file whose whole report is wanted, and the line of the source of the doubt
            that was chosen, 0 for none.
    """

    reportWanted = Signal(str, int)

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReport")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("导入结果"))
        self.resize(760, 480 if len(report.files) > 4 or report.failed else 320)
        self.summary = QLabel(summary(report), self)
        self.summary.setObjectName("importSummary")
        self.summary.setWordWrap(True)
        font = self.summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.summary.setFont(font)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("importFiles")
        self.tree.setAccessibleName(self.tr("导入的文件"))
        self.tree.setHeaderLabels([self.tr("文件"), self.tr("结果"), self.tr("公文"), self.tr("疑点")])
        self.tree.setRootIsDecorated(True)
        self.tree.setWordWrap(True)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        order = {FileStatus.FAILED: 0, FileStatus.UPDATED: 2, FileStatus.IMPORTED: 2, FileStatus.UNCHANGED: 3}
        for file in sorted(report.files, key=lambda f: (order[f.status], -len(f.doubts))):
            self._add(file)
        self.tree.itemActivated.connect(self._on_activated)
        self.details = QPushButton(self.tr("对照原文检查(&C)…"), self)
        self.details.setObjectName("importDetails")
        self.details.setToolTip(self.tr("查看这个文件的导入报告：疑点、修复和删去的内容，与原文对照"))
        self.details.setAutoDefault(False)
        self.details.clicked.connect(lambda: self._on_activated(self.tree.currentItem()))
        self.tree.currentItemChanged.connect(lambda now, _: self.details.setEnabled(_issue_of(now) != ""))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setObjectName("importButtons")
        button = buttons.button(QDialogButtonBox.StandardButton.Close)
        button.setText(self.tr("知道了"))
        button.setIcon(QIcon())
        button.setDefault(True)
        button.setFocus()
        buttons.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addWidget(self.tree, 1)
        below = QHBoxLayout()
        below.addWidget(self.details)
        below.addStretch(1)
        below.addWidget(buttons)
        layout.addLayout(below)
        self._choose_first()

    def _choose_first(self) -> None:
        """The first file that came in: its report is one click away."""
        rows = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        good = next((row for row in rows if _issue_of(row)), None)
        self.details.setEnabled(good is not None)
        if good is not None:
            self.tree.setCurrentItem(good)

    def _add(self, file: FileReport) -> None:
        status = {
            FileStatus.IMPORTED: self.tr("已导入"),
            FileStatus.UPDATED: self.tr("已更新"),
            FileStatus.UNCHANGED: self.tr("没有变化"),
            FileStatus.FAILED: self.tr("未导入"),
        }[file.status]
        if file.same_as:
            status = self.tr("与 {name} 相同").format(name=Path(file.same_as).name)
        good = file.status is not FileStatus.FAILED
        row = QTreeWidgetItem(
            [
                Path(file.path).name,
                status,
                str(file.documents) if good else "",
                str(len(file.doubts) or "") if good else "",
            ]
        )
        row.setToolTip(0, file.path)
        row.setIcon(0, icon("check" if good else "warning"))
        row.setData(0, ISSUE_ROLE, file.issue_id or "")
        for column in (1, 2, 3):
            row.setTextAlignment(column, Qt.AlignmentFlag.AlignCenter)
        self.tree.addTopLevelItem(row)
        if file.error is not None:
            row.setForeground(1, QColor(current().accent_ink))
            self._add_line(row, wording.word(file.error, {"path": file.path, **file.facts}, language()))
            row.setExpanded(True)
        for doubt in file.doubts[:MOST_DOUBTS]:
            self._add_line(row, self.doubt_text(doubt), doubt.line)
        if len(file.doubts) > MOST_DOUBTS:
            self._add_line(row, self.tr("……还有 {count} 处").format(count=len(file.doubts) - MOST_DOUBTS))

    def doubt_text(self, doubt: Doubt) -> str:
        """The sentence of a doubt with its line in the source."""
        sentence = wording.word(doubt.code, doubt.facts, language())
        if not doubt.line:
            return sentence
        return self.tr("第 {line} 行：{sentence}").format(line=doubt.line, sentence=sentence)

    def _add_line(self, row: QTreeWidgetItem, text: str, line: int = 0) -> None:
        below = QTreeWidgetItem([text])
        below.setToolTip(0, text)
        below.setData(0, ISSUE_ROLE, row.data(0, ISSUE_ROLE))
        below.setData(0, LINE_ROLE, line)
        row.addChild(below)
        below.setFirstColumnSpanned(True)
        # A row is as high as its first line unless told otherwise; sentences that say what to do are longer.
        room = QRect(0, 0, self.width() - SENTENCE_MARGIN, 1000)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        needed = self.tree.fontMetrics().boundingRect(room, flags, text)
        below.setSizeHint(0, QSize(0, needed.height() + 8))

    def _on_activated(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and _issue_of(item):
            self.reportWanted.emit(_issue_of(item), int(item.data(0, LINE_ROLE) or 0))
            self.accept()


def _issue_of(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, ISSUE_ROLE) or "") if item is not None else ""


def summary(report: ImportReport) -> str:
    """What came of an import, in a few sentences."""
    good = [file for file in report.files if file.status in (FileStatus.IMPORTED, FileStatus.UPDATED)]
    same = sum(file.status is FileStatus.UNCHANGED and not file.same_as for file in report.files)
    twins = sum(bool(file.same_as) for file in report.files)
    parts = []
    if good:
        text = translate("ImportReportDialog", "导入了 {files} 个文件、{documents} 篇公文。")
        parts.append(text.format(files=len(good), documents=sum(file.documents for file in good)))
    if same:
        parts.append(translate("ImportReportDialog", "{count} 个文件早已在库中，没有变化。").format(count=same))
    if twins:
        parts.append(translate("ImportReportDialog", "{count} 个文件与同批的另一个内容相同。").format(count=twins))
    if report.failed:
        text = translate("ImportReportDialog", "{count} 个文件没能导入，原因见下。")
        parts.append(text.format(count=len(report.failed)))
    doubts = sum(len(file.doubts) for file in report.files)
    if doubts:
        parts.append(translate("ImportReportDialog", "有 {count} 处识别得没有把握，值得看一眼。").format(count=doubts))
    if report.cancelled:
        parts.append(translate("ImportReportDialog", "导入中途停止，已完成的都保留了。"))
    return locales.sentences(parts) or translate("ImportReportDialog", "没有找到可以导入的文件。")
