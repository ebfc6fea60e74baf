"""Search on generated libraries of 100 and 1,000 issues, ours beside others: speed, size, memory, recall.

`python -m tests.benchmarks.bench_search [--issues N] [--all] [--without NAME]`
"""

from __future__ import annotations

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.model.search import SearchQuery
from reader.searching.snippets import snippet
from tests.benchmarks.libraries import DOCUMENTS_PER_ISSUE, StoredLibrary, documents, gazettes_present
from tests.benchmarks.search_contenders import CONTENDERS, PAGE, Recoll
from tests.benchmarks.search_questions import CLASSES, Asked, questions

FULL = ["--issues", "100", "1000"]
AIMS = {1000: "Aims: all indexed in 180 s, one issue more in 1 s, p95 of every class 50 ms, first query 300 ms, "
              "memory 300 MB, recall 100 %, no pause above 50 ms."}


class Memory:
    """The most memory this process and those it started have had at a time, MB, looked up now and then. Linux only."""

    def __init__(self) -> None:
        self.peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            self.look()

    def look(self) -> None:
        """Look once."""
        self.peak = max(self.peak, sum(_resident(one) for one in _family(os.getpid())))

    def end(self) -> float:
        """Stop looking; tells the peak."""
        self.look()
        self._ended.set()
        self._thread.join()
        return self.peak


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return [process]
    return [process, *(one for child in children for one in _family(int(child)))]


def _resident(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1e3 if found else 0.0


def size_of(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


# What runs in processes of their own

def index_in_process(name: str, folder: Path) -> dict[str, Any]:
    """Index; seconds, and memory with the processes it starts."""
    library = StoredLibrary(folder.parent / "library.db")
    memory = Memory()
    begun = time.perf_counter()
    CONTENDERS[name]().index(folder, library)
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "memory": memory.end()}


def query_in_process(name: str, folder: Path) -> dict[str, Any]:
    """Open, answer every question; times in milliseconds, recall by class, memory."""
    library = StoredLibrary(folder.parent / "library.db")
    asked = [Asked(kind, typed, tuple(strings), frozenset(answer)) for kind, typed, strings, answer
             in json.loads((folder.parent / "questions.json").read_text(encoding="utf-8"))]
    memory = Memory()
    contender = CONTENDERS[name]()
    begun = time.perf_counter()
    contender.open(folder, library)
    opened = time.perf_counter()
    contender.answer("工作会议", ("工作会议",))
    first = time.perf_counter()
    times: dict[str, list[float]] = {}
    found: dict[str, list[float]] = {}
    for one in asked:
        if one.kind == "number" and not name.startswith("ours"):
            continue  # nobody else knows that 长政办发 42 号 2022 is a number
        if one.kind == "field + range" and not name.startswith("ours"):
            continue
        before = time.perf_counter()
        answer = contender.answer(one.typed, one.strings)
        times.setdefault(one.kind, []).append((time.perf_counter() - before) * 1_000)
        right = answer[:1] if one.kind == "number" else answer
        found.setdefault(one.kind, []).append(
            len(one.answer & set(right)) / len(one.answer) if one.answer else float(not right))
    peak = memory.end()
    contender.close()
    return {"open": (opened - begun) * 1_000, "first": (first - opened) * 1_000, "times": times,
            "recall": {kind: statistics.mean(shares) for kind, shares in found.items()}, "memory": peak}


def use_in_process(_: str, folder: Path) -> dict[str, Any]:
    """What the window does with our engine: one issue more, pages of hits with snippets, and how long the main thread
    was held up meanwhile, in milliseconds."""
    from index.engine import open_engine

    library = StoredLibrary(folder.parent / "library.db")
    texts = {one.id: one.text for one in documents(26, seed=99)}
    engine = open_engine(folder / "index", lambda one: texts.get(one) or library.text_of(one), folder / "cache")
    new = list(documents(26, seed=99))
    memory = Memory()
    more = [_renamed(one) for one in new[:DOCUMENTS_PER_ISSUE]]
    begun = time.perf_counter()
    engine.add(more)
    engine.commit()
    cold = time.perf_counter() - begun
    begun = time.perf_counter()
    engine.add(more)
    engine.commit()
    warm = time.perf_counter() - begun
    indexing = longest_pause(lambda: (engine.add(map(_renamed, new)), engine.commit()))
    pages: list[float] = []

    def search() -> None:
        for typed in ("医药储备", "管理", "的", "工作 管理", "营商环境 年:1995..2000", "公共租赁住房管理办法") * 4:
            before = time.perf_counter()
            query = SearchQuery(typed)
            for answer in engine.query(query)[:PAGE]:
                text = library.text_of(answer.id) or ""
                snippet(text, engine.places(query, text))
            pages.append((time.perf_counter() - before) * 1_000)

    searching = longest_pause(search)
    peak = memory.end()
    engine.remove(one.id for one in map(_renamed, new))
    engine.commit()
    engine.close()
    return {"cold": cold, "warm": warm, "pages": pages, "indexing": indexing, "searching": searching, "memory": peak}


def _renamed(document: Any) -> Any:
    from dataclasses import replace

    return replace(document, id="new-" + document.id)


def longest_pause(work: Callable[[], object]) -> float:
    """How long the main thread stood still at most while a thread did the work, in milliseconds."""
    thread = threading.Thread(target=work)
    longest, tick = 0.0, 0.002
    waiting = threading.Event()
    thread.start()
    before = time.perf_counter()
    while thread.is_alive():
        waiting.wait(tick)
        now = time.perf_counter()
        longest = max(longest, now - before - tick)
        before = now
    return longest * 1_000


STEPS = {"index": index_in_process, "query": query_in_process, "use": use_in_process}


def step(what: str, name: str, folder: Path) -> dict[str, Any]:
    """Run a step in a process of its own."""
    run = subprocess.run([sys.executable, "-m", "tests.benchmarks.bench_search", "--step", what, name, str(folder)],
                         stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})
    result: dict[str, Any] = json.loads(run.stdout)
    return result


