"""Settings of the library: where it is, its index, the folders that are watched for new gazettes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFormLayout, QListWidget, QWidget

from ui.dialogs.settings_page import SettingsPage
from ui.preferences import Preferences


class LibraryPage(SettingsPage):
    """What the library is made of.

    Args:
        root: the library's folder.

    Signals:
        folderWanted: show the library's folder.
        otherWanted: use the library in another folder, a `Path`.
        rebuildWanted: make the index anew.
    """

    folderWanted = Signal()
    otherWanted = Signal(object)
    rebuildWanted = Signal()

    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("公报库")
        self._root = root
        self._watched: tuple[str, ...] = ()
        place = self.note(str(root))
        place.setObjectName("settingsLibrary")
        self.folder = self.button("settingsLibraryFolder", self.tr("打开文件夹(&O)"))
        self.folder.clicked.connect(self.folderWanted)
        self.other = self.button("settingsOtherLibrary", self.tr("换用别的公报库(&U)…"))
        self.other.clicked.connect(self._on_other)
        self.index = self.note()
        self.index.setObjectName("settingsIndex")
        self.rebuild = self.button("settingsRebuild", self.tr("重建索引(&B)"))
        self.rebuild.clicked.connect(self.rebuildWanted)
        self.list = QListWidget(self)
        self.list.setObjectName("settingsWatched")
        self.list.setAccessibleName(self.tr("监视的文件夹"))
        self.list.setMaximumHeight(110)
        self.list.hide()
        self.none = self.note(self.tr("还没有监视的文件夹。"))
        self.add = self.button("settingsWatch", self.tr("添加文件夹(&A)…"))
        self.add.clicked.connect(self._on_add)
        self.remove = self.button("settingsUnwatch", self.tr("移除(&R)"))
        self.remove.setEnabled(False)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        self.remove.clicked.connect(self._on_remove)
        form = self.form()
        form.addRow(self.tr("位置"), place)
        self.whole.addLayout(self.row(self.folder, self.other))
        form = self.form()
        # As wide as the page: what is said later is longer than what stands there first.
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("检索索引"), self.index)
        self.whole.addLayout(self.row(self.rebuild))
        self.whole.addWidget(
            self.note(self.tr("监视的文件夹：有新的或改过的公报时提示您导入；不会自动导入，也不改动文件夹里的文件。"))
        )
        self.whole.addWidget(self.none)
        self.whole.addWidget(self.list)
        self.whole.addLayout(self.row(self.add, self.remove))
        self.whole.addStretch(1)

    def show_preferences(self, preferences: Preferences) -> None:
        if preferences.watched == self._watched:
            return
        self._watched = preferences.watched
        self.list.clear()
        for folder in self._watched:
            gone = self.tr("{folder}（现在找不到）").format(folder=folder)
            self.list.addItem(folder if Path(folder).is_dir() else gone)
        self.list.setVisible(bool(self._watched))
        self.none.setVisible(not self._watched)

    def show_index(self, text: str) -> None:
        """Say how the index is."""
        self.index.setText(text)

    def watch(self, folder: str) -> None:
        """Add a folder to those that are watched."""
        if folder and folder not in self._watched:
            self.changed.emit({"watched": (*self._watched, folder)})

    def _on_add(self) -> None:
        self.watch(QFileDialog.getExistingDirectory(self, self.tr("监视的文件夹")))

    def _on_remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self.changed.emit({"watched": self._watched[:row] + self._watched[row + 1 :]})

    def _on_other(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("选择公报库文件夹"), str(self._root.parent))
        if name and Path(name) != self._root:
            self.otherWanted.emit(Path(name))
