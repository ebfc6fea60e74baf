"""Ending as by the window's cross when the system asks to: at the end of a session it sends a signal."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

ASKING = (signal.SIGTERM, signal.SIGINT)


class EndWhenAsked(QObject):
    """Closes all windows at a signal; what is typed is stored, place and layout are kept. Windows sends none.

    `leave` gives the signals back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Python runs handlers between its own instructions only, and there are none while Qt waits for events.
        self._heard, self._told = os.pipe()
        for end in (self._heard, self._told):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        self._before = [signal.signal(one, lambda *_: None) for one in ASKING]
        self._wakeup = signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)

    def leave(self) -> None:
        """Listen no more."""
        signal.set_wakeup_fd(self._wakeup)
        for one, before in zip(ASKING, self._before, strict=True):
            signal.signal(one, before)
        self._notifier.setEnabled(False)
        os.close(self._heard)
        os.close(self._told)

    def _on_signal(self) -> None:
        asked = os.read(self._heard, 64)
        if any(one in asked for one in ASKING):
            QApplication.closeAllWindows()
