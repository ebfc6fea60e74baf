"""Cut folded text into words with jieba's dictionary and ours, HMM off: rjieba where its wheel exists, else jieba.

Both cut alike without the HMM (a test holds them to it; they may differ only where two ways to cut are equally likely,
as in 公公公), so an index made by one answers questions cut by the other.
Nothing is loaded when this module is imported.
"""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

DICTIONARY = Path(__file__).resolve().parent.parent / "resources" / "dictionary" / "official_terms.txt"
"""Official terms in jieba's own format: word, frequency, part of speech."""

SLICE = 4_000
"""Characters cut at a time: rjieba holds the interpreter while it works."""

_LINES = re.compile(rf"[^\n]{{1,{SLICE}}}")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")

Words = Callable[[str], list[str]]

# Words that are everywhere and tell nothing; single ones beside other words would only ask for what all texts hold.
STOP = frozenset("的了和与及或等在对为是其之于由把被从向将并而但也都就以所于这那各")


def dictionary_entries() -> tuple[tuple[str, int, str], ...]:
    """The official terms: word, frequency, part of speech."""
    entries = []
    for line in DICTIONARY.read_text(encoding="utf-8").splitlines():
        word, frequency, kind = line.split(" ")
        entries.append((word, int(frequency), kind))
    return tuple(entries)


@functools.cache
def fingerprint() -> str:
    """Names the way words are cut; an index made with another one is out of date."""
    return hashlib.blake2b(DICTIONARY.read_bytes(), digest_size=8).hexdigest()


def fast_words() -> Words | None:
    """The cutter for whole texts by rjieba, or None where it is not installed. Loads the dictionary (0.1 s, 40 MB)."""
    try:
        import rjieba
    except ImportError:
        return None
    for word, frequency, kind in dictionary_entries():
        rjieba.add_word(word, frequency, kind)
    cut: Callable[[str, bool], list[str]] = rjieba.cut_for_search
    return lambda text: cut(text, False)


def plain_words() -> Words:
    """The cutter for whole texts by jieba itself. Loads the dictionary (1 s, 95 MB), and leaves no cache behind."""
    tokenizer = jieba_tokenizer()
    with tokenizer.get_dict_file() as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    for word, frequency, kind in dictionary_entries():
        tokenizer.add_word(word, frequency, kind)
    return lambda text: list(tokenizer.cut_for_search(text, HMM=False))


def jieba_tokenizer() -> Any:
    """A tokenizer of jieba with nothing loaded yet."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


def pieces_of(words: Iterable[str]) -> tuple[str, ...]:
    """What a document must hold instead of a whole string: its words. Single characters in a row stay together (names
    are cut into them), without those at the ends that tell nothing."""
    pieces: list[str] = []
    run = ""
    for word in (*words, ""):
        if len(word) == 1 and _HAN.match(word):
            run += word
            continue
        pieces += [run.strip("".join(STOP)), word if any(mark.isalnum() for mark in word) else ""]
        run = ""
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def text_words(text: str, words: Words, *, singles: bool) -> Iterator[str]:
    """The words of a folded text that are worth indexing.

    Args:
        singles: single Chinese characters too.
    """
    for line in _LINES.findall(text):
        for word in words(line):
            if len(word) > 1:
                if word.isalnum() or any(mark.isalnum() for mark in word):
                    yield word
            elif word.isalnum() and (singles or not _HAN.match(word)):
                yield word
