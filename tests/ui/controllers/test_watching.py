"""Watched folders: new gazettes are offered in a strip, and imported only when the user says so."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.services import catalogue
from reader.services.watching import dismissed
from tests.building import GAZETTE
from ui.controllers.desk import Desk
from ui.panels.notice_strip import NoticeStrip

Watch = Callable[[Desk], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to watch."""
    made = tmp_path / "新到"
    made.mkdir()
    return made


@pytest.fixture
def watched(desk: Desk, folder: Path, simple_importer: None) -> Desk:  # noqa: ARG001 - a fixture
    """A desk that watches the folder, with little patience."""
    desk.watching._settle.setInterval(20)
    desk.choosing.change(watched=(str(folder),))
    return desk


def strip(desk: Desk) -> NoticeStrip:
    return desk.window.area.strip


def offered(desk: Desk, qtbot: QtBot, words: str) -> None:
    """Wait until the strip says something."""
    qtbot.waitUntil(lambda: strip(desk).isVisible() and words in strip(desk).text.text(), timeout=30_000)


def settled(desk: Desk, qtbot: QtBot) -> None:
    """Look until nothing is left to look at."""
    desk.watching.look()
    qtbot.waitUntil(lambda: not desk.watching._busy and not desk.watching._settle.isActive(), timeout=30_000)


def arrive(folder: Path, name: str = "第9期.txt", more: str = "补") -> Path:
    file = folder / name
    file.write_text(GAZETTE + more, encoding="utf-8")
    return file


def test_a_file_that_arrives_is_offered_and_imported_on_request(watched: Desk, folder: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: str(folder) in watched.watching.watcher.directories(), timeout=30_000)
    arrive(folder)
    offered(watched, qtbot, "1 份新公报：第9期.txt")
    assert len(catalogue.issues(watched.library)) == 1
    with qtbot.waitSignal(watched.importing.finished, timeout=30_000):
        strip(watched).offers[0].click()
    assert len(catalogue.issues(watched.library)) == 2
    strip(watched).hide()
    settled(watched, qtbot)
    assert not (strip(watched).isVisible() and "新公报" in strip(watched).text.text())


def test_what_is_put_off_is_not_offered_again_until_asked_for(watched: Desk, folder: Path, qtbot: QtBot) -> None:
    arrive(folder)
    settled(watched, qtbot)
    offered(watched, qtbot, "新公报")
    strip(watched).offers[1].click()
    settled(watched, qtbot)
    assert not strip(watched).isVisible()
    watched.window.actions_["look_watched"].trigger()
    offered(watched, qtbot, "第9期.txt")


def test_what_is_dismissed_is_never_offered_again(watched: Desk, folder: Path, qtbot: QtBot) -> None:
    arrive(folder)
    settled(watched, qtbot)
    offered(watched, qtbot, "新公报")
    strip(watched).offers[2].click()
    assert len(dismissed(watched.library)) == 1
    watched.window.actions_["look_watched"].trigger()
    qtbot.waitUntil(lambda: "没有新公报" in watched.window.status.currentMessage(), timeout=30_000)
    assert not strip(watched).isVisible()


def test_a_changed_gazette_is_told_as_such_and_many_are_counted(watched: Desk, folder: Path, qtbot: QtBot) -> None:
    first = arrive(folder)
    watched.open_paths((first,))
    qtbot.waitUntil(lambda: len(catalogue.issues(watched.library)) == 2, timeout=30_000)
    for number in range(4):
        arrive(folder, f"第{number}期.txt", f"补{number}")
    arrive(folder, more="改过")
    settled(watched, qtbot)
    offered(watched, qtbot, "5 份新的或改过的公报：第0期.txt、第1期.txt、第2期.txt 等")


def test_a_folder_that_is_away_is_told_once_and_watched_again(watched: Desk, folder: Path, qtbot: QtBot) -> None:
    settled(watched, qtbot)
    shutil.rmtree(folder)
    settled(watched, qtbot)
    qtbot.waitUntil(lambda: "找不到" in watched.window.status.currentMessage(), timeout=30_000)
    watched.window.status.clearMessage()
    settled(watched, qtbot)
    assert watched.window.status.currentMessage() == ""
    folder.mkdir()
    arrive(folder)
    settled(watched, qtbot)
    offered(watched, qtbot, "新公报")


def test_without_folders_the_check_says_where_to_add_one(desk: Desk) -> None:
    desk.window.actions_["look_watched"].trigger()
    assert "监视文件夹" in desk.window.status.currentMessage()
