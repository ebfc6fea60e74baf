"""Watched folders: what is offered, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.model.job import SilentJob
from reader.services import import_files, watching
from reader.services.library import Library
from reader.services.watching import Look, Stamp

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty watched folder."""
    made = tmp_path / "新到"
    made.mkdir()
    return made


def look(library: Library, folder: Path, before: Look | None = None, judged: dict[str, Stamp] | None = None) -> Look:
    return watching.look(library, [str(folder)], before.stamps if before else {}, SilentJob(), judged)


def twice(library: Library, folder: Path) -> Look:
    return look(library, folder, look(library, folder))


def names(seen: Look) -> list[str]:
    return [one.path.name for one in seen.fresh]


def test_a_file_counts_when_two_looks_see_it_alike(library: Library, folder: Path) -> None:
    file = folder / "第1期.txt"
    file.write_text("前半", encoding="utf-8")
    first = look(library, folder)
    assert (names(first), first.unsettled) == ([], True)
    file.write_text("前半和后半", encoding="utf-8")
    second = look(library, folder, first)
    assert (names(second), second.unsettled) == ([], True)
    third = look(library, folder, second)
    assert (names(third), third.unsettled) == (["第1期.txt"], False)


def test_only_gazette_files_are_seen_also_in_folders_inside(library: Library, folder: Path) -> None:
    (folder / "2025").mkdir()
    for name in ("2025/a.pdf", "b.docx", "c.exe", "~$b.docx", ".hidden.txt", "d.tmp"):
        (folder / name).write_bytes(b"x")
    seen = twice(library, folder)
    assert sorted(names(seen)) == ["a.pdf", "b.docx"]
    assert seen.folders == (str(folder), str(folder / "2025"))


def test_what_the_library_has_is_not_offered_wherever_it_lies(library: Library, folder: Path, gazette: Path) -> None:
    (folder / "copy.txt").write_bytes(gazette.read_bytes())
    assert names(twice(library, folder)) == ["copy.txt"]
    import_files.import_paths(library, [gazette], SilentJob())
    assert names(twice(library, folder)) == []


def test_a_changed_file_is_offered_as_such(library: Library, folder: Path, gazette: Path) -> None:
    file = folder / "第2期.txt"
    file.write_bytes(gazette.read_bytes())
    import_files.import_paths(library, [file], SilentJob())
    file.write_bytes(gazette.read_bytes() + "补正".encode())
    assert [one.changed for one in twice(library, folder).fresh] == [True]


def test_what_was_dismissed_is_not_offered_under_another_name(library: Library, folder: Path) -> None:
    (folder / "a.txt").write_text("不要", encoding="utf-8")
    watching.dismiss(library, twice(library, folder).fresh)
    (folder / "a.txt").rename(folder / "b.txt")
    assert names(twice(library, folder)) == []
    (folder / "b.txt").write_text("另一篇", encoding="utf-8")
    assert names(twice(library, folder)) == ["b.txt"]


def test_what_was_judged_is_not_read_again(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("甲", encoding="utf-8")
    seen = twice(library, folder)
    monkeypatch.setattr(watching, "read_bytes", lambda path: pytest.fail(f"read {path}"))
    assert names(look(library, folder, seen, dict(seen.stamps))) == []


def test_an_empty_file_waits(library: Library, folder: Path) -> None:
    (folder / "a.txt").touch()
    seen = twice(library, folder)
    assert (names(seen), seen.unsettled) == ([], False)


def test_a_file_that_cannot_be_read_is_told_apart(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text("甲", encoding="utf-8")
    monkeypatch.setattr(import_files, "MOST_BYTES", 1)
    seen = twice(library, folder)
    assert (names(seen), seen.unread) == ([], {str(folder / "a.txt")})


def test_a_folder_that_is_away_is_told_and_stops_nothing(library: Library, folder: Path, tmp_path: Path) -> None:
    (folder / "a.txt").write_text("甲", encoding="utf-8")
    folders = [str(tmp_path / "away"), str(folder)]
    first = watching.look(library, folders, {}, SilentJob())
    seen = watching.look(library, folders, first.stamps, SilentJob())
    assert seen.missing == (str(tmp_path / "away"),)
    assert names(seen) == ["a.txt"]


def test_the_librarys_own_originals_are_no_new_files(library: Library, gazette: Path) -> None:
    import_files.import_paths(library, [gazette], SilentJob())
    gazette.unlink()
    assert twice(library, library.root.parent).stamps == {}
