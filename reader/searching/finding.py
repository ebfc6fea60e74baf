"""Find in one text: a string, words, or a regular expression. Ranges are code points, half-open."""

from __future__ import annotations

import re
from enum import StrEnum

from reader.model.errors import UserError
from reader.searching.matching import Range, Subject, merged, needle

# An expression can bear no more folding than this and that of case: its own brackets must stay what they are.
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}


class How(StrEnum):
    """What is typed to find."""

    STRING = "string"  # all of it, as one string
    WORDS = "words"  # each of its words, wherever it stands
    EXPRESSION = "expression"  # a regular expression (Python's), within paragraphs


def find(text: str, typed: str, how: How = How.STRING, *, strict: bool = False) -> tuple[Range, ...]:
    """Where what is typed stands: ascending, not overlapping, never empty.

    Args:
        strict: fold nothing; otherwise width, case, traditional characters, kinds of brackets and of white space.

    Raises:
        UserError: `search.expression` when the expression cannot be understood.
    """
    if how is How.EXPRESSION:
        return _by_expression(text, typed, strict=strict)
    wanted = typed.split() if how is How.WORDS else [typed]
    subject = Subject(text, strict=strict)
    sought = [one for one in (needle(word, strict=strict) for word in wanted) if one is not None]
    return merged(place for one in sought for place in subject.places(one))


def _by_expression(text: str, typed: str, *, strict: bool) -> tuple[Range, ...]:
    try:
        expression = re.compile(typed, 0 if strict else re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as fault:
        raise UserError("search.expression", expression=typed, reason=str(fault)) from fault
    found: list[Range] = []
    start = 0
    for line in (text if strict else text.translate(_HALF_WIDTH)).split("\n"):
        found += [(start + match.start(), start + match.end()) for match in expression.finditer(line)
                  if match.end() > match.start()]
        start += len(line) + 1
    return tuple(found)
