"""Opening a library that is damaged, or lies where nobody can write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from reader.model.job import SilentJob
from reader.services import annotate, catalogue, import_files, paths, rebuilding, safety
from reader.services import library as library_module
from reader.services.library import ANNOTATIONS_FILE, LIBRARY_FILE, Library
from tests.building import FakeEngine
from ui import opening

pytestmark = pytest.mark.usefixtures("qapp", "simple_importer")
Answer = Callable[[bool], list[str]]


@pytest.fixture
def root(tmp_path: Path, gazette: Path) -> Path:
    """The folder of a library with one annotation and a backup of it."""
    with Library.open(tmp_path / "library", FakeEngine) as opened:
        import_files.import_paths(opened, [gazette], SilentJob())
        first = catalogue.issues(opened)[0].documents[0]
        annotate.create(opened, first.id, start=0, end=3)
        safety.backup(opened)
    return tmp_path / "library"


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers every question alike; gives back the list of what was asked and told."""

    def prepare(yes: bool) -> list[str]:
        told: list[str] = []

        def ask(question: str, _yes: str) -> bool:
            told.append(question)
            return yes

        monkeypatch.setattr(opening, "ask", ask)
        monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: told.append(text))
        return told

    return prepare


def damage(file: Path) -> None:
    for ending in ("-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)
    # The header stays: it says whose file it is.
    file.write_bytes(file.read_bytes()[:100] + b"\xff" * 8192)


def test_damaged_annotations_come_back_from_the_backup_after_asking(root: Path, answer: Answer) -> None:
    damage(root / ANNOTATIONS_FILE)
    told = answer(True)
    opened = opening.open_library(root, FakeEngine)
    assert opened is not None
    with opened.library as library:
        assert len(annotate.all_annotations(library)) == 1
    assert len(told) == 1
    assert any(path.read_bytes()[100:104] == b"\xff" * 4 for path in (root / "backups").glob("replaced-*.db"))


def test_without_consent_nothing_is_touched(root: Path, answer: Answer) -> None:
    damage(root / ANNOTATIONS_FILE)
    before = (root / ANNOTATIONS_FILE).read_bytes()
    told = answer(False)
    assert opening.open_library(root, FakeEngine) is None
    assert len(told) == 2
    assert (root / ANNOTATIONS_FILE).read_bytes() == before


def test_a_damaged_library_is_set_aside_to_be_rebuilt(root: Path, answer: Answer) -> None:
    damage(root / LIBRARY_FILE)
    answer(True)
    opened = opening.open_library(root, FakeEngine)
    assert opened is not None
    assert opened.rebuild
    with opened.library as library:
        assert catalogue.issues(library) == ()
        assert rebuilding.rebuild(library, SilentJob()) == 1
        assert len(annotate.all_annotations(library)) == 1
    assert len(list(root.glob("broken-*library.db"))) == 1


def test_a_library_on_a_read_only_share_takes_annotations(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer
) -> None:
    monkeypatch.setattr(library_module, "_on_read_only_medium", lambda where: where == root)
    monkeypatch.setattr(paths, "data", lambda: tmp_path / "own")
    told = answer(False)
    opened = opening.open_library(root, FakeEngine)
    assert opened is not None
    with opened.library as library:
        assert library.texts_read_only
        first = catalogue.issues(library)[0].documents[0]
        annotate.create(library, first.id, start=3, end=6)
        assert len(annotate.all_annotations(library)) == 2
    assert told == []


def remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def test_a_library_without_its_texts_is_rebuilt_after_asking(root: Path, answer: Answer) -> None:
    remove(root / LIBRARY_FILE)
    told = answer(True)
    opened = opening.open_library(root, FakeEngine)
    assert opened is not None
    with opened.library as library:
        assert opened.rebuild
        assert rebuilding.rebuild(library, SilentJob()) == 1
    assert len(told) == 1
    again = opening.open_library(root, FakeEngine)
    assert again is not None
    with again.library:
        assert not again.rebuild
    assert len(told) == 1


def test_a_library_without_its_texts_is_asked_about_until_it_is_rebuilt(root: Path, answer: Answer) -> None:
    remove(root / LIBRARY_FILE)
    told = answer(False)
    assert opening.open_library(root, FakeEngine) is None
    assert opening.open_library(root, FakeEngine) is None
    assert len(told) == 2
    assert not (root / LIBRARY_FILE).exists()


def test_a_rebuild_that_was_cut_short_is_taken_up_again(root: Path, answer: Answer) -> None:
    remove(root / LIBRARY_FILE)
    told = answer(True)
    for _ in range(2):
        opened = opening.open_library(root, FakeEngine)
        assert opened is not None
        opened.library.close()
        assert opened.rebuild
    assert len(told) == 1


def test_a_new_library_is_opened_without_a_question(tmp_path: Path, answer: Answer) -> None:
    told = answer(False)
    opened = opening.open_library(tmp_path / "new", FakeEngine)
    assert opened is not None
    opened.library.close()
    assert told == []
