"""Importing with a simple importer: statuses, ids, faults, cancelling."""

from __future__ import annotations

import errno
import logging
import sys
import zipfile
from pathlib import Path

import pytest

from reader.model.errors import Cancelled
from reader.model.job import SilentJob
from reader.model.report import FileStatus
from reader.services import catalogue
from reader.services.import_files import import_paths
from reader.services.library import Library
from reader.storage import atomic
from tests.building import GAZETTE, FakeEngine, fake_importer

pytestmark = pytest.mark.usefixtures("simple_importer")


class StopAfter:
    """A job that is cancelled once so many files are done."""

    def __init__(self, done: int) -> None:
        self._left = done
        self._stop = False

    def report(self, done: int, _total: int, _text: str) -> None:
        self._stop = done >= self._left

    def check_cancelled(self) -> None:
        if self._stop:
            self._stop = False
            raise Cancelled


def statuses(library: Library, *paths: Path) -> list[str]:
    return [file.status.value for file in import_paths(library, paths, SilentJob()).files]


def test_a_file_is_imported_with_its_documents(library: Library, gazette: Path) -> None:
    (report,) = import_paths(library, [gazette], SilentJob()).files
    assert (report.status, report.documents, report.removed) == (FileStatus.IMPORTED, 2, 2)
    assert report.characters == len("".join(GAZETTE.split())) - 2
    (entry,) = catalogue.issues(library)
    assert entry.facts.id == report.issue_id
    assert [facts.title for facts in entry.documents] == [
        "云汀市人民政府关于修缮古桥的通知", "云汀市人民政府关于夜市的意见"]


def test_the_original_is_kept_byte_by_byte(library: Library, gazette: Path) -> None:
    (report,) = import_paths(library, [gazette], SilentJob()).files
    assert report.issue_id is not None
    assert catalogue.original(library, report.issue_id).read_bytes() == gazette.read_bytes()


def test_the_same_file_again_is_unchanged(library: Library, gazette: Path) -> None:
    first = import_paths(library, [gazette], SilentJob()).files[0]
    again = import_paths(library, [gazette], SilentJob()).files[0]
    assert again.status is FileStatus.UNCHANGED
    assert (again.issue_id, again.documents, again.characters) == (first.issue_id, first.documents, first.characters)


