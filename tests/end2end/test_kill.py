"""The program killed while annotating: nothing that was shown as saved is missing, both databases are sound. Killed
while importing: what is left to do is done by the next that changes the library."""

from __future__ import annotations

import os
import random
import select
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from reader.services import annotate, catalogue, checking
from reader.services.library import Library
from tests.building import FakeEngine
from tests.end2end.command import ROOT, Program, first
from tests.end2end.desktop import wait_until

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


def is_behind(library: Path) -> bool:
    """Whether documents are stored that the index does not hold."""
    path = library / "library.db"
    if not path.exists():
        return False
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return bool(connection.execute("SELECT count(*) FROM documents WHERE stale = 1").fetchone()[0])
    except sqlite3.OperationalError:
        return False  # the tables are not there yet
    finally:
        connection.close()


def test_an_index_that_a_killed_import_left_behind_is_brought_in_step(program: Program, sample: Path) -> None:
    process = program.start("import", sample)
    wait_until(lambda: is_behind(program.library), "documents stored", 60)
    process.kill()
    process.communicate()
    before = program.run("check", "--json")
    assert (before.status, [found["code"] for found in before.json["findings"]]) == (3, ["check.step"])
    assert "reindex" in before.json["findings"][0]["remedy"]
    assert program.run("check").status == 3  # looking changes nothing
    document = first(program)["id"]
    made = program.run("annotate", document, "--note", "见附件", "--json")
    assert (made.status, made.json["note"]) == (0, "见附件")
    assert program.json("check") == {"ok": True, "findings": []}
