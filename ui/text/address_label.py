"""A clause address in the margin: small type, a step a line, to be clicked."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.text.faces import HEI
from ui.text.lines import width
from ui.theme import Theme

LARGEST, SMALLEST = 11, 9  # pixels of the type
_LINE = 1.35  # height of a line, in the type
_SIDE, _ABOVE = 1, 2  # pixels round the text
_STEP = re.compile(r"附件[^第至]*|第[^第至]*|至")


class AddressLabel(QAbstractButton):
    """Shows an address and can be clicked; from the keyboard the text pane does the same.

    Args:
        parent: the margin.

    Signals:
        hovered: the mouse came or went.
    """

    hovered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("clauseAddress")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme: Theme | None = None
        self._pixels = LARGEST
        self._lines: tuple[str, ...] = ()
        self.set_address("")
        self.hide()

    @property
    def line_height(self) -> float:
        """The height of one line in pixels."""
        return self._pixels * _LINE

    def set_theme(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.update()

    def set_address(self, address: str) -> None:
        """Show an address as it is cited; "" for none."""
        self.setText(address)
        self.setAccessibleName(self.tr("条款：{address}").format(address=address) if address else self.tr("条款"))
        tip = self.tr("{address}：点击或按 T，标注这一条款并加标签")
        self.setToolTip(tip.format(address=address) if address else "")

    def fit(self, room: int) -> None:
        """Break the address into lines of at most `room` pixels."""
        self._pixels, self._lines = arrange(self.text(), room - 2 * _SIDE)
        self.update()

    def sizeHint(self) -> QSize:
        """As large as its lines."""
        widest = max((width(line) for line in self._lines), default=0.0) * self._pixels
        return QSize(round(widest) + 2 * _SIDE, round(self.line_height * len(self._lines)) + 2 * _ABOVE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The address, quiet; strong when the mouse is on it."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont()
        font.setFamilies(list(HEI))
        font.setPixelSize(self._pixels)
        painter.setFont(font)
        over = self.underMouse()
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent_soft))
            painter.drawRoundedRect(self.rect(), 3, 3)
        painter.setPen(QColor(self._theme.accent_ink if over else self._theme.ink_muted))
        for number, line in enumerate(self._lines):
            place = QRectF(_SIDE, _ABOVE + number * self.line_height, self.width() - 2 * _SIDE, self.line_height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                             | Qt.TextFlag.TextDontClip, line)
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The clause lights up."""
        super().enterEvent(event)
        self.update()
        self.hovered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """The clause is quiet again."""
        super().leaveEvent(event)
        self.update()
        self.hovered.emit()


def arrange(address: str, room: float) -> tuple[int, tuple[str, ...]]:
    """The size of type in pixels and the lines in which an address fits into `room` pixels: a line a step, the type as
    small as it must be, and a step that is still too long on several lines."""
    # Full-width brackets are half empty, and in the margin there is no room for that.
    steps = _STEP.findall(address.replace("（", "(").replace("）", ")"))
    widest = max((width(step) for step in steps), default=0.0)
    pixels = min(max(int(room / widest), SMALLEST), LARGEST) if widest else LARGEST
    lines: list[str] = []
    for step in steps:
        rest = step
        while rest:
            count = len(rest)
            while count > 1 and width(rest[:count]) * pixels > room:
                count -= 1
            lines.append(rest[:count])
            rest = rest[count:]
    return pixels, tuple(lines)
