"""Two sources of a document side by side, with their differences."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.comparing import Change
from reader.services.comparing import Compared
from ui import locales
from ui.models.comparison_model import ComparisonModel
from ui.panels.comparison_delegate import GUTTER, MARGIN, ComparisonDelegate


class ComparisonWindow(QDialog):
    """Not modal.

    Signals:
        openWanted: document id, start, end: show this place in the main window.
    """

    openWanted = Signal(str, int, int)

    def __init__(self, compared: Compared, names: tuple[str, str], parent: QWidget | None = None) -> None:
        """`names`: what tells the two texts apart."""
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self.tr("比较：{title}").format(title=compared.left.facts.title))
        self.resize(1180, 680)
        self._compared = compared
        self._names = names
        self.model = ComparisonModel(self)
        self._build()
        self.model.show(compared)
        self._choose(self.model.next_difference(-1, 1))

    def _build(self) -> None:
        self.summary = QLabel(self._summary(), self)
        self.summary.setObjectName("comparisonSummary")
        self.summary.setWordWrap(True)
        self.everything = QCheckBox(self.tr("相同的段落也显示(&E)"), self)
        self.everything.setObjectName("comparisonEverything")
        self.everything.toggled.connect(self._on_everything)
        self.copy = QPushButton(self.tr("复制差异清单(&C)"), self)
        self.copy.setObjectName("comparisonCopy")
        self.previous = QPushButton(self.tr("上一处(&P)"), self)
        self.previous.setObjectName("comparisonPrevious")
        self.next = QPushButton(self.tr("下一处(&N)"), self)
        self.next.setObjectName("comparisonNext")
        for button, do in ((self.previous, self._go_back), (self.next, self._go_on), (self.copy, self.copy_list)):
            button.setAutoDefault(False)
            button.clicked.connect(do)
        self.previous.setToolTip(self.tr("上一处（Shift+F3）"))
        self.next.setToolTip(self.tr("下一处（F3）"))
        QShortcut(QKeySequence("F3"), self, self._go_on)
        QShortcut(QKeySequence("Shift+F3"), self, self._go_back)
        self.list = QListView(self)
        self.list.setObjectName("comparisonList")
        self.list.setAccessibleName(self.tr("差异"))
        self.list.setModel(self.model)
        self.delegate = ComparisonDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        self.list.clicked.connect(self._on_clicked)
        self.list.doubleClicked.connect(self._on_double_clicked)
        self._lay_out()
        self.list.setFocus()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.summary, 1)
        for widget in (self.everything, self.copy, self.previous, self.next):
            above.addWidget(widget)
        heads = QHBoxLayout()
        heads.setContentsMargins(MARGIN, 0, MARGIN, 0)
        heads.setSpacing(GUTTER + MARGIN)
        for name in self._names:
            label = QLabel(name, self)
            font = label.font()
            font.setBold(True)
            label.setFont(font)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(60)
            label.setWordWrap(True)
            heads.addWidget(label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addLayout(heads)
        layout.addWidget(self.list, 1)

    def _summary(self) -> str:
        rows = self._compared.comparison.rows
        counts = Counter(row.change for row in rows)
        differing = len(rows) - counts[Change.SAME]
        if not differing:
            return self.tr("两边的文字相同（空白、全半角、分段的不同不算）。")
        parts = [
            self.tr("{name} {count}").format(name=self.model.change_text(change), count=counts[change])
            for change in Change
            if change is not Change.SAME and counts[change]
        ]
        return self.tr("{count} 处不同：{parts}").format(count=differing, parts=locales.together(parts))

    def copy_list(self) -> None:
        """Put all differences on the clipboard as text."""
        left, right = self._compared.left.text, self._compared.right.text
        lines = [self._compared.left.facts.title, self._summary(), ""]
        for number in self._compared.comparison.differences:
            row = self._compared.comparison.rows[number]
            lines.append(self.model.change_text(row.change))
            for name, text, side in ((self._names[0], left, row.left), (self._names[1], right, row.right)):
                if side is not None:
                    lines.append(self.tr("【{name}】{text}").format(name=name, text=text[slice(*side)]))
            lines.append("")
        QGuiApplication.clipboard().setText("\n".join(lines))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def _go_on(self) -> None:
        self._choose(self.model.next_difference(self.list.currentIndex().row(), 1))

    def _go_back(self) -> None:
        self._choose(self.model.next_difference(self.list.currentIndex().row(), -1))

    def _choose(self, row: int) -> None:
        if row >= 0:
            index = self.model.index(row)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _on_everything(self, everything: bool) -> None:
        line = self.model.line(self.list.currentIndex())
        self.model.set_everything(everything)
        shown = (self.model.line(self.model.index(row)) for row in range(self.model.rowCount()))
        first = line.first if line is not None else 0
        self._choose(next((row for row, one in enumerate(shown) if one is not None and one.last > first), -1))

    def _on_clicked(self, index: QModelIndex) -> None:
        row = index.row()
        self.model.unfold(index)
        self.list.setCurrentIndex(self.model.index(row))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        x = self.list.viewport().mapFromGlobal(self.list.cursor().pos()).x()
        self._open(index, left=x < self.list.viewport().width() // 2)

    def _open(self, index: QModelIndex, *, left: bool) -> None:
        line = self.model.line(index)
        if line is None or line.row is None:
            return
        side = line.row.left if left else line.row.right
        document = self._compared.left if left else self._compared.right
        if side is not None:
            self.openWanted.emit(document.facts.id, *side)

    def _on_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        line = self.model.line(index)
        if line is None or line.row is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for side, name, left in ((line.row.left, self._names[0], True), (line.row.right, self._names[1], False)):
            if side is not None:
                menu.addAction(
                    self.tr("在主窗口打开：{name}").format(name=name), lambda left=left: self._open(index, left=left)
                )
        text = "\n".join(part for part in (line.left, line.right) if part)
        menu.addAction(self.tr("复制这一段"), lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(self.list.viewport().mapToGlobal(point))
