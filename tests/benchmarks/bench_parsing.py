"""How fast files are parsed: MB a second and a core, from one issue to a thousand; memory; PDF pages a second.

`python -m tests.benchmarks.bench_parsing [--issues N] [--pages N]`
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from reader.importing.importer import parse
from tests.benchmarks.libraries import GAZETTES, gazettes_present
from tests.reader.importing.formats.pdf_maker import PdfMaker

FULL = ("--issues", "1000")
ROUNDS = 5
AIM = 2.0
"""MB a second and a core (issue B)."""


def varied(files: list[Path], count: int, seed: int = 3) -> Iterator[bytes]:
    """Real issues with other digits, one after another, so that no two are alike."""
    rng = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in files]
    for number in range(count):
        digits = list("123456789")
        rng.shuffle(digits)
        yield texts[number % len(texts)].translate(str.maketrans("123456789", "".join(digits))).encode()


def rate(files: list[bytes]) -> float:
    """MB of source a second of processor time."""
    begin = time.process_time()
    for data in files:
        parse(data, "公报.txt")
    return sum(map(len, files)) / 1e6 / (time.process_time() - begin)


def pages_a_second(files: list[Path], pages: int) -> float:
    """Pages of one PDF, each of 36 lines of 22 characters, a second of processor time."""
    text = "".join(files[0].read_text(encoding="utf-8").split())
    maker = PdfMaker()
    for page in range(pages):
        maker.page()
        for line in range(36):
            start = (page * 36 + line) * 22 % (len(text) - 22)
            maker.text(80, 780 - 20 * line, text[start:start + 22])
    data = maker.made()
    begin = time.process_time()
    parse(data, "公报.pdf")
    return pages / (time.process_time() - begin)


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, default=40, help="the greatest number of issues parsed in a row")
    parser.add_argument("--pages", type=int, default=100, help="pages of the PDF")
    chosen = parser.parse_args(arguments)
    if not gazettes_present():
        print("the real gazettes are not beside the repository: nothing to measure")
        return 0
    files = sorted(GAZETTES.glob("*.txt"))
    parse(files[0].read_bytes(), files[0].name)  # imports and compiled expressions
    print(f"{'source':<44}{'MB':>8}{'MB/s a core':>14}   (aim {AIM})")
    for path in files:
        data = path.read_bytes()
        median = statistics.median(rate([data]) for _ in range(ROUNDS))
        print(f"{path.name:<44}{len(data) / 1e6:>8.2f}{median:>14.2f}")
    count = 1
    while count <= chosen.issues:
        issues = list(varied(files, count))
        print(f"{f'{count} issues in a row':<44}{sum(map(len, issues)) / 1e6:>8.2f}{rate(issues):>14.2f}")
        count = count * 10 if count * 10 <= chosen.issues or count == chosen.issues else chosen.issues
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory, the sources included: {peak:.0f} MB")
    print(f"PDF: {pages_a_second(files, chosen.pages):.0f} pages a second and a core")
    return 0


if __name__ == "__main__":
    sys.exit(main())
