"""The probe of the real window with questions that measure annotations: open, scroll, add, delete, and their list."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView

from tests.benchmarks.window_probe import desk, page
from tests.end2end import probe

CLOCK = time.thread_time if os.environ.get("DIBAO_BENCH_CPU") else time.perf_counter


class Painted(QObject):
    """Notes whether an area has been painted."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.painted = False
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


def seconds(work: Callable[[], object], shown: QAbstractScrollArea) -> float:
    """How long something takes with all that it brings about at once, until what is to be seen has been painted."""
    watch = Painted(shown)
    begin = CLOCK()
    work()
    # What was put off until the event loop comes round belongs to it; mostly it paints, too.
    QApplication.sendPostedEvents()
    if not watch.painted:
        shown.viewport().repaint()
    taken = CLOCK() - begin
    watch.deleteLater()
    return taken


def frames(area: QAbstractScrollArea, steps: int) -> list[float]:
    """Seconds of each step of scrolling from the top, a third of a screen each, painted."""
    bar = area.verticalScrollBar()
    bar.setValue(0)
    step = max(1, area.viewport().height() // 3)
    return [seconds(lambda at=at: bar.setValue(at * step), area) for at in range(1, steps + 1)]


def answer_open(document: str) -> float:
    """Seconds to open a document with its annotations."""
    begin = CLOCK()
    desk().reading.open(document)
    QApplication.sendPostedEvents()
    page().viewport().repaint()
    return CLOCK() - begin


def answer_scroll(steps: int) -> list[float]:
    """Seconds of each frame while the text is scrolled."""
    return frames(page(), steps)


def answer_add(document: str, start: int, end: int) -> float:
    """Seconds to mark a range, stored and painted."""
    return seconds(lambda: desk().annotating.create(document, [(start, end)], "重点"), page())


def answer_remove(document: str) -> float:
    """Seconds to delete the annotation made last, stored and painted."""
    newest = max(desk().annotating.of_document(document), key=lambda placed: placed.annotation.created)
    return seconds(lambda: desk().annotating.delete([newest.annotation]), page())


def listed() -> tuple[Any, QListView]:
    """The panel of annotations and its list."""
    panel = desk().window.side.annotations
    return panel, panel.list


def answer_panel(shown: bool) -> None:
    """Show or hide the panel."""
    if shown:
        desk().window.show_panel("annotations")
    else:
        desk().window.side.hide()


def answer_everywhere() -> float:
    """Seconds from the click on 全库 to the list painted."""
    panel, view = listed()
    panel.here.setChecked(True)
    QApplication.sendPostedEvents()
    return seconds(lambda: panel.everywhere.setChecked(True), view)


def answer_list_scroll(steps: int) -> list[float]:
    """Seconds of each frame while the list is scrolled."""
    return frames(listed()[1], steps)


def answer_list_end() -> float:
    """Seconds to jump to the end of the list."""
    view = listed()[1]
    return seconds(view.scrollToBottom, view)


def answer_choose(box: str, row: int) -> float:
    """Seconds to choose an entry of one of the filter's boxes."""
    panel, view = listed()
    panel.filters.more.setChecked(True)
    return seconds(lambda: getattr(panel.filters, box).setCurrentIndex(row), view)


def answer_words(text: str) -> float:
    """Seconds to filter by words, from the moment the typing has paused."""
    panel, view = listed()
    panel.filters.words.setText(text)
    return seconds(panel.queryChanged.emit, view)


def answer_many(count: int) -> float:
    """Seconds to give so many annotations of the list another style."""
    panel, view = listed()
    chosen = tuple(placed.annotation for row in range(count * 2)
                   if (placed := panel.model.placed(panel.model.index(row))) is not None)[:count]
    return seconds(lambda: desk().many.set_style(chosen, "期限"), view)


if __name__ == "__main__":
    probe.QUESTIONS |= {"open": answer_open, "scroll": answer_scroll, "add": answer_add, "remove": answer_remove,
                        "panel": answer_panel, "everywhere": answer_everywhere, "list_scroll": answer_list_scroll,
                        "list_end": answer_list_end, "choose": answer_choose, "filter_words": answer_words,
                        "many": answer_many}
    sys.exit(probe.main())
