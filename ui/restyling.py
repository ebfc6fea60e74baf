"""A change of theme while the window is open: put on in short pieces, and seen all at once.

Until every widget wears the new theme the windows keep the picture they have: nothing half-changed is ever seen, and
what the user types or clicks meanwhile is done, not lost.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme import set_current, wear

PIECE = 0.008
"""Seconds of work after which the event loop has a turn."""


class Restyling(QObject):
    """Puts a theme on all widgets there are.

    Signals:
        worn: every widget wears the theme; pictures in its colours are set anew now, before anything is seen.
        finished: it is seen.
    """

    worn = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: deque[QWidget] = deque()
        self._still: list[QWidget] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)
        self._unready: Callable[[], bool] = lambda: False
        self._show = QTimer(self, singleShot=True, interval=0)
        self._show.timeout.connect(lambda: self._show.start() if self._unready() else self._uncover())

    def wait_while(self, unready: Callable[[], bool]) -> None:
        """Show nothing while this is true, when all wear the theme: something is being made in its colours."""
        self._unready = unready

    @property
    def busy(self) -> bool:
        """Whether a change is under way."""
        return bool(self._still) or self._next.isActive() or self._show.isActive()

    def change(self, app: QApplication, name: str) -> None:
        """Begin to put on a theme, one of `ui.theme.NAMES`; one that is under way gives way to it."""
        self._show.stop()
        self._hold()
        # The windows that are seen come last: a menu that opens meanwhile is right already.
        self._left = deque(sorted(set_current(app, name), key=QWidget.isVisible))
        self._next.start()

    def finish(self) -> None:
        """Do what is left, at once."""
        if self._next.isActive():
            self._next.stop()
            self._wear(None)
            self.worn.emit()
        if self.busy:
            self._show.stop()
            self._uncover()

    def _hold(self) -> None:
        """Let all windows keep their pictures, those that have come since too."""
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.updatesEnabled():
                window.setUpdatesEnabled(False)
                self._still.append(window)

    def _go_on(self) -> None:
        self._hold()
        self._wear(PIECE)
        if self._left:
            self._next.start()
            return
        self.worn.emit()
        # What is to be laid out anew is, before it is painted: the one event waits already.
        self._show.start()

    def _wear(self, seconds: float | None) -> None:
        """Go on with what is left, for so long or to the end."""
        begin = time.perf_counter()
        while self._left:
            widget = self._left.popleft()
            if isValid(widget):
                wear(widget)
            if seconds is not None and time.perf_counter() - begin >= seconds:
                break

    def _uncover(self) -> None:
        windows, self._still = self._still, []
        for window in windows:
            if isValid(window):
                window.setUpdatesEnabled(True)
        self.finished.emit()
