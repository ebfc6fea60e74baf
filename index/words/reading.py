"""Read the word index: whole posting lists at a time, through whoosh's codec.

whoosh's matchers step through a list a posting at a time in Python; ranking every document that answers a question
needs the lists whole. So the blocks of `W3LeafMatcher` are taken as they are read from the file (whoosh 2.7.4, pinned).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import accumulate, repeat
from typing import Any

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3LeafMatcher, W3Segment, W3TermInfo
from whoosh.columns import NumericColumn
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.reading import TermNotFound
from whoosh.util.numeric import byte_to_length

from index.words.schema import ROW


class SegmentPostings:
    """One segment, open for reading. Not thread-safe.

    Attributes:
        rows: the row in the exact index of each document of the segment.
    """

    def __init__(self, storage: FileStorage, segment: W3Segment) -> None:
        codec = segment.codec()
        self._terms: Any = codec.terms_reader(storage, segment)
        self._documents: Any = codec.per_document_reader(storage, segment)
        self._format = Existence()
        self._lengths: dict[str, list[int]] = {}
        self.rows = array("I", self._column(ROW, NumericColumn("I")))

    def _column(self, name: str, kind: NumericColumn) -> list[int]:
        count = self._documents.doc_count_all()
        if not self._documents.has_column(name):
            # A column that would hold nothing but its default is not written.
            return [0] * count
        reader = self._documents.column_reader(name, kind)
        return [reader[number] for number in range(count)]

    def lengths(self, field: str) -> list[int]:
        """The number of words in a field of each document, as closely as whoosh keeps it: in one byte."""
        if field not in self._lengths:
            self._lengths[field] = [byte_to_length(byte) for byte in self._column(f"_{field}_len", LENGTHS_COLUMN)]
        return self._lengths[field]

    def postings(self, field: str, word: str) -> tuple[array[int], array[int]]:
        """The documents of the segment with a word in a field, ascending, and how often it stands in each."""
        try:
            return self._list(self._terms.term_info(field, word.encode()))
        except TermNotFound:
            return array("I"), array("I")

    def terms(self, field: str) -> Iterator[tuple[bytes, tuple[array[int], array[int]]]]:
        """All words of a field in the order of their bytes, with their lists."""
        for (name, word), info in self._terms.items_from(field, b""):
            if name != field:
                return
            yield word, self._list(info)

    def _list(self, info: W3TermInfo) -> tuple[array[int], array[int]]:
        offset, length = info.extent()
        matcher = W3LeafMatcher(self._terms._postfile, offset, length, self._format)
        documents, frequencies = array("I"), array("I")
        while True:
            matcher._read_data()
            steps, weights, _ = matcher._data
            documents.extend(accumulate(steps))
            # whoosh writes one weight for a block where all are alike, and none where all are 1.
            if isinstance(weights, tuple):
                frequencies.extend(map(int, weights))
            else:
                frequencies.extend(repeat(int(weights or 1), len(steps)))
            if matcher._lastblock:
                return documents, frequencies
            matcher._next_block()

    def close(self) -> None:
        """Let go of the files."""
        self._terms.close()
        self._documents.close()
