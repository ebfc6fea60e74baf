"""The search engine: FTS5 pairs say where a string is written, whoosh words what a document is about.

The exact index decides what answers a question and is always right by itself; the word index only ranks. The word index
is committed first, then the exact one: a commit that was cut short leaves at most words of rows that nobody knows.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index import exact
from index.cutting import fingerprint, pieces_of
from reader.model.errors import UserError
from reader.model.job import JobContext, SilentJob
from reader.model.search import IndexedDocument, ScoredDocument, SearchQuery, TextOf

# The rest is loaded by the first question or the first document: importing this module costs a start next to nothing.
if TYPE_CHECKING:
    from index.query_words import QuestionWords
    from index.reading import Reading
    from index.words.process import WordsWriter
    from reader.searching.scanning import Given

EXACT_FILE = "exact.db"
WORDS_FOLDER = "words"

WASTE, LITTLE = 3, 3_000
"""Rows in the exact index, to documents held, beyond which it is written anew; and rows that do not matter."""

Answer = TypeVar("Answer")

_LOG = logging.getLogger(__name__)


def open_engine(folder: Path, text_of: TextOf, cache: Path | None = None) -> Engine:
    """The engine of a library; nothing is read or made yet.

    Args:
        folder: where the index lies or will lie.
        text_of: the stored text of a document by its id, from any thread.
        cache: the user's cache folder; for tests.
    """
    return Engine(folder, text_of, cache)


class Engine:
    """`SearchEngine` on FTS5 and whoosh. Writing verbs by one thread at a time, reading verbs by any number.

    An index that cannot be read holds nothing: `ids` says so, `check` tells why, and reading all texts
    (`reader.searching.scanning`) answers until it is rebuilt.
    """

    def __init__(self, folder: Path, text_of: TextOf, cache: Path | None) -> None:
        self._folder = folder
        self._text_of = text_of
        self._named_cache = cache
        self._readings = threading.local()
        self._all_readings: list[Reading] = []
        self._guard = threading.Lock()
        self._words_of_question: QuestionWords | None = None
        self._writer: sqlite3.Connection | None = None
        self._words: WordsWriter | None = None
        self._next_row = 0

    # Writing

    def add(self, documents: Iterable[IndexedDocument]) -> None:
        """Take documents in, replacing those of the same id. Visible after `commit`.

        Raises:
            UserError: disk.full, index.read_only.
        """
        for document in documents:
            connection = self._begun()
            with self._worded():
                exact.delete(connection, document.id)
                row = self._next_row
                self._next_row += 1
                self._hand_to_words(row, document)
                exact.insert(connection, row, document)

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Visible after `commit`."""
        for document_id in ids:
            connection = self._begun()
            with self._worded():
                exact.delete(connection, document_id)

    def commit(self) -> None:
        """Make all that was added and removed visible and durable."""
        connection = self._writer
        if connection is None or not connection.in_transaction:
            return
        with self._worded():
            live = {row for (row,) in connection.execute("SELECT row FROM documents")}
            self._commit_words(live)
            exact.set_state(connection, "next_row", self._next_row)
            exact.set_state(connection, "dictionary", fingerprint())
            gone = int(exact.state(connection, "rows_gone") or 0)
            if self._next_row - gone > len(live) * WASTE + LITTLE:
                exact.rebuild(connection, self._text_of)
                exact.set_state(connection, "rows_gone", self._next_row - len(live))
            connection.execute("COMMIT")

    def _commit_words(self, live: set[int]) -> None:
        from index.words.process import WriterGone

        if self._words is None:
            return
        try:
            self._words.commit(live)
        except WriterGone as fault:
            self._lose_words(fault)

    def rollback(self) -> None:
        """Drop what was added and removed since the last commit."""
        if self._writer is not None and self._writer.in_transaction:
            self._writer.execute("ROLLBACK")
        if self._words is not None:
            from index.words.process import WriterGone

            try:
                self._words.rollback()
            except WriterGone as fault:
                self._lose_words(fault)

    def clear(self) -> None:
        """Forget everything: the first step of a rebuild. Takes effect at once."""
        self._close_writer()
        self._close_readings()
        with self._worded():
            for suffix in ("", "-wal", "-shm"):
                self._path.with_name(EXACT_FILE + suffix).unlink(missing_ok=True)
            words = self._folder / WORDS_FOLDER
            if words.is_dir():
                for path in words.iterdir():
                    if path.is_file():
                        path.unlink()

    # Reading

    def query(self, query: SearchQuery, given: Given | None = None,
              job: JobContext | None = None) -> Sequence[ScoredDocument]:
        """All documents that answer a query, best first (`SearchEngine.query`).

        Args:
            given: documents for its tag, note and style terms (`reader.searching.query.outside_terms`); a term without
                an entry holds for none.
            job: is asked now and then whether the answer is still wanted.

        Raises:
            UserError: `search.syntax`. Cancelled: `job` said so.
        """
        from reader.searching.parsing import parse

        question = parse(query.text)
        return self._read(lambda reading: reading.answer(question, query, given or {}, job or SilentJob()), ())

    def places(self, query: SearchQuery, text: str) -> tuple[tuple[int, int], ...]:
        """Where the strings and words of the query stand in a text: ascending, not overlapping."""
        from reader.searching.matching import question_places
        from reader.searching.parsing import parse

        return question_places(parse(query.text), text, self.pieces, strict=query.strict)

    def pieces(self, string: str) -> tuple[str, ...]:
        """The words that a document must hold instead of a whole folded string."""
        return pieces_of(self._question_words(string))

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text in order, without gaps."""
        return tuple(self._question_words(text))

    def suggest(self, query: SearchQuery) -> tuple[str, ...]:
        """Like queries for one whose words do not occur (您是不是要找)."""
        from index.suggesting import suggestions
        from reader.searching.parsing import parse

        question = parse(query.text)
        return self._read(lambda reading: suggestions(reading, question, query.text), ())

    def ids(self) -> frozenset[str]:
        """The documents the index holds, words and all; none when it cannot be read."""
        return self._read(lambda reading: frozenset(reading.whole_ids()), frozenset())

    def count(self) -> int:
        """How many documents the index holds; 0 when it cannot be read."""
        return self._read(lambda reading: reading.count(), 0)

    def check(self, thorough: bool = True) -> tuple[str, ...]:
        """What is wrong with the index, as codes (`index.checking.faults`); empty when all is well.

        Args:
            thorough: read the whole file too (a second for 1,000 issues); without it only what shows at opening.
        """
        from index.checking import faults

        if not self._path.exists():
            return ()
        try:
            with self._reading().snapshot() as reading:
                return faults(reading, self._text_of, thorough=thorough)
        except exact.OtherFormat:
            return ("index.outdated",)
        except sqlite3.DatabaseError:
            return ("index.damaged",)

    def close(self) -> None:
        """Let go of files and processes."""
        self._close_writer()
        self._close_readings()
        if self._words_of_question is not None:
            self._words_of_question.close()

    # Parts

    @property
    def _path(self) -> Path:
        return self._folder / EXACT_FILE

    @property
    def _cache(self) -> Path:
        if self._named_cache is None:
            from platformdirs import user_cache_path

            self._named_cache = user_cache_path("dibao", appauthor=False)
        return self._named_cache

    def _question_words(self, text: str) -> list[str]:
        from index.query_words import QuestionWords

        with self._guard:
            if self._words_of_question is None:
                self._words_of_question = QuestionWords(self._cache)
        return self._words_of_question(text)

    @contextmanager
    def _worded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as fault:
            raise _of_writing(fault, self._path) from fault
        except OSError as fault:
            import errno

            codes = {errno.ENOSPC: "disk.full", errno.EDQUOT: "disk.full", errno.EFBIG: "disk.full",
                     errno.EROFS: "index.read_only", errno.EACCES: "index.read_only", errno.EPERM: "index.read_only"}
            if fault.errno not in codes:
                raise
            raise UserError(codes[fault.errno], path=str(self._folder)) from fault

    def _begun(self) -> sqlite3.Connection:
        """The writing connection, in a transaction, with the writer of words ready."""
        with self._worded():
            if self._writer is None:
                self._writer = self._opened_to_write()
            if not self._writer.in_transaction:
                self._writer.execute("BEGIN IMMEDIATE")
                if self._words is None or not self._words.at_hand:
                    self._start_words()
                held = exact.state(self._writer, "next_row")
                self._next_row = max(int(held or 1), self._highest_word_row() + 1)
        return self._writer

    def _opened_to_write(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        connection = self._connected()
        if connection is None:
            # Derived data that nobody can read: made anew; `ids` then lacks what must be added again.
            self.clear()
            self._folder.mkdir(parents=True, exist_ok=True)
            connection = exact.connect(self._path, write=True)
            connection.execute("BEGIN IMMEDIATE")
            exact.create(connection)
            connection.execute("COMMIT")
        exact.prepare_to_write(connection)
        return connection

    def _connected(self) -> sqlite3.Connection | None:
        if not self._path.exists():
            return None
        connection = None
        try:
            connection = exact.connect(self._path, write=True)
            if exact.state(connection, "format") == exact.FORMAT:
                return connection
        except sqlite3.OperationalError as fault:
            if "no such table" not in str(fault):
                raise
        except sqlite3.DatabaseError:
            _LOG.exception("the exact index cannot be read and is made anew")
        if connection is not None:
            connection.close()
        return None

    def _start_words(self) -> None:
        from index.words.process import WordsWriter
        from index.words.trust import user_key

        self._end_words()
        try:
            self._words = WordsWriter(self._folder / WORDS_FOLDER, user_key(self._cache), self._cache)
        except OSError:
            _LOG.exception("no key for the word index can be kept in the cache folder: exact search alone")

    def _highest_word_row(self) -> int:
        from index.words.process import WriterGone

        if self._words is None:
            return 0
        try:
            return self._words.highest_row()
        except WriterGone as fault:
            self._lose_words(fault)
            return 0

    def _hand_to_words(self, row: int, document: IndexedDocument) -> None:
        from index.words.process import WriterGone

        if self._words is not None:
            try:
                self._words.add(row, document)
            except WriterGone as fault:
                self._lose_words(fault)

    def _lose_words(self, fault: Exception) -> None:
        """Go on without the word index: exact search stays right, and `ids` lacks the documents without words."""
        _LOG.error("the writer of words is gone; documents since the last commit are not ranked", exc_info=fault)
        self._end_words()

    def _end_words(self) -> None:
        if self._words is not None:
            self._words.close()
            self._words = None

    def _close_writer(self) -> None:
        if self._writer is not None:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
            self._writer.close()
            self._writer = None
        self._end_words()

    def _read(self, work: Callable[[Reading], Answer], nothing: Answer) -> Answer:
        """Work on this thread's readers, on the latest commit; `nothing` while there is no index that can be read: then
        `check` tells, and who asks reads the stored texts."""
        if not self._path.exists():
            return nothing
        try:
            with self._reading().snapshot() as reading:
                return work(reading)
        except (exact.OtherFormat, sqlite3.DatabaseError):
            _LOG.exception("the exact index cannot be read")
            return nothing

    def _reading(self) -> Reading:
        from index.reading import Reading

        reading: Reading | None = getattr(self._readings, "own", None)
        if reading is None or reading.closed:
            reading = Reading(self._path, self._folder / WORDS_FOLDER, lambda: self._cache, self._text_of,
                              self._question_words)
            self._readings.own = reading
            with self._guard:
                self._all_readings.append(reading)
        return reading

    def _close_readings(self) -> None:
        with self._guard:
            for reading in self._all_readings:
                reading.close()
            self._all_readings.clear()


# Primary result codes, the low byte of the extended ones: https://www.sqlite.org/rescode.html
_PRIMARY = {sqlite3.SQLITE_FULL: "disk.full", sqlite3.SQLITE_READONLY: "index.read_only",
            sqlite3.SQLITE_CANTOPEN: "index.read_only", sqlite3.SQLITE_BUSY: "library.in_use"}


def _of_writing(fault: sqlite3.OperationalError, path: Path) -> Exception:
    """A fault of SQLite while writing, in the user's terms where there are any."""
    number: int = getattr(fault, "sqlite_errorcode", 0)
    code = "disk.full" if number == sqlite3.SQLITE_IOERR_WRITE else _PRIMARY.get(number & 0xFF)
    return UserError(code, path=str(path)) if code else fault
