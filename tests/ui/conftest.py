"""A desk on a small library, shown offscreen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from pytestqt.qtbot import QtBot

from reader.model.job import SilentJob
from reader.services import import_files
from reader.services.library import Library
from tests.scripts import script
from ui import i18n
from ui.controllers.desk import Desk
from ui.crash import CrashGuard
from ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

@pytest.fixture(scope="session", autouse=True)
def translation() -> None:
    """The English in step with its source."""
    script("translations").release()


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    """A test may change the language; the next one begins in Chinese."""
    yield
    app = QCoreApplication.instance()
    if app is not None and i18n.language() != "zh":
        i18n.install(app, "zh")


DeskMaker = Callable[[], Desk]


@pytest.fixture
def make_desk(library: Library, qtbot: QtBot, tmp_path: Path) -> Iterator[DeskMaker]:
    """Makes a desk on the library, begun and shown; all are shut down at the end."""
    made: list[Desk] = []

    def make() -> Desk:
        window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        guard = CrashGuard("test", parent=window)
        desk = Desk(window, library, tmp_path / "preferences.toml", guard)
        guard.crashed.connect(desk.messages.show_crash)
        made.append(desk)
        with qtbot.waitSignal(desk.treeShown):
            desk.begin()
        return desk

    yield make
    for desk in made:
        desk.window.close()
        desk.shut_down()
        desk.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def filled(library: Library, gazette: Path, simple_importer: None) -> Library:  # noqa: ARG001 - a fixture
    """The library with the gazette of two documents."""
    report = import_files.import_paths(library, [gazette], SilentJob())
    assert not report.failed
    return library


@pytest.fixture
def desk(filled: Library, make_desk: DeskMaker) -> Desk:  # noqa: ARG001 - a fixture
    """A desk on the filled library, with its first document open."""
    desk = make_desk()
    desk.reading.open(desk.window.library.model.all_ids()[0])
    return desk
