"""The program killed while annotating: nothing that was shown as saved is missing, both databases are sound."""

from __future__ import annotations

import os
import random
import select
import subprocess
import sys
import time
from pathlib import Path

from reader.services import annotate, catalogue, checking
from reader.services.library import Library
from tests.building import FakeEngine
from tests.end2end.command import ROOT, Program

KILLS = int(os.environ.get("DIBAO_TEST_KILLS", "8"))
"""Issue 5 asks for 200; that many take minutes and are run by hand."""

WORK = """
import itertools, sys
from pathlib import Path
from reader.services import annotate, catalogue
from reader.services.library import Library
from tests.building import FakeEngine
with Library.open(Path(sys.argv[1]), FakeEngine) as library:
    document = catalogue.issues(library)[0].documents[0]
    for number in itertools.count():
        made = annotate.create(library, document.id, start=number % 50, end=number % 50 + 9, note=str(number))
        print(made.annotation.id, flush=True)
        if number % 3 == 2:
            annotate.delete(library, made.annotation.id)
            print("-" + made.annotation.id, flush=True)
"""


def killed_after(library: Path, seconds: float) -> list[str]:
    """Annotate until killed so long after the first annotation; tells what was shown as saved."""
    process = subprocess.Popen([sys.executable, "-c", WORK, str(library)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    limit = time.monotonic() + seconds
    while (left := limit - time.monotonic()) > 0:
        select.select([], [], [], left)
    process.kill()
    rest = process.stdout.read()
    process.stdout.close()
    process.wait()
    # A line that was cut short was not shown.
    return [line for line in (first + rest).split("\n")[:-1] if line]


def test_what_was_shown_as_saved_survives_every_kill(program: Program, sample: Path) -> None:
    program.json("import", sample)
    moments = random.Random(5)
    saved: set[str] = set()
    deleted: set[str] = set()
    for _ in range(KILLS):
        shown = killed_after(program.library, moments.uniform(0.0, 0.25))
        saved |= {line for line in shown if not line.startswith("-")}
        deleted |= {line[1:] for line in shown if line.startswith("-")}
        with Library.open(program.library, FakeEngine, write=False) as library:
            assert library.notes.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert len(saved) > KILLS
    with Library.open(program.library, FakeEngine, write=False) as library:
        held = {placed.annotation.id for placed in annotate.all_annotations(library)}
        trashed = {annotation.id for annotation in annotate.trash(library)}
        assert saved <= held | trashed
        assert deleted <= trashed
        assert len(catalogue.issues(library)) == 1
        assert {found.code for found in checking.check(library)} <= {"check.step"}
