"""Opening a library: who may, and what is said when it cannot be."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, positions, safety
from reader.services import library as library_module
from reader.services.import_files import import_paths
from reader.services.library import Library
from tests.building import FakeEngine, fake_importer

ROOT = Path(__file__).resolve().parents[3]


def refusal(root: Path, *, write: bool = True) -> UserError:
    with pytest.raises(UserError) as fault:
        Library.open(root, FakeEngine, write=write)
    return fault.value


def test_a_new_folder_becomes_a_library(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new" / "library", FakeEngine) as library:
        assert not library.read_only
    assert {"library.db", "annotations.db"} <= {path.name for path in (tmp_path / "new" / "library").iterdir()}


def test_opening_what_is_there_needs_no_migration_library(tmp_path: Path) -> None:
    Library.open(tmp_path, FakeEngine).close()
    script = ("import sys; from pathlib import Path; from reader.services.library import Library\n"
              f"Library.open(Path({str(tmp_path)!r}), None).close()\n"
              "print([name for name in ('sqlite_utils', 'whoosh', 'jieba', 'lxml') if name in sys.modules])")
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_one_writer_at_a_time(library: Library) -> None:
    assert refusal(library.root).code == "library.in_use"


def test_reading_goes_on_while_another_writes(library: Library) -> None:
    positions.save_position(library, "key", 5)
    with Library.open(library.root, FakeEngine, write=False) as reader:
        assert reader.read_only
        assert positions.position(reader, "key") == 5


def test_the_right_to_write_comes_back(library: Library) -> None:
    library.close()
    Library.open(library.root, FakeEngine).close()


def test_a_killed_writer_leaves_no_lock(tmp_path: Path) -> None:
    script = ("import os; from pathlib import Path; from reader.services.library import Library\n"
              f"Library.open(Path({str(tmp_path)!r}), None); os.kill(os.getpid(), 9)")
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    assert done.returncode == -9
    Library.open(tmp_path, FakeEngine).close()


@pytest.mark.parametrize("name", ["library.db", "annotations.db"])
def test_a_newer_library_is_refused_and_not_touched(tmp_path: Path, name: str) -> None:
    Library.open(tmp_path, FakeEngine).close()
    connection = sqlite3.connect(tmp_path / name)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    for write in (True, False):
        assert refusal(tmp_path, write=write).code == "library.newer"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("name", ["library.db", "annotations.db"])
def test_a_broken_database_is_told(tmp_path: Path, name: str) -> None:
    Library.open(tmp_path, FakeEngine).close()
    (tmp_path / name).write_bytes(b"\xff" * 9000)
    error = refusal(tmp_path)
    assert (error.code, Path(str(error.facts["path"])).name) == ("library.broken", name)
    (tmp_path / name).unlink()
    Library.open(tmp_path, FakeEngine).close()


def test_an_older_database_is_copied_before_it_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path, FakeEngine) as library:
        positions.save_position(library, "key", 5)

    def more(db: object) -> None:
        db.execute("CREATE TABLE more (x)")  # type: ignore[attr-defined]  # sqlite-utils' Database

    before = library_module.ANNOTATIONS
    monkeypatch.setattr(library_module, "ANNOTATIONS", type(before)(
        before.name, before.application_id, (*before.steps, more)))
    with Library.open(tmp_path, FakeEngine) as library:
        assert positions.position(library, "key") == 5
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.startswith(f"annotations-before-{before.version + 1:03}-")
    connection = sqlite3.connect(copy)
    assert connection.execute("PRAGMA user_version").fetchone() == (before.version,)
    connection.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "library").code == "library.unreadable"


def test_a_library_on_a_medium_for_reading_opens_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path, FakeEngine) as library:
        positions.save_position(library, "key", 5)
    monkeypatch.setattr(library_module, "_on_read_only_medium", lambda root: root == tmp_path)
    before = sorted(path.name for path in tmp_path.iterdir())
    with Library.open(tmp_path, FakeEngine, write=False) as reader:
        assert positions.position(reader, "key") == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.fixture
def share(tmp_path: Path, gazette: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with an issue and an annotation, where nobody can write any more."""
    root = tmp_path / "share"
    monkeypatch.setitem(sys.modules, "reader.importing.importer", fake_importer())
    with Library.open(root, FakeEngine) as library:
        import_paths(library, [gazette], SilentJob())
        annotate.create_on_document(library, catalogue.issues(library)[0].documents[0].id, style="重点", note="公用",
                                    tags=())
    monkeypatch.setattr(library_module, "_on_read_only_medium", lambda folder: folder == root)
    return root


def test_a_share_for_reading_takes_ones_own_annotations_elsewhere(share: Path, tmp_path: Path, gazette: Path) -> None:
    before = {path: path.read_bytes() for path in share.rglob("*") if path.is_file()}
    own = tmp_path / "own"
    with Library.open(share, FakeEngine, own_notes=own) as library:
        assert (library.read_only, library.texts_read_only) == (False, True)
        document_id = catalogue.issues(library)[0].documents[1].id
        annotate.create(library, document_id, start=0, end=4, note="自己的")
        safety.backup(library)
        with pytest.raises(UserError) as fault:
            import_paths(library, [gazette], SilentJob())
        assert fault.value.code == "library.read_only"
    with Library.open(share, FakeEngine, write=False, own_notes=own) as again:
        assert [placed.annotation.note for placed in annotate.all_annotations(again)] == ["公用", "自己的"]
    assert {path: path.read_bytes() for path in share.rglob("*") if path.is_file()} == before
    assert {"annotations.db", "backups"} <= {path.name for path in own.iterdir()}


def test_ones_own_annotations_begin_without_a_backup_of_what_lies_on_the_share(share: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    with Library.open(share, FakeEngine, write=False, own_notes=own) as library:
        assert [placed.annotation.note for placed in annotate.all_annotations(library)] == ["公用"]
    assert list(own.glob("backups/*")) == []


def test_a_share_for_reading_refuses_a_writer_without_a_place_of_his_own(share: Path) -> None:
    assert refusal(share).code == "library.read_only"
    with Library.open(share, FakeEngine, write=False) as reader:
        assert len(annotate.all_annotations(reader)) == 1


def test_a_reading_library_refuses_changes(library: Library) -> None:
    with Library.open(library.root, FakeEngine, write=False) as reader:
        with pytest.raises(UserError) as fault:
            positions.save_position(reader, "key", 5)
        assert fault.value.code == "library.read_only"


def test_threads_read_and_write_side_by_side(library: Library) -> None:
    faults: list[BaseException] = []

    def work(name: str) -> None:
        try:
            for offset in range(20):
                positions.save_position(library, name, offset)
                assert positions.position(library, name) == offset
        except BaseException as fault:  # noqa: BLE001 - carried to the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(f"key {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
