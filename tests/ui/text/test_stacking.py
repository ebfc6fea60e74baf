"""Notes beside the text never cover one another."""

from __future__ import annotations

import random

import pytest

from ui.text.stacking import stack


@pytest.mark.parametrize(("wishes", "fixed", "tops"), [
    ([], None, []),
    ([(10, 20), (100, 20)], None, [10, 100]),
    ([(10, 20), (12, 20), (14, 20)], None, [10, 35, 60]),
    ([(10, 20), (12, 20), (200, 20)], None, [10, 35, 200]),
    ([(10, 20), (12, 20), (14, 20)], 2, [-36, -11, 14]),
    ([(10, 20), (12, 20), (14, 20)], 0, [10, 35, 60]),
    ([(10, 20), (100, 20)], 1, [10, 100]),
])
def test_stack(wishes: list[tuple[float, float]], fixed: int | None, tops: list[float]) -> None:
    assert stack(wishes, 5, fixed) == tops


@pytest.mark.parametrize("seed", range(20))
def test_notes_do_not_overlap_and_keep_their_order(seed: int) -> None:
    dice = random.Random(seed)
    wishes = sorted((dice.uniform(0, 500), dice.uniform(20, 90)) for _ in range(dice.randrange(1, 30)))
    fixed = dice.choice([None, dice.randrange(len(wishes))])
    tops = stack(wishes, 6, fixed)
    assert all(upper + height + 6 <= lower + 1e-9
               for upper, lower, (_, height) in zip(tops, tops[1:], wishes, strict=False))
    if fixed is not None:
        assert tops[fixed] == wishes[fixed][0]
