"""Running the window as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.services.library import Library
from tests.building import FakeEngine
from ui import app, i18n
from ui.main_window import MainWindow


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


@pytest.mark.usefixtures("qapp")
def test_qts_own_dialogs_speak_chinese() -> None:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    assert application is not None
    i18n.install(application)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