def test_the_same_content_elsewhere_is_not_imported_twice(library: Library, gazette: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(gazette.read_bytes())
    assert statuses(library, gazette, copy) == ["imported", "unchanged"]
    assert len(catalogue.issues(library)) == 1


def test_a_twin_in_the_same_import_is_named(library: Library, gazette: Path, tmp_path: Path) -> None:
    copy = tmp_path / "副本.txt"
    copy.write_bytes(gazette.read_bytes())
    assert [file.same_as for file in import_paths(library, [gazette, copy], SilentJob()).files] == ["", str(gazette)]
    assert [file.same_as for file in import_paths(library, [gazette, copy], SilentJob()).files] == ["", ""]


def test_other_content_at_the_same_path_updates_and_keeps_ids(library: Library, gazette: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    (before,) = catalogue.issues(library)
    gazette.write_text(GAZETTE.replace("汛期", "冬季") + "# 云汀市人民政府公告\n新增一件。\n", encoding="utf-8")
    assert statuses(library, gazette) == ["updated"]
    (after,) = catalogue.issues(library)
    assert after.facts.id == before.facts.id
    assert [one.id for one in after.documents[:2]] == [one.id for one in before.documents]
    assert "冬季" in catalogue.document(library, after.documents[0].id).text


def test_newer_rules_update_an_unchanged_file(library: Library, gazette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert statuses(library, gazette) == ["imported"]
    monkeypatch.setitem(sys.modules, "reader.importing.importer", fake_importer(rules_version=2))
    assert statuses(library, gazette) == ["updated"]
    assert statuses(library, gazette) == ["unchanged"]


def test_a_changed_copy_is_a_new_issue_while_the_first_file_is_still_there(
        library: Library, gazette: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(gazette.read_bytes())
    import_paths(library, [gazette, copy], SilentJob())
    copy.write_text(GAZETTE.replace("汛期", "冬季"), encoding="utf-8")
    assert statuses(library, copy) == ["imported"]
    assert len(catalogue.issues(library)) == 2
    key = catalogue.issues(library)[0].documents[0].key
    assert len(catalogue.editions(library, key)) == 2


def test_old_content_that_comes_back_is_a_new_issue_beside_the_newer(
        library: Library, gazette: Path, tmp_path: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    gazette.write_text(GAZETTE.replace("汛期", "冬季"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    old = tmp_path / "old.txt"
    old.write_text(GAZETTE, encoding="utf-8")
    assert statuses(library, old) == ["imported"]
    ids = [entry.facts.id for entry in catalogue.issues(library)]
    assert len(set(ids)) == 2


def test_a_document_that_is_gone_leaves_the_library_and_the_index(library: Library, gazette: Path) -> None:
    import_paths(library, [gazette], SilentJob())
    gone = catalogue.issues(library)[0].documents[1].id
    gazette.write_text(GAZETTE.partition("# 云汀市人民政府关于夜市")[0], encoding="utf-8")
    import_paths(library, [gazette], SilentJob())
    assert gone not in library.engine.ids()
    assert len(catalogue.issues(library)[0].documents) == 1


def test_one_bad_file_among_good_ones_is_told_and_stops_nothing(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    folder.mkdir()
    (folder / "a.txt").write_text(GAZETTE, encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    (folder / "c.txt").write_bytes(b"\0\1\2")
    report = import_paths(library, [folder], SilentJob())
    assert [(Path(file.path).name, file.error) for file in report.files] == [
        ("a.txt", None), ("b.txt", "file.empty"), ("c.txt", "file.binary")]


def test_a_fault_of_ours_is_one_files_fault_and_the_log_holds_no_text(
        library: Library, tmp_path: Path, gazette: Path, caplog: pytest.LogCaptureFixture) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("BUG 机密", encoding="utf-8")
    with caplog.at_level(logging.ERROR):
        report = import_paths(library, [bad, gazette], SilentJob())
    assert [file.error for file in report.files] == ["file.fault", None]
    assert "RuntimeError" in caplog.text
    assert "机密" not in caplog.text


@pytest.mark.parametrize(("name", "code"), [("nothing.txt", "file.missing"), ("empty", "folder.no_gazettes")])
def test_what_is_not_there_is_told(library: Library, tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "empty").mkdir()
    (report,) = import_paths(library, [tmp_path / name], SilentJob()).files
    assert (report.status, report.error) == (FileStatus.FAILED, code)


def test_an_unreadable_file_is_told(library: Library, gazette: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (report,) = import_paths(library, [gazette], SilentJob()).files
    assert (report.error, report.facts["reason"]) == ("file.unreadable", "EACCES")


def test_cancelling_keeps_what_is_finished_and_indexes_it(library: Library, tmp_path: Path) -> None:
    paths = []
    for number in range(2):
        path = tmp_path / f"{number}.txt"
        path.write_text(GAZETTE.replace("古桥", f"古桥{number}"), encoding="utf-8")
        paths.append(path)
    report = import_paths(library, paths, StopAfter(1))
    assert report.cancelled
    assert [file.status for file in report.files] == [FileStatus.IMPORTED]
    assert library.engine.ids() == {facts.id for facts in catalogue.issues(library)[0].documents}


def test_a_full_disk_fails_this_file_and_the_rest_and_harms_nothing(
        library: Library, gazette: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "other.txt"
    other.write_text(GAZETTE.replace("古桥", "老桥"), encoding="utf-8")
    import_paths(library, [gazette], SilentJob())

    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder))

    third = tmp_path / "third.txt"
    third.write_text(GAZETTE.replace("古桥", "石桥"), encoding="utf-8")
    monkeypatch.setattr(atomic, "_make_durable", full)
    report = import_paths(library, [other, third], SilentJob())
    assert [file.error for file in report.files] == ["disk.full", "disk.full"]
    monkeypatch.undo()
    assert len(catalogue.issues(library)) == 1


def test_an_index_that_cannot_be_written_leaves_texts_that_are_indexed_later(library: Library, gazette: Path) -> None:
    engine = library.engine
    assert isinstance(engine, FakeEngine)
    engine.broken = OSError(errno.ENOSPC, "No space left on device")
    report = import_paths(library, [gazette], SilentJob())
    assert (report.unindexed, report.files[0].status) == ("disk.full", FileStatus.IMPORTED)
    engine.broken = None
    import_paths(library, [gazette], SilentJob())
    assert len(engine.ids()) == 2


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/") + ".txt", data)
        archive.writestr("读我.png", b"picture")
    return path


def test_the_gazettes_in_an_archive_are_files_of_their_own(library: Library, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", 春__一=GAZETTE.encode(), 二=GAZETTE.replace("古桥", "石桥").encode(), 空=b"")
    report = import_paths(library, [path], SilentJob())
    assert [(file.path, file.status.value, file.error) for file in report.files] == [
        (f"{path}/春/一.txt", "imported", None), (f"{path}/二.txt", "imported", None),
        (f"{path}/空.txt", "failed", "file.empty")]
    assert statuses(library, path) == ["unchanged", "unchanged", "failed"]
    assert catalogue.issues(library)[0].facts.source_name in {"一.txt", "二.txt"}


def test_a_changed_file_in_an_archive_takes_the_place_of_the_old(library: Library, tmp_path: Path) -> None:
    import_paths(library, [zipped(tmp_path / "a.zip", 一=GAZETTE.encode())], SilentJob())
    zipped(tmp_path / "a.zip", 一=GAZETTE.replace("汛期", "冬季").encode())
    assert statuses(library, tmp_path / "a.zip") == ["updated"]


@pytest.mark.parametrize(("content", "code"), [
    (b"PK\x05\x06" + bytes(18), "file.no_members"), (b"PK\x03\x04 broken", "file.broken")])
def test_a_bad_archive_is_told(library: Library, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    (report,) = import_paths(library, [path], SilentJob()).files
    assert (report.path, report.error) == (str(path), code)


def test_what_a_browser_saved_along_with_a_page_is_no_gazette(library: Library, tmp_path: Path) -> None:
    (tmp_path / "in" / "公报_files").mkdir(parents=True)
    (tmp_path / "in" / "公报.html").write_text("<p>甲市人民政府公告</p><p>现将有关事项公告如下。</p>", encoding="utf-8")
    (tmp_path / "in" / "公报_files" / "saved_resource.html").write_text("<p>广告</p>", encoding="utf-8")
    report = import_paths(library, [tmp_path / "in"], SilentJob())
    assert [Path(file.path).name for file in report.files] == ["公报.html"]


def test_a_folder_is_searched_through_but_not_the_library_itself(library: Library, tmp_path: Path) -> None:
    deep = tmp_path / "2025" / "春"
    deep.mkdir(parents=True)
    (deep / "a.TXT").write_text(GAZETTE, encoding="utf-8")
    (deep / "~$a.docx").write_bytes(b"lock")
    (deep / "picture.png").write_bytes(b"png")
    assert statuses(library, tmp_path) == ["imported"]
    assert statuses(library, tmp_path) == ["unchanged"]
