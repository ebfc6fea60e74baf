"""Stepping through the places of hits."""

from __future__ import annotations

from reader.model.search import Hit, Match
from ui.controllers.hit_walk import Stop, step

TWO = Hit("a", Match.EXACT, ((0, 1), (4, 5)), "")
TITLE = Hit("b", Match.WORDS, (), "")
NOTE = Hit("c", Match.NOTE, ((2, 3),), "", annotation_id="n")
HITS = (TWO, TITLE, NOTE)


def test_every_place_is_walked_and_hits_without_places_once() -> None:
    walked, at = [], step(HITS, None, forward=True)
    while at is not None:
        walked.append(at)
        at = step(HITS, at, forward=True)
    assert walked == [Stop(0, 0), Stop(0, 1), Stop(1, 0), Stop(2, 0)]


def test_the_way_back_is_the_same() -> None:
    walked, at = [], step(HITS, None, forward=False)
    while at is not None:
        walked.append(at)
        at = step(HITS, at, forward=False)
    assert walked == [Stop(2, 0), Stop(1, 0), Stop(0, 1), Stop(0, 0)]


def test_without_hits_there_is_nowhere_to_go() -> None:
    assert step((), None, forward=True) is None
