"""How the library tree draws its rows: folders on one line with counts, documents with title, number and marks."""

from __future__ import annotations

import math

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.searching.folding import fold
from reader.services.shelf import Listed
from ui.models.library_model import (
    CORRECTED_ROLE,
    COUNT_ROLE,
    DETAIL_ROLE,
    KIND_ROLE,
    NOTED_ROLE,
    UNREAD_ROLE,
    LibraryModel,
)
from ui.models.library_order import short_title
from ui.models.library_tree import Node, NodeKind
from ui.panels.card_text import draw, height, lay_out, line_height, smaller
from ui.theme import current, icon

MARGIN = 5
LEFT, RIGHT = 4, 8
"""Margins of a row beside its text, pixels."""
GUTTER = 11
"""Room before a document's title for the dot of what is not read."""
DOT = 6.0
MARK = 13
"""Side of a small picture that says a document has annotations or was corrected."""
TITLE_LINES = 2
FOUND_LINES = 4
"""Lines of a title while a filter has words: what they were found in must not be behind an ellipsis."""

Index = QModelIndex | QPersistentModelIndex


class LibraryDelegate(QStyledItemDelegate):
    """Rows of the tree. Heights come from the width of the title on one line, without laying it out: a long tree asks
    for every row."""

    def __init__(self, model: LibraryModel, view: QTreeView) -> None:
        super().__init__(view)
        self._library = model
        self._view = view
        self._metrics: tuple[str, QFontMetrics, int] = ("", QFontMetrics(QFont()), 0)
        self._widths: dict[tuple[str, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        node = self._library.node(index)
        metrics, small = self._lines(option)
        lines = 1
        if node.document is not None:
            lines = self._title_lines(self._width(node.document, metrics), self._room(node), metrics)
        below = small if self._library.has_second_line(node) else 0
        return QSize(120, lines * metrics.lineSpacing() + below + 2 * MARGIN)

    def _title_lines(self, width: int, room: int, metrics: QFontMetrics) -> int:
        """How many lines a title of so many pixels takes."""
        if width <= room:
            return 1
        # A line may end up to a character before the edge.
        needed = math.ceil(width / max(room - metrics.height(), 1))
        return max(2, min(needed, self._most_lines()))

    def _most_lines(self) -> int:
        return FOUND_LINES if self._library.wanted.folded else TITLE_LINES

    def _lines(self, option: QStyleOptionViewItem) -> tuple[QFontMetrics, int]:
        """How the row's font measures, and the height of its second line; worked out once a font."""
        font: QFont = option.font  # type: ignore[attr-defined]  # missing in the stubs
        key = font.key()
        if key != self._metrics[0]:
            self._metrics = key, QFontMetrics(font), line_height(smaller(font))
            self._widths.clear()
        return self._metrics[1], self._metrics[2]

    def _width(self, document: Listed, metrics: QFontMetrics) -> int:
        """How wide a title is on one line, pixels; measured once."""
        # By what it is made of: that holds when the tree is made anew, too.
        key = document.title, document.issuers
        width = self._widths.get(key)
        if width is None:
            width = self._widths[key] = metrics.horizontalAdvance(short_title(document))
        return width

    def _room(self, node: Node) -> int:
        """How wide a title may be, pixels."""
        indented = self._library.depth(node) * self._view.indentation()
        # Laying out rounds otherwise than measuring: a title that just fits counts as one that does not.
        return self._view.viewport().width() - indented - LEFT - GUTTER - RIGHT - 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]  # missing in the stubs
        rect: QRect = option.rect  # type: ignore[attr-defined]
        widget: QWidget | None = option.widget  # type: ignore[attr-defined]
        style = widget.style() if widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        theme = current()
        colour = QColor(theme.accent_ink if selected else theme.text)
        painter.save()
        painter.setClipRect(rect)
        inner = rect.adjusted(LEFT, MARGIN, -RIGHT, -MARGIN)
        if index.data(KIND_ROLE) == NodeKind.DOCUMENT:
            self._paint_document(painter, inner, index, _font(option), colour)
        else:
            self._paint_folder(painter, inner, index, _font(option), colour)
        painter.restore()

    def _paint_document(self, painter: QPainter, inner: QRect, index: Index, font: QFont, colour: QColor) -> None:
        faint = QColor(current().muted)
        text = str(index.data())
        if index.data(UNREAD_ROLE):
            _dot(painter, inner.x() + DOT / 2, inner.y() + line_height(font) / 2)
        inner = inner.adjusted(GUTTER, 0, 0, 0)
        words = _words(index)
        title = lay_out(text, font, inner.width(), self._most_lines(), _places(text, words), _match_format(font))
        y = draw(painter, title, inner.x(), inner.y(), colour)
        small = smaller(font)
        right = self._paint_marks(painter, QRect(inner.x(), int(y), inner.width(), line_height(small)), index, small)
        detail = str(index.data(DETAIL_ROLE) or "")
        if detail:
            line = lay_out(detail, small, right - inner.x(), 1, _places(detail, words), _match_format(small))
            draw(painter, line, inner.x(), y, faint)

    def _paint_marks(self, painter: QPainter, line: QRect, index: Index, font: QFont) -> int:
        """Pictures at the right end of a document's second line; tells where they begin."""
        right = line.right()
        noted = int(index.data(NOTED_ROLE) or 0)
        if noted:
            painter.setFont(font)
            painter.setPen(QColor(current().text))
            text = str(noted)
            width = painter.fontMetrics().horizontalAdvance(text)
            place = QRect(right - width, line.y(), width + 1, line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + 2
            right = _picture(painter, "highlight", right, line)
        if index.data(CORRECTED_ROLE):
            right = _picture(painter, "edit", right, line)
        return right - 4

    def _paint_folder(self, painter: QPainter, inner: QRect, index: Index, font: QFont, colour: QColor) -> None:
        faint = QColor(current().muted)
        kind = index.data(KIND_ROLE)
        small = smaller(font)
        below = 0
        if kind == NodeKind.UNKNOWN:
            below = line_height(small)
            hint = lay_out(str(index.data(DETAIL_ROLE)), small, inner.width(), 1)
            draw(painter, hint, inner.x(), inner.bottom() + 1 - height(hint), faint)
        line = inner.adjusted(0, 0, 0, -below)
        right = self._paint_counts(painter, line, index, small)
        if index.data(CORRECTED_ROLE):
            right = _picture(painter, "edit", right, line)
        font = QFont(font)
        font.setBold(kind in (NodeKind.PUBLISHER, NodeKind.UNKNOWN, NodeKind.SINGLES, NodeKind.ISSUE))
        painter.setFont(font)
        painter.setPen(faint if kind == NodeKind.SECTION else colour)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, right - line.x() - 6)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_counts(self, painter: QPainter, line: QRect, index: Index, font: QFont) -> int:
        """How many documents there are and, behind a dot, how many of them are not read; tells where that begins.
        Where none is read the dot alone says so: 40 and 40 would only be noise."""
        count, unread = int(index.data(COUNT_ROLE)), int(index.data(UNREAD_ROLE))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        painter.setPen(QColor(current().muted))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))
        right = line.right() - metrics.horizontalAdvance(str(count))
        if not unread:
            return right
        right -= 6
        if unread < count:
            painter.setPen(QColor(current().text))
            width = metrics.horizontalAdvance(str(unread))
            place = QRect(right - width, line.y(), width + 1, line.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(unread))
            right -= width + 3
        _dot(painter, right - DOT / 2, line.y() + line.height() / 2)
        return right - round(DOT) - 2


