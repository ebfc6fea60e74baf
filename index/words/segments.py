"""Write segments of the word index: from words in memory, or by merging smaller segments.

whoosh's own writer takes a posting at a time through Python (0.3–0.9 MB of text a second). This one inverts in memory
and hands whoosh's codec whole posting lists; what it writes, whoosh's own reader reads.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Segment
from whoosh.fields import Schema
from whoosh.filedb.filestore import FileStorage

from index.words.generations import NAME
from index.words.reading import SegmentPostings
from index.words.schema import ROW, WEIGHTS, WordsCodec

FIELDS = sorted(WEIGHTS)
"""In the order in which whoosh's files hold them."""

Postings = tuple["array[int]", "array[int]"]
"""Document numbers, ascending, and frequencies."""


class SegmentBuilder:
    """Collects documents as words and writes them as one segment."""

    def __init__(self, storage: FileStorage, schema: Schema) -> None:
        self.postings = 0
        self._storage = storage
        self._schema = schema
        self._rows: list[int] = []
        self._lengths: dict[str, list[int]] = {field: [] for field in FIELDS}
        # Document and frequency by turns: one array a word instead of two.
        self._words: dict[str, defaultdict[str, array[int]]] = {
            field: defaultdict(lambda: array("I")) for field in FIELDS}

    @property
    def documents(self) -> int:
        """How many documents were added."""
        return len(self._rows)

    def add(self, row: int, words: Mapping[str, Iterable[str]]) -> None:
        """Take a document in: its row in the exact index, and the words of each field."""
        number = len(self._rows)
        self._rows.append(row)
        for field in FIELDS:
            counts = Counter(words[field])
            of_field = self._words[field]
            for word, frequency in counts.items():
                of_field[word].extend((number, frequency))
            self._lengths[field].append(counts.total())
            self.postings += len(counts)

    def write(self) -> W3Segment:
        """Write what was added as a segment; it counts once a table of contents names it."""
        def terms(field: str) -> Iterator[tuple[bytes, Postings]]:
            for word, mixed in sorted((word.encode(), mixed) for word, mixed in self._words[field].items()):
                yield word, (mixed[::2], mixed[1::2])

        return _write(self._storage, self._schema, self._rows, self._lengths, terms)


def merge(storage: FileStorage, schema: Schema, segments: Iterable[W3Segment], live: set[int]) -> W3Segment:
    """Write several segments as one, without the rows that are no longer live."""
    sources = [SegmentPostings(storage, segment) for segment in segments]
    try:
        numbers: list[list[int | None]] = []
        rows: list[int] = []
        lengths: dict[str, list[int]] = {field: [] for field in FIELDS}
        for source in sources:
            kept = [number for number, row in enumerate(source.rows) if row in live]
            places: list[int | None] = [None] * len(source.rows)
            for number in kept:
                places[number] = len(rows)
                rows.append(source.rows[number])
            numbers.append(places)
            for field in FIELDS:
                of_source = source.lengths(field)
                lengths[field].extend(of_source[number] for number in kept)

        def terms(field: str) -> Iterator[tuple[bytes, Postings]]:
            streams = [_stream(source, places, field) for source, places in zip(sources, numbers, strict=True)]
            for word, parts in groupby(heapq.merge(*streams, key=itemgetter(0)), key=itemgetter(0)):
                documents, frequencies = array("I"), array("I")
                for _, places, (old, counted) in parts:
                    renumbered = [places[number] for number in old]
                    if None in renumbered:
                        counted = array("I", (count for count, new in zip(counted, renumbered, strict=True)
                                              if new is not None))
                    documents.extend(new for new in renumbered if new is not None)
                    frequencies.extend(counted)
                if documents:
                    yield word, (documents, frequencies)

        return _write(storage, schema, rows, lengths, terms)
    finally:
        for source in sources:
            source.close()


def _stream(source: SegmentPostings, places: list[int | None], field: str) -> Iterator[
        tuple[bytes, list[int | None], Postings]]:
    for word, postings in source.terms(field):
        yield word, places, postings


def _write(storage: FileStorage, schema: Schema, rows: list[int], lengths: Mapping[str, list[int]],
           terms: Callable[[str], Iterator[tuple[bytes, Postings]]]) -> W3Segment:
    codec = WordsCodec()
    segment = codec.new_segment(storage, NAME)
    documents: Any = codec.per_document_writer(storage, segment)
    column = schema[ROW].column_type
    for number, row in enumerate(rows):
        documents.start_doc(number)
        for field in FIELDS:
            documents.add_field(field, schema[field], None, lengths[field][number])
        documents.add_column_value(ROW, column, row)
        documents.finish_doc()
    documents.close()
    segment.set_doc_count(len(rows))
    lists: Any = codec.field_writer(storage, segment)
    for field in FIELDS:
        lists.start_field(field, schema[field])
        for word, (numbers, frequencies) in terms(field):
            lists.start_term(word)
            lists._postwriter.add_postings(numbers, frequencies)
            lists.finish_term()
        lists.finish_field()
    lists.close()
    return segment
