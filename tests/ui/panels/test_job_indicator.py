"""The progress of long jobs."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs.handle import JobHandle
from ui.panels import status_bar
from ui.panels.status_bar import JobIndicator


class Clock:
    """Stands in for `time`."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(status_bar, "time", clock)
    return clock


def test_it_tells_what_how_far_and_how_long_yet(qtbot: QtBot, clock: Clock) -> None:
    indicator = JobIndicator()
    qtbot.addWidget(indicator)
    handle = JobHandle("正在导入", lambda _: None)
    indicator.watch(handle)
    handle.started.emit()
    clock.now = 1.0
    handle.progressed.emit(0, 40, "甲.txt")
    assert indicator.text.text() == "正在导入 0/40　甲.txt"
    clock.now = 11.0
    handle.progressed.emit(10, 40, "乙.txt")
    assert indicator.text.text() == "正在导入 10/40　乙.txt，还要约 30 秒"
    clock.now = 101.0
    handle.progressed.emit(20, 40, "丙.txt")
    assert indicator.text.text().endswith("还要约 2 分钟")
    handle.cancel()
    handle.progressed.emit(21, 40, "丁.txt")
    assert "还要" not in indicator.text.text()
    handle.ended.emit()
