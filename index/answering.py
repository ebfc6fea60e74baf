"""Which rows answer a question, and in which rank: sets of rows, put together as the tree says.

What answers is defined by `reader.searching.scanning`, which reads every text; here the exact index finds the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, overload

from index import exact
from index.cutting import pieces_of
from reader.model.job import JobContext
from reader.model.search import Match, ScoredDocument, SearchQuery
from reader.searching.folding import fold
from reader.searching.matching import (
    LONGEST_CUT,
    WILD_REACH,
    Needle,
    Subject,
    literal,
    near_places,
    needle,
    needles,
    pieces,
)
from reader.searching.numbers import typed_number
from reader.searching.query import (
    OUTSIDE,
    And,
    Field,
    FieldRange,
    FieldTerm,
    Near,
    Node,
    Not,
    Or,
    Question,
    Term,
    asks_exactly,
    free_terms,
    leaves,
)
from reader.searching.scanning import LITERAL, NUMBER, SPELLED, WHOLE, WORDS, Given, Reach

if TYPE_CHECKING:
    from index.reading import Reading

TITLE = 200.0
"""What lifts a document above others of its rank when its title holds all the strings. With the most that words add
(`index.words.ranking.MOST`) it is less than what keeps ranks apart."""
EXACT_WHOLE = 1_000.0
CLOSER = 1_000.0

Rows = set[int]


class Answering:
    """Works out the answer to one question on one snapshot of the index."""

    def __init__(self, reading: Reading, question: Question, query: SearchQuery, given: Given,
                 job: JobContext) -> None:
        self._reading = reading
        self._connection = reading.connection
        self._question = question
        self._strict = query.strict
        self._filters = query.filters
        self._given = given
        self._job = job
        self._number = typed_number(question.literal) if not query.strict else None
        self._live: Rows = set(reading.id_of)
        self._known: dict[Needle, Rows] = {}
        self._in_titles: dict[Needle, Rows] = {}
        self._found: dict[int, tuple[Match, float]] = {}

    def found(self) -> dict[int, tuple[Match, float]]:
        """The rows that answer, each with why and with its rank."""
        within = exact.rows_within(self._connection, self._filters)
        live = self._live if within is None else self._live & within
        root, found = self._question.root, self._found
        whole = literal(self._question, strict=self._strict)
        literally = self._with(whole[0]) & live if whole else set()
        if root is not None:
            self._take(self.rows(root, Reach.WORDS) & live, Match.WORDS, WORDS)
            self._take(self._with_any(whole[1:]) & live, Match.WORDS, SPELLED)
            # Where texts hold the whole string, operators and all, it was copied from one: no operators were meant.
            exactly = asks_exactly(self._question) and not literally
            self._take(self.rows(root, Reach.TEXT) & live, Match.EXACT if exactly else Match.WORDS,
                       WHOLE + (EXACT_WHOLE if exactly else 0.0))
        if whole:
            self._take(literally, Match.EXACT, LITERAL)
            number = self._number
            for row, closeness in exact.rows_with_number(self._connection, number).items() if number else ():
                if row in live:
                    found[row] = (Match.EXACT, NUMBER + CLOSER * closeness)
        return found

    def _take(self, rows: Rows, match: Match, score: float) -> None:
        self._found.update(dict.fromkeys(rows, (match, score)))

    def by_title(self) -> Rows:
        """The rows found whose title holds all the strings sought."""
        wanted = [one for one in (needle(text, strict=False) for text in self.ranking_texts()) if one is not None]
        return set.intersection(*map(self._titles, wanted)) & self._found.keys() if wanted else set()

    def ranking_texts(self) -> tuple[str, ...]:
        """The folded strings whose words tell what is sought."""
        if self._number is not None and self._number.year is not None:
            return ()  # digits tell nothing by themselves
        free = [fold(term.text) for term in free_terms(self._question)]
        confined = [fold(leaf.text) for leaf, negative in leaves(self._question.root) if not negative
                    and isinstance(leaf, FieldTerm) and leaf.field in (Field.TITLE, Field.HEADING, Field.ISSUER)]
        return tuple(dict.fromkeys(text.strip()[:LONGEST_CUT] for text in free + confined if text.strip()))

    # The tree

    def rows(self, node: Node, reach: Reach) -> Rows:
        """The rows for which a tree holds."""
        self._job.check_cancelled()
        match node:
            case And(parts):
                return self._all(parts, reach)
            case Or(parts):
                return set().union(*(self.rows(part, reach) for part in parts))
            case Not(part):
                return self._live - self.rows(part, Reach.TITLE)
            case Near():
                return self._near(node)
            case FieldRange():
                return exact.rows_in_range(self._connection, node)
            case FieldTerm():
                return self._in_field(node)
            case Term():
                return self._term(node, reach)

    def _all(self, parts: Sequence[Node], reach: Reach) -> Rows:
        result: Rows | None = None
        for part in parts:
            rows = self.rows(part, reach)
            result = rows if result is None else result & rows
            if not result:
                return set()
        return result or set()

    def _term(self, term: Term, reach: Reach) -> Rows:
        forms = needles(term, strict=self._strict)
        if not forms:
            return set()
        others = forms[1:] if reach is Reach.WORDS else ()
        rows = self._with(forms[0]) | self._with_any(others)
        if reach is not Reach.TEXT and not term.quoted:
            rows = rows.union(*map(self._titles, (forms[0], *others)))
        instead = pieces(term, forms, self._cut) if reach is Reach.WORDS else ()
        if instead:
            found, sure = exact.rows_with_all(self._connection, [piece.parts[0] for piece in instead])
            if not sure or self._strict:
                found = self._verified(found, lambda subject: all(map(subject.holds, instead)))
            rows |= found
        return rows

    def _cut(self, string: str) -> tuple[str, ...]:
        return pieces_of(self._reading.words(string))

    def _in_field(self, term: FieldTerm) -> Rows:
        if term.field in OUTSIDE:
            row_of = self._reading.row_of
            return {row_of[one] for one in self._given.get(term, ()) if one in row_of}
        rows: Rows = set()
        if term.field is Field.NUMBER and (typed := typed_number(term.text)):
            rows |= set(exact.rows_with_number(self._connection, typed))
        for form in needles(term, strict=self._strict):
            rows |= self._with_in_field(form, term.field)
        return rows

    def _with_in_field(self, form: Needle, field: Field) -> Rows:
        """The rows of which a field holds a string."""
        rows = set.intersection(*(exact.rows_with_field(self._connection, field, fold(part)) for part in form.parts))
        if form.plain is not None and not form.strict:
            return rows
        return {row for row in rows & self._live
                if Subject(exact.field_text(self._connection, row, field), strict=form.strict).holds(form)}

    # Strings

    def _with(self, sought: Needle) -> Rows:
        """The rows whose text holds a string."""
        if sought not in self._known:
            if len(sought.parts) > 1:
                rows, sure = exact.rows_with_near(self._connection, sought.parts, sought.reach)[0], False
            else:
                rows, sure = exact.rows_with(self._connection, sought.parts[0])
            if not sure or sought.strict:
                rows = self._verified(rows, lambda subject: subject.holds(sought))
            self._known[sought] = rows
        return self._known[sought]

    def _with_any(self, others: Sequence[Needle]) -> Rows:
        """The rows whose text holds one of the other spellings of a string."""
        plain = [other.plain for other in others if other.plain is not None]
        patterns = [self._with(other) for other in others if other.plain is None]
        return exact.rows_with_any(self._connection, plain).union(*patterns)

    def _titles(self, sought: Needle) -> Rows:
        """The rows whose title holds a string."""
        if sought not in self._in_titles:
            self._in_titles[sought] = self._with_in_field(sought, Field.TITLE)
        return self._in_titles[sought]

    def _near(self, near: Near) -> Rows:
        sought = [needle(term.text, strict=self._strict, wild=not term.quoted) for term in near.terms]
        if None in sought:
            return set()
        parts = [part for one in sought if one is not None for part in one.parts]
        wild = len(parts) - len(sought)
        distance = near.distance + wild * (WILD_REACH + max(map(len, parts)))
        rows, sure = exact.rows_with_near(self._connection, parts, distance)
        if sure and not wild and not self._strict:
            return rows
        return self._verified(rows, lambda subject: bool(near_places(near, subject)))

    def _verified(self, rows: Rows, holds: Callable[[Subject], bool]) -> Rows:
        """The rows whose stored text passes a test."""
        kept: Rows = set()
        for row in rows & self._live:
            self._job.check_cancelled()
            text = self._reading.text_of(self._reading.id_of[row])
            if text is not None and holds(Subject(text, strict=self._strict)):
                kept.add(row)
        return kept


class Ranked(Sequence[ScoredDocument]):
    """The answer in order; its documents are made when they are looked at."""

    def __init__(self, latest_first: Sequence[int], found: Mapping[int, tuple[Match, float]],
                 scores: Mapping[int, float], id_of: Mapping[int, str]) -> None:
        """`found`: why and in which rank; `scores`: what orders the rows of a rank."""
        self._found = found
        self._id_of = id_of
        added = scores.get
        self._scores = {row: rank + added(row, 0.0) for row, (_, rank) in found.items()}
        self._rows = [row for row in latest_first if row in found]
        # Stable: among equals the newest stays first.
        self._rows.sort(key=self._scores.__getitem__, reverse=True)

    def __len__(self) -> int:
        return len(self._rows)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def _made(self, row: int) -> ScoredDocument:
        return ScoredDocument(self._id_of[row], self._found[row][0], self._scores[row])

    @overload
    def __getitem__(self, place: int) -> ScoredDocument: ...
    @overload
    def __getitem__(self, place: slice) -> list[ScoredDocument]: ...
    def __getitem__(self, place: int | slice) -> ScoredDocument | list[ScoredDocument]:
        if isinstance(place, slice):
            return [self._made(row) for row in self._rows[place]]
        return self._made(self._rows[place])

    def __iter__(self) -> Iterator[ScoredDocument]:
        return (self._made(row) for row in self._rows)