# The tables

def trial(issues: int, names: list[str], folder: Path) -> None:
    """Print the tables for a library of so many issues."""
    library = StoredLibrary(folder / "library.db")
    library.fill(documents(issues))
    every = list(library)
    (folder / "questions.json").write_text(json.dumps(
        [(one.kind, one.typed, one.strings, sorted(one.answer)) for one in questions(every, _words)]), encoding="utf-8")
    text = library.text_bytes()
    library.close()
    del every
    print(f"{issues} issues, {text / 1e6:.1f} MB of text, {os.cpu_count()} processors. {AIMS.get(issues, '')}\n")
    print(f"{'':22}{'index s':>9}{'MB/s':>7}{'size÷text':>11}{'MB':>6}{'open ms':>9}{'first ms':>10}{'MB':>6}"
          f"{'recall':>9}")
    answers: dict[str, dict[str, Any]] = {}
    for name in names:
        own = folder / (name.split(",")[0])
        own.mkdir(exist_ok=True)
        made = step("index", name, own)
        answers[name] = found = step("query", name, own)
        seconds, size = made["seconds"], size_of(own) - size_of(own / "cache")
        shown = seconds > 0.01 and size
        print(f"{name:22}" + (f"{seconds:9.1f}{text / 1e6 / seconds:7.2f}{size / text:11.2f}{made['memory']:6.0f}"
                              if shown else f"{'':33}")
              + f"{found['open']:9.0f}{found['first']:10.0f}{found['memory']:6.0f}"
              f"{statistics.mean(found['recall'].values()) * 100:8.1f}%", flush=True)
    print("\nms p50 / p95, recall")
    print(f"{'':22}" + "".join(f"{name:>24}" for name in names))
    for kind in CLASSES:
        print(f"{kind:22}" + "".join(_cell(answers[name], kind) for name in names))
    if "ours" in names:
        used = step("use", "ours", folder / "ours")
        print(f"""
one issue more: {used['warm']:.2f} s (first in a session {used['cold']:.2f} s)
a page of {PAGE} hits with snippets: {_p(used['pages'], 50):.0f} / {_p(used['pages'], 95):.0f} ms
longest pause of the main thread: indexing {used['indexing']:.0f} ms, searching {used['searching']:.0f} ms
memory after all that, with the process that writes words: {used['memory']:.0f} MB
""")


def _words(text: str) -> list[str]:
    """A text cut into words, one after the other."""
    try:
        import rjieba

        return list(rjieba.cut(text, False))
    except ImportError:
        import jieba

        return list(jieba.cut(text, HMM=False))


def _cell(answered: dict[str, Any], kind: str) -> str:
    times = answered["times"].get(kind)
    if not times:
        return f"{'–':>24}"
    return f"{_p(times, 50):9.1f} /{_p(times, 95):7.1f}{answered['recall'][kind] * 100:6.0f}%"


def _p(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def main() -> int:
    """Print tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--issues", type=int, nargs="+", default=[100])
    parser.add_argument("--without", nargs="+", default=[], choices=list(CONTENDERS), metavar="NAME")
    parser.add_argument("--step", nargs=3, metavar=("STEP", "NAME", "FOLDER"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        what, name, folder = asked.step
        print(json.dumps(STEPS[what](name, Path(folder))))
        return 0
    if not gazettes_present():
        print("bench_search: the shared gazettes are not here", file=sys.stderr)
        return 1
    names = [name for name in CONTENDERS if name not in asked.without and (name != "Recoll" or Recoll.available)]
    if not Recoll.available:
        print("Recoll is not installed (Debian package recollcmd): left out")
    for issues in asked.issues:
        with tempfile.TemporaryDirectory(prefix="dibao-bench-") as folder:
            trial(issues, names, Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
