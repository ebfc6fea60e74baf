"""The look of the window: palettes from TOML, icons in the theme's colours, and how both are put on."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
NAMES = ("light", "sepia", "dark")
WRITTEN = ("ink", "ink_muted", "link", "red_head")
"""The colours of what is written on paper, and may lie under a highlight."""
LEAST = 4.5
"""The least contrast between text and what it stands on (WCAG 2.1, 1.4.3)."""
_PROPERTY = "dibao.theme"
_STYLED = "dibao.styled"
_STEPS = 25  # in which a highlight is drawn towards the paper
_UI_FAMILIES = ("Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "WenQuanYi Micro Hei",
                "sans-serif")


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette. Every colour is #rrggbb; the TOML file says what each is for."""

    name: str
    label: str
    dark: bool
    window: str
    base: str
    text: str
    muted: str
    border: str
    field: str
    hover: str
    pressed: str
    disabled: str
    accent: str
    accent_text: str
    accent_soft: str
    accent_ink: str
    selection: str
    selection_text: str
    scroll: str
    tooltip: str
    desk: str
    paper: str
    ink: str
    ink_muted: str
    rule: str
    shade: str
    red_head: str
    link: str
    hit: str
    hit_fill: str
    hit_current: str
    hit_current_fill: str
    flash: str

    def colours(self) -> dict[str, str]:
        """Name → #rrggbb of every colour."""
        return {field.name: getattr(self, field.name) for field in fields(self)
                if field.name not in ("name", "label", "dark")}

    def fill(self, colour: str) -> str:
        """A highlight of this colour (#rrggbb, perhaps the user's own), drawn towards the paper as far as it must be
        for everything written on paper to be readable on it."""
        return _legible(self, colour)


@cache
def load(name: str) -> Theme:
    """The theme of that name, one of `NAMES`."""
    values = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name=name, label=values["label"], dark=values["dark"], **values["colours"])


@cache
def _legible(theme: Theme, colour: str) -> str:
    colours = theme.colours()
    for step in range(_STEPS + 1):
        drawn = mixed(colour, theme.paper, step / _STEPS)
        if all(contrast(colours[name], drawn) >= LEAST for name in WRITTEN):
            break
    return drawn


def mixed(one: str, other: str, share: float) -> str:
    """The colour between two (#rrggbb), 0 for the first, 1 for the second."""
    return "#" + "".join(f"{round(first + (second - first) * share):02x}"
                         for first, second in zip(_channels(one), _channels(other), strict=True))


def desktop_theme() -> str:
    """"dark" where the desktop asks for dark windows, else "light"."""
    return "dark" if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else "light"


def wanted(name: str) -> str:
    """The theme that a choice means: one of `NAMES`, or for "system" that of the desktop."""
    return desktop_theme() if name == "system" else name


def current() -> Theme:
    """The theme that was applied last, or the light one."""
    app = QApplication.instance()
    return load(str(app.property(_PROPERTY) or "light") if app is not None else "light")


def apply_theme(app: QApplication, name: str) -> None:
    """Give the whole program a theme, at once; `ui.restyling` does so in pieces, while somebody is looking.

    Every widget receives `QEvent.PaletteChange`; whoever shows icons of `icon` sets them again then.

    Args:
        name: one of `NAMES`.
    """
    for widget in set_current(app, name):
        wear(widget)


def set_current(app: QApplication, name: str) -> list[QWidget]:
    """Make a theme the one that is worn from now on, and tell who still has to put it on: each by `wear`.

    Args:
        name: one of `NAMES`.
    """
    theme = load(name)
    app.setProperty(_PROPERTY, name)
    if not app.property(_STYLED):
        # Once: each makes every widget polish itself anew. (Below a style sheet a style no longer tells its name.)
        app.setProperty(_STYLED, True)
        app.setStyle(QStyleFactory.create("Fusion"))
        font = QFont(app.font())
        font.setFamilies(list(_UI_FAMILIES))
        app.setFont(font)
    # A new style sheet is put on all widgets that it remembers, on each as often as it has parents: 110 ms, of which
    # 25 suffice. So it is made to forget them first.
    app.style().unpolish(app)
    app.setPalette(palette(theme))
    template = Template((RESOURCES / "themes" / "window.qss").read_text(encoding="utf-8"))
    app.setStyleSheet(template.substitute(theme.colours(), icons=_style_icons(theme)))
    # Who was never polished will be, when it is first shown.
    return [widget for widget in app.allWidgets() if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)]


