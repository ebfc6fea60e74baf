"""Rank documents by the words of a question: BM25F over title, number, headings, issuer and body.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009) §3.5: frequencies of a word are
weighted and freed of length field by field, added up, and only then saturated.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Iterable
from operator import mul
from pathlib import Path

from whoosh.filedb.filestore import FileStorage

from index.words.reading import SegmentPostings
from index.words.schema import WEIGHTS
from index.words.store import Opened

SATURATION = 1.2
"""k1: how soon more of the same word adds no more."""
MOST = 500.0
"""What no score reaches."""
LENGTH = {"body": 0.75, "headings": 0.5, "title": 0.5, "number": 0.0, "issuer": 0.0}
"""b: how much a field's length tells against it."""


class Ranker:
    """A generation of the word index, open for ranking. Not thread-safe: one a thread."""

    def __init__(self, folder: Path, opened: Opened) -> None:
        storage = FileStorage(str(folder))
        self.generation = opened.generation
        self._segments = [SegmentPostings(storage, segment) for segment in opened.toc.segments]
        self._documents = sum(len(segment.rows) for segment in self._segments)
        self._norms: dict[str, list[array[float]]] = {}

    @property
    def rows(self) -> set[int]:
        """The rows it holds."""
        return {row for segment in self._segments for row in segment.rows}

    def scores(self, words: Iterable[str], wanted: Collection[int]) -> dict[int, float]:
        """How well each wanted row that holds one of the words answers to them, by row (others may be there too):
        above 0, below MOST."""
        total: dict[int, float] = {}
        different = list(dict.fromkeys(words))
        # A word adds less than its rarity, and that is less than 20 for any library.
        share = min(1.0, MOST / 20 / max(len(different), 1))
        for word in different:
            evidence, holding = self._evidence(word, wanted)
            rarity = share * math.log(1 + (self._documents - holding + 0.5) / (holding + 0.5))
            if total:
                for row, weight in evidence.items():
                    total[row] = total.get(row, 0.0) + rarity * weight / (SATURATION + weight)
            else:
                total = {row: rarity * weight / (SATURATION + weight) for row, weight in evidence.items()}
        return total

    def holds_word(self, word: str) -> bool:
        """Whether any document has the word."""
        return any(len(segment.postings(field, word)[0]) for segment in self._segments for field in WEIGHTS)

    def _evidence(self, word: str, wanted: Collection[int]) -> tuple[dict[int, float], int]:
        """The weighted, length-freed frequency of a word by row, for wanted rows at least, and how many rows have it in
        their body (where none has, in another field)."""
        evidence: dict[int, float] = {}
        holding = 0
        few = len(wanted) * 4 < self._documents
        for field in sorted(WEIGHTS, key=lambda field: field != "body"):
            for segment, norms in zip(self._segments, self._norms_of(field), strict=True):
                documents, frequencies = segment.postings(field, word)
                rows = segment.rows
                if field == "body":
                    holding += len(documents)
                    weights = map(mul, frequencies, map(norms.__getitem__, documents))
                    of_rows = zip(map(rows.__getitem__, documents), weights, strict=True)
                    evidence.update(((row, weight) for row, weight in of_rows if row in wanted) if few else of_rows)
                else:
                    for number, frequency in zip(documents, frequencies, strict=True):
                        row = rows[number]
                        if row in wanted:
                            evidence[row] = evidence.get(row, 0.0) + frequency * norms[number]
        return evidence, max(holding, len(evidence))

    def _norms_of(self, field: str) -> list[array[float]]:
        """What a word in a field counts for, by segment and document: the field's weight over its relative length."""
        if field not in self._norms:
            lengths = [segment.lengths(field) for segment in self._segments]
            mean = sum(map(sum, lengths)) / max(self._documents, 1) or 1.0
            weight, share = WEIGHTS[field], LENGTH[field]
            by_length = {length: weight / (1 - share + share * length / mean)
                         for length in {one for of_segment in lengths for one in of_segment}}
            self._norms[field] = [array("d", map(by_length.__getitem__, of_segment)) for of_segment in lengths]
        return self._norms[field]

    def close(self) -> None:
        """Let go of the files."""
        for segment in self._segments:
            segment.close()
