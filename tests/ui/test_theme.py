"""Themes are whole and readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.model.annotation import DEFAULT_STYLES
from ui import theme

PAIRS = [("text", "window"), ("text", "base"), ("text", "hover"), ("text", "pressed"), ("text", "tooltip"),
         ("muted", "window"), ("muted", "base"), ("accent_text", "accent"), ("accent_ink", "accent_soft"),
         ("accent_ink", "window"), ("accent_ink", "paper"), ("accent", "base"), ("selection_text", "selection"),
         ("link", "base"), ("ink", "paper"), ("ink", "shade"), ("ink_muted", "paper"), ("red_head", "paper"),
         ("link", "paper"), ("ink", "hit_fill"), ("ink", "hit_current_fill")]
ICONS = sorted(path.stem for path in (theme.RESOURCES / "icons").glob("*.svg"))
NEEDED = {"import", "search", "highlight", "underline", "note", "tag", "export", "undo", "redo", "back", "forward",
          "outline", "zoom-in", "zoom-out", "bookmark", "theme", "delete", "dibao"}


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_text_is_readable(name: str, front: str, back: str) -> None:
    colours = theme.load(name).colours()
    assert theme.contrast(colours[front], colours[back]) >= 4.5


@pytest.mark.parametrize("name", theme.NAMES)
@pytest.mark.parametrize("style", DEFAULT_STYLES, ids=lambda style: style.name)
def test_text_is_readable_on_every_highlight(name: str, style: object) -> None:
    look = theme.load(name)
    fill = getattr(style, "dark" if look.dark else "light")
    assert theme.contrast(look.ink, fill) >= 4.5


@pytest.mark.parametrize("name", theme.NAMES)
def test_frames_of_hits_and_focus_stand_out(name: str) -> None:
    look = theme.load(name)
    assert theme.contrast(look.hit, look.paper) >= 3
    assert theme.contrast(look.hit_current, look.hit_current_fill) >= 3
    assert theme.contrast(look.accent, look.window) >= 3


def test_contrast_of_black_on_white() -> None:
    assert round(theme.contrast("#000000", "#ffffff"), 2) == 21.0


@pytest.mark.parametrize("name", theme.NAMES)
def test_every_colour_is_written_out(name: str) -> None:
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in theme.load(name).colours().values())


def test_no_needed_icon_is_missing() -> None:
    assert set(ICONS) >= NEEDED


@pytest.mark.parametrize("name", ICONS)
def test_icon_draws_something(name: str, qapp: QApplication) -> None:
    del qapp
    image = theme.icon(name).pixmap(24, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("name", theme.NAMES)
def test_theme_reaches_widgets(name: str, qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("好")
    qtbot.addWidget(button)
    theme.apply_theme(qapp, name)
    assert qapp.palette().window().color().name() == theme.load(name).window
    assert theme.current().name == name
    theme.apply_theme(qapp, "light")


def test_icon_takes_the_colour_of_the_theme(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "dark")
    dark = theme.icon("close").pixmap(24, 24).toImage().pixelColor(12, 12)
    theme.apply_theme(qapp, "light")
    light = theme.icon("close").pixmap(24, 24).toImage().pixelColor(12, 12)
    assert dark.lightness() > 180 > 90 > light.lightness()


@pytest.mark.parametrize("file", sorted((theme.RESOURCES / "icons").rglob("*.svg")), ids=lambda path: path.name)
def test_icons_depend_on_no_font_and_no_other_file(file: Path) -> None:
    assert not re.search(r"<text|href|font|@import", file.read_text(encoding="utf-8"))
