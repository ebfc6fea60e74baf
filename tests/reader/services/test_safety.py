"""Backups, restoring, checking."""

from __future__ import annotations

import dataclasses
import datetime
import errno
from pathlib import Path

import pytest

from reader.model.errors import UserError
from reader.model.job import SilentJob
from reader.services import annotate, catalogue, checking, safety
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.storage import backups
from reader.storage.library_writing import mark_all_stale
from reader.wording import LANGUAGES, word
from tests.building import FakeEngine

pytestmark = pytest.mark.usefixtures("simple_importer")


@pytest.fixture
def document_id(library: Library, gazette: Path) -> str:
    """A document of the imported gazette."""
    import_paths(library, [gazette], SilentJob())
    return catalogue.issues(library)[0].documents[0].id


def note(library: Library, document_id: str, text: str) -> str:
    return annotate.create_on_document(library, document_id, style="重点", note=text, tags=()).annotation.id


def notes(library: Library) -> list[str]:
    return [placed.annotation.note for placed in annotate.all_annotations(library)]


def test_a_backup_is_restored_and_what_it_replaces_is_kept(library: Library, document_id: str) -> None:
    note(library, document_id, "先")
    file = safety.backup(library)
    note(library, document_id, "后")
    aside = safety.restore_backup(library, file)
    assert notes(library) == ["先"]
    safety.restore_backup(library, aside)
    assert notes(library) == ["先", "后"]


def test_restoring_a_closed_library_gives_the_same(library: Library, document_id: str) -> None:
    note(library, document_id, "先")
    file = safety.backup(library)
    note(library, document_id, "后")
    library.close()
    aside = safety.restore_closed(library.root, file)
    with Library.open(library.root, FakeEngine) as again:
        assert notes(again) == ["先"]
        assert backups.verify(aside) == 2


def test_a_library_in_use_is_not_restored(library: Library, document_id: str) -> None:
    note(library, document_id, "先")
    file = safety.backup(library)
    with pytest.raises(UserError) as fault:
        safety.restore_closed(library.root, file)
    assert fault.value.code == "library.in_use"


def test_a_bad_backup_changes_nothing(library: Library, document_id: str, tmp_path: Path) -> None:
    note(library, document_id, "先")
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"x" * 5_000)
    with pytest.raises(UserError) as fault:
        safety.restore_backup(library, bad)
    assert fault.value.code == "backup.broken"
    assert notes(library) == ["先"]


def test_backups_are_as_old_as_when_they_were_made_not_copied(library: Library) -> None:
    folder = safety.backup_folder(library)
    folder.mkdir(exist_ok=True)
    names = ["annotations-20260301T080000Z.db", "replaced-20260302T090000123456Z.db",
             "annotations-before-003-20260303T100000Z.db"]
    for name in names:
        # Copied in the order of the alphabet, as a library moved to another disk.
        (folder / name).write_bytes(b"")
    assert [path.name for path in safety.all_backups(library.notes_root)] == names[::-1]
    assert [f"{safety.moment_of(folder / name):%d %H:%M}" for name in names] == ["01 08:00", "02 09:00", "03 10:00"]


def test_a_backup_into_a_folder_gets_a_name(library: Library, tmp_path: Path) -> None:
    path = safety.backup(library, tmp_path)
    assert path.parent == tmp_path
    assert backups.verify(path) == 0


@pytest.mark.parametrize(("target", "code"), [("no/such/mine.db", "export.no_folder"),
                                              ("file.txt/mine.db", "export.unreachable"),
                                              ("a\0b.db", "export.name")])