def _dot(painter: QPainter, x: float, y: float) -> None:
    """The mark of what is not read."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current().accent))
    painter.drawEllipse(QPointF(x, y), DOT / 2, DOT / 2)
    painter.restore()


def _picture(painter: QPainter, name: str, right: int, line: QRect) -> int:
    """Draw a small picture that ends at `right`; tells where it begins."""
    area = QRectF(right - MARK, line.y() + (line.height() - MARK) / 2, MARK, MARK).toRect()
    icon(name).paint(painter, area)
    return right - MARK - 3


def _words(index: Index) -> tuple[str, ...]:
    """What is being filtered for."""
    model = index.model()
    return model.wanted.folded if isinstance(model, LibraryModel) else ()


def _places(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where words stand in a text, code points; apart from one another."""
    if not words:
        return []
    folded = fold(text)
    found: list[tuple[int, int]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = folded.find(word, at + len(word))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(apart[-1][1], end))
        else:
            apart.append((start, end))
    return apart


def _match_format(font: QFont) -> QTextCharFormat:
    """What a filter found: underlined, on the colour of search hits."""
    theme = current()
    form = QTextCharFormat()
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    form.setFontUnderline(True)
    form.setForeground(QColor(theme.ink))
    form.setBackground(QColor(theme.hit_fill))
    return form


def _font(option: QStyleOptionViewItem) -> QFont:
    return QFont(option.font)  # type: ignore[attr-defined]
