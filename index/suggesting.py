"""您是不是要找: strings one slip away from one that no document holds.

What might have been meant is read from the texts: for each place of a slip the index finds the documents that hold
what stands before and after it close together, and a few of their texts show what stands between. So all suggestions
occur.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from index import exact
from index.cutting import pieces_of
from index.reading import Reading
from reader.searching.folding import fold
from reader.searching.matching import Subject, needle
from reader.searching.query import Question, free_terms

MOST = 3
"""Suggestions given."""
BEFORE, AFTER = 4, 2
"""Characters before and after a wrong one in which the slip may lie; more would have to occur just so elsewhere."""
LONGEST = 40
"""Characters of a term in which a slip is looked for."""
_TEXTS = 8
"""Texts read for one place of a slip, newest first."""


def suggestions(reading: Reading, question: Question, typed: str) -> tuple[str, ...]:
    """The question with a term that occurs in place of one that does not, likeliest first.

    Args:
        typed: the question as it was typed.
    """
    found: list[str] = []
    for term in free_terms(question):
        sought = needle(term.text, strict=False, wild=not term.quoted)
        if sought is None or sought.plain is None or len(sought.plain) > LONGEST or _occurs(reading, sought.plain):
            continue
        pieces = pieces_of(reading.words(sought.plain)) if not term.quoted else ()
        for slip in (*_slips(reading, sought.plain), *pieces):
            meant = () if _occurs(reading, slip) else _meant(reading, slip)
            # Folding keeps lengths: the slip has the same place in the term as typed.
            at = fold(term.text).find(slip)
            for better in meant:
                found.append(typed.replace(term.text, term.text[:at] + better + term.text[at + len(slip):]))
            if meant:
                break
    return tuple(dict.fromkeys(one for one in found if one != typed))[:MOST]


def _slips(reading: Reading, string: str) -> tuple[str, ...]:
    """Stretches of a string around the first character with which no document holds its beginning, longest first."""
    end = 1
    while end < len(string) and _occurs(reading, string[:end]):
        end += 1
    start = max(0, end - 1 - BEFORE)
    return tuple(dict.fromkeys(string[start:end + after] for after in range(AFTER, -1, -1)))


def _occurs(reading: Reading, string: str) -> bool:
    return bool(exact.rows_with(reading.connection, string)[0] & reading.id_of.keys())


def _meant(reading: Reading, slip: str) -> tuple[str, ...]:
    """Strings one slip away that occur, those of most documents first."""
    counts = Counter({other: 2 * _documents(reading, other) for other in _other_orders(slip)})
    seen: Counter[str] = Counter()
    for before, after, gap in _gaps(slip):
        seen.update(_between(reading, before, after, gap))
    for other, _ in seen.most_common(2 * MOST):
        counts[other] = 2 * _documents(reading, other)
    for other in _shorter(slip):
        counts.setdefault(other, _documents(reading, other))
    return tuple(other for other, count in counts.most_common(MOST) if count and other != slip)


def _documents(reading: Reading, string: str) -> int:
    return len(exact.rows_with(reading.connection, string)[0] & reading.id_of.keys())


def _other_orders(slip: str) -> Iterator[str]:
    """The string with two neighbours exchanged."""
    for at in range(len(slip) - 1):
        yield slip[:at] + slip[at + 1] + slip[at] + slip[at + 2:]


def _shorter(slip: str) -> Iterator[str]:
    """The string with one character inside left out: rarer than others, as there is less to occur."""
    if len(slip) > 3:
        for at in range(1, len(slip) - 1):
            yield slip[:at] + slip[at + 1:]


def _gaps(slip: str) -> Iterator[tuple[str, str, int]]:
    """What stands before and after a character that is wrong or missing, and how many stand between: 1.

    At the ends three characters must be left: fewer go with anything.
    """
    for at in range(len(slip)):
        before, after = slip[:at], slip[at + 1:]
        if (before and after) or len(slip) > 3:
            yield before, after, 1
        if at:
            yield slip[:at], slip[at:], 1


def _between(reading: Reading, before: str, after: str, gap: int) -> Iterable[str]:
    """The strings that texts have with `gap` characters between two parts; each once a text."""
    parts = [part for part in (before, after) if part]
    if len(parts) == 2:
        rows = exact.rows_with_near(reading.connection, parts, gap)[0]
    else:
        rows = exact.rows_with(reading.connection, parts[0])[0]
    expression = re.compile(re.escape(before) + rf"\w{{{gap}}}" + re.escape(after))
    newest = (row for row in reading.latest_first if row in rows)
    for row, _ in zip(newest, range(_TEXTS), strict=False):
        text = reading.text_of(reading.id_of[row])
        if text is not None:
            subject = Subject(text)
            yield from {text[match.start():match.end()] for match in expression.finditer(subject.folded)}
