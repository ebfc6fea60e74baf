"""Run the window: application, look, language, crash guard, library, desk."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from reader.services import paths as places
from reader.services.library import EngineFactory, Library
from ui import i18n, later_start, preferences
from ui.controllers.desk import Desk
from ui.crash import CrashGuard
from ui.ending import EndWhenAsked
from ui.interpreter import Interpreter
from ui.main_window import MainWindow
from ui.opening import moved_library, open_library
from ui.theme import app_icon, apply_theme, wanted

CANNOT_OPEN = 3
"""Exit status when the library cannot be used, as on the command line."""


def run(
    library_path: Path | None,
    engine_factory: EngineFactory,
    *,
    paths: Sequence[Path] = (),
    version: str = "",
    config: Path | None = None,
    logs: Path | None = None,
) -> int:
    """Open the window on a library and stay until it is closed; again on another one when the user wants that.

    Args:
        library_path: the library's folder, made when it is not there; None for the one the user chose last.
        engine_factory: makes the search engine when it is first needed.
        paths: files and folders to import at once, the first of which is then shown.
        version: the program's, for reports.
        config: folder of preferences and geometry; None for the user's.
        logs: folder of the logs; None for the user's.

    Returns:
        The exit status: 0, or 3 when the library cannot be used.
    """
    app = application()
    interpreter = Interpreter(app)
    interpreter.begin()
    config = config or places.config()
    chosen = preferences.load(config / "preferences.toml")
    i18n.set_language(app, chosen.language)
    apply_theme(app, wanted(chosen.theme))
    app.setWindowIcon(app_icon())
    guard = CrashGuard(version, logs or places.logs(), app)
    died = guard.install()
    ending = EndWhenAsked(app) if os.name == "posix" else None
    status, former = 0, None
    root: Path | None
    root, moved = (library_path, False) if library_path else _usual_library(chosen.library)
    while root is not None:
        starts = config / later_start.FOLDER
        start = _Start(starts, tuple(paths))
        opened = open_library(root, engine_factory, _busy_hint(paths), start.hand_over)
        if opened is None and former is None:
            status = 0 if start.handed_over else CANNOT_OPEN
            break
        if opened is None:
            # The other library could not be used, which the user was told, or another window has it, which came to the
            # front: back to the one before.
            root, former = former, None
            continue
        with opened.library as library:
            desk = _begin(library, config, guard, remember=moved or former is not None)
            desk.treeShown.connect(interpreter.settle)
            _listen(starts, desk)
            if opened.rebuild:
                desk.importing.rebuild().succeeded.connect(desk.load_tree)
            if died:
                text = i18n.translate("Application", "上次邸报意外退出，已保存的内容都在；详情记在日志里。")
                desk.messages.notice(text)
            desk.open_paths(start.paths, show=True)
            paths, died, former, moved = (), "", root, False
            status = app.exec()
            root = desk.settings.next_library
            desk.shut_down()
            _clear_away(desk)
    if ending is not None:
        ending.leave()
    guard.uninstall()
    interpreter.shut_down()
    return status


class _Start:
    """What this start was to open; `handed_over`: another window does it."""

    def __init__(self, folder: Path, paths: tuple[Path, ...]) -> None:
        self.paths = paths
        self.handed_over = False
        self._folder = folder

    def hand_over(self, root: Path) -> bool:
        """Give it to the window that has the library of this root; whether that took it."""
        self.handed_over = later_start.hand_over(self._folder, root, self.paths)
        return self.handed_over


def _listen(starts: Path, desk: Desk) -> None:
    """Do what later starts were to do."""
    def on_asked(paths: tuple[Path, ...]) -> None:
        later_start.bring_to_front(desk.window)
        desk.open_paths(paths, show=True)

    listening = later_start.LaterStarts(starts, desk.library.root, desk.window)
    listening.asked.connect(on_asked)


def _begin(library: Library, config: Path, guard: CrashGuard, *, remember: bool) -> Desk:
    """Show the window. `remember`: the user has just chosen this library, and means to find it here next time."""
    window = MainWindow(QSettings(str(config / "window.ini"), QSettings.Format.IniFormat))
    desk = Desk(window, library, config / "preferences.toml", guard)
    guard.crashed.connect(desk.messages.show_crash)
    desk.begin()
    if remember:
        desk.choosing.change(library=str(library.root))
    if library.texts_read_only:
        desk.messages.notice(i18n.translate("Application", "公报库放在只能读的地方：可以阅读和标注，不能导入。"))
    return desk


def _clear_away(desk: Desk) -> None:
    """Let go of a desk while its library is still open: what its jobs have sent must not reach it later."""
    QCoreApplication.sendPostedEvents()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _usual_library(chosen: str) -> tuple[Path, bool]:
    """The library to open when none is named: that of the environment, else the one the user chose, else the usual.

    Returns:
        Its folder, and whether the user has just told where it is now.
    """
    default = places.default_library()
    if not chosen or os.environ.get(places.LIBRARY_VARIABLE):
        return default, False
    if Path(chosen).is_dir():
        return Path(chosen), False
    # A share that is away is not made anew as an empty folder.
    found = moved_library(Path(chosen), default)
    return (default, False) if found is None else (found, True)


def _busy_hint(paths: Sequence[Path]) -> str:
    """What to do with files that were to be opened while another window has the library."""
    if not paths:
        return ""
    return i18n.translate("Application", "要打开的文件没有导入：请拖进已经打开的邸报窗口，或在那里按 Ctrl+O 导入。")


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
