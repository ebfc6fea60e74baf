"""The window with the four shared gazettes: start to text, opening the longest document, a highlight, memory."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.end2end.desktop import Desktop, missing_tools, wait_until
from tests.end2end.window import ROOT, Window

GAZETTES = ROOT.parent / "shared" / "gazettes"
PROBE = Path(__file__).with_name("window_probe.py")
STARTS = 5
HIGHLIGHTS = 20


def window_of(desktop: Desktop, home: Path) -> Window:
    """The window of this user, with the probe that measures."""
    return Window(desktop, home, probe=PROBE)


def leave(window: Window) -> None:
    """Close the window as a user does."""
    window.desktop.activate("邸报")
    window.desktop.key("ctrl+q")
    window.wait_closed()


def import_seconds(window: Window) -> float:
    """Import the gazettes by the command line."""
    window.home.mkdir(exist_ok=True)
    begin = time.perf_counter()
    subprocess.run([sys.executable, str(ROOT / "main.py"), "import", *map(str, sorted(GAZETTES.glob("*.txt")))],
                   env=window.environment(), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def start_seconds(desktop: Desktop, home: Path) -> float:
    """From starting the process to the last document's text painted."""
    begin = time.monotonic()
    with window_of(desktop, home) as window:
        painted: float = wait_until(lambda: window.ask("first_text"), "the text")
        leave(window)
    return painted - begin


def measure(desktop: Desktop, home: Path) -> list[tuple[str, str, str]]:
    """What, how much, and what is aimed at."""
    rows = [("import four gazettes, index included", f"{import_seconds(window_of(desktop, home)):.2f} s", "10 s")]
    documents: list[dict[str, Any]] = [
        document for issue in window_of(desktop, home).command("documents")["issues"] for document in issue["documents"]
    ]
    documents.sort(key=lambda document: int(document["characters"]))
    longest = documents[-1]
    with window_of(desktop, home) as window:
        window.item("libraryTree", "人民政府")
        opening = []
        for _ in range(STARTS):
            window.ask("open", document=documents[0]["id"])
            opening.append(float(window.ask("open", document=longest["id"])))
        marking = [float(window.ask("highlight", document=longest["id"], start=400 * n, end=400 * n + 40))
                   for n in range(HIGHLIGHTS)]
        memory = float(window.ask("memory"))
        leave(window)
    starts = [start_seconds(desktop, home) for _ in range(STARTS + 1)][1:]
    rows += [
        (f"start to text of the last document, median of {STARTS}", f"{statistics.median(starts):.2f} s", "0.8 s"),
        (f"open the longest document ({longest['characters']} characters), median of {STARTS}",
         f"{statistics.median(opening) * 1000:.0f} ms", "150 ms"),
        (f"add a highlight to it, median of {HIGHLIGHTS}", f"{statistics.median(marking) * 1000:.1f} ms", "20 ms"),
        ("memory after all that", f"{memory:.0f} MB", "250 MB"),
    ]
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Print a table."""
    argparse.ArgumentParser(prog="bench_window", description=__doc__).parse_args(arguments)
    missing = [] if GAZETTES.is_dir() else [str(GAZETTES)]
    missing += missing_tools()
    if missing:
        print(f"bench_window: not here: {', '.join(missing)}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="dibao-bench-") as home, Desktop() as desktop:
        for what, figure, aim in measure(desktop, Path(home)):
            print(f"{what:70} {figure:>10}   (aim {aim})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
