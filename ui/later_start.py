"""A program started again gives what it was to open to the window that has the library; no port is opened for that.

The later start lays a note into a folder of the user's own; the window takes it away, which tells the later start that
it can go. So nothing is asked of other users' windows on a shared library, nor left behind for them.
"""

from __future__ import annotations

import json
import logging
import uuid
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.model.errors import UserError
from reader.services.saving import save

FOLDER = "starts"
"""Where the notes lie, in the folder of the preferences."""

PATIENCE = 3000
"""Milliseconds after which a window that has not taken a note will not: a command has the library, or another user."""

LOOK_EVERY = 40
"""Milliseconds between two looks whether the note was taken."""

_LOG = logging.getLogger("dibao")


class LaterStarts(QObject):
    """Takes the notes that are meant for the window of a library.

    Args:
        folder: the notes', made when it is not there; where that cannot be, nothing is ever taken.
        root: the library's.

    Signals:
        asked: the program was started again, to open these paths (a tuple, often empty).
    """

    asked = Signal(object)

    def __init__(self, folder: Path, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._library = _name(root)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            _LOG.warning("later starts cannot be heard of", exc_info=True)
            return
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._watcher.directoryChanged.connect(self._look)
        # Who laid these waits no longer, or came between the library's opening and this.
        self._look()

    def _look(self) -> None:
        for note in sorted(self._folder.glob("*.json")):
            paths = _read(note, self._library)
            if paths is None:
                continue
            try:
                note.unlink()
            except FileNotFoundError:
                # Taken back in the meantime: its start has told the user that the library is in use.
                continue
            self.asked.emit(paths)


def hand_over(folder: Path, root: Path, paths: Sequence[Path], patience: int | None = None) -> bool:
    """Give paths to the window that has a library, and wait until it takes them; False when none does.

    Args:
        folder: the notes'.
        root: the library's.
        paths: absolute; may be empty: the window comes to the front.
        patience: milliseconds; None for `PATIENCE`.
    """
    note = folder / f"{uuid.uuid4().hex}.json"
    content = {"library": _name(root), "paths": [str(path) for path in paths]}
    if not folder.is_dir():
        return False  # no window of this user's is there
    try:
        save(note, json.dumps(content).encode())
    except UserError:
        return False
    loop, look = QEventLoop(), QTimer(interval=LOOK_EVERY)
    look.timeout.connect(lambda: None if note.exists() else loop.quit())
    look.start()
    QTimer.singleShot(PATIENCE if patience is None else patience, loop.quit)
    loop.exec()
    look.stop()
    try:
        note.unlink()
    except FileNotFoundError:
        return True
    return False


def bring_to_front(window: QWidget) -> None:
    """Show a window to who has started the program again, also one that was made an icon."""
    window.setWindowState((window.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def _name(root: Path) -> str:
    return str(root.expanduser().resolve())


def _read(note: Path, library: str) -> tuple[Path, ...] | None:
    """The paths of a note meant for a library; None for others, and for what is no note."""
    try:
        content = json.loads(note.read_bytes())
        if content["library"] != library:
            return None
        return tuple(Path(path) for path in content["paths"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
