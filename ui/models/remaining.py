"""How long a job will take yet, guessed from how long it took so far; without Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

LEAST = 3.0
"""Seconds a job runs before anything is said: the first steps are no measure."""


@dataclass(slots=True)
class Remaining:
    """Watches one job. A job of several phases counts each of them anew.

    Attributes:
        begun: when the phase began, in seconds of the clock by which `left` is asked.
        first: how far the job was then.
        done, total: how far it is.
    """

    begun: float = 0.0
    first: int = 0
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def left(self, now: float, done: int, total: int) -> float | None:
        """Seconds until the phase ends; None while that cannot be told.

        Args:
            now: seconds.
            done, total: steps.
        """
        if done < self.done or total != self.total:
            self.begun, self.first = now, done
        self.done, self.total = done, total
        took, steps = now - self.begun, done - self.first
        if took < LEAST or steps <= 0:
            return None
        return max(total - done, 0) * took / steps


def rounded(seconds: float) -> tuple[int, int]:
    """A length of time as one says it: (minutes, 0) from a minute and a half on, else (0, seconds in steps of ten)."""
    if seconds > 90:
        return math.ceil(seconds / 60), 0
    return 0, max(10 * math.ceil(seconds / 10), 10)
