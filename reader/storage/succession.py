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
OWN_SHARE = 0.6
"""A short piece split off holds little of a long text, but is itself made of it by this much."""


def successors(text: str, candidates: Mapping[Name, str]) -> list[Name]:
    """The names of the texts that hold a good part of `text` or are made of it, the one that holds most first."""
    dense = "".join(text.split())
    samples = _samples(dense)
    shares = {}
    for name, candidate in candidates.items():
        other = "".join(candidate.split())
        share = _share(samples, other)
        if share >= SHARE or _share(_samples(other), dense) >= OWN_SHARE:
            shares[name] = share
    return sorted(shares, key=lambda name: -shares[name])


def _share(samples: list[str], dense: str) -> float:
    return sum(sample in dense for sample in samples) / len(samples)


def _samples(dense: str) -> list[str]:
    if len(dense) <= WINDOW:
        return [dense]
    step = max((len(dense) - WINDOW) / SAMPLES, 1)
    return [dense[int(number * step):][:WINDOW] for number in range(min(SAMPLES, len(dense) - WINDOW))]
