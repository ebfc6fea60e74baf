"""Finding in one text in a process of its own: an expression that would run for years is ended; nobody waits for it."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from reader.model.errors import UserError
from reader.searching.finding import How, find
from reader.searching.matching import Range

LIMIT = 3.0
"""Seconds after which a question is given up."""

IDLE_SECONDS = 60.0
"""Seconds without a question after which the process ends by itself."""

_START_LIMIT = 60.0
_STEP = 0.02


class FindingProcess:
    """Answers one question at a time; started by the first, and again after one was given up. Used by one thread."""

    def __init__(self) -> None:
        self._process: Any = None  # the stubs have a class of process for each way to start one
        self._pipe: Connection | None = None

    def find(self, text: str, typed: str, how: How = How.EXPRESSION, *, strict: bool = False, most: int = 100_000,
             limit: float = LIMIT, check_cancelled: Callable[[], None] = lambda: None) -> tuple[Range, ...]:
        """Where it stands, as `reader.searching.finding.find` tells it.

        Args:
            most: places told at most.
            limit: seconds for the finding, without the start of the process.
            check_cancelled: called again and again; what it raises gives the question up.

        Raises:
            UserError: `search.expression` when it cannot be understood, `search.slow` when it takes too long.
        """
        finished = False
        try:
            pipe = self._ready(check_cancelled)
            pipe.send((text, typed, how, strict, most))
            if not _wait(pipe, limit, check_cancelled):
                raise UserError("search.slow", expression=typed, seconds=f"{limit:g}")
            answer = pipe.recv()
            finished = True
        finally:
            if not finished:
                self.close()
        if isinstance(answer, UserError):
            raise answer
        return tuple(answer)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pipe is not None:
            self._pipe.close()
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._pipe = None

    def _ready(self, check_cancelled: Callable[[], None]) -> Connection:
        """The pipe to a process that waits for questions."""
        if self._pipe is not None and self._process.is_alive():
            return self._pipe
        self.close()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="dibao-finding", daemon=True)
        self._process.start()
        theirs.close()
        if not _wait(self._pipe, _START_LIMIT, check_cancelled):
            raise TimeoutError("the process that finds did not start")
        self._pipe.recv()
        return self._pipe


def _wait(pipe: Connection, limit: float, check_cancelled: Callable[[], None]) -> bool:
    """Whether there is something to be received before the limit (seconds) is over."""
    end = time.monotonic() + limit
    while not pipe.poll(_STEP):
        check_cancelled()
        if time.monotonic() > end:
            return False
    return True


def serve(pipe: Connection) -> None:
    """What the process does: a greeting, then questions in their order, until nobody asks any more."""
    try:
        pipe.send(None)
        while pipe.poll(IDLE_SECONDS):
            text, typed, how, strict, most = pipe.recv()
            try:
                answer: object = find(text, typed, how, strict=strict)[:most]
            except UserError as fault:
                answer = fault
            pipe.send(answer)
    except (EOFError, OSError):
        return  # the other end is gone
