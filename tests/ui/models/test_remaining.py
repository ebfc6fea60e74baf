"""How long a job will take yet."""

from __future__ import annotations

import pytest

from ui.models.remaining import LEAST, Remaining, rounded


def test_the_rest_takes_as_long_a_step_as_what_is_done() -> None:
    job = Remaining(begun=100.0)
    assert job.left(100.0, 0, 50) is None
    assert job.left(110.0, 10, 50) == 40.0
    assert job.left(150.0, 50, 50) == 0.0


def test_the_first_moments_tell_nothing() -> None:
    job = Remaining()
    job.left(0.0, 0, 9)
    assert job.left(LEAST - 0.1, 8, 9) is None


def test_a_job_that_stands_still_tells_nothing() -> None:
    job = Remaining()
    job.left(0.0, 0, 9)
    assert job.left(60.0, 0, 9) is None


def test_another_phase_counts_anew() -> None:
    job = Remaining()
    job.left(0.0, 0, 4)
    assert job.left(40.0, 4, 4) == 0.0
    assert job.left(41.0, 0, 100) is None
    assert job.left(51.0, 10, 100) == 90.0


@pytest.mark.parametrize(("seconds", "said"), [(0.0, (0, 10)), (11.0, (0, 20)), (90.0, (0, 90)), (91.0, (2, 0)),
                                               (600.0, (10, 0)), (3601.0, (61, 0))])  # fmt: skip
def test_times_are_said_roughly(seconds: float, said: tuple[int, int]) -> None:
    assert rounded(seconds) == said
