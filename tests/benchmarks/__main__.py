"""Run the benchmarks: `python -m tests.benchmarks [NAME ...] [--full]`, NAME as in bench_NAME.py; without names all.

Each runs in a process of its own and prints its table. A module names in `FULL` what its long form takes.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def names() -> list[str]:
    """The benchmarks there are."""
    return sorted(path.stem.removeprefix("bench_") for path in FOLDER.glob("bench_*.py"))


def full_arguments(name: str) -> list[str]:
    """What a benchmark's long form takes, read without loading it."""
    for node in ast.parse((FOLDER / f"bench_{name}.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and any(isinstance(to, ast.Name) and to.id == "FULL" for to in node.targets):
            return list(ast.literal_eval(node.value))
    return []


def main() -> int:
    """Run them one after another; 1 when one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names()))
    parser.add_argument("--full", action="store_true", help="the long form of those that have one")
    asked = parser.parse_args()
    unknown = sorted(set(asked.names) - set(names()))
    if unknown:
        parser.error(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(names())}")
    failed = []
    for name in asked.names or names():
        print(f"== {name}", flush=True)
        begin = time.perf_counter()
        more = full_arguments(name) if asked.full else []
        done = subprocess.run([sys.executable, "-m", f"tests.benchmarks.bench_{name}", *more], cwd=FOLDER.parents[1],
                              check=False)
        if done.returncode:
            failed.append(name)
        print(f"-- {name}: {time.perf_counter() - begin:.0f} s\n", flush=True)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
