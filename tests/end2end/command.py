"""The program's command line in a process of its own, as a script sees it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TIME_LIMIT = 120.0


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)


class Program:
    """The program, with a library and a home of its own."""

    def __init__(self, library: Path, home: Path) -> None:
        self.library = library
        self._home = home

    def environment(self) -> dict[str, str]:
        """Nothing of the user's own settings."""
        return os.environ | {"DIBAO_LIBRARY": str(self.library), "HOME": str(self._home), "PYTHONWARNINGS": "error",
                             "XDG_DATA_HOME": str(self._home / "data"), "XDG_CACHE_HOME": str(self._home / "cache"),
                             "XDG_CONFIG_HOME": str(self._home / "config"), "XDG_STATE_HOME": str(self._home / "state")}

    def start(self, *words: str | Path, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
        """Begin a command; `before` runs in its process first."""
        return subprocess.Popen([sys.executable, str(ROOT / "main.py"), *map(str, words)], cwd=self._home, text=True,
                                encoding="utf-8", env=self.environment(), stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=before)

    def run(self, *words: str | Path, before: Callable[[], None] | None = None) -> Done:
        """Carry out a command."""
        process = self.start(*words, before=before)
        try:
            out, err = process.communicate(timeout=TIME_LIMIT)
        finally:
            process.kill()
            process.wait()
        return Done(process.returncode, out, err)

    def json(self, *words: str | Path) -> Any:
        """Carry out a command that must succeed and give its JSON."""
        done = self.run(*words, "--json")
        assert done.status == 0, done
        return done.json


def ink(text: str) -> Counter[str]:
    """The characters of a text that are not white space, counted."""
    return Counter("".join(text.split()))


def documents(program: Program) -> list[dict[str, Any]]:
    """All documents that the program lists."""
    return [document for issue in program.json("documents")["issues"] for document in issue["documents"]]


def first(program: Program) -> dict[str, Any]:
    """The first document that the program lists."""
    return documents(program)[0]


def passage(program: Program, document_id: str) -> str:
    """A sentence of a document that stands in it once."""
    text = str(program.json("show", document_id)["text"])
    sentences = [line for line in text.splitlines()
                 if 15 <= len(line) <= 60 and text.count(line) == 1 and "\t" not in line]
    return sentences[-1]
