"""The command palette: a box over the window in which a few letters find any command, document or tag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QIcon, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.models.palette_entries import Entry, Kind
from ui.theme import current, icon

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
WIDTH = 620
ROWS = 11
"""Rows that are seen at once."""

_AnyIndex = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """The lines on offer. `icon_of`: the picture of a line."""

    def __init__(self, icon_of: Callable[[Entry], QIcon], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon_of = icon_of
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        # One that cannot be chosen can be gone to all the same: why not is told there.
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon_of(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            off = "" if entry.enabled else entry.why or self.tr("现在不能用")
            return "，".join(part for part in (entry.title, entry.detail, entry.keys, off) if part)
        if role == ENTRY_ROLE:
            return entry
        return None


class PaletteDelegate(QStyledItemDelegate):
    """Picture, title and behind it where it is found; the keys at the right; grey what cannot be chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(120, option.fontMetrics.height() + 14)  # type: ignore[attr-defined]  # missing in the stubs

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        widget: QWidget = option.widget  # type: ignore[attr-defined]  # fields missing in the stubs
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        theme, entry = current(), index.data(ENTRY_ROLE)
        rect: QRect = option.rect.adjusted(10, 0, -12, 0)  # type: ignore[attr-defined]
        small = QFont(option.font)  # type: ignore[attr-defined]
        small.setPointSizeF(small.pointSizeF() * 0.92)
        strong = QColor(theme.text if entry.enabled else theme.disabled)
        faint = QColor(theme.muted if entry.enabled else theme.disabled)
        painter.save()
        mode = QIcon.Mode.Normal if entry.enabled else QIcon.Mode.Disabled
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(rect.left(), rect.center().y() - 8, 17, 17),
                                                         mode=mode)
        rect.setLeft(rect.left() + 28)
        painter.setFont(small)
        painter.setPen(faint)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | middle), entry.keys)
        if entry.keys:
            rect.setRight(rect.right() - painter.fontMetrics().horizontalAdvance(entry.keys) - 16)
        painter.setFont(option.font)  # type: ignore[attr-defined]
        painter.setPen(strong)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideMiddle, rect.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | middle), title)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(title) + 12)
        if rect.width() > 40:
            painter.setFont(small)
            painter.setPen(faint)
            behind = entry.detail if entry.enabled or not entry.why else f"{entry.detail}　{entry.why}"
            behind = painter.fontMetrics().elidedText(behind, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | middle), behind)
        painter.restore()


class CommandPalette(QFrame):
    """Asks for a command; lies over the top of its parent.

    Signals:
        typed: what is typed now; the window answers with `show_entries`.
        chosen: the `Entry` to carry out.
        closed: it was closed from the keyboard with nothing chosen.
    """

    typed = Signal(str)
    chosen = Signal(object)
    closed = Signal()

    def __init__(self, icon_of: Callable[[Entry], QIcon], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("commandPalette")
        self.setAutoFillBackground(True)
        self.line = _Line(self)
        self.line.setObjectName("paletteText")
        self.line.setAccessibleName(self.tr("命令、公文或标签"))
        self.line.setPlaceholderText(self.tr("输入命令；@ 只找公文，# 只找标签，> 只找命令"))
        self.line.setMaxLength(100)
        self.line.textChanged.connect(self.typed)
        self.line.left.connect(self._on_left)
        self.line.installEventFilter(self)
        self.model = PaletteModel(icon_of, self)
        self.list = QListView(self)
        self.list.setObjectName("paletteList")
        self.list.setAccessibleName(self.tr("命令"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.hint = QLabel(self)
        self.hint.setObjectName("paletteHint")
        self.hint.setProperty("muted", True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        parent.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Ask."""
        self._dress()
        self.line.clear()
        self.typed.emit("")
        self._fit()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these, the first being chosen by Enter."""
        self.model.show(entries)
        if entries:
            self.list.setCurrentIndex(self.model.index(0))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while one types; the box follows its parent's size."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        elif watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        row, last = self.list.currentIndex().row(), self.model.rowCount() - 1
        page = ROWS - 1
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        key = Qt.Key(event.key())
        if key in steps and last >= 0:
            to = row + steps[key]
            around = abs(steps[key]) == 1
            to = to % (last + 1) if around else min(max(to, 0), last)
            self.list.setCurrentIndex(self.model.index(to))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row)
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        else:
            # Tab would leave for what lies beneath.
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _choose(self, row: int) -> None:
        if 0 <= row < self.model.rowCount() and self.model.entries[row].enabled:
            entry = self.model.entries[row]
            self.hide()
            self.chosen.emit(entry)

    def _on_left(self) -> None:
        # A click into the list gives it no focus, but one elsewhere takes the line's.
        self.hide()

    def _tell(self) -> None:
        row = self.list.currentIndex().row()
        if not self.model.entries:
            text = self.tr("没有这样的命令、公文或标签")
        elif 0 <= row < len(self.model.entries) and not self.model.entries[row].enabled:
            why = self.model.entries[row].why
            text = self.tr("现在不能用：{why}").format(why=why) if why else self.tr("现在不能用")
        else:
            text = self.tr("↑↓ 选择　回车执行　Esc 关闭")
        self.hint.setText(text)
        self.line.setAccessibleDescription(
            str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or text)
        )

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(WIDTH, parent.width() - 40)
        row = self.fontMetrics().height() + 14
        height = min(ROWS * row + self.line.sizeHint().height() + self.hint.sizeHint().height() + 40,
                     parent.height() - 90)
        self.setGeometry((parent.width() - width) // 2, 64, width, height)

    def _dress(self) -> None:
        theme = current()
        self.setStyleSheet(
            f"#commandPalette {{ background: {theme.base}; border: 1px solid {theme.rule}; border-radius: 8px; }}"
        )


def kind_icon(kind: Kind) -> QIcon:
    """The picture of what is no command."""
    pictures = {Kind.DOCUMENT: "document", Kind.TAG: "tag", Kind.COMMAND: "right", Kind.SEARCH: "library-search"}
    return icon(pictures[kind])


class _Line(QLineEdit):
    """Says when the user went elsewhere; another window or a menu does not count."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
