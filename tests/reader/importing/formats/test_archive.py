"""Zip archives are opened within limits, their names read right, their litter left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from reader.importing.formats import archive
from reader.importing.formats.archive import is_archive, members
from reader.model.errors import UserError


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(name, data)
    return out.getvalue()


def code_of(data: bytes) -> str:
    with pytest.raises(UserError) as raised:
        list(members(data, "公报.zip"))
    return raised.value.code


def test_files_of_nested_folders_come_in_order() -> None:
    data = zipped({"2021/": b"", "2021/第1期.txt": b"a", "2021/附/表.txt": b"b"})
    assert [(member.name, member.data) for member in members(data, "a.zip")] == [("2021/第1期.txt", b"a"),
                                                                                 ("2021/附/表.txt", b"b")]


def test_names_in_gbk_are_read() -> None:
    name = "临川市公报.txt"
    raw = name.encode("gbk")
    data = zipped({"x" * len(raw): b"a"}).replace(b"x" * len(raw), raw)
    assert [member.name for member in members(data, "a.zip")] == [name]


def test_litter_is_left_out() -> None:
    data = zipped({"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "a/Thumbs.db": b"x", "~$a.docx": b"x", "a.txt": b"a"})
    assert [member.name for member in members(data, "a.zip")] == ["a.txt"]


def test_what_a_browser_saved_along_with_a_page_is_left_out() -> None:
    data = zipped({"公报/一.html": b"a", "公报/一_files/saved_resource.html": b"x", "公报/一_files/js/b.htm": b"x",
                   "二_files/c.html": b"c"})
    assert [member.name for member in members(data, "a.zip")] == ["公报/一.html", "二_files/c.html"]


def test_archives_in_archives_are_opened() -> None:
    data = zipped({"内.zip": zipped({"a.txt": b"a"})})
    assert [member.name for member in members(data, "a.zip")] == ["内.zip/a.txt"]


def test_paths_cannot_leave_the_archive() -> None:
    assert [member.name for member in members(zipped({"../../a.txt": b"a"}), "a.zip")] == ["a.txt"]


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMIT", 100_000)
    assert code_of(zipped({"a.txt": b"a" * 200_000})) == "file.too_large"
    assert code_of(zipped({f"{n}.zip": zipped({"a.txt": b"a" * 60_000}) for n in range(2)})) == "file.too_large"


def test_a_bomb_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMIT", 100_000)
    data = zipped({"a.txt": b"a" * 200_000}).replace((200_000).to_bytes(4, "little"), (50_000).to_bytes(4, "little"))
    assert code_of(data) in ("file.too_large", "file.broken")


def test_a_password_is_told() -> None:
    data = bytearray(zipped({"a.txt": b"a"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "file.encrypted"


def test_a_damaged_archive_is_broken() -> None:
    data = zipped({"a.txt": b"abc" * 100})
    assert code_of(data[:40]) == "file.broken"
    assert code_of(data[:35] + b"\x00\x00\x00" + data[38:]) == "file.broken"


def test_an_archive_of_nothing_is_told() -> None:
    assert code_of(zipped({})) == "file.no_members"
    assert code_of(zipped({".DS_Store": b"x"})) == "file.no_members"


def test_documents_that_are_zip_files_are_no_archives() -> None:
    assert is_archive(zipped({"a.txt": b"a"}))
    assert not is_archive(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}))
    assert not is_archive(zipped({"OFD.xml": b"<x/>"}))
    assert not is_archive(b"plain")
