"""The sheet of paper that is printed on: its size, margins, type and colours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from ui.text.typography import Typography
from ui.theme import Theme, load

EM = 40
"""Layout units of the body type: fine enough that rounding to whole units is not seen in print."""
UNKNOWN = "#dddddd"
"""Behind words of a style that the library does not know."""
POINTS = 72
MILLIMETRES = 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet. Lengths in millimetres, the body type in points.

    The sheet and its upper and left margins are those of GB/T 9704—2012 §5.1 and §5.2.1; the type is a size smaller
    than there, for gazettes are read and not signed.
    """

    width: float = 210.0
    height: float = 297.0
    top: float = 30.0
    bottom: float = 28.0
    left: float = 28.0
    right: float = 26.0
    type: float = 12.0

    @property
    def unit(self) -> float:
        """One layout unit in millimetres."""
        return self.type / POINTS * MILLIMETRES / EM

    @property
    def columns(self) -> float:
        """Width of the text in layout units."""
        return (self.width - self.left - self.right) / self.unit

    @property
    def rows(self) -> float:
        """Height of the text in layout units."""
        return (self.height - self.top - self.bottom) / self.unit

    @property
    def measure(self) -> float:
        """Width of the text in ems of the body type."""
        return self.columns / EM

    @property
    def sideways(self) -> bool:
        """Whether it lies on its long side."""
        return self.width > self.height

    def turned(self) -> Paper:
        """The sheet laid on its long side, with margins a little closer: for tables, which end anywhere."""
        return replace(self, width=self.height, height=self.width, top=self.left, bottom=self.right,
                       left=self.top, right=self.bottom)

    def layout(self) -> QPageLayout:
        """The sheet as Qt's printers want it; margins are ours to keep."""
        orientation = QPageLayout.Orientation.Landscape if self.sideways else QPageLayout.Orientation.Portrait
        return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), orientation, QMarginsF())


A4 = Paper()


@cache
def ink() -> Theme:
    """Black on white; the red of a red head stays."""
    light = load("light")
    return replace(light, paper="#ffffff", ink="#000000", ink_muted="#333333", rule="#555555", link="#000000")


def typography() -> Typography:
    """The formats of printed text, made anew: they are not for several threads."""
    return Typography(ink(), EM)
