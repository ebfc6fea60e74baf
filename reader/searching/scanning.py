"""Answer a search question by reading every text: what search falls back on while there is no index, and what tests
hold the index against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from reader.model.job import JobContext
from reader.model.search import Filters, IndexedDocument, Match, ScoredDocument, SearchQuery
from reader.searching.folding import fold
from reader.searching.matching import Cut, Subject, literal, near_places, needles, pieces
from reader.searching.numbers import TypedNumber, typed_number
from reader.searching.parsing import parse
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
)

Given = Mapping[FieldTerm, frozenset[str]]
"""For each tag, note or style term the documents it holds for."""

LITERAL, NUMBER, WHOLE, SPELLED, WORDS = 4000.0, 8000.0, 2000.0, 1000.0, 0.0
"""What lifts an answer above others: it holds the whole string; it is the number asked for; it holds all words as
wholes; it holds the whole string in another spelling (a date in Chinese digits); it holds the words."""


def no_pieces(_: str) -> tuple[str, ...]:
    """Cuts nothing: terms are looked for as wholes alone."""
    return ()


def scan(query: SearchQuery, documents: Iterable[IndexedDocument], cut: Cut = no_pieces,
         given: Given | None = None, job: JobContext | None = None) -> list[ScoredDocument]:
    """All documents that answer a query, best first: as `SearchEngine.query`, by reading every text.

    Args:
        documents: what the library holds, one at a time.
        cut: cuts a term into words; without it terms are looked for as wholes.
        given: documents for the tag, note and style terms; a term without an entry holds for none.

        job: is asked before each document whether the answer is still wanted.

    Raises:
        UserError: `search.syntax`. Cancelled: `job` said so.
    """
    question = parse(query.text)
    asked = _Asked(question, query, cut, given or {}, typed_number(question.literal) if not query.strict else None)
    answers: list[ScoredDocument] = []
    for document in documents:
        if job is not None:
            job.check_cancelled()
        if passes(query.filters, document):
            answers.extend(_answer(asked, document))
    if any(LITERAL <= answer.score < NUMBER for answer in answers):
        # Where texts hold the whole string, operators and all, it was copied from one: no operators were meant.
        answers = [replace(answer, match=Match.WORDS, score=WHOLE) if WHOLE < answer.score < LITERAL else answer
                   for answer in answers]
    return sorted(answers, key=lambda answer: answer.score, reverse=True)


class Reach(Enum):
    """How far a bare term reaches."""

    TEXT = "text"  # the whole string in the text
    TITLE = "title"  # or in the title
    WORDS = "words"  # or its other spellings in either, or its pieces in the text


@dataclass(frozen=True, slots=True)
class _Asked:
    question: Question
    query: SearchQuery
    cut: Cut
    given: Given
    number: TypedNumber | None


def _answer(asked: _Asked, document: IndexedDocument) -> Iterator[ScoredDocument]:
    question, strict = asked.question, asked.query.strict
    subject = Subject(document.text, strict=strict)
    close = asked.number.closeness(typed_number(document.number)) if asked.number else 0
    whole = literal(question, strict=strict)
    if close:
        yield ScoredDocument(document.id, Match.EXACT, NUMBER + close)
    elif whole and subject.holds(whole[0]):
        yield ScoredDocument(document.id, Match.EXACT, LITERAL)
    elif question.root is not None and holds(question.root, document, subject, asked, Reach.TEXT):
        match = Match.EXACT if asks_exactly(question) else Match.WORDS
        yield ScoredDocument(document.id, match, WHOLE + (1000.0 if match is Match.EXACT else 0.0))
    elif question.root is not None and any(subject.holds(other) for other in whole[1:]):
        yield ScoredDocument(document.id, Match.WORDS, SPELLED)
    elif question.root is not None and holds(question.root, document, subject, asked, Reach.WORDS):
        yield ScoredDocument(document.id, Match.WORDS, WORDS)


def holds(node: Node, document: IndexedDocument, subject: Subject, asked: _Asked, reach: Reach) -> bool:
    """Whether a tree holds for a document. What is excluded is so by whole strings alone, never by pieces."""
    match node:
        case And(parts):
            return all(holds(part, document, subject, asked, reach) for part in parts)
        case Or(parts):
            return any(holds(part, document, subject, asked, reach) for part in parts)
        case Not(part):
            return not holds(part, document, subject, asked, Reach.TITLE)
        case Near():
            return bool(near_places(node, subject))
        case FieldRange(field, first, last):
            return within(_value(document, field), first, last)
        case FieldTerm():
            return _field_holds(node, document, asked)
        case Term():
            return _term_holds(node, document, subject, asked, reach)


def _term_holds(term: Term, document: IndexedDocument, subject: Subject, asked: _Asked, reach: Reach) -> bool:
    strict = asked.query.strict
    forms = needles(term, strict=strict)
    if not forms:
        return False
    subjects = [subject]
    if reach is not Reach.TEXT and not term.quoted:
        subjects.append(Subject(document.title, strict=strict))
    if any(one.holds(form) for one in subjects for form in (forms if reach is Reach.WORDS else forms[:1])):
        return True
    instead = pieces(term, forms, asked.cut) if reach is Reach.WORDS else ()
    return bool(instead) and all(map(subject.holds, instead))


def _field_holds(term: FieldTerm, document: IndexedDocument, asked: _Asked) -> bool:
    if term.field in OUTSIDE:
        return document.id in asked.given.get(term, frozenset())
    strict = asked.query.strict
    if term.field is Field.NUMBER:
        typed = typed_number(term.text)
        own = typed_number(document.number)
        if typed and typed.closeness(own):
            return True
    subject = Subject(field_text(document, term.field), strict=strict)
    return any(subject.holds(form) for form in needles(term, strict=strict))


def field_text(document: IndexedDocument, field: Field) -> str:
    """The text of a field that is looked into by strings."""
    return {Field.TITLE: document.title, Field.NUMBER: document.number, Field.ISSUER: document.issuer,
            Field.HEADING: document.headings, Field.KIND: document.kind, Field.SECTION: document.section,
            Field.PUBLISHER: document.publisher}[field]


def _value(document: IndexedDocument, field: Field) -> int | str | None:
    return {Field.YEAR: document.year, Field.ISSUE: document.issue_number, Field.DATE: document.date or None}[field]


def within(value: int | str | None, first: str | None, last: str | None) -> bool:
    """Whether a year, issue number or ISO date lies in a range, inclusive; ends of dates may be prefixes (2021-03)."""
    if value is None:
        return False
    if isinstance(value, int):
        return (first is None or value >= int(first)) and (last is None or value <= int(last))
    return (first is None or value >= first) and (last is None or value[:len(last)] <= last)


def passes(filters: Filters, document: IndexedDocument) -> bool:
    """Whether a document is within the filters; tags and styles are the caller's."""
    chosen = ((filters.publishers, document.publisher), (filters.sections, document.section),
              (filters.kinds, document.kind), (filters.numbers, document.issue_number))
    if any(wanted and value not in wanted for wanted, value in chosen):
        return False
    if filters.issuers and not any(fold(issuer) in fold(document.issuer) for issuer in filters.issuers):
        return False
    years, dates = filters.years, filters.dates
    if years != (None, None) and not within(document.year, *(None if end is None else str(end) for end in years)):
        return False
    return dates == (None, None) or within(document.date or None, *dates)