def test_a_backup_makes_no_folder_and_tells_what_is_in_the_way(library: Library, tmp_path: Path, target: str,
                                                               code: str) -> None:
    (tmp_path / "file.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(UserError) as told:
        safety.backup(library, tmp_path / target)
    assert told.value.code == code
    assert not (tmp_path / "no").exists()


def test_a_full_disk_leaves_the_backup_that_was_there(library: Library, tmp_path: Path,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    path = safety.backup(library, tmp_path / "a.db")
    before = path.read_bytes()

    def full(_fresh: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError) as fault:
        safety.backup(library, path)
    assert fault.value.code == "disk.full"
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.glob("*a.db*")] == ["a.db"]


def test_scheduled_backups_are_made_when_due_and_there_is_something_to_keep(
        library: Library, document_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert safety.back_up_when_due(library) is None
    note(library, document_id, "先")
    assert safety.back_up_when_due(library) is not None
    assert safety.back_up_when_due(library) is None
    monkeypatch.setattr(backups, "SPACING", datetime.timedelta(0))
    assert safety.back_up_when_due(library) is not None


def test_closing_makes_the_scheduled_backup(library: Library, document_id: str) -> None:
    note(library, document_id, "先")
    library.close()
    (file,) = (library.root / "backups").iterdir()
    assert backups.verify(file) == 1


def test_a_full_disk_does_not_hinder_closing(library: Library, document_id: str, monkeypatch: pytest.MonkeyPatch,
                                             caplog: pytest.LogCaptureFixture) -> None:
    note(library, document_id, "先")

    def full(_source: object, out: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(out))

    monkeypatch.setattr(backups, "copy", full)
    library.close()
    assert "disk.full" in caplog.text
    with Library.open(library.root, FakeEngine, write=False) as again:
        assert notes(again) == ["先"]


def test_a_preview_tells_what_restoring_would_change(library: Library, document_id: str) -> None:
    for text in ("一", "二", "三"):
        note(library, document_id, text)
    file = safety.backup(library)
    one, two, _ = (placed.annotation for placed in annotate.all_annotations(library))
    annotate.save(library, dataclasses.replace(one, note="改了"))
    annotate.delete(library, two.id)
    note(library, document_id, "四")
    before = file.read_bytes()
    assert safety.preview(library, file) == safety.BackupContents(annotations=3, back=1, gone=1, changed=1)
    assert file.read_bytes() == before


def test_the_newest_sound_backup_is_offered(library: Library, document_id: str) -> None:
    assert safety.newest_sound_backup(library.root) is None
    note(library, document_id, "先")
    folder = library.root / "backups"
    folder.mkdir()
    sound = safety.backup(library, folder / "annotations-20250101T000000Z.db")
    (folder / "annotations-20250102T000000Z.db").write_bytes(b"broken")
    assert safety.newest_sound_backup(library.root) == sound
    assert len(safety.all_backups(library.root)) == 2


def test_a_whole_library_has_no_findings(library: Library, document_id: str) -> None:
    note(library, document_id, "先")
    assert checking.check(library) == ()


@pytest.mark.parametrize(("damage", "code"), [
    ("UPDATE parts SET text = '临' || text WHERE document_id IS NOT NULL", "check.hash"),
    ("UPDATE parts SET text = text || '外' WHERE document_id IS NULL", "check.tiling"),
    ("UPDATE reports SET removals = '[]'", "check.conservation"),
    ("DELETE FROM parts WHERE position = 2", "check.structure"),
    ("UPDATE documents SET stale = 1", "check.step"),
    ("INSERT INTO former_keys VALUES ('x', 'd0')", "check.references")])
def test_each_damage_is_found(library: Library, document_id: str, damage: str, code: str) -> None:
    assert document_id
    library.texts.execute("PRAGMA foreign_keys = OFF")
    library.texts.execute(damage.replace("'[]'", "'{\"#\":0}'"))
    findings = checking.check(library)
    assert code in {finding.code for finding in findings}
    for finding in findings:
        assert all(word(finding.code, finding.facts, language) and word(finding.remedy, finding.facts, language)
                   for language in LANGUAGES)


def test_a_changed_original_is_found(library: Library, document_id: str) -> None:
    path = catalogue.original(library, catalogue.document_facts(library, document_id).issue_id)
    path.write_bytes(b"other")
    assert [finding.code for finding in checking.check(library)] == ["check.original"]


@pytest.mark.parametrize("code", ["outdated", "damaged", "words_damaged", "words_missing", "out_of_step"])
def test_faults_of_the_index_are_told(library: Library, document_id: str, code: str) -> None:
    assert document_id
    assert isinstance(library.engine, FakeEngine)
    library.engine.faults = (f"index.{code}",)
    (finding,) = checking.check(library)
    assert (finding.code, finding.facts["detail"]) == (f"check.index_{code}", f"index.{code}")
    for language in LANGUAGES:
        assert f"index.{code}" not in word(finding.code, finding.facts, language)


def test_an_index_that_lags_is_told(library: Library, document_id: str) -> None:
    assert document_id
    mark_all_stale(library.texts)
    assert [finding.code for finding in checking.check(library)] == ["check.step"]


def test_a_finding_is_a_value() -> None:
    assert dataclasses.replace(checking.Finding("a"), code="b") == checking.Finding("b")


def test_a_look_over_names_the_damaged_file(tmp_path: Path) -> None:
    root = tmp_path / "library"
    Library.open(root, FakeEngine).close()
    for name in ("annotations.db", "library.db"):
        whole = (root / name).read_bytes()
        (root / name).write_bytes(whole[:100] + b"\xff" * 8192)
        opened = Library.open(root, FakeEngine)
        with pytest.raises(UserError) as told:
            safety.look_over(opened)
        assert (told.value.code, Path(str(told.value.facts["path"])).name) == ("library.broken", name)
        opened.close()
        (root / name).write_bytes(whole)
    with Library.open(root, FakeEngine) as sound:
        safety.look_over(sound)
