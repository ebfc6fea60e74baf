"""The folder of the word index: generations that appear whole or not at all, and are opened only when vouched for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from whoosh.codec.whoosh3 import W3Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, clean_files

from index.words import trust
from index.words.generations import NAME, contents_file, latest_generation
from index.words.reading import SegmentPostings
from index.words.schema import schema
from index.words.segments import SegmentBuilder, merge

FULL_SEGMENT = 3_000_000
"""Postings after which words in memory are written out: about 100 MB of memory."""

MERGED_AT_ONCE = 8
"""Segments of like size before they are made one."""

LARGEST_MERGED = 12_000
"""Documents in segments that are still merged: larger ones are left alone."""


class WordsFolder:
    """Writes generations of the word index. One writer at a time; the library's lock sees to that."""

    def __init__(self, folder: Path, key: bytes) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._key = key
        self._storage = FileStorage(str(folder))
        self._schema = schema()
        opened = open_contents(folder, key)
        if opened is None:
            # Nothing there, or nothing of ours: no file of it is opened.
            for path in folder.iterdir():
                if path.is_file():
                    path.unlink()
            self._segments: list[W3Segment] = []
            self._generation = 0
            self._entries: dict[str, list[object]] = {}
        else:
            self._segments, self._generation, self._entries = list(opened.toc.segments), opened.generation, opened.files
            clean_files(self._storage, NAME, self._generation, self._segments)
        self._committed = tuple(self._segments)
        self._builder = SegmentBuilder(self._storage, self._schema)

    def highest_row(self) -> int:
        """The greatest row ever written and still there, 0 for none."""
        highest = 0
        for segment in self._segments:
            postings = SegmentPostings(self._storage, segment)
            highest = max(highest, *postings.rows)
            postings.close()
        return highest

    def add(self, row: int, words: Mapping[str, Iterable[str]]) -> None:
        """Take a document in."""
        self._builder.add(row, words)
        if self._builder.postings >= FULL_SEGMENT:
            self._write_out()

    def commit(self, live: set[int]) -> int:
        """Make what was added a new generation, on the disk for good; tells how many rows it holds in all.

        Args:
            live: the rows that still count; others are left out where segments are merged.

        Raises:
            RuntimeError: what was written is not what can be read.
        """
        self._write_out()
        self._merge(live)
        generation = self._generation + 1
        expected = sum(int(segment.doc_count_all()) for segment in self._segments)
        names = [path.name for path in self._folder.iterdir()
                 if any(path.name.startswith(f"{segment.segment_id()}.") for segment in self._segments)]
        TOC(self._schema, self._segments, generation).write(self._storage, NAME)
        trust.vouch(self._folder, generation, [*names, contents_file(generation)], self._key, self._entries)
        opened = open_contents(self._folder, self._key)
        if opened is None or opened.generation != generation or opened.documents != expected:
            raise RuntimeError("the word index does not hold what was written to it")
        self._generation, self._entries, self._committed = generation, opened.files, tuple(self._segments)
        clean_files(self._storage, NAME, generation, self._segments)
        trust.forget_others(self._folder, generation)
        return expected

    def rollback(self) -> None:
        """Drop what was added since the last commit; its files go with the next one."""
        self._segments = list(self._committed)
        self._builder = SegmentBuilder(self._storage, self._schema)

    def _write_out(self) -> None:
        if self._builder.documents:
            self._segments.append(self._builder.write())
            self._builder = SegmentBuilder(self._storage, self._schema)

    def _merge(self, live: set[int]) -> None:
        """Make segments of like size one, so that there are few whatever the size of commits."""
        size = 1
        while size <= LARGEST_MERGED:
            alike = [segment for segment in self._segments
                     if segment.doc_count_all() < size * MERGED_AT_ONCE and segment.doc_count_all() <= LARGEST_MERGED]
            if len(alike) >= MERGED_AT_ONCE:
                merged = merge(self._storage, self._schema, alike, live)
                self._segments = [segment for segment in self._segments if segment not in alike]
                if merged.doc_count_all():
                    self._segments.append(merged)
            size *= MERGED_AT_ONCE


class Opened:
    """A generation that may be read."""

    def __init__(self, toc: TOC, generation: int, files: dict[str, list[object]]) -> None:
        self.toc = toc
        self.generation = generation
        self.files = files

    @property
    def documents(self) -> int:
        """How many documents its segments hold."""
        return sum(segment.doc_count_all() for segment in self.toc.segments)


def open_contents(folder: Path, key: bytes) -> Opened | None:
    """The latest generation that is vouched for; None where there is none. A generation without its list was never
    finished; the one before it is still whole."""
    for _ in range(10):
        generation = latest_generation(folder)
        for candidate in range(generation, max(generation - 2, 0), -1):
            files = trust.vouched(folder, candidate, key)
            if files is not None and contents_file(candidate) in files:
                return Opened(TOC.read(FileStorage(str(folder)), NAME, gen=candidate), candidate, files)
        if latest_generation(folder) == generation:
            return None
        # A writer has just made a newer generation and taken this one away.
    return None
