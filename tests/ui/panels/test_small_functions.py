"""Finding in a text, reading tags, laying out cards."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont

from reader.searching.finding import How
from ui.panels.card_text import lay_out, utf16
from ui.panels.find_bar import EXPRESSION, STRING, WORDS, Wanted, places_of
from ui.panels.note_editor import parse_tags, split_last


@pytest.mark.parametrize(
    ("text", "wanted", "places"),
    [
        ("夜市和夜市", "夜市", ((0, 2), (3, 5))),
        ("𠮷日夜市", "夜市", ((2, 4),)),
        ("aAaA", "aa", ((0, 2), (2, 4))),
        ("İab", "ab", ((1, 3),)),
        ("夜市", "", ()),
        ("夜市", "早市", ()),
    ],
)
def test_all_places_are_found(text: str, wanted: str, places: tuple[tuple[int, int], ...]) -> None:
    assert places_of(text, Wanted(wanted)) == places


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted("夜　市 古桥", WORDS), ((0, 1), (1, 2), (3, 5))),
        (Wanted("第[一二]条", EXPRESSION), ((6, 9),)),
        (Wanted("ＡＢ"), ((10, 12),)),
        (Wanted("ＡＢ", strict=True), ()),
    ],
)
def test_it_is_found_in_the_way_that_is_wanted(wanted: Wanted, places: tuple[tuple[int, int], ...]) -> None:
    assert places_of("夜市，古桥，第一条，AB", wanted) == places


def test_the_ways_to_find_have_the_names_of_the_library() -> None:
    assert {STRING, WORDS, EXPRESSION} == set(How)


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("夜经济，安全/责任", ("夜经济", "安全/责任")),
        (" #期限 、 期限; x  y ", ("期限", "x y")),
        ("，,", ()),
    ],
)
def test_tags_are_read(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


def test_only_the_last_tag_is_completed() -> None:
    assert split_last("夜经济， 安") == ("夜经济， ", "安")
    assert split_last("安") == ("", "安")


def test_utf16_counts_surrogates() -> None:
    assert [utf16("𠮷日", n) for n in range(3)] == [0, 2, 3]


@pytest.mark.usefixtures("qapp")
def test_a_long_text_ends_with_an_ellipsis_in_its_last_line() -> None:
    layout = lay_out("𠮷" * 400, QFont(), 200, 2)
    assert layout.lineCount() == 2
    assert layout.text().endswith("…")
    assert lay_out("短", QFont(), 200, 2).text() == "短"
