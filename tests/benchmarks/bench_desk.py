"""The window with 1,000 issues: start to text, the tree of 15,000 documents, and how long a walk through it halts."""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks import libraries
from tests.benchmarks.bench_window import leave
from tests.benchmarks.seeded_library import ISSUES
from tests.end2end.desktop import Desktop, missing_tools, wait_until
from tests.end2end.window import ROOT, Window

PROBE = Path(__file__).with_name("desk_probe.py")
STARTS = 5
OPENED = 20
FILTERS = ("防汛", "云汀 2010", "政发 3", "办法", "水利局")
ASKED = "(asked)"
START_AIM, TREE_AIM, PAUSE_AIM = 0.8, 0.1, 0.05


def home_of(issues: int) -> Path:
    """The folder of a user with so many issues; kept, for making them takes minutes."""
    return Path(tempfile.gettempdir()) / f"dibao-desk-{issues}"


def window_of(desktop: Desktop, home: Path) -> Window:
    """The window of this user, with the probe that measures."""
    return Window(desktop, home, probe=PROBE)


def make(desktop: Desktop, home: Path, issues: int) -> None:
    """Make the library and its index, unless they are there."""
    home.mkdir(exist_ok=True)
    subprocess.run([sys.executable, "-m", "tests.benchmarks.seeded_library", str(home / "library"), str(issues)],
                   env=window_of(desktop, home).environment(), cwd=ROOT, check=True)


def start_seconds(desktop: Desktop, home: Path) -> tuple[float, float]:
    """From starting the process to the last document's text painted; and the processor time used for it."""
    begin = time.monotonic()
    with window_of(desktop, home) as window:
        painted: float = wait_until(lambda: window.ask("first_text"), "the text")
        used = float(window.ask("start_processor"))
        leave(window)
    return painted - begin, used


def tree_seconds(window: Window) -> tuple[float, float]:
    """From asking for the list of the library until the tree shows it; and the processor time used for it."""
    window.ask("begin_tree")
    seconds, used = wait_until(lambda: window.ask("tree_seconds"), "the tree")
    wait_until(lambda: not window.ask("busy"), "rest", 600)
    return seconds, used


class Walk:
    """A walk through the window: each step, then waiting until nothing is under way."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def step(self, name: str, **what: Any) -> None:
        """Do a step and wait until the worker has done what came of it."""
        self._window.ask("step", name=name, **what)
        self._rest()

    def _rest(self) -> None:
        # What timers put off (a filter, the place read, the session) belongs to the step.
        end = time.monotonic() + 0.6
        wait_until(lambda: time.monotonic() > end and not self._window.ask("busy"), "rest", 120)

    def go(self, home: Path, ids: list[str]) -> None:
        """The whole walk. `ids`: of the documents in the tree's order."""
        step = self.step
        step("rest")
        step("unfold", publisher=0)
        for number in range(10):
            step("issue", document=ids[number * 15])
        for part in range(0, 11):
            step("scroll", part=part / 10)
        for text in (*FILTERS, ""):
            step("filter", text=text)
        for number in range(OPENED):
            step("open", document=ids[number * len(ids) // OPENED])
        step("search", text="防汛抗旱 应急管理")
        for _ in range(10):
            step("hits")
        for number in range(10):
            step("annotate", document=ids[-1], start=20 * number, end=20 * number + 12)
        step("export", document=ids[-1], out=str(home / "out.docx"))
        step("mark")
        step("order title", to="title")
        step("order reading", to="reading")
        step("tabs", documents=ids[:15])
        for _ in range(5):
            step("tab")
        for name in ("dark", "sepia", "light"):
            step(f"theme {name}", to=name)


def measured(times: int, what: Callable[[], tuple[float, float]]) -> tuple[float, str]:
    """The medians: of the time, and of the processor time in words."""
    found = [what() for _ in range(times)]
    used = statistics.median(one[1] for one in found)
    return statistics.median(one[0] for one in found), f"(processor time {used * 1000:.0f} ms)"


def with_aim(found: tuple[float, str], aim: float) -> tuple[float, float, str]:
    """A figure with its aim and what is said beside it."""
    return found[0], aim, found[1]


def measure(desktop: Desktop, home: Path) -> bool:
    """Print a line for each figure; whether all aims were met."""
    met = True

    def told(what: str, seconds: float, aim: float, place: str = "") -> None:
        nonlocal met
        met = met and seconds <= aim
        unit = f"{seconds * 1000:6.0f} ms   (aim {aim * 1000:.0f} ms)" + (" !" if seconds > aim else "")
        print(f"{what:66} {unit}" + (f"   {place}" if place and (seconds > aim or place[0] == "(") else ""), flush=True)

    with window_of(desktop, home) as window:
        # A first start: there must be a document to come back to.
        ids: list[str] = wait_until(lambda: window.ask("ids"), "the tree", 120)
        window.ask("step", name="open", document=ids[len(ids) // 2])
        wait_until(lambda: window.ask("first_text"), "the text")
        leave(window)
    start_seconds(desktop, home)
    told(f"start to text of the last document, median of {STARTS}",
         *with_aim(measured(STARTS, lambda: start_seconds(desktop, home)), START_AIM))
    with window_of(desktop, home) as window:
        wait_until(lambda: window.ask("issues"), "the tree", 120)
        wait_until(lambda: not window.ask("busy"), "rest", 600)
        # What is asked here is none of the user's pauses.
        window.ask("step", name=f"rest {ASKED}")
        told(f"list of {len(ids)} documents read and shown, median of {STARTS}",
             *with_aim(measured(STARTS, lambda: tree_seconds(window)), TREE_AIM))
        for text in FILTERS:
            seconds = float(window.ask("filter", text=text))
            told(f"filter {text}", seconds, TREE_AIM)
        told("all shown again", float(window.ask("filter", text="")), TREE_AIM)
        ids = window.ask("ids")
        Walk(window).go(home, ids)
        gaps: dict[str, tuple[float, float, float, str]] = window.ask("gaps")
        print("longest pauses, without the time in which other programs had the processors:")
        for name, (seconds, worked, wall, place) in gaps.items():
            if ASKED not in name:
                found = f"(processor time {worked * 1000:.0f} ms; by the clock {wall * 1000:.0f})"
                told(f"longest pause: {name}", seconds, PAUSE_AIM, f"{found} {place if seconds > PAUSE_AIM else ''}")
        leave(window)
    return met


def main(arguments: list[str] | None = None) -> int:
    """Print a table; 1 when something is missing."""
    parser = argparse.ArgumentParser(prog="bench_desk", description=__doc__)
    parser.add_argument("--issues", type=int, default=ISSUES)
    asked = parser.parse_args(arguments)
    missing = [] if libraries.gazettes_present() else [str(libraries.GAZETTES)]
    missing += missing_tools()
    if missing:
        print(f"bench_desk: not here: {', '.join(missing)}", file=sys.stderr)
        return 1
    with Desktop() as desktop:
        home = home_of(asked.issues)
        # Warm means compiled too, as the program is that people start: whatever the shell says here.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(home / "compiled")
        make(desktop, home, asked.issues)
        print(f"load of the machine: {os.getloadavg()[0]:.1f}")
        met = measure(desktop, home)
        print(f"load of the machine: {os.getloadavg()[0]:.1f}; " + ("all aims met" if met else "! misses its aim"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
