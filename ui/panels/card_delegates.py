"""How lists draw annotations: as cards."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.model.annotation import AnchorState, Annotation, Mark, PlacedAnnotation, Style
from ui.i18n import translate
from ui.models.annotations_model import (
    COUNT_ROLE,
    HEADING_ROLE,
    PLACED_ROLE,
    STYLE_ROLE,
    AnnotationsModel,
    quote,
)
from ui.models.plain_note import plain_note
from ui.panels.card_text import draw, lay_out, line_height, smaller
from ui.theme import current

MARGIN = 8
BAR = 5
"""Width of the stripe in the annotation's colour, pixels."""

AnyIndex = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """The ground of a card: hover and selection, a rule below, and the colours to draw with."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        widget: QWidget | None = option.widget  # type: ignore[attr-defined]  # fields missing in the stubs
        style = widget.style() if widget is not None else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
        theme = current()
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QColor(theme.border))
        painter.drawLine(rect.left() + MARGIN, rect.bottom(), rect.right() - MARGIN, rect.bottom())
        strong, faint = QColor(theme.text), QColor(theme.muted)
        self.paint_card(painter, rect, QFont(option.font), strong, faint, index)  # type: ignore[attr-defined]
        painter.restore()

    def paint_card(
        self, painter: QPainter, rect: QRect, font: QFont, strong: QColor, faint: QColor, index: AnyIndex
    ) -> None:
        """Draw the card's content."""
        raise NotImplementedError


class AnnotationDelegate(CardDelegate):
    """Stripe in the style's colour with its name, quote, note, tags; and the headings of groups."""

    QUOTE_LINES = 2
    NOTE_LINES = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font: QFont | None = None
        self._lines = (0, 0)
        # A list of thousands asks for every row, again and again.
        self._heights: dict[str, tuple[Annotation, int]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        font: QFont = option.font  # type: ignore[attr-defined]  # fields missing in the stubs
        if self._font != font:
            self._font, self._heights = QFont(font), {}
            self._lines = line_height(font), line_height(smaller(font))
        placed: PlacedAnnotation | None = index.data(PLACED_ROLE)
        if placed is None:
            return QSize(120, self._lines[0] + 10)
        made = placed.annotation
        known = self._heights.get(made.id)
        if known is None or known[0] is not made:
            known = self._heights[made.id] = (made, self._height(placed))
        return QSize(120, known[1])

    def _height(self, placed: PlacedAnnotation) -> int:
        line, small = self._lines
        height = 2 * MARGIN + small + 2
        if placed.annotation.anchor is not None:
            height += line * min(self.QUOTE_LINES, 1 + len(quote(placed)) // 18)
        if placed.annotation.note:
            # Counting beats laying out: a list of thousands asks for every row.
            height += 4 + small * min(self.NOTE_LINES, 1 + len(plain_note(placed.annotation.note)) // 19)
        if placed.annotation.tags:
            height += small + 4
        return height

    def paint_card(
        self, painter: QPainter, rect: QRect, font: QFont, strong: QColor, faint: QColor, index: AnyIndex
    ) -> None:
        if index.data(HEADING_ROLE):
            _paint_heading(painter, rect, font, index)
            return
        placed: PlacedAnnotation = index.data(PLACED_ROLE)
        annotation = placed.annotation
        style: Style | None = index.data(STYLE_ROLE)
        model = index.model()
        small = smaller(font)
        inner = rect.adjusted(MARGIN + BAR + 7, MARGIN, -MARGIN, -MARGIN)
        _paint_bar(painter, rect, style, annotation.mark)
        y = float(inner.y())
        label = style.label if style is not None else annotation.style
        address = annotation.anchor.address if annotation.anchor is not None else translate("CardDelegates", "全文")
        head = "  ".join(part for part in (label, address) if part)
        state = model.state_text(placed.placement.state) if isinstance(model, AnnotationsModel) else ""
        if state and placed.placement.state is not AnchorState.EXACT:
            head = f"{head}  ⚠ {state}"
        y = draw(painter, lay_out(head, small, inner.width(), 1), inner.x(), y, faint) + 2
        if annotation.anchor is not None:
            y = draw(painter, lay_out(quote(placed), font, inner.width(), self.QUOTE_LINES), inner.x(), y, strong)
        if annotation.note.strip():
            note = lay_out(plain_note(annotation.note), small, inner.width() - 10, self.NOTE_LINES)
            top = y + 4
            y = draw(painter, note, inner.x() + 10, top, strong)
            painter.fillRect(QRectF(inner.x(), top + 1, 2, y - top - 2), faint)
        if annotation.tags:
            tags = "  ".join(f"#{tag}" for tag in annotation.tags)
            draw(painter, lay_out(tags, small, inner.width(), 1), inner.x(), y + 4, QColor(current().accent_ink))


def style_colour(style: Style | None) -> QColor:
    """The colour of a style on the paper of the current theme."""
    theme = current()
    if style is None:
        return QColor(theme.muted)
    return QColor(style.dark if theme.dark else style.light)


def _paint_bar(painter: QPainter, rect: QRect, style: Style | None, mark: Mark) -> None:
    colour = style_colour(style)
    bar = QRectF(rect.left() + MARGIN, rect.top() + MARGIN, BAR, rect.height() - 2 * MARGIN)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour if mark is Mark.HIGHLIGHT else Qt.GlobalColor.transparent)
    if mark is Mark.UNDERLINE:
        painter.setPen(colour.darker(130))
    painter.drawRoundedRect(bar, 2, 2)


def _paint_heading(painter: QPainter, rect: QRect, font: QFont, index: AnyIndex) -> None:
    """The heading of a group, on a band, with how many annotations it has."""
    theme = current()
    painter.fillRect(rect, QColor(theme.shade))
    inner = rect.adjusted(MARGIN, 0, -MARGIN, 0)
    small = smaller(font)
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    count = str(index.data(COUNT_ROLE))
    painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    bold = QFont(small)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - 10
    text = painter.fontMetrics().elidedText(str(index.data(HEADING_ROLE)), Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
