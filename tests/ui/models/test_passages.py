"""Passages of a document's text."""

from __future__ import annotations

import pytest

from ui.models.passages import paragraph_at

TEXT = "标题\n　　夜市收市，不得扰民。\n末段"


@pytest.mark.parametrize(("words", "paragraph"), [
    ("标", "标题"), ("收市", "夜市收市，不得扰民。"), ("　夜", "夜市收市，不得扰民。"), ("段", "末段"),
    ("民。\n末", "夜市收市，不得扰民。\n末段"),
])
def test_a_place_has_the_paragraphs_it_touches(words: str, paragraph: str) -> None:
    start = TEXT.index(words)
    first, last = paragraph_at(TEXT, (start, start + len(words)))
    assert TEXT[first:last] == paragraph
