"""Approximate matching agrees with the textbook's table."""

from __future__ import annotations

import random

import pytest

from reader.anchoring.alignment import align, edits


def least_edits(pattern: str, text: str) -> int:
    """Sellers' table, row by row."""
    row = [0] * (len(text) + 1)
    for number, letter in enumerate(pattern, 1):
        above, row = row, [number]
        for column, other in enumerate(text, 1):
            row.append(min(above[column - 1] + (letter != other), above[column] + 1, row[-1] + 1))
    return min(row)


@pytest.mark.parametrize("seed", range(40))
def test_edits_are_the_fewest(seed: int) -> None:
    rng = random.Random(seed)
    text = "".join(rng.choice("甲乙丙丁") for _ in range(rng.randrange(1, 90)))
    pattern = "".join(rng.choice("甲乙丙丁") for _ in range(rng.randrange(1, 80)))
    assert edits(pattern, text) == least_edits(pattern, text)
    cut = sorted((rng.randrange(len(pattern) + 1), rng.randrange(len(pattern) + 1)))
    match = align(pattern[:cut[0]], pattern[cut[0]:cut[1]], pattern[cut[1]:], text)
    assert sum(match.edits) == least_edits(pattern, text)
    assert 0 <= match.start <= match.end <= len(text)


def test_quote_is_cut_out_at_its_seams() -> None:
    match = align("应当建立", "储备制度", "并公布", "市政府应当建立健全储备旧制度，并公布目录")
    assert "市政府应当建立健全储备旧制度，并公布目录"[match.start:match.end] == "储备旧制度"
    assert match.edits == (2, 1, 1) or match.edits == (0, 1, 3) or sum(match.edits) == 4


def test_empty_text_matches_nothing() -> None:
    match = align("甲", "乙", "丙", "")
    assert (match.start, match.end, sum(match.edits)) == (0, 0, 3)
