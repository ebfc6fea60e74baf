"""The window's part of the self-test: open it on a library, see the tree filled, close it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication, QTreeView

from reader.services.library import EngineFactory
from ui import app

LOOK_EVERY = 50
LONGEST = 30_000
"""Milliseconds after which a window that shows nothing has failed."""


def show(library: Path, engine_factory: EngineFactory) -> str:
    """Open the window until its tree shows the library; tells what it showed, "" for nothing.

    Preferences and logs of the user are neither read nor written.
    """
    application = app.application()
    waited = QElapsedTimer()
    waited.start()
    seen: list[str] = []

    def look() -> None:
        rows = _first_rows()
        if rows or waited.elapsed() > LONGEST:
            seen.extend(rows)
            timer.stop()
            application.closeAllWindows()
            application.quit()

    timer = QTimer()
    timer.setInterval(LOOK_EVERY)
    timer.timeout.connect(look)
    timer.start()
    status = app.run(library, engine_factory, config=library.parent / "config", logs=library.parent / "logs")
    return "、".join(seen) if status == 0 else ""


def _first_rows() -> list[str]:
    """The first rows of the library's tree, as far as it is filled."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QTreeView) and widget.objectName() == "libraryTree":
            model = widget.model()
            return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    return []
