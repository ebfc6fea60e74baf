"""Of several questions only the latest is answered."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.model.job import JobContext
from ui.jobs.search_worker import SearchWorker


@pytest.fixture
def worker() -> Iterator[SearchWorker]:
    worker = SearchWorker()
    yield worker
    worker.shut_down()


def test_the_latest_question_wins(worker: SearchWorker, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    asked: list[str] = []
    answers: list[str] = []

    def slow(_: JobContext) -> str:
        begun.set()
        go_on.wait(10)
        return "slow"

    def quick(name: str) -> str:
        asked.append(name)
        return name

    first = worker.ask("search", slow)
    assert begun.wait(10)
    second = worker.ask("search", lambda _: quick("second"))
    third = worker.ask("search", lambda _: quick("third"))
    for handle in (first, second, third):
        handle.succeeded.connect(answers.append)
    with qtbot.waitSignal(third.ended):
        go_on.set()
    assert answers == ["third"]
    assert asked == ["third"]


def test_an_error_of_an_old_question_is_not_told(worker: SearchWorker, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    def broken(_: JobContext) -> str:
        begun.set()
        go_on.wait(10)
        raise ValueError("old")

    first = worker.ask("search", broken)
    first.failed.connect(failed.append)
    assert begun.wait(10)
    second = worker.ask("search", lambda _: "new")
    with qtbot.waitSignal(second.succeeded):
        go_on.set()
    assert failed == []
