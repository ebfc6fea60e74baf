"""Which files of a folder are gazettes, which are told about, and which are nobody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.services.finding_files import find


def names(folder: Path, *, convertible: bool = True) -> list[str]:
    found = find([folder], folder / "library", convertible=convertible)
    return [one.path.relative_to(folder).as_posix() for one in found if one.error is None]


def put(folder: Path, *files: str) -> None:
    for file in files:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_documents_that_need_another_program_are_found_to_be_told_about(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.doc", "c.WPS", "d.ofd", "e.rtf", "f.jpg", "~$b.doc")
    assert names(tmp_path) == ["a.txt", "b.doc", "c.WPS", "d.ofd", "e.rtf"]


def test_a_watched_folder_does_not_offer_what_cannot_be_imported(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "b.doc", "d.ofd")
    assert names(tmp_path, convertible=False) == ["a.txt"]


@pytest.mark.parametrize(("page", "parts"), [("通知.html", "通知_files"), ("通知.htm", "通知.files")])
def test_the_parts_of_a_saved_web_page_are_no_gazettes(tmp_path: Path, page: str, parts: str) -> None:
    put(tmp_path, page, f"{parts}/frame.html", f"{parts}/a.css")
    assert names(tmp_path) == [page]


def test_a_folder_called_like_parts_of_a_page_is_searched_where_there_is_no_page(tmp_path: Path) -> None:
    put(tmp_path, "2023_files/a.html")
    assert names(tmp_path) == ["2023_files/a.html"]
