"""The probe of the real window that walks through it step by step, and says how long it stood still, and where."""

from __future__ import annotations

import faulthandler
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction

from reader.exporting.formats import Content
from reader.services.annotate import Selection
from reader.services.export import Wish
from tests.benchmarks import window_probe
from tests.benchmarks.window_probe import desk
from tests.end2end import probe

BEAT = 5
"""Milliseconds between two beats of the event loop."""

LATE = 0.03
"""Seconds without a beat after which somebody looks what the main thread is doing."""

_LINE = re.compile(r'File "([^"]+)", line (\d+) in (\S+)')
ROOT = str(Path(__file__).resolve().parents[2])


WAITED = Path("/proc/thread-self/schedstat")
"""Where Linux says how long a thread has waited for a processor."""


class Clock:
    """How late it is for this thread: in all, by what it worked, and without the time in which other programs had the
    processors. Seconds, each from a beginning of its own."""

    def __init__(self) -> None:
        # Open as long as the program runs: it is read hundreds of times a second.
        self._waited = WAITED.open() if WAITED.exists() else None

    def read(self) -> tuple[float, float, float]:
        """(in all, worked, without others)."""
        now = time.monotonic()
        return now, time.thread_time(), now - self._for_others()

    def _for_others(self) -> float:
        if self._waited is None:
            return 0.0
        self._waited.seek(0)
        return int(self._waited.read().split()[1]) / 1e9


class Heart(QObject):
    """Beats as long as the event loop turns; keeps the longest gap of each step, with what was seen meanwhile. What
    other programs took of the processors is no pause of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.step = "start"
        self.gaps: dict[str, tuple[float, float, float, str]] = {}
        self._clock = Clock()
        self._last = self._clock.read()
        self._seen = ""
        self._file = tempfile.TemporaryFile("w+")  # noqa: SIM115 - open as long as the window is
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        threading.Thread(target=self._watch, daemon=True).start()

    def _beat(self) -> None:
        now = self._clock.read()
        wall, worked, own = (after - before for after, before in zip(now, self._last, strict=True))
        # Until there is a text the window is being made: that is no pause, and measured apart.
        text = window_probe.watching[0].at if window_probe.watching else None
        before_text = 0.0 if text is None else max(text - self._last[0], 0.0)
        gap = own - BEAT / 1000 - before_text
        if text is not None and gap > self.gaps.get(self.step, (0.0,))[0]:
            self.gaps[self.step] = (gap, min(worked, gap), wall - BEAT / 1000 - before_text, self._seen)
        self._last, self._seen = now, ""

    def _watch(self) -> None:
        while True:
            time.sleep(LATE / 3)
            if time.monotonic() - self._last[0] > LATE:
                self._seen = self._where() or self._seen

    def _where(self) -> str:
        """The innermost lines of ours that the main thread is at, the innermost first.

        By what faulthandler writes, for to hold a frame of another thread keeps what it paints with alive, and ends it
        in the wrong thread.
        """
        self._file.seek(0)
        self._file.truncate()
        faulthandler.dump_traceback(self._file)
        self._file.seek(0)
        # The main thread, older than all others, is written last.
        main = self._file.read().rpartition("hread 0x")[2]
        lines = [found for found in _LINE.findall(main) if found[0].startswith(ROOT) and "/tests/" not in found[0]]
        return " < ".join(f"{file.removeprefix(ROOT + '/')}:{line} {name}" for file, line, name in lines[:3])


class TreeClock(QObject):
    """From asking for the list of the library until the tree has painted it; and the same for a filter."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: float | None = None
        desk().shelving.shown.connect(self._on_shown)
        self.processor = self._begin = self._used = 0.0

    def begin(self) -> None:
        self.seconds, self._begin, self._used = None, time.perf_counter(), time.process_time()
        desk().shelving.load()

    def _on_shown(self) -> None:
        desk().window.library.tree.viewport().repaint()
        self.processor = time.process_time() - self._used
        self.seconds = time.perf_counter() - self._begin


def answer_begin_tree() -> None:
    """Read the list of the library anew."""
    clocks[0].begin()


