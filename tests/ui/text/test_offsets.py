"""Offsets and positions agree, whatever planes the characters come from."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from ui.text.offsets import Run, RunMap, displayed, units


def run(start: int, position: int, text: str) -> Run:
    return Run(start, position, text, units(text))


def test_a_character_outside_the_basic_plane_counts_twice() -> None:
    assert units("吉𠮷") == 3


@pytest.mark.parametrize(("offset", "position"), [(0, 10), (1, 11), (2, 13), (3, 14)])
def test_run_maps_an_offset_behind_a_surrogate_pair(offset: int, position: int) -> None:
    assert run(0, 10, "田𠮷野").position_of(offset) == position


def test_position_inside_a_surrogate_pair_is_the_character_start() -> None:
    assert run(5, 10, "田𠮷野").offset_of(12) == 6


def test_separator_stands_at_the_end_of_its_run() -> None:
    runs = RunMap([run(0, 0, "甲乙"), run(3, 3, "丙")])
    assert runs.position(2) == 2


def test_position_between_runs_is_the_end_of_the_run_before() -> None:
    runs = RunMap([run(0, 0, "甲乙"), run(3, 7, "丙")])
    assert [runs.offset(position) for position in (2, 4, 6, 7)] == [2, 2, 2, 3]


def test_empty_map_answers_zero() -> None:
    assert (RunMap([]).position(9), RunMap([]).offset(9), list(RunMap([]).pieces(0, 9))) == (0, 0, [])


def test_pieces_are_split_by_run_without_empty_ones() -> None:
    runs = RunMap([run(0, 0, "甲乙"), run(3, 3, ""), run(4, 4, "𠮷丁")])
    assert list(runs.pieces(1, 6)) == [(1, 2), (4, 7)]


def random_map(seed: int) -> RunMap:
    dice = random.Random(seed)
    runs, start, position = [], 0, 0
    for _ in range(200):
        text = "".join(dice.choice("市a 𠮷𡈽，1") for _ in range(dice.randrange(12)))
        runs.append(run(start, position, text))
        start += len(text) + 1
        position += units(text) + dice.randrange(1, 4)
    return RunMap(runs)


def test_round_trip_of_every_offset() -> None:
    runs = random_map(7)
    wrong = [offset for one in runs.runs for offset in range(one.start, one.end + 1)
             if runs.offset(runs.position(offset)) != offset]
    assert wrong == []


def test_map_may_be_read_by_many_threads() -> None:
    runs = random_map(8)
    offsets = range(runs.runs[-1].end)
    expected = [runs.position(offset) for offset in offsets]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: [runs.position(offset) for offset in offsets], range(8)))
    assert all(answer == expected for answer in answers)


@pytest.mark.parametrize("character", ["\n", "\r", "\u2029", "\x0b", "\x0c", "\ufdd0", "\ufdd1", "\ufffc", "\0",
                                       "\ud800"])
def test_what_qt_would_act_upon_is_shown_as_one_harmless_unit(character: str) -> None:
    assert len(displayed(f"甲{character}乙")) == 3
    assert character not in displayed(f"甲{character}乙")


def test_spaces_of_every_kind_are_kept() -> None:
    assert displayed("甲　乙\u00a0丙  丁\t戊") == "甲　乙\u00a0丙  丁\t戊"
