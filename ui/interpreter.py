"""What Python does by itself while a window is open must not hold it up: look for garbage, let threads take turns."""

from __future__ import annotations

import gc
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

SETTLED_AFTER = 2000
"""Milliseconds after the library was read at which all that was made of it is there."""

AWAY_FOR = 1000
"""Milliseconds that another program must have been in front before we use the time."""

LOOK_EVERY = 60.0
"""Seconds between two looks at everything, at least."""

TURN = 0.0005
"""Seconds for which another thread may keep the window's thread waiting; Python's own 5 ms, several times while
something is painted, are seen."""


class Interpreter(QObject):
    """Sets aside what a library keeps in memory, which is no garbage: to look through all of it takes 40 to 75 ms, and
    Python does so whenever much was made. Looks at everything while another program is in front."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._turn = sys.getswitchinterval()
        self._looked = time.monotonic()
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        self._settled.timeout.connect(self._set_aside)
        self._away = QTimer(self, singleShot=True, interval=AWAY_FOR)
        self._away.timeout.connect(self._look)
        app.applicationStateChanged.connect(self._on_state)

    def begin(self) -> None:
        """The program starts: hardly anything that is made now is garbage."""
        sys.setswitchinterval(TURN)
        gc.disable()
        self._settled.start()

    def settle(self) -> None:
        """The library has been read, perhaps anew."""
        self._settled.start()

    def shut_down(self) -> None:
        """Leave everything as Python has it."""
        self._settled.stop()
        self._away.stop()
        sys.setswitchinterval(self._turn)
        gc.unfreeze()
        gc.enable()
        self.deleteLater()

    def _set_aside(self) -> None:
        gc.freeze()
        gc.enable()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._away.stop()
        else:
            self._away.start()

    def _look(self) -> None:
        if self._settled.isActive() or time.monotonic() - self._looked < LOOK_EVERY:
            return
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        self._looked = time.monotonic()