def answer_tree_seconds() -> tuple[float, float] | None:
    """How long that took, and how much processor time; None while it is under way."""
    clock = clocks[0]
    return None if clock.seconds is None else (clock.seconds, clock.processor)


def answer_start_processor() -> float:
    """Processor seconds used until the first text was painted."""
    return window_probe.watching[0].processor


def answer_filter(text: str) -> float:
    """Seconds from the moment a typed filter counts until the tree shows what it leaves."""
    panel = desk().window.library
    panel.filter.setText(text)
    begin = time.perf_counter()
    panel._settle()
    panel.tree.viewport().repaint()
    return time.perf_counter() - begin


def answer_busy() -> bool:
    """Whether the worker has anything to do."""
    return bool(desk().worker.busy)


def answer_issues() -> int:
    """How many issues the tree shows."""
    return int(desk().window.library.model.issue_count)


def answer_ids() -> list[str]:
    """Ids of the documents in the tree's order."""
    found: list[str] = desk().window.library.model.shown_ids()
    return found


def answer_gaps() -> dict[str, tuple[float, float, float, str]]:
    """The longest pause of each step in seconds, the processor time in it, how long it was with what other programs
    took, and where it was."""
    return hearts[0].gaps


def answer_step(name: str, **what: Any) -> None:
    """Do a step of the walk as soon as the event loop turns again, and count pauses as its own."""
    hearts[0].step = name
    QTimer.singleShot(0, lambda: STEPS[name.partition(" ")[0]](**what))


def trigger(name: str) -> None:
    """Do what a menu or a key does."""
    action: QAction = desk().window.actions_[name]
    action.trigger()


def scroll(part: float) -> None:
    """Scroll the tree to a part of its height."""
    bar = desk().window.library.tree.verticalScrollBar()
    bar.setValue(round(bar.maximum() * part))


def unfold(publisher: int) -> None:
    """Open a publisher, with its years and issues, as its menu does."""
    tree = desk().window.library.tree
    tree.expandRecursively(desk().window.library.model.index(publisher, 0), 1)


def open_issue(document: str) -> None:
    """Open the issue of a document."""
    panel = desk().window.library
    panel.tree.expandRecursively(panel.model.index_of(document).parent())


def search(text: str) -> None:
    """Ask the whole library."""
    trigger("search")
    desk().window.side.search.search_for(text)


def annotate(document: str, start: int, end: int) -> None:
    """Mark a range with a tag."""
    desk().annotating.create(document, [(start, end)], "重点")


def export(document: str, out: str) -> None:
    """Export a document."""
    wish = Wish("docx", Content.DOCUMENTS)
    desk().handing_on.exporting.export(Selection(document_ids=(document,)), wish, Path(out))


STEPS: dict[str, Callable[..., object]] = {
    "scroll": scroll,
    "unfold": unfold,
    "issue": open_issue,
    "filter": lambda text: desk().window.library.filter.setText(text),
    "open": lambda document: desk().reading.open(document),
    "search": search,
    "hits": lambda: trigger("find_next"),
    "annotate": annotate,
    "export": export,
    "theme": lambda to: trigger(f"theme_{to}"),
    "tabs": lambda documents: desk().tabbing.open_all(documents),
    "tab": lambda: trigger("next_tab"),
    "order": lambda to: trigger(f"order_{to}"),
    "mark": lambda: trigger("mark_read"),
    "rest": lambda: None,
}

hearts: list[Heart] = []
clocks: list[TreeClock] = []


def begin() -> None:
    """Begin to beat, once the window is built and before the event loop runs."""
    window_probe.watch()
    hearts.append(Heart())
    clocks.append(TreeClock())


if __name__ == "__main__":
    probe.QUESTIONS |= {
        "first_text": window_probe.answer_first_text, "begin_tree": answer_begin_tree,
        "start_processor": answer_start_processor,
        "tree_seconds": answer_tree_seconds, "filter": answer_filter, "busy": answer_busy, "issues": answer_issues,
        "ids": answer_ids,
        "gaps": answer_gaps, "step": answer_step,
    }
    probe.BEFORE_LOOP.append(begin)
    sys.exit(probe.main())
