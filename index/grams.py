"""Texts and strings as rows of character pairs, the alphabet of the exact index.

Every folded character takes part, punctuation too; a run of white space is one mark. So a phrase of pairs stands in the
index exactly where the folded string stands in the text: nothing is missed, and nothing more is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add

from reader.searching.folding import fold_character

SPACE = "\u3000"
_SPACES = re.compile(SPACE + "{2,}")
_SLICE = 16_384
"""Characters turned into pairs at a time, so that no step holds the interpreter for long."""


class _Alphabet(dict[int, str]):
    """The mark of each character: folded, and always one that FTS5's ascii tokenizer takes for part of a word."""

    def __missing__(self, code: int) -> str:
        character = fold_character(chr(code))
        if character.isspace():
            character = SPACE
        elif character < " " or character == "\x7f":
            character = chr(0x2400 + ord(character))
        elif character < "\x7f" and not character.isalnum():
            # Folding has left no full-width form in use.
            character = chr(ord(character) + 0xFEE0)
        elif "\ud800" <= character <= "\udfff":
            character = "\ufffd"
        self[code] = character
        return character


_ALPHABET = _Alphabet()


def marks(text: str) -> str:
    """The text in the index's alphabet. Not one for one: a run of white space is one mark."""
    return _SPACES.sub(SPACE, text.translate(_ALPHABET))


def pairs(text: str) -> str:
    """A text as the exact index takes it in: its pairs of neighbouring marks, separated by spaces."""
    whole = marks(text)
    return " ".join(_slices(whole))


def _slices(whole: str) -> Iterator[str]:
    for start in range(0, len(whole) - 1, _SLICE):
        part = whole[start:start + _SLICE + 1]
        yield " ".join(map(add, part, part[1:]))


def characters(text: str) -> str:
    """The different marks of a text, separated by spaces."""
    return " ".join(set(marks(text)))


def phrase(string: str) -> str:
    """The FTS5 phrase of a string of two marks or more."""
    whole = marks(string)
    return '"' + " ".join(map(add, whole, whole[1:])) + '"'


def prefix(mark: str) -> str:
    """The FTS5 query for all pairs that begin with a mark."""
    return f'"{mark}" *'
