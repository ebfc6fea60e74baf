"""What the command line writes: the answer on standard output; progress, and sentences for the person, beside it."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import Any

from reader.model.errors import Cancelled


class Watched:
    """Progress of a job on standard error; Ctrl+C stops it at the next good moment and keeps what is finished."""

    def __init__(self) -> None:
        self._stop = False
        self._shown = 0.0
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, *_: object) -> None:
        self._stop = True
        # A second Ctrl+C ends the program at once.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def report(self, done: int, total: int, text: str) -> None:
        """Show how far the job is, at most twice a second."""
        moment = time.monotonic()
        if moment - self._shown >= 0.5 and text:
            self._shown = moment
            say(f"[{done}/{total}] {text}")

    def check_cancelled(self) -> None:
        """Raise `Cancelled` after Ctrl+C."""
        if self._stop:
            raise Cancelled


def say(text: str) -> None:
    """Tell the person something beside the answer: standard error."""
    print(text, file=sys.stderr, flush=True)


def dumped(form: Any) -> str:
    """JSON for people and scripts: UTF-8, indented."""
    return json.dumps(form, ensure_ascii=False, indent=1) + "\n"


def put_out(text: str) -> None:
    """Write to standard output; a reader that has had enough (`| head`) is no fault."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would be written at exit, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
