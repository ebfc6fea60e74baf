"""Steps of a user at a desk on the small library, and what came of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.services import annotate
from ui.controllers.desk import Desk

BRIDGE = "各单位应当在汛期以前修好古桥"


def text(desk: Desk) -> str:
    assert desk.reading.current is not None
    return desk.reading.current.document.text


def select(desk: Desk, words: str) -> tuple[int, int]:
    """Select words in the open document."""
    start = text(desk).index(words)
    desk.window.pane.view.select(start, start + len(words))
    return start, start + len(words)


def press(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key in the text."""
    desk.window.activateWindow()
    desk.window.pane.view.setFocus()
    qtbot.keyClick(desk.window.pane.view.page, key)


def stored(desk: Desk) -> list[tuple[str, str, str]]:
    """Style, quote and note of all annotations in the library."""
    return [
        (one.annotation.style, one.annotation.anchor.quote if one.annotation.anchor else "", one.annotation.note)
        for one in annotate.all_annotations(desk.library)
    ]
