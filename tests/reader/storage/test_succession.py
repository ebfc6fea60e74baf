"""Which documents a text lives on in."""

from __future__ import annotations

from reader.storage.succession import successors

BRIDGES = "".join(f"第{number}座桥应当在汛期以前修缮完毕。\n" for number in range(80))
MARKETS = "".join(f"第{number}处夜市应当每晚十时收市清场。\n" for number in range(80))


def test_layout_makes_no_difference() -> None:
    assert successors(BRIDGES, {"same": BRIDGES.replace("应当", "\n  应\u3000当 ")}) == ["same"]


def test_the_one_that_holds_most_comes_first() -> None:
    candidates = {"part": BRIDGES[:400], "whole": BRIDGES + MARKETS, "other": MARKETS}
    assert successors(BRIDGES, candidates) == ["whole", "part"]


def test_a_short_piece_split_off_is_a_successor() -> None:
    assert successors(BRIDGES + MARKETS, {"piece": BRIDGES[200:260]}) == ["piece"]


def test_texts_of_the_same_office_are_none() -> None:
    assert successors(BRIDGES, {"market": MARKETS}) == []


def test_a_text_of_a_few_characters_is_compared_whole() -> None:
    assert successors("短文", {"with": "这是短文。", "without": "这是长文。"}) == ["with"]
