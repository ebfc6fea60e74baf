"""Run the window: application, look, language, crash guard, library, desk."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from reader.services import paths as places
from reader.services.library import EngineFactory
from ui import i18n, preferences
from ui.controllers.desk import Desk
from ui.crash import CrashGuard
from ui.main_window import MainWindow
from ui.opening import open_library
from ui.theme import app_icon, apply_theme, wanted

CANNOT_OPEN = 3
"""Exit status when the library cannot be used, as on the command line."""


def run(
    library_path: Path,
    engine_factory: EngineFactory,
    *,
    paths: Sequence[Path] = (),
    version: str = "",
    config: Path | None = None,
    logs: Path | None = None,
) -> int:
    """Open the window on a library and stay until it is closed.

    Args:
        library_path: the library's folder, made when it is not there.
        engine_factory: makes the search engine when it is first needed.
        paths: files and folders to import at once.
        version: the program's, for reports.
        config: folder of preferences and geometry; None for the user's.
        logs: folder of the logs; None for the user's.

    Returns:
        The exit status: 0, or 3 when the library cannot be used.
    """
    app = application()
    config = config or places.config()
    chosen = preferences.load(config / "preferences.toml")
    i18n.set_language(app, chosen.language)
    apply_theme(app, wanted(chosen.theme))
    app.setWindowIcon(app_icon())
    guard = CrashGuard(version, logs or places.logs(), app)
    died = guard.install()
    opened = open_library(library_path, engine_factory)
    if opened is None:
        guard.uninstall()
        return CANNOT_OPEN
    with opened.library as library:
        window = MainWindow(QSettings(str(config / "window.ini"), QSettings.Format.IniFormat))
        desk = Desk(window, library, config / "preferences.toml", guard)
        guard.crashed.connect(desk.messages.show_crash)
        desk.begin()
        if opened.rebuild:
            desk.importing.rebuild().succeeded.connect(desk.load_tree)
        if library.texts_read_only:
            desk.messages.notice(i18n.translate("Application", "公报库放在只能读的地方：可以阅读和标注，不能导入。"))
        if died:
            desk.messages.notice(i18n.translate("Application", "上次邸报意外退出，已保存的内容都在；详情记在日志里。"))
        desk.open_paths(tuple(paths))
        status = app.exec()
        desk.shut_down()
    guard.uninstall()
    return status


def application() -> QApplication:
    """The QApplication of this process, set up once."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    app = QApplication(sys.argv[:1])
    app.setApplicationName("dibao")
    app.setDesktopFileName("dibao")
    i18n.install(app)
    return app
