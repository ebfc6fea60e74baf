"""Garbage is looked for when nobody waits, and nothing of it stays for ever."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import interpreter
from ui.interpreter import Interpreter


class Cycle:
    """Garbage as soon as nobody holds it, which only a look finds."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def python(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Interpreter]:
    monkeypatch.setattr(interpreter, "SETTLED_AFTER", 1)
    monkeypatch.setattr(interpreter, "AWAY_FOR", 1)
    monkeypatch.setattr(interpreter, "LOOK_EVERY", 0.0)
    found = Interpreter(qapp)
    yield found
    found.shut_down()


def test_the_start_makes_no_garbage(python: Interpreter, qtbot: QtBot) -> None:
    python.begin()
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled, timeout=60_000)


def looked_through(one: object) -> bool:
    """Whether a look for garbage goes through this."""
    return any(other is one for other in gc.get_objects())


def test_what_a_library_keeps_is_set_aside(python: Interpreter, qtbot: QtBot) -> None:
    python.begin()
    qtbot.waitUntil(gc.isenabled, timeout=60_000)
    kept = Cycle()
    assert looked_through(kept)
    python.settle()
    qtbot.waitUntil(lambda: not looked_through(kept), timeout=60_000)


def test_garbage_that_was_set_aside_goes_while_another_program_is_in_front(python: Interpreter, qtbot: QtBot) -> None:
    cycle = Cycle()
    python.begin()
    qtbot.waitUntil(gc.isenabled, timeout=60_000)
    gone = weakref.ref(cycle)
    del cycle
    gc.collect()
    assert gone() is not None
    python._on_state(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: gone() is None, timeout=60_000)


def test_who_comes_back_at_once_is_not_held_up(python: Interpreter, qtbot: QtBot) -> None:
    python.begin()
    qtbot.waitUntil(gc.isenabled, timeout=60_000)
    python._on_state(Qt.ApplicationState.ApplicationInactive)
    python._on_state(Qt.ApplicationState.ApplicationActive)
    assert not python._away.isActive()


def test_python_is_left_as_it_was(qapp: QApplication) -> None:
    turn = sys.getswitchinterval()
    python = Interpreter(qapp)
    python.begin()
    assert sys.getswitchinterval() != turn
    python.shut_down()
    assert (sys.getswitchinterval(), gc.isenabled(), gc.get_freeze_count()) == (turn, True, 0)
