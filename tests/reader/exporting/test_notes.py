"""Notes from anybody do no harm."""

from __future__ import annotations

import random
import time

import lxml.html
import markdown
import nh3
import pytest

from reader.exporting import notes
from reader.exporting.notes import note_html, note_markdown


def test_markdown_of_a_note_is_rendered() -> None:
    page = lxml.html.fromstring(note_html("**重**\n\n| 一 | 二 |\n|---|---|\n| 三 | 四 |"))
    assert [one.text for one in page.iter("strong", "td")] == ["重", "三", "四"]


@pytest.mark.parametrize("note", [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<iframe src='file:///etc/passwd'></iframe>",
    "[x](javascript:alert(1))", "[x](file:///etc/passwd)", "<a href=' javascript:alert(1)'>x</a>", "![x](http://x/y.png)",
    "<style>body{display:none}</style>", "<p style='position:fixed' onclick='x()'>y</p>", "<svg onload=alert(1)>",
])
def test_nothing_in_a_note_runs_or_loads(note: str) -> None:
    page = lxml.html.fromstring(f"<div>{note_html(note)}</div>")
    assert {one.tag for one in page.iter()} <= {"div", "p", "a"}
    assert all(set(one.attrib) <= {"href", "rel"} for one in page.iter())
    assert all(one.get("href", "http:").startswith(("http:", "https:", "mailto:")) for one in page.iter("a"))


@pytest.mark.parametrize("note", [
    "长" * 1_000_000, "[" * 90_000, "> " * 40_000, "*a" * 45_000, "- " * 40_000, "`" * 90_000, "<" * 90_000, "![" * 900,
    "&#" * 40_000, "**__" * 20_000, "|" * 90_000, "\n" * 90_000 + "x",
])
def test_huge_and_twisted_notes_are_shown_in_time(note: str) -> None:
    begun = time.perf_counter()
    assert note_html(note)
    assert time.perf_counter() - begun < 5


def test_html_is_shown_in_markdown_but_code_stays_code() -> None:
    assert note_markdown("<b>一</b> `<b>` 1 < 2") == "&lt;b>一&lt;/b> `<b>` 1 < 2"


@pytest.mark.parametrize("seed", range(40))
def test_notes_without_marks_become_what_rendering_makes_of_them(seed: int) -> None:
    rng = random.Random(seed)
    pieces = ("甲", "核对期限", "abc", " ", "\n", "\n\n", "1", "2.", "“引”", "'\"", "(x)", "3)", "；", "\u3000", ";",
              "%", "http://a.cn", "/", "A.", "!", "?", "…", ":", "：", "-", "+", "=", "&", "𠮷")
    for _ in range(150):
        note = "".join(rng.choices(pieces, k=rng.randint(1, 12)))
        slow = markdown.markdown(notes.lists_apart(note), extensions=list(notes._EXTENSIONS))
        known = nh3.clean(slow, tags=notes._TAGS, attributes=notes._ATTRIBUTES, url_schemes=notes._SCHEMES)
        assert note_html(note) == known


@pytest.mark.parametrize(("note", "items"), [
    ("先核对\n- 一\n- 二", ["一", "二"]), ("先核对\n1. 一\n2. 二", ["一", "二"]), ("- 一\n- 二", ["一", "二"]),
    ("先核对\n\n- 一\n    - 二", ["一", "二"]), ("2025年\n2. 不是", []), ("甲\n-乙", []), ("```\n甲\n- 乙\n```", []),
])
def test_list_may_begin_right_under_a_line(note: str, items: list[str]) -> None:
    page = lxml.html.fromstring(f"<div>{note_html(note)}</div>")
    assert [(one.text or "").strip() for one in page.iter("li")] == items


def test_one_note_leaves_no_trace_in_the_next() -> None:
    assert note_html("[甲]\n\n[甲]: http://a.cn") == '<p><a href="http://a.cn" rel="noopener noreferrer">甲</a></p>'
    assert "href" not in note_html("[甲] **二**")
