"""Where the strings of a search question stand in a text. Ranges are code points, half-open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reader.searching.dates import date_spellings
from reader.searching.folding import WHITE, fold
from reader.searching.numbers import BREADTH, TypedNumber, typed_number
from reader.searching.query import Field, FieldTerm, Near, Question, Term, leaves

Range = tuple[int, int]
Cut = Callable[[str], Sequence[str]]
"""Cuts a folded term into the pieces that a document must hold instead of the whole; none when it has no pieces."""

LONGEST_CUT, MOST_PIECES = 200, 40
"""Characters of a term that is cut into words, and words that may stand in its place; a pasted passage is sought as a
whole alone."""

WILD_REACH = 40
"""Characters of a paragraph that `*` inside a word may stand for, at most."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A string to find.

    Attributes:
        parts: its stretches between wild stars, folded unless strict; mostly one.
        strict: white space too must stand exactly as typed.
        number: the document number it is in any printed form; `parts` are its parts then.
    """

    parts: tuple[str, ...]
    strict: bool = False
    number: TypedNumber | None = None

    @property
    def plain(self) -> str | None:
        """The string itself when nothing in it is a pattern."""
        if len(self.parts) > 1 or (not self.strict and WHITE.search(self.parts[0])):
            return None
        return self.parts[0]

    @property
    def reach(self) -> int:
        """Characters from the end of each part to the start of the last, at most."""
        if self.number is not None:
            return BREADTH + sum(map(len, self.parts))
        return WILD_REACH * (len(self.parts) - 1) + sum(map(len, self.parts))

    def pattern(self) -> re.Pattern[str]:
        """The expression: white space stands for any white space, a star for some characters of a paragraph."""
        if self.number is not None:
            return self.number.pattern()
        between = rf"[^\n]{{0,{WILD_REACH}}}?"
        if self.strict:
            return re.compile(between.join(map(re.escape, self.parts)))
        return re.compile(between.join(r"\s+".join(map(re.escape, WHITE.split(part))) for part in self.parts))


def needle(text: str, *, strict: bool, wild: bool = False, edges: bool = False) -> Needle | None:
    """The needle for a string as typed; None when nothing is left of it. `edges`: white space at its ends counts."""
    if not strict:
        text = fold(text) if edges else fold(text).strip()
    parts = tuple(part for part in re.split(r"\*+", text) if part) if wild else (text,)
    return Needle(parts, strict) if parts and parts[0] else None


LONGEST_SPELLING = 40
"""Characters of another spelling that is tried."""


def needles(term: Term | FieldTerm, *, strict: bool) -> tuple[Needle, ...]:
    """A term and its other spellings (dates, document numbers), itself first; strict: only itself."""
    own = needle(term.text, strict=strict, wild=not term.quoted, edges=term.quoted and isinstance(term, Term))
    if own is None:
        return ()
    if strict or len(own.parts) > 1:
        return (own,)
    number = typed_number(term.text)
    if number and number.parts:
        return (own, Needle(number.parts, number=number))
    return (own, *(Needle((other,)) for other in date_spellings(own.parts[0]) if len(other) <= LONGEST_SPELLING))


def literal(question: Question, *, strict: bool) -> tuple[Needle, ...]:
    """The whole question as a string, and its other spellings; none where that makes no sense."""
    return needles(Term(question.literal, quoted=True), strict=strict) if question.literal else ()


class Subject:
    """A text to look in, folded when first needed."""

    def __init__(self, text: str, *, strict: bool = False) -> None:
        self.text = text
        self.strict = strict
        self._folded: str | None = text if strict else None

    @property
    def folded(self) -> str:
        """The text as strings are looked for in it."""
        if self._folded is None:
            self._folded = fold(self.text)
        return self._folded

    def places(self, sought: Needle) -> list[Range]:
        """Where a string stands, ascending and not overlapping."""
        plain = sought.plain
        if plain is None:
            return [match.span() for match in sought.pattern().finditer(self.folded)]
        places, length = [], len(plain)
        at = self.folded.find(plain)
        while at >= 0:
            places.append((at, at + length))
            at = self.folded.find(plain, at + length)
        return places

    def holds(self, sought: Needle) -> bool:
        """Whether a string stands anywhere."""
        plain = sought.plain
        return plain in self.folded if plain is not None else sought.pattern().search(self.folded) is not None


def question_places(question: Question, text: str, cut: Cut, *, strict: bool = False) -> tuple[Range, ...]:
    """Where the strings and words of a question stand: ascending, not overlapping.

    Where the text holds the whole string just as typed, its places and no others; else those of each wanted term: the
    term as a whole, or its other spellings, or its pieces.
    """
    subject = Subject(text, strict=strict)
    whole = literal(question, strict=strict)
    if whole and (places := subject.places(whole[0])):
        return tuple(places)
    found = [place for other in whole[1:] for place in subject.places(other)]
    if found:
        return merged(found)
    for leaf, negative in leaves(question.root):
        if negative:
            continue
        if isinstance(leaf, Near):
            found.extend(near_places(leaf, subject))
        elif isinstance(leaf, Term) or (isinstance(leaf, FieldTerm) and leaf.field in _SHOWN):
            found.extend(term_places(leaf, subject, cut))
    return merged(found)


_SHOWN = (Field.TITLE, Field.NUMBER, Field.HEADING, Field.ISSUER)


def pieces(term: Term, forms: Sequence[Needle], cut: Cut) -> tuple[Needle, ...]:
    """What may stand in a text instead of a term: all of these. None for quoted strings, patterns and document numbers,
    whose digits tell nothing by themselves.

    Args:
        forms: `needles(term)`.
    """
    number = typed_number(term.text)
    if term.quoted or not forms or forms[0].plain is None or (number and number.year and number.prefix):
        return ()
    if len(term.text) > LONGEST_CUT:
        return ()
    found = tuple(Needle((piece,), forms[0].strict) for piece in cut(forms[0].parts[0]))
    return () if found == (forms[0],) or len(found) > MOST_PIECES else found


def term_places(term: Term | FieldTerm, subject: Subject, cut: Cut) -> list[Range]:
    """Where a term stands: whole, else in its other spellings, else its pieces."""
    forms = needles(term, strict=subject.strict)
    if not forms:
        return []
    whole = subject.places(forms[0])
    if whole:
        return whole
    found = [place for form in forms[1:] for place in subject.places(form)]
    if found or isinstance(term, FieldTerm):
        return found
    by_piece = [subject.places(piece) for piece in pieces(term, forms, cut)]
    return [place for places in by_piece for place in places] if all(by_piece) else []


def near_places(near: Near, subject: Subject) -> list[Range]:
    """Where all terms of NEAR stand together: at most `near.distance` characters between the end of each and the start
    of the last, a run of white space counted as one; the ranges are the terms' own."""
    sought = [needle(term.text, strict=subject.strict, wild=not term.quoted) for term in near.terms]
    marks = sorted((start, end, which) for which, one in enumerate(sought) if one is not None
                   for start, end in subject.places(one))
    found: list[Range] = []
    latest: dict[int, Range] = {}
    for start, end, which in marks:
        latest[which] = (start, end)
        first_end = min(last for _, last in latest.values())
        if len(latest) == len(sought) and _gap(subject, first_end, start) <= near.distance:
            found.extend(latest.values())
    return found


def _gap(subject: Subject, end: int, start: int) -> int:
    """Characters from an end to a start, a run of white space counted as one; 0 or less where they overlap."""
    if start - end <= 0:
        return start - end
    return len(WHITE.sub(" ", subject.folded[end:start]))


def merged(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """Ranges in order, overlapping ones made one."""
    result: list[Range] = []
    for start, end in sorted(set(ranges)):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
