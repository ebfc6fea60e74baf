"""The words of a document, field by field, as the word index takes them in."""

from __future__ import annotations

from collections.abc import Iterator

from index.cutting import Words, text_words
from reader.searching.folding import fold


def words_of(fields: tuple[str, str, str, str, str], words: Words) -> dict[str, Iterator[str]]:
    """The words of body, title, number, headings and issuer. Single Chinese characters count outside the body: within
    it they are in every text."""
    names = ("body", "title", "number", "headings", "issuer")
    return {name: text_words(fold(text), words, singles=name != "body")
            for name, text in zip(names, fields, strict=True)}
