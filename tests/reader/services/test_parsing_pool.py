"""The pool of processes that parses files."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ALL_COMPLETED
from pathlib import Path

import pytest

from reader.model.errors import Cancelled, UserError
from reader.services.parsing_pool import Outcome, Work, parse_all

ROOT = Path(__file__).resolve().parents[3]


def parse_or_die(work: Work) -> Outcome:
    """Ends its process on one kind of file, as a crash in a C library would."""
    if work.data == b"die":
        os._exit(11)
    if work.data == b"refuse":
        return Outcome(work.ticket, error=UserError("file.empty", path=work.name))
    if work.data == b"endless":
        threading.Event().wait()
    if work.data == b"unsendable":
        raise _Unsendable(lambda: None)
    return Outcome(work.ticket, fault=work.data.decode())


class _Unsendable(Exception):
    """An exception that cannot be sent to another process."""


def outcomes(*contents: bytes) -> dict[int, Outcome]:
    files = (Work(ticket, data, f"{ticket}.txt") for ticket, data in enumerate(contents))
    found = list(parse_all(files, small=False, processes=2, parse=parse_or_die))
    assert len(found) == len(contents)
    return {outcome.ticket: outcome for outcome in found}


def test_every_file_is_answered_once() -> None:
    contents = [f"file {number}".encode() for number in range(9)]
    assert [outcome.fault for _, outcome in sorted(outcomes(*contents).items())] == [one.decode() for one in contents]


def test_no_file_is_left_when_all_under_way_are_done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.services.parsing_pool.FIRST_COMPLETED", ALL_COMPLETED)
    assert sorted(outcomes(*(b"x" for _ in range(9)))) == list(range(9))


def test_a_refusal_comes_back_with_its_facts() -> None:
    error = outcomes(b"refuse", b"good")[0].error
    assert error is not None
    assert (error.code, error.facts) == ("file.empty", {"path": "0.txt"})


def test_a_file_that_kills_its_process_is_found_out_and_all_others_are_read() -> None:
    found = outcomes(b"a", b"die", b"b", b"c", b"die", b"d", b"e", b"f")
    assert [found[ticket].fault for ticket in (0, 2, 3, 5, 6, 7)] == ["a", "b", "c", "d", "e", "f"]
    assert found[1].fault == found[4].fault == "BrokenProcessPool"


def test_a_fault_that_cannot_be_sent_back_is_that_files_fault() -> None:
    found = outcomes(b"unsendable", b"good")
    assert found[0].fault
    assert found[1].fault == "good"


def test_files_are_drawn_only_as_the_pool_has_room() -> None:
    drawn: list[int] = []

    def files() -> Iterator[Work]:
        for ticket in range(50):
            drawn.append(ticket)
            yield Work(ticket, b"x", "x.txt")

    running = parse_all(files(), small=False, processes=2, parse=parse_or_die)
    next(running)
    assert len(drawn) <= 4
    running.close()


@pytest.mark.parametrize("suspect", [False, True])
def test_an_endless_file_is_left_behind_when_it_is_wanted_no_more(suspect: bool) -> None:
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == 3:
            raise Cancelled

    contents = [b"good", *([b"die"] if suspect else []), b"endless", b"endless", b"endless"]
    files = [Work(ticket, data, "x.txt") for ticket, data in enumerate(contents)]
    with pytest.raises(Cancelled):
        list(parse_all(files, small=False, processes=2, parse=parse_or_die, check=check))
    assert multiprocessing.active_children() == []


def test_files_are_read_here_where_no_process_can_be_started() -> None:
    # A program read from standard input cannot be started again by its processes.
    script = ("from tests.reader.services.test_parsing_pool import parse_or_die\n"
              "from reader.services.parsing_pool import Work, parse_all\n"
              "files = (Work(ticket, b'x%d' % ticket, 'x') for ticket in range(7))\n"
              "found = parse_all(files, small=False, processes=2, parse=parse_or_die)\n"
              "print(sorted(outcome.fault for outcome in found))")
    done = subprocess.run([sys.executable, "-"], input=script, cwd=ROOT, capture_output=True, text=True, check=True,
                          timeout=100)
    assert done.stdout == "['x0', 'x1', 'x2', 'x3', 'x4', 'x5', 'x6']\n"


def test_the_processes_end_when_the_program_is_killed() -> None:
    script = ("import os, sys; from tests.reader.services.test_parsing_pool import parse_or_die\n"
              "from reader.services.parsing_pool import Work, parse_all\n"
              "files = (Work(ticket, b'x', 'x') for ticket in range(99))\n"
              "running = parse_all(files, small=False, processes=2, parse=parse_or_die)\n"
              "next(running); os.kill(os.getpid(), 9)")
    process = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    # They hold the other end of the pipe: it ends when the last of them has.
    process.communicate(timeout=60)
    assert process.returncode == -9
