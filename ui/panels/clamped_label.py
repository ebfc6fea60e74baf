"""A label of a few lines at most: it wraps between its parts first, and ends with an ellipsis where there is more."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.panels.card_text import ELLIPSIS, draw, height, lay_out
from ui.theme import current

SEPARATOR = "　·　"
_LEAST = 80  # pixels
_NEW_LINE = "\u2028"


class ClampedLabel(QLabel):
    """Shows parts beside one another, and below where they do not fit. `text()` is the whole of them, for those who
    listen.

    Args:
        lines: at most.
        name: of the object.
    """

    def __init__(self, lines: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._lines = lines
        self._parts: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST)

    def set_parts(self, parts: Sequence[str]) -> None:
        """Show these; empty ones are left out."""
        self._parts = tuple(part for part in parts if part)
        self.setText(SEPARATOR.join(self._parts))
        self.updateGeometry()
        self.update()

    def shown(self) -> str:
        """What is written at the present width."""
        return self._laid_out(self.width()).text()

    @property
    def elided(self) -> bool:
        """Whether something is left out at the present width."""
        return self.shown().endswith(ELLIPSIS)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(height(self._laid_out(width)))

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(max(self.width(), _LEAST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, math.ceil(QFontMetricsF(self.font()).lineSpacing()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines; quiet where the label is muted."""
        painter = QPainter(self)
        theme = current()
        colour = QColor(theme.muted if self.property("muted") else theme.text)
        draw(painter, self._laid_out(self.width()), 0, 0, colour)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, other lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _laid_out(self, width: int) -> QTextLayout:
        width = max(width, _LEAST)
        return lay_out(arranged(self._parts, self.font(), width, self._lines), self.font(), width, self._lines)


def arranged(parts: Sequence[str], font: QFont, width: float, lines: int) -> str:
    """Parts as one string, with a line separator where the next does not fit on the line; as many lines are broken so
    as there may be, what is left stands on the last."""
    metrics = QFontMetricsF(font)

    def broken() -> Iterator[str]:
        line, count = "", 1
        for part in parts:
            longer = f"{line}{SEPARATOR}{part}" if line else part
            if line and count < lines and metrics.horizontalAdvance(longer) > width:
                yield line
                line, count = part, count + 1
            else:
                line = longer
        yield line

    return _NEW_LINE.join(broken())
