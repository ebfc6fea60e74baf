"""Says in the library's tree why there is nothing in it, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from ui.panels.library_panel import LibraryPanel


class EmptyTree(QLabel):
    """Lies over the tree while that is empty, and lets the mouse through."""

    def __init__(self, panel: LibraryPanel) -> None:
        super().__init__(panel.tree.viewport())
        self._panel = panel
        self.setObjectName("libraryEmpty")
        self.setProperty("muted", True)
        self.setWordWrap(True)
        self.setMargin(16)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(panel.tree.viewport())
        layout.setContentsMargins(0, 24, 0, 0)
        layout.addWidget(self)
        for changed in (panel.model.modelReset, panel.model.rowsInserted, panel.model.rowsRemoved):
            changed.connect(self._tell)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()

    def _tell(self) -> None:
        model = self._panel.model
        if model.wanted.is_any:
            self.setText(self.tr("公报库还是空的。\n\n把公报文件拖到窗口里，或按 Ctrl+O 导入。"))
        else:
            self.setText(self.tr("没有符合条件的公文。\n\n换几个字试试，或按 Esc 显示全部。"))
        self.setVisible(model.rowCount() == 0)
