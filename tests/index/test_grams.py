"""The alphabet of the exact index: every character is a mark FTS5 keeps, and pairs overlap."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from index.grams import SPACE, characters, marks, pairs
from reader.searching.folding import fold


def test_a_text_becomes_its_overlapping_pairs() -> None:
    assert pairs("医药储备") == "医药 药储 储备"
    assert pairs("甲\n\t 乙") == f"甲{SPACE} {SPACE}乙"
    assert pairs("甲") == ""


def test_pairs_go_on_across_slices() -> None:
    text = "".join(chr(0x4E00 + number % 5_000) for number in range(40_000))
    whole = marks(text)
    assert pairs(text).split(" ") == [whole[at:at + 2] for at in range(len(text) - 1)]


def test_the_characters_are_those_of_the_text() -> None:
    assert set(characters("医药，医 a").split(" ")) == set(marks("医药，医 a"))


@given(st.text(min_size=2))
def test_fts5_keeps_every_pair(text: str) -> None:
    whole = marks(text)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='ascii')")
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, instance)")
    connection.execute("INSERT INTO t(rowid, x) VALUES (1, ?)", (pairs(text),))
    kept = [term for term, in connection.execute("SELECT term FROM v ORDER BY offset")]
    connection.close()
    assert kept == [whole[at:at + 2] for at in range(len(whole) - 1)]


@given(st.text())
def test_marks_are_alike_where_the_folded_texts_are(text: str) -> None:
    assert marks(fold(text)) == marks(text)