def wear(widget: QWidget) -> None:
    """Put the theme at hand on a widget that wears another one."""
    widget.style().polish(widget)
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def palette(theme: Theme) -> QPalette:
    """The theme as a QPalette for the Fusion style."""
    result = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, theme.window), (role.WindowText, theme.text), (role.Base, theme.base),
        (role.AlternateBase, theme.shade), (role.Text, theme.text), (role.Button, theme.window),
        (role.ButtonText, theme.text), (role.BrightText, theme.accent_text), (role.Highlight, theme.selection),
        (role.HighlightedText, theme.selection_text), (role.Link, theme.link), (role.LinkVisited, theme.link),
        (role.ToolTipBase, theme.tooltip), (role.ToolTipText, theme.text), (role.PlaceholderText, theme.muted),
        (role.Light, theme.base), (role.Midlight, theme.hover), (role.Mid, theme.border), (role.Dark, theme.rule),
        (role.Shadow, theme.desk), (role.Accent, theme.accent),
    ):
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.disabled))
    return result


def icon(name: str) -> QIcon:
    """A line icon (resources/icons/<name>.svg) in the colours of the current theme.

    Raises:
        FileNotFoundError: no such icon.
    """
    theme = current()
    return _icon(name, theme.text, theme.disabled, theme.accent)


def app_icon() -> QIcon:
    """The program's own icon."""
    result = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(_draw((RESOURCES / "icons" / "dibao.svg").read_text(encoding="utf-8"), size))
    return result


class _LineIcon(QIconEngine):
    """An SVG in three colours, each picture of which is drawn when it is first wanted: of the hundreds that an eager
    icon would hold few are ever seen.

    Args:
        source: the SVG; `currentColor` in it means one of the colours.
        normal, disabled, checked: #rrggbb.
    """

    def __init__(self, source: str, normal: str, disabled: str, checked: str) -> None:
        super().__init__()
        self._source = source
        self._colours = normal, disabled, checked
        self._drawn: dict[tuple[int, str], QPixmap] = {}

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The picture as large as fits a size in device pixels."""
        normal, disabled, checked = self._colours
        side = min(size.width(), size.height())
        if side <= 0:
            return QPixmap()
        colour = disabled if mode is QIcon.Mode.Disabled else checked if state is QIcon.State.On else normal
        if (side, colour) not in self._drawn:
            self._drawn[side, colour] = _draw(self._source, side, colour)
        return self._drawn[side, colour]

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the picture in the middle of a rectangle, as sharp as the device is."""
        side = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        area = QRect(0, 0, side, side)
        area.moveCenter(rect.center())
        painter.drawPixmap(area, self.pixmap(QSize(round(side * ratio), round(side * ratio)), mode, state))

    def clone(self) -> QIconEngine:
        """Another one that draws the same."""
        return _LineIcon(self._source, *self._colours)


@cache
def _icon(name: str, normal: str, disabled: str, checked: str) -> QIcon:
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QIcon(_LineIcon(source, normal, disabled, checked))


def _draw(source: str, size: int, colour: str = "#000000") -> QPixmap:
    """An SVG as a square pixmap of `size` device pixels; `currentColor` in it means `colour`."""
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode("utf-8")))
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _style_icons(theme: Theme) -> str:
    """The folder of the few pictures a style sheet needs as files (arrows, check marks), light or dark."""
    return (RESOURCES / "icons" / "style" / ("dark" if theme.dark else "light")).as_posix()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.1, relative luminance)."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (channel / 255 for channel in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at:at + 2], 16) for at in (1, 3, 5))
    return red, green, blue
