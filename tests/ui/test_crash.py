"""Faults of ours are reported without the user's text, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import DeskMaker
from ui.crash import CrashGuard, describe, report_text

SECRET = "不宜外传的正文"


def raised(error: BaseException) -> BaseException:
    """An exception with a traceback."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_a_report_leaves_out_messages_that_may_hold_text() -> None:
    error = raised(ValueError(SECRET))
    assert SECRET not in report_text(error, "1.0")
    assert "ValueError" in describe(error)
    assert "test_crash.py" in describe(error)


def test_a_report_keeps_messages_made_of_names() -> None:
    assert "no attribute 'x'" in describe(raised(AttributeError("no attribute 'x'")))


def test_a_report_of_the_system_names_its_error_but_not_the_file() -> None:
    report = describe(raised(OSError(28, "No space left on device", f"/home/{SECRET}")))
    assert "28" in report
    assert SECRET not in report


def test_a_report_tells_the_cause() -> None:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as cause:
            raise RuntimeError(SECRET) from cause
    except RuntimeError as error:
        report = describe(error)
    assert "RuntimeError" in report
    assert "KeyError" in report
    assert SECRET not in report


@pytest.fixture
def guard(tmp_path: Path, qapp: QApplication) -> Iterator[CrashGuard]:  # noqa: ARG001 - Qt must be there
    guard = CrashGuard("1.0", tmp_path / "logs")
    hook = sys.excepthook
    guard.install()
    yield guard
    guard.uninstall()
    assert sys.excepthook == hook


def test_what_nobody_caught_is_told(guard: CrashGuard, qtbot: QtBot) -> None:
    error = raised(ValueError(SECRET))
    with qtbot.waitSignal(guard.crashed) as told:
        sys.excepthook(type(error), error, error.__traceback__)
    assert told.args is not None
    assert "ValueError" in told.args[0]


def test_the_log_tells_of_errors_without_the_users_text(guard: CrashGuard, tmp_path: Path) -> None:
    assert guard.log_folder == str(tmp_path / "logs")
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("reader.any").exception("parsing failed")
    written = (tmp_path / "logs" / "dibao.log").read_text(encoding="utf-8")
    assert "parsing failed" in written
    assert "ValueError" in written
    assert SECRET not in written


def test_what_nobody_caught_in_a_thread_is_told(guard: CrashGuard, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError(SECRET)

    with qtbot.waitSignal(guard.crashed):
        thread = threading.Thread(target=fail)
        thread.start()
    thread.join()


@pytest.mark.usefixtures("qapp")
def test_a_fault_that_killed_the_last_run_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "fault.txt").write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    guard = CrashGuard("1.0", tmp_path)
    assert "Segmentation" in guard.install()
    guard.uninstall()
    assert not (tmp_path / "fault.txt").exists()


def test_the_window_shows_one_report_and_counts_the_rest(make_desk: DeskMaker, qtbot: QtBot) -> None:
    desk = make_desk()
    desk.messages.tell(raised(ValueError(SECRET)))
    desk.messages.tell(raised(KeyError(SECRET)))
    qtbot.waitUntil(lambda: desk.messages._crash is not None and "1" in desk.messages._crash.count.text())
    dialog = desk.messages._crash
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit, "crashText")
    assert "ValueError" in text.toPlainText()
    dialog.accept()
    assert desk.window.isVisible()
