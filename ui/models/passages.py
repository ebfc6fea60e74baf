"""Passages of a document's text; without Qt."""

from __future__ import annotations


def paragraph_at(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The paragraph or paragraphs a place stands in, without white space round them.

    Args:
        place: a range of code points, half-open and not empty.

    Returns: a range of code points, half-open.
    """
    start = text.rfind("\n", 0, place[0]) + 1
    end = text.find("\n", place[1])
    whole = text[start : end if end >= 0 else len(text)]
    start += len(whole) - len(whole.lstrip())
    return start, start + len(whole.strip())
