"""Sheets divided into pages, and each page painted: on paper, into a PDF, or as a picture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QFont, QImage, QPainter, QPalette, QPen, QTextDocument

from ui.printing.paper import A4, EM, MILLIMETRES, Paper
from ui.printing.pdf_file import Spelling
from ui.printing.rows import tables
from ui.printing.sheets import Sheet
from ui.printing.spelling import spellings
from ui.text.faces import BODY

NUMBER_SIZE = 0.9
NUMBER_DROP = 2.2
"""Of the page number: its type, and how far below the text it stands, in ems of the body type."""
_EDGE = 3
"""Layout units."""
_NUMERALS = "0123456789— "


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the outline: level from 1, words, page from 0, and how far down the page, 0 to 1."""

    level: int
    words: str
    page: int
    down: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line on a sheet, in layout units of the whole of it."""

    left: float
    right: float
    down: float
    pen: QPen


class Pages:
    """The pages of several sheets, each of which begins on a new one; numbers go on.

    Args:
        sheets: set in type, each for its paper; they are laid out here.
    """

    def __init__(self, sheets: Iterable[Sheet]) -> None:
        self._sheets = tuple(sheets)
        self._firsts: list[int] = []
        self._rules: list[dict[int, list[Rule]]] = []
        self.count = 0
        for sheet in self._sheets:
            sheet.settle()
            self._rules.append(_closing_rules(sheet.document))
            self._firsts.append(self.count)
            self.count += sheet.document.pageCount()

    def paper(self, page: int) -> Paper:
        """The sheet of paper that a page, from 0, is set for; that of the first where there is no such page."""
        return self._sheets[max(bisect_right(self._firsts, page) - 1, 0)].paper if self._sheets else A4

    def paint(self, painter: QPainter, page: int, width: float) -> None:
        """Paint a page.

        Args:
            page: from 0.
            width: of the whole sheet of paper, in the painter's units; its origin is the sheet's corner.
        """
        number = bisect_right(self._firsts, page) - 1
        sheet, own = self._sheets[number], page - self._firsts[number]
        paper = sheet.paper
        painter.save()
        scale = width / paper.width
        painter.scale(scale * paper.unit, scale * paper.unit)
        painter.translate(paper.left / paper.unit, paper.top / paper.unit)
        self._number(painter, page, paper)
        painter.translate(0, -own * paper.rows)
        clip = QRectF(0, own * paper.rows, paper.columns, paper.rows)
        painter.setClipRect(clip.adjusted(-EM, 0, EM, _EDGE))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip  # type: ignore[attr-defined]  # a member of the C++ struct the stubs leave out
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
        context.palette = palette  # type: ignore[attr-defined]  # likewise
        sheet.document.documentLayout().draw(painter, context)
        for rule in self._rules[number].get(own, ()):
            painter.setPen(rule.pen)
            painter.drawLine(QPointF(rule.left, rule.down), QPointF(rule.right, rule.down))
        painter.restore()

    def _number(self, painter: QPainter, page: int, paper: Paper) -> None:
        """— 1 — outside: at the right of odd pages, at the left of even ones (GB/T 9704—2012 §7.5)."""
        font = QFont()
        font.setFamilies(list(BODY))
        font.setPixelSize(round(NUMBER_SIZE * EM))
        painter.setFont(font)
        painter.setPen(QColor("#000000"))
        side = Qt.AlignmentFlag.AlignRight if page % 2 == 0 else Qt.AlignmentFlag.AlignLeft
        line = QRectF(EM, paper.rows + (NUMBER_DROP - 1) * EM, paper.columns - 2 * EM, 2 * EM)
        painter.drawText(line, side, f"— {page + 1} —")

    def outline(self) -> tuple[Entry, ...]:
        """The bookmarks of all sheets with their pages, in order."""
        found = []
        for sheet, first in zip(self._sheets, self._firsts, strict=True):
            layout = sheet.document.documentLayout()
            for mark in sheet.bookmarks:
                top = layout.blockBoundingRect(mark.place.block()).top()
                page, down = divmod(max(top, 0.0), sheet.paper.rows)
                found.append(Entry(mark.level, mark.words, first + int(page), _down(down, sheet.paper)))
        return tuple(found)

    def spelling(self) -> dict[str, Spelling]:
        """What the glyphs of the fonts used stand for."""
        return spellings((sheet.document for sheet in self._sheets), _NUMERALS)

    def picture(self, page: int, dots: float) -> QImage:
        """A page as a picture.

        Args:
            dots: per inch.
        """
        paper = self.paper(page)
        width, height = round(paper.width / MILLIMETRES * dots), round(paper.height / MILLIMETRES * dots)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint(painter, page, width)
        painter.end()
        return image

    @property
    def sheets(self) -> Sequence[Sheet]:
        """What the pages were made of."""
        return self._sheets


def _down(offset: float, paper: Paper) -> float:
    """How far down its sheet of paper something stands, 0 to 1."""
    return (paper.top + offset * paper.unit) / paper.height


def _closing_rules(document: QTextDocument) -> dict[int, list[Rule]]:
    """The lines under tables that go on on the next page, by the page: Qt lets their columns end open.

    Args:
        document: laid out, with a page size.
    """
    layout, height = document.documentLayout(), document.pageSize().height()
    found: dict[int, list[Rule]] = {}
    for table in tables(document.rootFrame()):
        frame = layout.frameBoundingRect(table)
        first, last = int(frame.top() // height), int(frame.bottom() // height)
        if first == last:
            continue
        format_ = table.format()
        border, padding = format_.border(), format_.cellPadding()
        corner, end = table.cellAt(0, 0), table.cellAt(0, table.columns() - 1)
        left = layout.blockBoundingRect(corner.firstCursorPosition().block()).left() - padding - border
        right = layout.blockBoundingRect(end.firstCursorPosition().block()).right() + padding + border
        for page in range(first, last):
            # Where Qt ends the columns: as far above the end of the page as a table begins below its top.
            down = (page + 1) * height - format_.topMargin() - 2 * border
            found.setdefault(page, []).append(Rule(left, right, down, QPen(format_.borderBrush(), border)))
    return found
