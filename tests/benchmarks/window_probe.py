"""The probe of the real window with questions that measure: time to the first text, opening, highlighting, memory."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from tests.end2end import probe


class FirstPaint(QObject):
    """Notes when a pane first painted a text. Times are of CLOCK_MONOTONIC, which all processes share; `processor` is
    what the process had used until then, which does not depend on what else the machine does."""

    def __init__(self, page: QTextEdit) -> None:
        super().__init__(page)
        self._page = page
        self.at: float | None = None
        self.processor = 0.0
        page.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None and self._page.document().characterCount() > 1:
            # The filter runs before the paint; when the event loop comes round again the text stands.
            self._page.viewport().removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.processor = time.process_time()
        self.at = time.monotonic()


def page() -> QTextEdit:
    """The text pane."""
    found = probe.widget_named("documentPage")
    assert isinstance(found, QTextEdit)
    return found


def desk() -> Any:
    """The object that joins window and library."""
    window = next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "mainWindow")
    return next(child for child in window.children() if type(child).__name__ == "Desk")


def answer_first_text() -> float | None:
    """When the first text was painted."""
    return watching[0].at if watching else None


def answer_open(document: str) -> float:
    """Seconds to open a document and paint it."""
    begin = time.perf_counter()
    desk().reading.open(document)
    page().viewport().repaint()
    return time.perf_counter() - begin


def answer_highlight(document: str, start: int, end: int) -> float:
    """Seconds to mark a range of the open document, stored and painted."""
    begin = time.perf_counter()
    desk().annotating.create(document, [(start, end)], "重点")
    page().viewport().repaint()
    return time.perf_counter() - begin


def answer_memory() -> float:
    """Megabytes this process has in use."""
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


watching: list[FirstPaint] = []


def watch() -> None:
    """Begin to watch the pane, once the window is built and before the event loop runs."""
    widgets: list[QWidget] = QApplication.allWidgets()
    watching.extend(FirstPaint(widget) for widget in widgets
                    if isinstance(widget, QTextEdit) and widget.objectName() == "documentPage")


if __name__ == "__main__":
    probe.QUESTIONS |= {"first_text": answer_first_text, "open": answer_open, "highlight": answer_highlight,
                        "memory": answer_memory}
    probe.BEFORE_LOOP.append(watch)
    sys.exit(probe.main())
