"""A note beside the text: style and tags over the beginning of the note, rendered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.text.marks import Shown
from ui.theme import Theme

PIXELS = 12.0  # size of the type
SHORT, LONG = 92, 320  # pixels of a note's text at most, and of that of the chosen annotation
_EXCERPT = 900  # characters of a note that are rendered; no more fit
_BAR, _SIDE, _ABOVE, _HEAD = 4, 9, 6, 18
_INDENT = 14  # of lists and quotations
_FADE = 22  # pixels in which a text that goes on fades away


class _Rendered(QTextDocument):
    """Markdown without HTML, and without pictures: a note may come from anybody."""

    def loadResource(self, _type: int, _name: object) -> object:
        return None


class NoteCard(QAbstractButton):
    """Shows one note; clicked it wants to be edited.

    Args:
        parent: the column of notes.

    Signals:
        menuRequested: for its annotation, at a place on the screen.
        stepped: to the next card (1) or the one before (−1), by an arrow key.
    """

    menuRequested = Signal(str, QPoint)
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteCard")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.mark: Shown | None = None
        self._theme: Theme | None = None
        self._active = False
        self._text = _Rendered(self)
        self._text.setDocumentMargin(0)
        self._text.setUndoRedoEnabled(False)
        self._text.setIndentWidth(_INDENT)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.setDefaultTextOption(option)

    def show_note(self, mark: Shown, theme: Theme, width: int, *, active: bool) -> None:
        """Show the note of an annotation.

        Args:
            mark: the annotation.
            theme: colours.
            width: of the card in pixels.
            active: whether it is the chosen one.
        """
        if (mark, theme, width, active) == (self.mark, self._theme, self.width(), self._active):
            return
        anew = self.mark is None or self._theme != theme or (
            self.mark.placed.annotation.note != mark.placed.annotation.note)
        self.mark, self._theme, self._active = mark, theme, active
        if anew:
            self._render(mark.placed.annotation.note)
        self._text.setTextWidth(width - _BAR - 2 * _SIDE)
        height = min(self._text.size().height(), LONG if active else SHORT)
        self.resize(width, round(_ABOVE + _HEAD + height + _ABOVE))
        plain = " ".join(self._text.toPlainText().split())
        self.setText(plain)
        self.setAccessibleName(self.tr("批注（{head}）：{note}").format(head=self._head(), note=plain))
        self.update()

    @property
    def annotation_id(self) -> str:
        """The id of the annotation, "" before one is shown."""
        return self.mark.id if self.mark else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A slip of paper with a stripe in the colour of the style."""
        theme, mark = self._theme, self.mark
        if theme is None or mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._active or self.hasFocus()
        edge = theme.accent if self.hasFocus() else mark.line if self._active or self.underMouse() else theme.rule
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(QColor(edge), 1.5 if strong else 1.0))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QPen(QColor(mark.line), 0.8))
        painter.setBrush(QColor(mark.fill))
        painter.drawRoundedRect(QRectF(4, 5, _BAR, self.height() - 10), 1.5, 1.5)
        left, wide = _BAR + _SIDE, self.width() - _BAR - 2 * _SIDE
        font = _font()
        painter.setFont(font)
        painter.setPen(QColor(theme.ink_muted))
        head = QFontMetricsF(font).elidedText(self._head(), Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRectF(left, _ABOVE - 1, wide, _HEAD), Qt.AlignmentFlag.AlignVCenter, head)
        self._paint_note(painter, theme, left, wide)
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The annotation's menu."""
        self.menuRequested.emit(self.annotation_id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return is a click like Space; arrows go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The whole note, where the card shows only its beginning."""
        if event.type() is QEvent.Type.ToolTip:
            cut = self._cut()
            self.setToolTip(self.text()[:_EXCERPT] if cut else "")
        return super().event(event)

    def _cut(self) -> bool:
        return self._text.size().height() > self.height() - 2 * _ABOVE - _HEAD + 1

    def _head(self) -> str:
        assert self.mark is not None
        parts = [self.mark.label, *(f"#{tag}" for tag in self.mark.placed.annotation.tags)]
        if self.mark.uncertain:
            parts.append(self.tr("位置待确认"))
        return "  ".join(parts)

    def _render(self, note: str) -> None:
        assert self._theme is not None
        self._text.setDefaultFont(_font())
        features = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
        # A line break that was typed is meant.
        self._text.setMarkdown(note[:_EXCERPT].strip().replace("\n", "  \n"), features)
        cursor = QTextCursor(self._text)
        cursor.select(QTextCursor.SelectionType.Document)
        size = QTextCharFormat()
        size.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        size.setProperty(QTextFormat.Property.FontPixelSize, round(PIXELS))
        cursor.mergeCharFormat(size)
        block = self._text.begin()
        while block.isValid():
            shape = block.blockFormat()
            if shape.leftMargin() or shape.rightMargin():  # a quotation
                shape.setLeftMargin(_INDENT)
                shape.setRightMargin(0)
                QTextCursor(block).setBlockFormat(shape)
            block = block.next()

    def _paint_note(self, painter: QPainter, theme: Theme, left: float, wide: float) -> None:
        top, height = _ABOVE + _HEAD, self.height() - 2 * _ABOVE - _HEAD
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.ink))
        palette.setColor(QPalette.ColorRole.Link, QColor(theme.link))
        context.palette = palette  # type: ignore[attr-defined]  # the stubs leave out the fields
        painter.save()
        painter.setClipRect(QRectF(left, top, wide, height))
        painter.translate(left, top)
        self._text.documentLayout().draw(painter, context)
        painter.restore()
        if self._cut():
            fade = QLinearGradient(0, top + height - _FADE, 0, top + height)
            paper = QColor(theme.paper)
            fade.setColorAt(1, paper)
            paper.setAlpha(0)
            fade.setColorAt(0, paper)
            painter.fillRect(QRectF(left, top + height - _FADE, wide, _FADE), fade)


def _font() -> QFont:
    font = QFont()
    font.setPixelSize(round(PIXELS))
    return font
