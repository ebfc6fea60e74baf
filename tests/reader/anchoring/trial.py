"""Quotes of the real gazettes, their texts changed in every way, and how each anchor fares."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.anchoring import describe, place
from reader.importing.importer import parse
from reader.model.annotation import Anchor, Placement
from tests.reader.anchoring.changes import CHANGES, Changed, quotes, verdict

BANDS = ((4, 7), (8, 11), (12, 23), (24, 99), (100, 200))
SHARED = frozenset({"layout", "noise 1 %", "noise 5 %", "noise 10 %"})
"""Changes of the whole text, made once for all quotes of a document."""


@dataclass
class Outcome:
    """How anchors fared under each change: verdicts by (change, length band) and seconds by change."""

    verdicts: dict[tuple[str, tuple[int, int]], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    states: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    seconds: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    describing: float = 0.0
    described: int = 0
    wrong: list[tuple[str, Anchor, Placement, str]] = field(default_factory=list)

    def of(self, change: str, least: int = 0) -> Counter[str]:
        """Verdicts of a change on quotes of at least so many characters."""
        return sum((found for (name, band), found in self.verdicts.items() if name == change and band[0] >= least),
                   Counter())


def documents(gazettes: Path) -> list[str]:
    """The texts of all documents of the gazettes in a folder, as the importer makes them."""
    return [document.text for path in sorted(gazettes.glob("*.txt"))
            for document in parse(path.read_bytes(), path.name).issue.documents]


def trial(texts: Sequence[str], count: int, seed: int, changes: Iterable[str] = tuple(CHANGES)) -> Outcome:
    """Describe `count` quotes, spread over the texts by length, and place each in its text changed in each way."""
    outcome = Outcome()
    rng = random.Random(seed)
    total = sum(map(len, texts))
    for number, text in enumerate(texts):
        ranges = quotes(text, max(1, round(count * len(text) / total)), rng)
        begun = time.perf_counter()
        anchors = [describe(text, *one) for one in ranges]
        outcome.describing += time.perf_counter() - begun
        outcome.described += len(anchors)
        for name in changes:
            _under(outcome, name, text, list(zip(ranges, anchors, strict=True)), f"{seed} {number} {name}")
    return outcome


def _under(outcome: Outcome, name: str, text: str, made: list[tuple[tuple[int, int], Anchor]], seed: str) -> None:
    shared: Changed | None = None
    for number, (quote, anchor) in enumerate(made):
        changed = shared or CHANGES[name](text, quote, random.Random(f"{seed} {number}"))
        if name in SHARED:
            shared = changed
        begun = time.perf_counter()
        placement = place(anchor, changed.text)
        outcome.seconds[name] += time.perf_counter() - begun
        outcome.placed[name] += 1
        found = verdict(placement, changed, quote)
        length = len("".join(anchor.quote.split()))
        outcome.verdicts[name, next(band for band in BANDS if length <= band[1])][found] += 1
        outcome.states[name][placement.state.value] += 1
        if found == "wrong":
            outcome.wrong.append((name, anchor, placement, changed.text[placement.start:placement.end]))
