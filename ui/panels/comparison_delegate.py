"""How a comparison is drawn: two columns, what differs underlined, each side in its own way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.comparing import Change
from ui.models.comparison_model import LINE_ROLE, ComparisonModel, Line
from ui.panels.card_delegates import AnyIndex
from ui.panels.card_text import draw, height, lay_out, line_height, smaller
from ui.theme import current

MARGIN = 10
GUTTER = 64
"""Width of the strip between the columns, pixels."""

MOST_LINES = 400

SIGNS = {Change.SAME: "", Change.CHANGED: "≠", Change.REMOVED: "－", Change.ADDED: "＋", Change.MOVED: "⇅"}
"""Never colour alone."""

Range = tuple[int, int]


def tint(removed: bool) -> QColor:
    """The ground of what is only at the left (removed) or only at the right."""
    dark = current().dark
    if removed:
        return QColor("#5b2b2b" if dark else "#f8d9d6")
    return QColor("#23482f" if dark else "#d3ecd6")


def mark_format(removed: bool) -> QTextCharFormat:
    """How differing characters look: bold on a tint, with a wave below at the left and a line at the right. Not
    struck out: a single Han character that is struck out cannot be read."""
    form = QTextCharFormat()
    form.setBackground(tint(removed))
    form.setForeground(QColor(current().ink))
    form.setFontWeight(QFont.Weight.Bold)
    style = QTextCharFormat.UnderlineStyle
    form.setUnderlineStyle(style.WaveUnderline if removed else style.SingleUnderline)
    return form


class ComparisonDelegate(QStyledItemDelegate):
    """Rows as high as the longer of their two texts; heights are kept until the width changes."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._width = 0
        self._heights: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """The rows are others now."""
        self._heights.clear()

    def column(self, width: int) -> int:
        """The width of a column in a list of `width` pixels."""
        return max((width - GUTTER) // 2 - 2 * MARGIN, 60)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line: Line = index.data(LINE_ROLE)
        font = QFont(option.font)  # type: ignore[attr-defined]  # fields missing in the stubs
        width = self._list_width(option)
        if width != self._width:
            self._width = width
            self._heights.clear()
        if line.row is None:
            return QSize(200, line_height(font) + 12)
        key = line.first, line.last
        if key not in self._heights:
            self._heights[key] = round(max(height(one) for one in self._layouts(line, font, width))) + 2 * MARGIN
        return QSize(200, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line: Line = index.data(LINE_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        font = QFont(option.font)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        theme = current()
        painter.save()
        painter.setClipRect(rect)
        model = index.model()
        if line.row is None:
            painter.fillRect(rect, QColor(theme.shade))
            painter.setFont(smaller(font))
            painter.setPen(QColor(theme.muted))
            if isinstance(model, ComparisonModel):
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, model.fold_text(line))
            painter.restore()
            return
        column = self.column(rect.width()) + 2 * MARGIN
        change = line.row.change
        self._paint_ground(painter, rect, column, change)
        left, right = self._layouts(line, font, rect.width())
        same = change is Change.SAME
        ink = QColor(theme.muted if same else theme.text)
        draw(painter, left, rect.left() + MARGIN, rect.top() + MARGIN, ink)
        draw(painter, right, rect.left() + column + GUTTER + MARGIN, rect.top() + MARGIN, ink)
        gutter = QRectF(rect.left() + column, rect.top(), GUTTER, rect.height())
        self._paint_gutter(painter, gutter, font, change, model)
        if chosen:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, column: int, change: Change) -> None:
        theme = current()
        gone, new = change in (Change.REMOVED, Change.MOVED), change in (Change.ADDED, Change.MOVED)
        painter.fillRect(rect, QColor(theme.base))
        side = QRect(rect.left(), rect.top(), column, rect.height())
        if gone and change is not Change.MOVED:
            painter.fillRect(side, tint(removed=True))
        if new and change is not Change.MOVED:
            painter.fillRect(side.translated(column + GUTTER, 0), tint(removed=False))
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())

    def _paint_gutter(
        self, painter: QPainter, rect: QRectF, font: QFont, change: Change, model: object
    ) -> None:
        theme = current()
        painter.fillRect(rect, QColor(theme.window))
        if change is Change.SAME:
            return
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.accent_ink))
        sign = rect.adjusted(0, MARGIN - 2, 0, 0)
        painter.drawText(sign, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, SIGNS[change])
        if isinstance(model, ComparisonModel) and rect.height() >= 2 * line_height(font) + MARGIN:
            painter.setFont(smaller(font, 0.8))
            painter.setPen(QColor(theme.muted))
            below = sign.adjusted(0, line_height(font), 0, 0)
            painter.drawText(
                below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, model.change_text(change)
            )

    def _layouts(self, line: Line, font: QFont, width: int) -> tuple[QTextLayout, QTextLayout]:
        column = self.column(width)
        row = line.row
        assert row is not None
        left = _relative(row.left_marks, row.left)
        right = _relative(row.right_marks, row.right)
        return (
            lay_out(_one_line(line.left), font, column, MOST_LINES, left, mark_format(removed=True)),
            lay_out(_one_line(line.right), font, column, MOST_LINES, right, mark_format(removed=False)),
        )

    def _list_width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        viewport = getattr(view, "viewport", None)
        return int(viewport().width()) if viewport is not None else int(option.rect.width())  # type: ignore[attr-defined]


def _relative(marks: Sequence[Range], side: Range | None) -> list[Range]:
    return [(start - side[0], end - side[0]) for start, end in marks] if side is not None else []


def _one_line(text: str) -> str:
    """Tabs between cells as bars, breaks of paragraphs as marks: one character for one."""
    return text.replace("\t", "│").replace("\n", "¶") or " "
