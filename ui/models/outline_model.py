"""The Qt model of a document's outline."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from reader.model.document import BlockKind
from ui.models.outline import OutlineEntry

START_ROLE = Qt.ItemDataRole.UserRole + 1
_APART = (BlockKind.ISSUED_TITLE, BlockKind.ATTACHMENT_LABEL, BlockKind.ATTACHMENT_TITLE)


class OutlineModel(QStandardItemModel):
    """Entries as a tree; `items[n]` is the item of entry n."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[OutlineEntry, ...] = ()
        self.items: list[QStandardItem] = []

    def show(self, entries: Sequence[OutlineEntry]) -> None:
        """Replace what is shown."""
        self.clear()
        self.entries = tuple(entries)
        self.items = []
        line: list[QStandardItem] = []
        roots: list[QStandardItem] = []
        for one in self.entries:
            item = QStandardItem(one.text)
            item.setEditable(False)
            item.setToolTip(one.text)
            item.setData(one.start, START_ROLE)
            if one.kind in _APART:
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            del line[one.depth :]
            if line:
                line[-1].appendRow(item)
            else:
                roots.append(item)
            line.append(item)
            self.items.append(item)
        # Last, with all their children: a view that is told of a root alone draws no arrow beside it.
        self.invisibleRootItem().appendRows(roots)
