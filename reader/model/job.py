"""What a long task may ask of whoever runs it."""

from __future__ import annotations

from typing import Protocol


class JobContext(Protocol):
    """Progress and cancelling, seen from inside a job."""

    def report(self, done: int, total: int, text: str) -> None:
        """Tell how far the job is: `done` of `total` steps, and what it is at (a file name, say)."""

    def check_cancelled(self) -> None:
        """Raise `Cancelled` when the user asked the job to stop; call between steps that may be left."""


class SilentJob:
    """The context of a job nobody watches: tests and short commands."""

    def report(self, done: int, total: int, text: str) -> None:
        """Take the progress and show it to nobody."""

    def check_cancelled(self) -> None:
        """Never cancelled."""
