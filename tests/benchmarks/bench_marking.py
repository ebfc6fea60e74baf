"""Many annotations in the real window: 500 and 5,000 on the longest document, 10,000 in the library's list."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.bench_window import GAZETTES, import_seconds, leave
from tests.end2end.desktop import Desktop, missing_tools
from tests.end2end.window import ROOT, Window

PROBE = Path(__file__).with_name("marking_probe.py")
REPEATS = 7
FRAMES = 150
Row = tuple[str, str, str]


def filled(desktop: Desktop, home: Path, only: str, count: int) -> Window:
    """The window of a user with the gazettes and so many annotations."""
    window = Window(desktop, home, probe=PROBE)
    import_seconds(window)
    if only != "all":
        only = longest(window)
    subprocess.run([sys.executable, "-m", "tests.benchmarks.marked_libraries", str(home / "library"), only, str(count)],
                   cwd=ROOT, check=True)
    return window


def longest(window: Window) -> str:
    """The id of the longest document."""
    documents = [one for issue in window.command("documents")["issues"] for one in issue["documents"]]
    return str(max(documents, key=lambda one: int(one["characters"]))["id"])


def shortest(window: Window) -> str:
    """The id of the shortest document."""
    documents = [one for issue in window.command("documents")["issues"] for one in issue["documents"]]
    return str(min(documents, key=lambda one: int(one["characters"]))["id"])


def spread(times: Sequence[float]) -> str:
    """Median, 95th per cent and longest of some times, in ms."""
    ordered = sorted(1000 * time for time in times)
    return f"{statistics.median(ordered):.1f} / {ordered[round(0.95 * (len(ordered) - 1))]:.1f} / {ordered[-1]:.1f} ms"


def in_text(desktop: Desktop, home: Path, count: int) -> Iterator[Row]:
    """`count` annotations on the longest document."""
    made = filled(desktop, home, "longest", count)
    document, other = longest(made), shortest(made)
    with made as window:
        window.item("libraryTree", "人民政府")
        for panel in (False, True):
            window.ask("panel", shown=panel)
            beside = "list shown" if panel else "list hidden"
            opening = []
            for _ in range(REPEATS):
                window.ask("open", document=other)
                opening.append(float(window.ask("open", document=document)))
            yield f"{count:,} on one document, {beside}: open", spread(opening), "300 ms"
            yield (f"{count:,} on one document, {beside}: scroll, a frame", spread(window.ask("scroll", steps=FRAMES)),
                   "16 ms")
            adding = [float(window.ask("add", document=document, start=400 * n, end=400 * n + 40))
                      for n in range(REPEATS * 3)]
            yield f"{count:,} on one document, {beside}: add", spread(adding), "20–30 ms"
            removing = [float(window.ask("remove", document=document)) for _ in range(REPEATS * 3)]
            yield f"{count:,} on one document, {beside}: delete", spread(removing), "20–30 ms"
        leave(window)


def in_list(desktop: Desktop, home: Path, count: int) -> Iterator[Row]:
    """`count` annotations in the list of the library."""
    with filled(desktop, home, "all", count) as window:
        window.item("libraryTree", "人民政府")
        window.ask("panel", shown=True)
        head = f"{count:,} in the library's list"
        yield f"{head}: open", spread([float(window.ask("everywhere")) for _ in range(REPEATS)]), "300 ms"
        yield f"{head}: scroll, a frame", spread(window.ask("list_scroll", steps=FRAMES)), "16 ms"
        yield f"{head}: to its end", spread([float(window.ask("list_end"))]), "100 ms"
        for what, box in (("filter by style", "style_box"), ("filter by tag", "tag_box"),
                          ("filter by date", "since_box")):
            times = [float(window.ask("choose", box=box, row=row)) for row in (1, 2, 3, 0)]
            yield f"{head}: {what}", spread(times), "300 ms"
        yield f"{head}: filter by words", spread([float(window.ask("filter_words", text=one))
                                                  for one in ("核对", "财政", "年底", "")]), "300 ms"
        for what, row in (("sort by date", 1), ("group by tag", 2), ("group by style", 3), ("text order", 0)):
            yield f"{head}: {what}", spread([float(window.ask("choose", box="order_box", row=row))]), "300 ms"
        yield f"{head}: change 100 at once", spread([float(window.ask("many", count=100))]), "300 ms"
        leave(window)


def main(arguments: list[str] | None = None) -> int:
    """Print a table: median, 95th per cent and longest."""
    parser = argparse.ArgumentParser(prog="bench_marking", description=__doc__)
    parser.add_argument("--cpu", action="store_true",
                        help="processor time of the window's thread instead of time passed: for a machine that is busy")
    if parser.parse_args(arguments).cpu:
        os.environ["DIBAO_BENCH_CPU"] = "1"
    missing = [] if GAZETTES.is_dir() else [str(GAZETTES)]
    missing += missing_tools()
    if missing:
        print(f"bench_marking: not here: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="dibao-bench-") as folder, Desktop() as desktop:
        rows = (*(row for count in (500, 5_000) for row in in_text(desktop, Path(folder) / str(count), count)),
                *in_list(desktop, Path(folder) / "list", 10_000))
        for what, figure, aim in rows:
            print(f"{what:62} {figure:>28}   (aim {aim})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
