"""How the list of search hits draws a hit: as a card with the match marked in the text around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyleOptionViewItem

from reader.model.search import Hit
from ui.models.hits_model import ADDRESS_ROLE, HIT_ROLE, MATCH_ROLE, SOURCE_ROLE
from ui.panels.card_delegates import MARGIN, CardDelegate
from ui.panels.card_text import draw, lay_out, line_height, smaller
from ui.theme import current


class HitDelegate(CardDelegate):
    """Title; number, date and issue; clause address and why it is a hit; the text around the first place."""

    TITLE_LINES = 2
    SNIPPET_LINES = 3

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        font = QFont(option.font)  # type: ignore[attr-defined]  # fields missing in the stubs
        small = line_height(smaller(font))
        below = (2 + self.SNIPPET_LINES) * small
        return QSize(120, 2 * MARGIN + self.TITLE_LINES * line_height(font) + below + 8)

    def paint_card(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        strong: QColor,
        faint: QColor,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(HIT_ROLE)
        small = smaller(font)
        bold = QFont(font)
        bold.setBold(True)
        inner = rect.adjusted(MARGIN + 2, MARGIN, -MARGIN, -MARGIN)
        width, x = inner.width(), inner.x()
        y = draw(painter, lay_out(str(index.data()), bold, width, self.TITLE_LINES), x, inner.y(), strong)
        y = draw(painter, lay_out(str(index.data(SOURCE_ROLE)), small, width, 1), x, y, faint)
        place = " · ".join(part for part in (str(index.data(ADDRESS_ROLE)), str(index.data(MATCH_ROLE))) if part)
        y = draw(painter, lay_out(place, small, width, 1), x, y, QColor(current().accent_ink)) + 4
        snippet = lay_out(hit.snippet, small, width, self.SNIPPET_LINES, hit.snippet_ranges, match_format(font))
        draw(painter, snippet, x, y, strong)


def match_format(font: QFont) -> QTextCharFormat:
    """How a match looks in a snippet: bold on the colour of search hits, which is none of the annotation styles."""
    theme = current()
    form = QTextCharFormat()
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    form.setFontPointSize(smaller(font).pointSizeF())
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(QColor(theme.ink))
    form.setBackground(QColor(theme.hit_fill))
    return form
