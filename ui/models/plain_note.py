"""The first words of a note in Markdown as plain text, for cards of a list."""

from __future__ import annotations

import re

LONGEST = 400
"""Code points of a note that a card can show at most."""

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRONG = re.compile(r"(\*\*\*|\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*])\*(?=\S)([^*]+?)(?<=\S)\*(?![A-Za-z0-9*])")
_HEAD = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?)")
_ITEM = re.compile(r"^(\s*)[-*+]\s+")


def plain_note(note: str) -> str:
    """A note without the signs of Markdown, on one line; items of lists begin with a dot."""
    lines = []
    for line in note[: 2 * LONGEST].strip().split("\n"):
        line = _ITEM.sub(r"\1· ", _HEAD.sub("", line))
        line = _LINK.sub(r"\1", line)
        line = _EMPHASIS.sub(r"\1", _STRONG.sub(r"\2", line))
        lines.append(line.strip())
    return " ".join(line for line in lines if line)[:LONGEST]
