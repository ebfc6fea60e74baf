"""Seeded questions of every class for the benchmark of search, each with the documents that answer it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from reader.model.search import IndexedDocument, SearchQuery
from reader.searching.folding import fold
from reader.searching.scanning import scan

PER_CLASS = 24
CLASSES = ("one character", "common word", "rare word", "two words", "phrase of 6–12", "across word borders", "number",
           "field + range")
_HAN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question.

    Attributes:
        kind: one of CLASSES.
        typed: as a user would type it.
        strings: the strings a document must hold, where that is all there is to it; else empty.
        answer: the documents that hold the strings or answer the question; for a number the one that bears it.
    """

    kind: str
    typed: str
    strings: tuple[str, ...]
    answer: frozenset[str]


def questions(documents: list[IndexedDocument], words: Callable[[str], list[str]], seed: int = 4) -> list[Asked]:
    """Questions drawn from the texts.

    Args:
        words: cuts a text into words.
    """
    rng = random.Random(seed)
    folded = {document.id: fold(document.text) for document in documents}
    counts: dict[str, int] = {}
    for document in rng.sample(documents, min(300, len(documents))):
        for word in {word for word in words(folded[document.id]) if len(word) > 1 and _HAN.fullmatch(word)}:
            counts[word] = counts.get(word, 0) + 1
    by_count = sorted(counts, key=lambda word: (-counts[word], word))
    common, rare = by_count[:120], [word for word in by_count if counts[word] <= 2]
    characters = [mark for mark in dict.fromkeys("".join(by_count)) if _HAN.match(mark)]

    def held(*strings: str) -> frozenset[str]:
        return frozenset(one for one, text in folded.items() if all(string in text for string in strings))

    def strings(kind: str, *sought: str) -> Asked:
        return Asked(kind, " ".join(sought), sought, held(*sought))

    asked: list[Asked] = []
    for _ in range(PER_CLASS):
        asked.append(strings("one character", rng.choice(characters)))
        asked.append(strings("common word", rng.choice(common)))
        asked.append(strings("rare word", rng.choice(rare)))
        asked.append(strings("two words", *rng.sample(common + rare[:200], 2)))
        asked.append(strings("phrase of 6–12", _stretch(rng, documents, rng.randint(6, 12))))
        asked.append(strings("across word borders", _across(rng, documents, words)))
        bearer = rng.choice(documents)
        asked.append(Asked("number", bearer.number.replace("〔", rng.choice("〔[（ ")).replace("号", ""), (),
                           frozenset({bearer.id})))
        year = rng.choice(documents).year or 2000
        typed = f"年:{year}..{year + 3} 标题:{rng.choice(('储备', '管理', '生态', '安全'))} {rng.choice(common)}"
        asked.append(Asked("field + range", typed, (), frozenset()))
    return [one if one.kind != "field + range" else Asked(one.kind, one.typed, (), _scanned(one.typed, documents))
            for one in sorted(asked, key=lambda one: CLASSES.index(one.kind))]


def _scanned(typed: str, documents: list[IndexedDocument]) -> frozenset[str]:
    return frozenset(answer.id for answer in scan(SearchQuery(typed), documents))


def _stretch(rng: random.Random, documents: list[IndexedDocument], length: int) -> str:
    while True:
        text = rng.choice(documents).text
        start = rng.randrange(len(text))
        found = fold(text[start:start + length])
        if len(found) == length and _HAN.fullmatch(found):
            return found


def _across(rng: random.Random, documents: list[IndexedDocument], words: Callable[[str], list[str]]) -> str:
    """The end of a word, and the beginning of the next."""
    while True:
        text = fold(rng.choice(documents).text)
        start = rng.randrange(len(text))
        cut = words(text[start:start + 40])
        for first, second in pairwise(cut[1:]):
            if len(first) > 1 and len(second) > 1 and _HAN.fullmatch(first + second):
                return first[1:] + second[:-1]
