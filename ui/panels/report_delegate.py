"""How the list of an import report draws its entries."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.models.report_entries import Group, ReportEntry
from ui.models.report_model import ENTRY_ROLE, HEAD_ROLE
from ui.panels.card_delegates import MARGIN, AnyIndex, CardDelegate
from ui.panels.card_text import draw, lay_out, line_height, smaller
from ui.theme import current

SIGN_WIDTH = 22
SIGNS = {Group.DOUBT: "？", Group.CORRECTION: "✎", Group.REPAIR: "→", Group.REMOVAL: "－"}
"""Never colour alone: each group has a sign of its own."""

LINES = {Group.DOUBT: 4, Group.CORRECTION: 2, Group.REPAIR: 2, Group.REMOVAL: 1}


class ReportDelegate(CardDelegate):
    """A sign, a line that says what and where, and the sentence or the characters."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        font = QFont(option.font)  # type: ignore[attr-defined]  # fields missing in the stubs
        entry: ReportEntry = index.data(ENTRY_ROLE)
        lines = min(LINES[entry.group], 1 + len(entry.text) // 17)
        return QSize(120, 2 * MARGIN + line_height(smaller(font)) + lines * line_height(font) + 2)

    def paint_card(
        self, painter: QPainter, rect: QRect, font: QFont, strong: QColor, faint: QColor, index: AnyIndex
    ) -> None:
        entry: ReportEntry = index.data(ENTRY_ROLE)
        theme = current()
        inner = rect.adjusted(MARGIN + SIGN_WIDTH, MARGIN, -MARGIN, -MARGIN)
        bold = QFont(font)
        bold.setBold(True)
        painter.setFont(bold)
        warm = entry.group in (Group.DOUBT, Group.CORRECTION)
        painter.setPen(QColor(theme.accent_ink) if warm else faint)
        sign = QRectF(rect.left() + MARGIN - 2, inner.top(), SIGN_WIDTH - 4, line_height(font))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, SIGNS[entry.group])
        head = lay_out(str(index.data(HEAD_ROLE)), smaller(font), inner.width(), 1)
        y = draw(painter, head, inner.x(), inner.y(), faint)
        body = lay_out(entry.text or " ", font, inner.width(), LINES[entry.group])
        draw(painter, body, inner.x(), y + 2, strong)
