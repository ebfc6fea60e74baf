"""The library worker does one job after another and hands back values, cancellations and errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reader.model.errors import UserError
from reader.model.job import JobContext
from ui.jobs.library_worker import LibraryWorker


@pytest.fixture
def worker() -> Iterator[LibraryWorker]:
    worker = LibraryWorker()
    yield worker
    worker.shut_down()


def test_a_value_comes_back_in_the_thread_that_asked(worker: LibraryWorker, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []
    handle = worker.submit("job", lambda _: threading.current_thread())
    handle.succeeded.connect(lambda _: threads.append(threading.current_thread()))
    with qtbot.waitSignal(handle.succeeded) as answer:
        pass
    assert answer.args is not None
    assert answer.args[0] is not threading.current_thread()
    assert threads == [threading.current_thread()]


def test_an_error_comes_back_whole(worker: LibraryWorker, qtbot: QtBot) -> None:
    def job(_: JobContext) -> None:
        raise UserError("file.empty", path="a.txt")

    with qtbot.waitSignal(worker.submit("job", job).failed) as answer:
        pass
    assert answer.args is not None
    assert repr(answer.args[0]) == repr(UserError("file.empty", path="a.txt"))


def test_a_cancelled_job_ends_as_cancelled(worker: LibraryWorker, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def job(context: JobContext) -> None:
        begun.set()
        go_on.wait(10)
        context.check_cancelled()

    handle = worker.submit("job", job)
    assert begun.wait(10)
    handle.cancel()
    with qtbot.waitSignal(handle.cancelled):
        go_on.set()


def test_a_job_cancelled_while_it_waits_is_never_begun(worker: LibraryWorker, qtbot: QtBot) -> None:
    go_on = threading.Event()
    done: list[str] = []
    worker.submit("first", lambda _: go_on.wait(10))
    second = worker.submit("second", lambda _: done.append("second"))
    second.cancel()
    with qtbot.waitSignal(second.cancelled):
        go_on.set()
    assert done == []


def test_jobs_run_in_the_order_of_their_submission(worker: LibraryWorker, qtbot: QtBot) -> None:
    done: list[int] = []
    handles = [worker.submit("job", lambda _, n=number: done.append(n)) for number in range(5)]
    with qtbot.waitSignal(handles[-1].ended):
        pass
    assert done == [0, 1, 2, 3, 4]
    assert not worker.busy


def test_progress_is_told_no_more_than_ten_times_a_second(worker: LibraryWorker, qtbot: QtBot) -> None:
    told: list[tuple[int, int, str]] = []

    def job(context: JobContext) -> None:
        for number in range(1000):
            context.report(number, 1000, "file")

    handle = worker.submit("job", job)
    handle.progressed.connect(lambda *args: told.append(args))
    with qtbot.waitSignal(handle.ended):
        pass
    assert told[0] == (0, 1000, "file")
    assert len(told) < 100


def test_shutting_down_cancels_and_waits() -> None:
    worker = LibraryWorker()
    stopped = threading.Event()

    def job(context: JobContext) -> None:
        try:
            while True:
                context.check_cancelled()
        finally:
            stopped.set()

    worker.submit("endless", job)
    worker.shut_down()
    assert stopped.is_set() or not worker._thread.is_alive()


def test_nobody_is_told_after_the_end(qtbot: QtBot) -> None:
    worker = LibraryWorker()
    told: list[object] = []
    handle = worker.submit("job", lambda _: 1)
    handle.succeeded.connect(told.append)
    worker.shut_down()
    QCoreApplication.sendPostedEvents()
    assert told == []
    with qtbot.assertNotEmitted(handle.ended, wait=50):
        pass
