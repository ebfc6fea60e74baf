"""Questions to the library and what comes back. Ranges are code points, half-open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from reader.model.job import JobContext


class Match(StrEnum):
    """Why a document is a hit."""

    EXACT = "exact"  # it contains the whole string
    WORDS = "words"  # it contains all the words
    NOTE = "note"  # an annotation on it does


@dataclass(frozen=True, slots=True)
class Filters:
    """Narrowing by facts; empty means any. Years are inclusive; dates are ISO prefixes, inclusive."""

    publishers: tuple[str, ...] = ()
    years: tuple[int | None, int | None] = (None, None)
    numbers: tuple[int, ...] = ()
    dates: tuple[str | None, str | None] = (None, None)
    sections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What the user typed, and where of the answer to begin and stop. `strict` folds nothing."""

    text: str
    limit: int = 50
    offset: int = 0
    filters: Filters = Filters()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that answers a query.

    Attributes:
        ranges: the places in the document's text, ascending.
        snippet: text around the telling place, one line.
        snippet_ranges: the matches inside the snippet.
        telling: which of the ranges that is: the first below the title, which is known anyway; else 0.
        annotation_id: for NOTE the annotation, else "".
    """

    document_id: str
    match: Match
    ranges: tuple[tuple[int, int], ...]
    snippet: str
    snippet_ranges: tuple[tuple[int, int], ...] = ()
    score: float = 0.0
    annotation_id: str = ""
    telling: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits of one page of an answer, and how many there are in all; `facets`: counts over the whole answer,
    by field (publisher, year, section, kind, tag) and value."""

    total: int
    hits: tuple[Hit, ...]
    took_ms: float
    facets: dict[str, dict[str, int]]
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexedDocument:
    """What the index is told of a document; `id` is opaque."""

    id: str
    text: str
    title: str = ""
    number: str = ""
    issuer: str = ""
    headings: str = ""
    publisher: str = ""
    year: int | None = None
    issue_number: int | None = None
    date: str = ""
    section: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ScoredDocument:
    """A document that matches a query, and how well (greater is better)."""

    id: str
    match: Match
    score: float


TextOf = Callable[[str], str | None]
"""The stored text of a document by its id; None when it is gone."""


class SearchEngine(Protocol):
    """The boundary behind which whoosh and FTS5 stand. Made and used by one writer thread or process; reading verbs may
    be called from other threads, each of which gets its own readers."""

    def add(self, documents: Iterable[IndexedDocument]) -> None:
        """Take documents in, replacing those of the same id. Visible after `commit`."""

    def remove(self, ids: Iterable[str]) -> None:
        """Forget documents. Visible after `commit`."""

    def commit(self) -> None:
        """Make all that was added and removed visible and durable."""

    def rollback(self) -> None:
        """Drop what was added and removed since the last commit."""

    def query(self, query: SearchQuery, given: Mapping[Any, frozenset[str]] | None = None,
              job: JobContext | None = None) -> Sequence[ScoredDocument]:
        """All documents that answer `query.text` and `query.filters` (tags and styles are the caller's), best first:
        exact ones before those that only hold the words. `limit` and `offset` are the caller's too.

        Args:
            given: for each tag, note or style term of the query (a `reader.searching.query.FieldTerm`) the documents it
                holds for: only annotations can tell. A term without an entry holds for none.
            job: is asked now and then whether the answer is still wanted.

        Raises:
            UserError: `search.syntax` when the query cannot be understood.
            Cancelled: `job` said so.
        """

    def places(self, query: SearchQuery, text: str) -> tuple[tuple[int, int], ...]:
        """Where the strings and words of the query stand in a text: ascending, not overlapping."""

    def pieces(self, string: str) -> tuple[str, ...]:
        """The words that a document must hold instead of a whole folded string."""

    def words(self, text: str) -> tuple[str, ...]:
        """The words of a text in order, without gaps."""

    def suggest(self, query: SearchQuery) -> tuple[str, ...]:
        """Like queries for one whose words do not occur (您是不是要找)."""

    def ids(self) -> frozenset[str]:
        """The documents the index holds."""

    def count(self) -> int:
        """How many documents the index holds."""

    def check(self, thorough: bool = True) -> tuple[str, ...]:
        """What is wrong with the index, as codes; empty when all is well. Not `thorough`: only what is quick to see."""

    def clear(self) -> None:
        """Forget everything: the first step of a rebuild."""

    def close(self) -> None:
        """Let go of files and processes."""
