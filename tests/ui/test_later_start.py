"""A program started again, and the window that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from tests.building import FakeEngine
from ui import app, later_start
from ui.later_start import LaterStarts, hand_over
from ui.main_window import MainWindow

SOON = 200  # milliseconds for nobody to answer in


def test_the_window_of_the_library_takes_the_paths(tmp_path: Path, qtbot: QtBot) -> None:
    window = LaterStarts(tmp_path / "starts", tmp_path / "library")
    paths = (tmp_path / "第1期.txt", tmp_path / "旧刊")
    with qtbot.waitSignal(window.asked) as asked:
        assert hand_over(tmp_path / "starts", tmp_path / "library", paths, 60_000)
    assert asked.args == [paths]
    assert list((tmp_path / "starts").iterdir()) == []


def test_the_window_of_another_library_leaves_them(tmp_path: Path, qtbot: QtBot) -> None:
    window = LaterStarts(tmp_path / "starts", tmp_path / "one")
    with qtbot.assertNotEmitted(window.asked):
        assert not hand_over(tmp_path / "starts", tmp_path / "two", (), SOON)
    assert list((tmp_path / "starts").iterdir()) == []


@pytest.mark.usefixtures("qapp")
def test_where_there_was_never_a_window_nobody_waits(tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "starts", tmp_path / "library", (), 60_000)
    assert not (tmp_path / "starts").exists()


def test_what_is_no_note_is_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "starts"
    folder.mkdir()
    for number, content in enumerate((b"", b"[]", b"{}", b'{"library": 1}', b"\xff")):
        (folder / f"{number}.json").write_bytes(content)
    window = LaterStarts(folder, tmp_path / "library")
    with qtbot.waitSignal(window.asked):
        assert hand_over(folder, tmp_path / "library", (), 60_000)
    assert len(list(folder.iterdir())) == 5


@pytest.mark.usefixtures("simple_importer")
def test_a_second_start_opens_its_file_in_the_first_ones_window(
    tmp_path: Path, gazette: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: told.append(text))
    statuses: list[int] = []
    titles: list[str] = []

    def windows() -> list[MainWindow]:
        return [one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]

    def start_again() -> None:
        if not windows():
            QTimer.singleShot(50, start_again)
            return
        windows()[0].showMinimized()
        QTimer.singleShot(0, close)
        statuses.append(app.run(tmp_path / "library", FakeEngine, paths=[gazette], config=tmp_path, logs=tmp_path))

    def close() -> None:
        if not statuses or not windows()[0].area.strip.isVisible():
            QTimer.singleShot(50, close)
            return
        titles.append(windows()[0].windowTitle())
        assert not windows()[0].isMinimized()
        windows()[0].close()

    monkeypatch.setattr(later_start, "PATIENCE", 60_000)
    QTimer.singleShot(50, start_again)
    assert app.run(tmp_path / "library", FakeEngine, config=tmp_path, logs=tmp_path) == 0
    assert (statuses, told) == ([0], [])
    assert titles == ["云汀市人民政府关于修缮古桥的通知 - 邸报"]
