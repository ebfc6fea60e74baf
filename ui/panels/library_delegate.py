"""How the library tree draws its rows: folders on one line with a count, documents with title and number."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from ui.models.library_model import COUNT_ROLE, DETAIL_ROLE, KIND_ROLE
from ui.models.library_tree import NodeKind
from ui.panels.card_text import draw, lay_out, line_height, smaller
from ui.theme import current

MARGIN = 5
LEFT, RIGHT = 4, 8
"""Margins of a row beside its text, pixels."""
TITLE_LINES = 2


class LibraryDelegate(QStyledItemDelegate):
    """Rows of the tree. Heights come from the width of the title on one line, without laying it out: a long tree asks
    for every row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        font = _font(option)
        if index.data(KIND_ROLE) == NodeKind.DOCUMENT:
            metrics = QFontMetrics(font)
            short = metrics.horizontalAdvance(str(index.data())) <= _room(option, index)
            below = line_height(smaller(font)) if index.data(DETAIL_ROLE) else 0
            return QSize(120, (1 if short else TITLE_LINES) * metrics.lineSpacing() + below + 2 * MARGIN)
        return QSize(120, line_height(font) + 2 * MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # missing in the stubs
        rect: QRect = option.rect  # type: ignore[attr-defined]
        widget: QWidget | None = option.widget  # type: ignore[attr-defined]
        style = widget.style() if widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        theme = current()
        colour = QColor(theme.accent_ink if selected else theme.text)
        faint = QColor(theme.muted)
        painter.save()
        painter.setClipRect(rect)
        font = _font(option)
        inner = rect.adjusted(LEFT, MARGIN, -RIGHT, -MARGIN)
        if index.data(KIND_ROLE) == NodeKind.DOCUMENT:
            title = lay_out(str(index.data()), font, inner.width(), TITLE_LINES)
            y = draw(painter, title, inner.x(), inner.y(), colour)
            detail = str(index.data(DETAIL_ROLE) or "")
            if detail:
                draw(painter, lay_out(detail, smaller(font), inner.width(), 1), inner.x(), y, faint)
        else:
            self._paint_folder(painter, inner, index, font, (colour, faint))
        painter.restore()

    def _paint_folder(
        self,
        painter: QPainter,
        inner: QRect,
        index: QModelIndex | QPersistentModelIndex,
        font: QFont,
        colours: tuple[QColor, QColor],
    ) -> None:
        kind = index.data(KIND_ROLE)
        font = QFont(font)
        font.setBold(kind in (NodeKind.PUBLISHER, NodeKind.ISSUE))
        count = str(index.data(COUNT_ROLE))
        small = smaller(font)
        small.setBold(False)
        painter.setFont(small)
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(colours[1])
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(font)
        painter.setPen(colours[1] if kind == NodeKind.SECTION else colours[0])
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width() - width - 8
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _room(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> int:
    """How wide a title may be, pixels."""
    tree = option.widget  # type: ignore[attr-defined]  # missing in the stubs
    if not isinstance(tree, QTreeView):
        return 0
    depth, above = 1, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    # Laying out rounds otherwise than measuring: a title that just fits counts as one that does not.
    return tree.viewport().width() - depth * tree.indentation() - LEFT - RIGHT - 2


def _font(option: QStyleOptionViewItem) -> QFont:
    return QFont(option.font)  # type: ignore[attr-defined]
