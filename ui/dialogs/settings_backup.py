"""Settings of backups: where they are, when the last one was made, making one, restoring."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.settings_page import SettingsPage
from ui.preferences import Preferences


class BackupPage(SettingsPage):
    """Backups are made by themselves; here one sees that they are.

    Args:
        folder: where they are kept.

    Signals:
        folderWanted: show it.
        backupWanted: make one now.
        copyWanted: make one elsewhere.
        restoreWanted: choose one to restore.
    """

    folderWanted = Signal()
    backupWanted = Signal()
    copyWanted = Signal()
    restoreWanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("备份")
        self.last = self.note()
        self.last.setObjectName("settingsLastBackup")
        self.now = self.button("settingsBackupNow", self.tr("现在备份(&B)"))
        self.copy = self.button("settingsBackupCopy", self.tr("备份到别处(&E)…"))
        self.folder = self.button("settingsBackupFolder", self.tr("打开文件夹(&O)"))
        self.restore = self.button("settingsRestore", self.tr("从备份恢复(&R)…"))
        for button, signal in (
            (self.folder, self.folderWanted),
            (self.now, self.backupWanted),
            (self.copy, self.copyWanted),
            (self.restore, self.restoreWanted),
        ):
            button.clicked.connect(signal)
        self.whole.addWidget(
            self.note(
                self.tr(
                    "标注和批注自动备份，至多半小时一次；保留 12 天每天一份、10 周每周一份、9 个月每月一份。"
                    "程序升级、恢复备份之前另存一份。"
                )
            )
        )
        form = self.form()
        form.addRow(self.tr("最近一次"), self.last)
        form.addRow(self.tr("备份文件夹"), self.note(str(folder)))
        self.whole.addLayout(self.row(self.now, self.copy, self.folder))
        self.whole.addLayout(self.row(self.restore))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        """Nothing of them is here."""

    def show_last(self, text: str) -> None:
        """Say when the last backup was made."""
        self.last.setText(text)
