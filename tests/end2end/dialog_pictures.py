"""Take a picture of every dialog in both languages, every theme, and at 100 % and 200 %, to be looked at side by side.

    python -m tests.end2end.dialog_pictures FOLDER [STATE…]

STATE: names of `tests.ui.every_dialog.STATES`, or beginnings of them. Pictures are named
STATE-LANGUAGE-THEME[-200].png; what does not fit on the screen is told. None is kept in the repository.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.end2end.desktop import Desktop

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("zh", "en")
SCREENS = (((1366, 768), 1), ((2732, 1536), 2))
STILL_SECONDS = 0.15
WITHIN_SECONDS = 5.0


def take(folder: Path, names: Sequence[str], scale: int) -> None:
    """Take the pictures, on the display there is."""
    # Qt must not be loaded before the display is known.
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from reader.services.library import Library
    from tests.building import FakeEngine
    from tests.ui.every_dialog import STATES, Place, visit
    from tests.ui.furnished import BREAKFAST, document_id, furnish
    from ui import i18n, theme
    from ui.app import application
    from ui.controllers.desk import Desk
    from ui.crash import CrashGuard
    from ui.main_window import MainWindow

    app = application()
    chosen = [state for state in STATES if not names or state.name.startswith(tuple(names))]

    def still(widget: QWidget) -> QImage:
        """A picture of a widget once it has stopped changing."""
        before, since = QImage(), time.monotonic()
        while True:
            QApplication.processEvents()
            now = widget.grab().toImage()
            if now != before:
                before, since = now, time.monotonic()
            if time.monotonic() - since > STILL_SECONDS:
                return now

    def save(widget: QWidget, path: Path) -> None:
        still(widget).save(str(path))
        room, frame = widget.screen().availableGeometry(), widget.frameGeometry()
        if frame.width() > room.width() or frame.height() > room.height():
            print(f"{path.name}: {frame.width()}×{frame.height()} is larger than the screen", flush=True)

    for language in LANGUAGES:
        for name in theme.NAMES:
            with tempfile.TemporaryDirectory(prefix="dibao-dialogs-") as place:
                home = Path(place)
                furnish(home)
                i18n.install(app, language)
                theme.apply_theme(app, name)
                (home / "preferences.toml").write_text(f'theme = "{name}"\nlanguage = "{language}"\n', encoding="utf-8")
                with Library.open(home / "library", FakeEngine) as library:
                    window = MainWindow(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
                    guard = CrashGuard("1.0", parent=window)
                    desk = Desk(window, library, home / "preferences.toml", guard)
                    guard.crashed.connect(desk.messages.show_crash)
                    desk.begin()
                    desk.reading.open(document_id(library, BREAKFAST, year=2025, number=3))
                    ending = f"{language}-{name}{'-200' if scale == 2 else ''}.png"
                    for state in chosen:
                        path = folder / f"{state.name}-{ending}"
                        visit(state, Place(desk, home), lambda dialog, path=path: save(dialog, path))
                    window.close()
                    desk.shut_down()
                    window.deleteLater()
                    app.processEvents()


def main() -> int:
    """Take them on a desktop of each size; the pictures themselves are taken in a process of its own."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("states", nargs="*")
    arguments.add_argument("--on-display", type=int, default=0, help=argparse.SUPPRESS)
    wanted = arguments.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.on_display:
        take(wanted.folder, wanted.states, wanted.on_display)
        return 0
    for size, scale in SCREENS:
        with Desktop(*size) as desktop:
            command = [sys.executable, "-m", "tests.end2end.dialog_pictures", str(wanted.folder), *wanted.states]
            environment = desktop.environment() | {"QT_SCALE_FACTOR": str(scale), "LANG": "C.UTF-8"}
            environment.pop("DIBAO_LIBRARY", None)
            done = subprocess.run([*command, "--on-display", str(scale)], env=environment, cwd=ROOT, check=False)
            if done.returncode:
                return done.returncode
    return 0


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    sys.exit(main())
