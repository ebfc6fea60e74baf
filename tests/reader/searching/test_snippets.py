"""A snippet is one line around the first match, its ranges right."""

from __future__ import annotations

import random

from reader.searching.snippets import WIDTH, snippet, telling

TEXT = "第一章 总则\n第一条 为了加强医药储备，制定本办法。\n" + "第二条 本办法适用于全市。\n" * 40


def test_the_match_is_shown_and_marked() -> None:
    start = TEXT.index("医药储备")
    line, ranges = snippet(TEXT, [(start, start + 4)])
    assert [line[a:b] for a, b in ranges] == ["医药储备"]
    assert "\n" not in line
    assert line.endswith("…")


def test_without_a_match_the_beginning_is_shown() -> None:
    line, ranges = snippet(TEXT, [])
    assert line.startswith("第一章 总则")
    assert ranges == ()


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("医药储备\n", [(0, 2)]) == ("医药储备", ((0, 2),))


def test_an_empty_text_has_an_empty_snippet() -> None:
    assert snippet("", []) == ("", ())


def test_marks_are_right_for_random_ranges() -> None:
    rng = random.Random(7)
    for _ in range(500):
        text = "".join(rng.choice("甲乙丙。\n\t 𠮷") for _ in range(rng.randint(1, 400)))
        starts = sorted(rng.sample(range(len(text)), min(len(text), rng.randint(1, 6))))
        places = [(start, min(len(text), start + 1)) for start in starts]
        line, ranges = snippet(text, places)
        assert len(line) <= 4 * WIDTH
        first = text[places[0][0]]
        assert ranges
        assert line[slice(*ranges[0])] == (" " if first.isspace() else first)


def test_the_place_below_the_title_is_telling() -> None:
    text = "关于夜市的意见\n夜市每晚开市。\n夜市收市。\n"
    ranges = ((2, 4), (8, 10), (15, 17))
    assert telling(text, ranges) == 1
    assert snippet(text, ranges, at=1)[0].endswith("夜市每晚开市。 夜市收市。")
    assert telling(text, ((2, 4),)) == 0
    assert telling(text, ()) == 0
