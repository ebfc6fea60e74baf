"""Restoring annotations from a backup, after a look at what that would change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.services.safety import BackupContents, moment_of
from ui import locales


class BackupsDialog(QDialog):
    """Asks; the window answers with `show_contents` and restores.

    Signals:
        previewWanted: path of a backup.
        restoreWanted: path of the backup that the user confirmed.
    """

    previewWanted = Signal(object)
    restoreWanted = Signal(object)

    def __init__(self, backups: Sequence[Path], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backupsDialog")
        self.setWindowTitle(self.tr("从备份恢复标注"))
        self.resize(600, 460)
        self._folder = folder
        self._previewed: Path | None = None
        about = QLabel(
            self.tr("程序定时备份标注和批注。恢复之前，现有的标注会先另存一份，也列在这里。"), self
        )
        about.setWordWrap(True)
        about.setProperty("muted", True)
        self.list = QListWidget(self)
        self.list.setObjectName("backupsList")
        self.list.setAccessibleName(self.tr("备份"))
        for path in backups:
            self._add(path)
        self.list.currentItemChanged.connect(self._on_current)
        self.contents = QLabel(self)
        self.contents.setObjectName("backupsContents")
        self.contents.setWordWrap(True)
        self.contents.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.contents.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.other = QPushButton(self.tr("其他备份文件(&O)…"), self)
        self.other.setObjectName("backupsOther")
        self.other.clicked.connect(self._on_other)
        self.restore = QPushButton(self.tr("恢复到这个备份(&R)…"), self)
        self.restore.setObjectName("backupsRestore")
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._on_restore)
        close = QPushButton(self.tr("关闭"), self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.other)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(close)
        for button in (self.other, self.restore, close):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 12)
        layout.setSpacing(10)
        layout.addWidget(about)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.contents)
        layout.addLayout(row)
        if not backups:
            self.contents.setText(self.tr("还没有备份：有了标注以后，程序会自动备份。"))

    def _add(self, path: Path) -> QListWidgetItem:
        size = locales.size(path.stat().st_size)
        kind = self.tr("恢复前另存") if path.name.startswith("replaced-") else self.tr("备份")
        if "-before-" in path.name:
            kind = self.tr("升级前备份")
        item = QListWidgetItem(f"{locales.moment(moment_of(path))}　{kind}　{size}")
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        item.setToolTip(str(path))
        self.list.addItem(item)
        return item

    def show_contents(self, path: Path, contents: BackupContents) -> None:
        """Answer to `previewWanted`."""
        if path != self._chosen():
            return
        self._previewed = path
        parts = [self.tr("这个备份里有 {count} 条标注。").format(count=contents.annotations)]
        if not (contents.back or contents.gone or contents.changed):
            parts.append(self.tr("与现在的完全相同，不必恢复。"))
        if contents.back:
            parts.append(self.tr("恢复后会找回 {count} 条。").format(count=contents.back))
        if contents.changed:
            parts.append(self.tr("有 {count} 条会变回当时的样子。").format(count=contents.changed))
        if contents.gone:
            parts.append(self.tr("后来新加的 {count} 条会消失（另存的备份里还有）。").format(count=contents.gone))
        self.contents.setText(locales.sentences(parts))
        self.restore.setEnabled(bool(contents.back or contents.gone or contents.changed))

    def show_fault(self, sentence: str) -> None:
        """Say why a backup cannot be used."""
        self.contents.setText(sentence)
        self.restore.setEnabled(False)

    def _chosen(self) -> Path | None:
        item = self.list.currentItem()
        return Path(str(item.data(Qt.ItemDataRole.UserRole))) if item is not None else None

    def _on_current(self) -> None:
        self.restore.setEnabled(False)
        self.contents.setText(self.tr("正在查看备份…"))
        self.previewWanted.emit(self._chosen())

    def _on_other(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("备份文件"), str(self._folder), self.tr("备份文件 (*.db);;所有文件 (*)")
        )
        if name:
            self.list.setCurrentItem(self._add(Path(name)))

    def _on_restore(self) -> None:
        path = self._previewed
        if path is None:
            return
        question = self.tr("恢复到这个备份吗？")
        text = f"{self.contents.text()}\n\n{question}"
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("恢复备份"), text, parent=self)
        restore = box.addButton(self.tr("恢复(&R)"), QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton(self.tr("不恢复"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)

        def decide() -> None:
            if box.clickedButton() is restore:
                self.restoreWanted.emit(path)
                self.accept()

        box.finished.connect(lambda _: decide())
        box.open()
