"""One thread's view of the index: the exact index, the ranker, and what a question finds in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index import exact
from index.answering import TITLE, Answering, Ranked
from index.cutting import STOP
from index.words.generations import latest_stamp
from reader.model.job import JobContext
from reader.model.search import ScoredDocument, SearchQuery, TextOf
from reader.searching.query import Question
from reader.searching.scanning import Given

if TYPE_CHECKING:
    from index.words.ranking import Ranker


class Reading:
    """Readers of one thread. Everything but `snapshot` and `close` is to be used inside `snapshot`.

    Attributes:
        connection: to the exact index.
        text_of, words: the stored text of a document; the words of a folded string.
        id_of, row_of: documents held, by row and by id.
        latest_first: rows held, by date, newest first; undated ones last.
        closed: `close` was called.
    """

    def __init__(self, path: Path, words_folder: Path, cache: Callable[[], Path], text_of: TextOf,
                 words: Callable[[str], list[str]]) -> None:
        self.connection = exact.connect(path, write=False)
        self.text_of = text_of
        self.words = words
        self.closed = False
        self.id_of: dict[int, str] = {}
        self.row_of: dict[str, int] = {}
        self.latest_first: list[int] = []
        self._folder = words_folder
        self._cache = cache
        self._version: tuple[object, ...] | None = None
        self._last: tuple[object, Sequence[ScoredDocument]] | None = None
        self._ranker: Ranker | None = None
        self._tried: object = None

    @contextmanager
    def snapshot(self) -> Iterator[Self]:
        """One state of the exact index from beginning to end, whatever the writer does meanwhile.

        Raises:
            exact.OtherFormat: the index was made by another version of the program.
            sqlite3.DatabaseError: it cannot be read.
        """
        self.connection.execute("BEGIN")
        try:
            version = (self.connection.execute("PRAGMA data_version").fetchone()[0],
                       exact.state(self.connection, "next_row"))
            if version != self._version:
                if exact.state(self.connection, "format") != exact.FORMAT:
                    raise exact.OtherFormat
                self._load()
                self._version = version
            yield self
        finally:
            if self.connection.in_transaction:
                self.connection.execute("COMMIT")

    def _load(self) -> None:
        rows = self.connection.execute("SELECT row, id FROM documents ORDER BY date DESC, row").fetchall()
        self.latest_first = [row for row, _ in rows]
        self.id_of = dict(rows)
        self.row_of = {document_id: row for row, document_id in rows}

    def ranker(self) -> Ranker | None:
        """The word index as it now is; None when there is none that may be opened."""
        from index.words.ranking import Ranker
        from index.words.store import open_contents
        from index.words.trust import known_key

        latest = latest_stamp(self._folder)
        if latest != self._tried:
            if self._ranker is not None:
                self._ranker.close()
                self._ranker = None
            self._tried = latest
            key = known_key(self._cache()) if latest != -1 else None
            opened = open_contents(self._folder, key) if key is not None else None
            self._ranker = Ranker(self._folder, opened) if opened else None
        return self._ranker

    def answer(self, question: Question, query: SearchQuery, given: Given,
               job: JobContext) -> Sequence[ScoredDocument]:
        """All documents that answer, best first. The last answer is kept: its pages are asked for one by one."""
        asked = (question, query.filters, query.strict, dict(given), self._version, latest_stamp(self._folder))
        if self._last is None or self._last[0] != asked:
            self._last = asked, self._worked_out(question, query, given, job)
        return self._last[1]

    def _worked_out(self, question: Question, query: SearchQuery, given: Given,
                    job: JobContext) -> Sequence[ScoredDocument]:
        answering = Answering(self, question, query, given, job)
        found = answering.found()
        if not found:
            return ()
        job.check_cancelled()
        ranker = self.ranker()
        scores: dict[int, float] = {}
        if ranker is not None:
            words = (word for term in answering.ranking_texts() for word in self.words(term) if word not in STOP)
            scores = ranker.scores(words, found)
        for row in answering.by_title():
            scores[row] = scores.get(row, 0.0) + TITLE
        return Ranked(self.latest_first, found, scores, self.id_of)

    def count(self) -> int:
        """How many documents are held."""
        return len(self.id_of)

    def whole_ids(self) -> Iterable[str]:
        """The documents whose words are in the word index too."""
        ranker = self.ranker()
        rows = ranker.rows if ranker else set()
        return (document_id for row, document_id in self.id_of.items() if row in rows)

    def close(self) -> None:
        """Let go of the files."""
        self.closed = True
        self.connection.close()
        if self._ranker is not None:
            self._ranker.close()
