"""Which documents a text lives on in, when a file was read anew and its documents got other keys or were split."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)

SAMPLES = 64
WINDOW = 12
"""So many stretches of so many characters stand for a text; white space does not count, for layout changes most."""
SHARE = 0.2
"""A text that holds fewer of them is no successor: two plans of one office share some sentences, not a fifth."""


def successors(text: str, candidates: Mapping[Name, str]) -> list[Name]:
    """The names of the texts that hold a good part of `text`, the one that holds most first."""
    samples = _samples("".join(text.split()))
    shares = {}
    for name, candidate in candidates.items():
        dense = "".join(candidate.split())
        shares[name] = sum(sample in dense for sample in samples) / len(samples)
    return sorted((name for name in shares if shares[name] >= SHARE), key=lambda name: -shares[name])


def _samples(dense: str) -> list[str]:
    if len(dense) <= WINDOW:
        return [dense]
    step = max((len(dense) - WINDOW) / SAMPLES, 1)
    return [dense[int(number * step):][:WINDOW] for number in range(min(SAMPLES, len(dense) - WINDOW))]
