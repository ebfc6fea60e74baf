"""jieba's words as a whoosh tokenizer, for the benchmark's stock index. whoosh pickles the class by its name."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import jieba
from whoosh.analysis import Token, Tokenizer

jieba.setLogLevel(logging.WARNING)


class StockWords(Tokenizer):  # type: ignore[misc]  # whoosh ships no types
    """Positions are counted in words (jieba's own ChineseAnalyzer counts characters: no phrase fits)."""

    def __call__(self, value: str, **_: Any) -> Iterator[Token]:
        """The words of a text."""
        token = Token()
        for position, word in enumerate(jieba.cut(value)):
            if word.strip():
                token.text, token.boost, token.pos, token.stopped = word, 1.0, position, False
                yield token
