"""Every dialog in both languages: names, roles, the Tab key, letters, focus that is seen, and nothing cut off."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QWidget

from reader.services.library import Library
from tests.building import FakeEngine
from tests.ui import accessible, cut_off
from tests.ui.every_dialog import STATES, Place, State, dialogs_of_the_program, visit
from tests.ui.furnished import BREAKFAST, document_id, furnish
from ui import i18n, theme
from ui.controllers.desk import Desk
from ui.crash import CrashGuard
from ui.main_window import MainWindow

pytestmark = pytest.mark.xdist_group("dialogs")

LANGUAGES = ("zh", "en")
ROOM = (1366, 690)
"""What a screen of 1366×768 has left within a window's frame above the bar of the desktop; as much at twice the size of
everything on 2732×1536."""

FOREIGN = (QColorDialog, QFileDialog)
"""Dialogs of Qt, of which only the look is ours."""

OURS = [state for state in STATES if state.kind not in FOREIGN]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a dialog."""

    faults: list[str]
    unseen_focus: list[str]
    letters_twice: list[str]
    without_letter: list[str]
    cut_off: list[str]
    size: tuple[int, int]


def look(dialog: QWidget) -> Seen:
    """Examine a dialog; the focus, which is moved about, comes last."""
    QApplication.processEvents()
    return Seen(
        faults=accessible.faults(dialog),
        letters_twice=accessible.letters_twice(dialog),
        without_letter=accessible.without_letter(dialog),
        cut_off=cut_off.cut_off(dialog),
        size=(dialog.width(), dialog.height()),
        unseen_focus=accessible.unseen_focus(dialog),
    )


@pytest.fixture(scope="module")
def furnished_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("furnished")
    furnish(folder)
    return folder


@pytest.fixture(scope="module", params=LANGUAGES)
def seen(
    request: pytest.FixtureRequest, furnished_folder: Path, tmp_path_factory: pytest.TempPathFactory, qapp: QApplication
) -> dict[str, Seen | Exception]:
    """What was found in each dialog of ours, by the name of its state, in one language after the other."""
    home = Path(shutil.copytree(furnished_folder, tmp_path_factory.mktemp(request.param) / "home"))
    (home / "preferences.toml").write_text(f'language = "{request.param}"\n', encoding="utf-8")
    i18n.install(qapp, request.param)
    theme.apply_theme(qapp, "light")
    found: dict[str, Seen | Exception] = {}
    with Library.open(home / "library", FakeEngine) as library:
        window = MainWindow(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
        guard = CrashGuard("test", parent=window)
        desk = Desk(window, library, home / "preferences.toml", guard)
        guard.crashed.connect(desk.messages.show_crash)
        desk.begin()
        desk.reading.open(document_id(library, BREAKFAST, year=2025, number=3))
        for state in OURS:
            try:
                found[state.name] = visit(state, Place(desk, home), look)
            except Exception as fault:  # noqa: BLE001 - the tests of this dialog fail with it
                found[state.name] = fault
        window.close()
        desk.shut_down()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    i18n.install(qapp, "zh")
    return found


@pytest.fixture(params=OURS, ids=lambda state: state.name)
def dialog(request: pytest.FixtureRequest, seen: dict[str, Seen | Exception]) -> Seen:
    """What was found in one of the dialogs."""
    state: State = request.param
    found = seen[state.name]
    if isinstance(found, Exception):
        raise found
    return found


def test_no_dialog_of_the_program_is_left_out() -> None:
    kinds = [state.kind for state in STATES]
    missing = {one for one in dialogs_of_the_program() if not any(issubclass(kind, one) for kind in kinds)}
    assert missing == set()


def test_everything_has_name_and_role_and_is_visited_in_order(dialog: Seen) -> None:
    assert dialog.faults == []


def test_the_focus_is_seen(dialog: Seen) -> None:
    assert dialog.unseen_focus == []


def test_no_letter_stands_twice(dialog: Seen) -> None:
    assert dialog.letters_twice == []


def test_what_can_be_pressed_or_filled_in_has_a_letter(dialog: Seen) -> None:
    assert dialog.without_letter == []


def test_all_words_can_be_read(dialog: Seen) -> None:
    assert dialog.cut_off == []


def test_it_fits_on_the_screen(dialog: Seen) -> None:
    assert dialog.size <= ROOM
    assert dialog.size[1] <= ROOM[1]
