"""What the library lacks between what it holds: issues of a year, and numbers in a series of documents.

A hint, no fault: a gazette prints only what is published, and a double issue counts as the first of its numbers.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reader.services import catalogue
from reader.services.library import Library

FEWEST = 3
"""So many numbers of a series must be held before it is one: two tell nothing of what lies between them."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind in one year, and those that are missing between the lowest and the highest held.

    Attributes:
        name: the publisher of the gazette, or the prefix of the numbers（云政办发）.
        held: how many numbers there are.
        missing: ranges of numbers, both ends included.
    """

    name: str
    year: int
    held: int
    first: int
    last: int
    missing: tuple[tuple[int, int], ...]


def issue_gaps(library: Library) -> tuple[Series, ...]:
    """The issues that are missing, by publisher and year; complete years are left out."""
    held: dict[tuple[str, int], set[int]] = defaultdict(set)
    for entry in catalogue.issues(library):
        facts = entry.facts
        if facts.publisher and facts.year and facts.number:
            held[facts.publisher, facts.year].add(facts.number)
    return tuple(_gaps(held, 2))


def number_gaps(library: Library) -> tuple[Series, ...]:
    """The document numbers that are missing, by prefix and year; series without a gap are left out."""
    held: dict[tuple[str, int], set[int]] = defaultdict(set)
    for entry in catalogue.issues(library):
        for facts in entry.documents:
            number = facts.number
            if number is not None and number.year is not None and number.sequence.isdecimal():
                held[number.prefix, number.year].add(int(number.sequence))
    return tuple(_gaps(held, FEWEST))


def _gaps(held: Mapping[tuple[str, int], set[int]], fewest: int) -> Iterable[Series]:
    for (name, year), numbers in sorted(held.items()):
        missing = _missing(sorted(numbers))
        if len(numbers) >= fewest and missing:
            yield Series(name, year, len(numbers), min(numbers), max(numbers), missing)


def _missing(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    return tuple((before + 1, after - 1) for before, after in itertools.pairwise(numbers)
                 if after > before + 1)


def ranges_text(ranges: Iterable[tuple[int, int]], comma: str) -> str:
    """4、7—10: ranges of numbers in words."""
    return comma.join(str(first) if first == last else f"{first}—{last}" for first, last in ranges)
