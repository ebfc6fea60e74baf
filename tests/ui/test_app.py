"""Running the window as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from reader.services import paths as places
from reader.services.library import Library
from tests.building import FakeEngine
from ui import app, i18n, opening
from ui.controllers.desk import Desk
from ui.main_window import MainWindow
from ui.preferences import Preferences, load, save


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the boxes that were shown instead of the window."""
    texts: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: texts.append(text))
    return texts


@pytest.mark.usefixtures("qapp")
def test_a_library_in_use_is_told_and_ends_with_status_3(tmp_path: Path, shown: list[str]) -> None:
    with Library.open(tmp_path / "library", FakeEngine):
        assert app.run(tmp_path / "library", FakeEngine, config=tmp_path, logs=tmp_path) == app.CANNOT_OPEN
    assert len(shown) == 1
    assert str(tmp_path) in shown[0]


def test_the_window_opens_and_closes_and_leaves_the_library_free(tmp_path: Path, qapp: QApplication) -> None:
    titles: list[str] = []

    def close() -> None:
        window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
        titles.append(window.windowTitle())
        window.close()

    QTimer.singleShot(300, close)
    assert app.run(tmp_path / "library", FakeEngine, version="1.0", config=tmp_path, logs=tmp_path / "logs") == 0
    assert titles == ["邸报"]
    assert (tmp_path / "window.ini").exists()
    Library.open(tmp_path / "library", FakeEngine).close()


def windows(qapp: QApplication) -> list[MainWindow]:
    return [one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]


def when_shown(qapp: QApplication, do: Callable[[MainWindow], bool]) -> None:
    """Have something done with the window once it is there; again until it says that it is done."""

    def look() -> None:
        if not (windows(qapp) and do(windows(qapp)[0])):
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)


@pytest.mark.usefixtures("simple_importer")
def test_files_given_at_the_start_are_imported_and_shown(tmp_path: Path, gazette: Path, qapp: QApplication) -> None:
    titles: list[str] = []

    def close(window: MainWindow) -> bool:
        if not window.area.strip.isVisible():
            return False
        titles.append(window.windowTitle())
        return window.close()

    for _ in range(2):
        # The second time the file is known, and shown all the same.
        when_shown(qapp, close)
        assert app.run(tmp_path / "library", FakeEngine, paths=[gazette], config=tmp_path, logs=tmp_path) == 0
    assert titles == ["云汀市人民政府关于修缮古桥的通知 - 邸报"] * 2


def test_files_for_a_library_in_use_are_said_to_wait(tmp_path: Path, gazette: Path, shown: list[str]) -> None:
    with Library.open(tmp_path / "library", FakeEngine):
        app.run(tmp_path / "library", FakeEngine, paths=[gazette], config=tmp_path, logs=tmp_path)
    assert "没有导入" in shown[0]


def test_another_library_is_opened_in_the_same_program_and_next_time(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(places.LIBRARY_VARIABLE, raising=False)
    roots: list[str] = []

    def go_on(window: MainWindow) -> bool:
        desk = window.findChild(Desk)
        roots.append(desk.library.root.name)
        if desk.library.root.name == "one":
            when_shown(qapp, go_on)
            desk.settings.use_library(tmp_path / "two")
        else:
            window.close()
        return True

    when_shown(qapp, go_on)
    assert app.run(tmp_path / "one", FakeEngine, config=tmp_path, logs=tmp_path) == 0
    when_shown(qapp, go_on)
    assert app.run(None, FakeEngine, config=tmp_path, logs=tmp_path) == 0
    assert roots == ["one", "two", "two"]


def test_a_library_that_cannot_be_used_leads_back_to_the_one_before(
    tmp_path: Path, qapp: QApplication, shown: list[str]
) -> None:
    roots: list[str] = []

    def go_on(window: MainWindow) -> bool:
        desk = window.findChild(Desk)
        roots.append(desk.library.root.name)
        if len(roots) == 1:
            when_shown(qapp, go_on)
            desk.settings.use_library(tmp_path / "two")
        else:
            window.close()
        return True

    with Library.open(tmp_path / "two", FakeEngine):
        when_shown(qapp, go_on)
        assert app.run(tmp_path / "one", FakeEngine, config=tmp_path, logs=tmp_path) == 0
    assert roots == ["one", "one"]
    assert len(shown) == 1


@pytest.fixture
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The place of the library used last, where it is no more."""
    monkeypatch.delenv(places.LIBRARY_VARIABLE, raising=False)
    monkeypatch.setattr(places, "data", lambda: tmp_path / "data")
    save(tmp_path / "preferences.toml", Preferences(library=str(tmp_path / "away")))
    return tmp_path / "away"


def test_a_library_that_is_away_is_told_and_not_made_anew(
    tmp_path: Path, away: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(opening, "ask", lambda text, *_: bool(told.append(text)))
    when_shown(qapp, MainWindow.close)
    assert app.run(None, FakeEngine, config=tmp_path, logs=tmp_path) == 0
    assert str(away) in told[0]
    assert not away.exists()
    assert (tmp_path / "data" / "library").is_dir()
    assert load(tmp_path / "preferences.toml").library == str(away)


def test_a_library_that_was_moved_is_opened_where_the_user_says_and_next_time(
    tmp_path: Path, away: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(tmp_path / "moved", FakeEngine).close()
    folders = iter([str(tmp_path), "", str(tmp_path / "moved")])
    told: list[str] = []
    roots: list[Path] = []
    monkeypatch.setattr(opening, "ask", lambda *_: True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(folders))
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))

    def close(window: MainWindow) -> bool:
        roots.append(window.findChild(Desk).library.root)
        return window.close()

    when_shown(qapp, close)
    assert app.run(None, FakeEngine, config=tmp_path, logs=tmp_path) == 0
    assert len(told) == 1
    assert "没有公报库" in told[0]
    assert roots == [tmp_path / "moved"]
    assert load(tmp_path / "preferences.toml").library == str(tmp_path / "moved")
    assert not away.exists()


@pytest.mark.usefixtures("qapp")
def test_qts_own_dialogs_speak_chinese() -> None:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    assert application is not None
    i18n.install(application)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
