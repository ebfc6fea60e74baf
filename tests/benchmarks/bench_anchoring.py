"""Anchors on the shared gazettes: right, uncertain, orphan and wrong by change and length, and the time to re-anchor.

`python -m tests.benchmarks.bench_anchoring [--quotes N]`
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

from reader.anchoring import describe, place
from tests.reader.anchoring.changes import CHANGES, noise, quotes
from tests.reader.anchoring.trial import BANDS, documents, trial

GAZETTES = Path(__file__).resolve().parents[3] / "shared" / "gazettes"
VERDICTS = ("right", "uncertain", "orphan", "wrong")


def reanchoring(texts: list[str], count: int) -> float:
    """Seconds to place `count` anchors again after 5 % noise, documents folded anew."""
    rng = random.Random(11)
    total = sum(map(len, texts))
    work = []
    for text in texts:
        changed = noise(0.05)(text, (0, 0), rng).text
        work += [(describe(text, *one), changed) for one in quotes(text, round(count * len(text) / total), rng)]
    begun = time.perf_counter()
    for anchor, changed in work:
        place(anchor, changed)
    return (time.perf_counter() - begun) * count / len(work)


def main(arguments: list[str] | None = None) -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=int, default=400, help="how many quotes (the aims are stated for 2,000)")
    parser.add_argument("--wrong", action="store_true", help="print the places that were wrong")
    asked = parser.parse_args(arguments)
    if not GAZETTES.is_dir():
        print(f"bench_anchoring: not here: {GAZETTES}", file=sys.stderr)
        return 1
    texts = documents(GAZETTES)
    outcome = trial(texts, asked.quotes, 7)
    print(f"{outcome.described} quotes of {len(texts)} documents; per cent")
    print(f"{'change':22}{'length':>9}" + "".join(f"{name:>11}" for name in VERDICTS))
    for name in CHANGES:
        for band in (*BANDS, None):
            found = outcome.of(name) if band is None else outcome.verdicts[name, band]
            total = sum(found.values()) or 1
            length = "all" if band is None else f"{band[0]}–{band[1]}"
            print(f"{name:22}{length:>9}" + "".join(f"{100 * found[one] / total:11.2f}" for one in VERDICTS))
    print(f"{'describe':40}{1000 * outcome.describing / outcome.described:8.2f} ms")
    for name in CHANGES:
        print(f"{'place, ' + name:40}{1000 * outcome.seconds[name] / outcome.placed[name]:8.2f} ms")
    print(f"{'re-anchor 2,000 after 5 % noise':40}{reanchoring(texts, 2000):8.2f} s    (aim 10 s)")
    for change, anchor, placement, words in outcome.wrong if asked.wrong else ():
        print(change, anchor.rival, repr(anchor.quote), placement, repr(words), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
