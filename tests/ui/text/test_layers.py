"""Marks that are mended when a few annotations come or go lie as if all had been worked out anew."""

from __future__ import annotations

import random

import pytest

from reader.model.annotation import DEFAULT_STYLES, Anchor, AnchorState, Annotation, PlacedAnnotation, Placement
from ui import theme
from ui.text.layers import Layers, shown

LIGHT = theme.load("light")
LENGTH = 4_000


def placed(rng: random.Random, number: int) -> PlacedAnnotation:
    """An annotation somewhere; here and there a note on the whole document, an orphan, or what begins with others."""
    start = rng.choice((0, 5, rng.randrange(LENGTH - 50)))
    end = start + rng.randint(1, 120)
    kind = rng.random()
    anchor = None if kind < 0.04 else Anchor(start, end, "词", "", "")
    made = Annotation(f"{number:04}", "k", "", anchor, rng.choice(DEFAULT_STYLES).name,
                      f"2025-01-01T00:00:0{number % 3}.000Z", "")
    if anchor is None:
        return PlacedAnnotation(made, "1", Placement(AnchorState.EXACT))
    if kind < 0.1:
        return PlacedAnnotation(made, "1", Placement(AnchorState.ORPHAN))
    return PlacedAnnotation(made, "1", Placement(AnchorState.EXACT, start, end))


def order(one: PlacedAnnotation) -> tuple[int, int, str, str]:
    place = one.placement
    return place.start or 0, place.end or 0, one.annotation.created, one.annotation.id


@pytest.mark.parametrize("seed", range(12))
def test_mended_marks_are_those_worked_out_anew(seed: int) -> None:
    rng = random.Random(seed)
    known = Layers()
    there = sorted((placed(rng, number) for number in range(150)), key=order)
    for number in range(150, 190):
        for _ in range(rng.randint(0, 3)):
            there.pop(rng.randrange(len(there)))
        there = sorted([*there, *(placed(rng, 10 * number + more) for more in range(rng.randint(0, 3)))], key=order)
        assert known.show(there, DEFAULT_STYLES, LIGHT, LENGTH) == shown(there, DEFAULT_STYLES, LIGHT, LENGTH)


def test_what_stays_is_the_same_object() -> None:
    rng = random.Random(1)
    known = Layers()
    there = sorted((placed(rng, number) for number in range(300)), key=order)
    before = known.show(there, DEFAULT_STYLES, LIGHT, LENGTH)
    gone = there.pop(280)
    after = known.show(there, DEFAULT_STYLES, LIGHT, LENGTH)
    kept = {id(mark) for mark in after}
    first = next(at for at, mark in enumerate(before) if mark.placed is gone)
    assert all(id(mark) in kept for mark in before[:first])


def test_other_styles_colour_all_anew() -> None:
    rng = random.Random(3)
    known = Layers()
    there = sorted((placed(rng, number) for number in range(50)), key=order)
    known.show(there, DEFAULT_STYLES, LIGHT, LENGTH)
    dark = theme.load("dark")
    assert known.show(there, DEFAULT_STYLES, dark, LENGTH) == shown(there, DEFAULT_STYLES, dark, LENGTH)


def test_shorter_text_cuts_what_reaches_beyond_it() -> None:
    rng = random.Random(4)
    known = Layers()
    there = sorted((placed(rng, number) for number in range(50)), key=order)
    known.show(there, DEFAULT_STYLES, LIGHT, LENGTH)
    assert known.show(there, DEFAULT_STYLES, LIGHT, 100) == shown(there, DEFAULT_STYLES, LIGHT, 100)
