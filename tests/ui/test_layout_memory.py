"""What the window looks like, kept for each size of screen and handed on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, QSize
from pytestqt.qtbot import QtBot

from ui.layout_memory import Layout, load, save
from ui.main_window import MainWindow

SMALL, LARGE = QSize(1366, 768), QSize(3840, 2160)
USED = Layout(QByteArray(b"g"), QByteArray(b"s"), QByteArray(b"a"), "search", library=False, side=True)


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_a_layout_comes_back_as_it_was(settings: QSettings) -> None:
    save(settings, SMALL, USED)
    again = QSettings(settings.fileName(), QSettings.Format.IniFormat)
    assert load(again, SMALL) == USED


def test_every_size_of_screen_has_a_layout_of_its_own(settings: QSettings) -> None:
    save(settings, SMALL, USED)
    save(settings, LARGE, Layout(QByteArray(b"G"), QByteArray(b"S"), panel="outline"))
    assert load(settings, SMALL) == USED
    assert load(settings, LARGE).splitter == QByteArray(b"S")


def test_a_new_screen_takes_over_what_is_shown_but_no_sizes(settings: QSettings) -> None:
    save(settings, SMALL, USED)
    found = load(settings, LARGE)
    assert (found.panel, found.library, found.geometry, found.splitter) == ("search", False, b"", b"")


def test_without_settings_everything_is_shown(settings: QSettings) -> None:
    assert load(settings, SMALL) == Layout()


def test_another_window_takes_over_the_state_of_one(settings: QSettings, qtbot: QtBot) -> None:
    first, second = MainWindow(settings), MainWindow(settings)
    for window in (first, second):
        qtbot.addWidget(window)
    first.restore(Layout())
    first.resize(790, 500)
    first.toggle_panel("annotations")
    first.actions_["show_library"].trigger()
    second.restore(first.state())
    assert second.size() == first.size()
    assert (second.side.current_name, second.library.isVisibleTo(second)) == ("annotations", False)


@pytest.mark.parametrize(("width", "library", "side"), [
    (1024, 241, 280), (1366, 276, 320), (1650, 312, 356), (3300, 518, 562), (5000, 560, 640),
])  # fmt: skip
def test_panels_have_their_share_of_the_window(
    settings: QSettings, qtbot: QtBot, width: int, library: int, side: int
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(width, 800)
    with qtbot.waitExposed(window):
        window.show()
    window._fit_panels()
    sizes = window.splitter.sizes()
    assert (round(sizes[0], -1), round(sizes[2], -1)) == (round(library, -1), round(side, -1))
