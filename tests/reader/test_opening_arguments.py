"""Paths in the place of a command open the window; commands stay commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli_arguments import Opening, WrongUsage, opening


def test_a_file_alone_is_opened(tmp_path: Path) -> None:
    file = tmp_path / "公报 第3期.txt"
    file.touch()
    assert opening([str(file)]) == Opening((file,), None)


def test_several_files_and_folders_are_opened_in_a_library(tmp_path: Path) -> None:
    words = ["--library", str(tmp_path / "库"), str(tmp_path), "公报.txt"]
    assert opening(words) == Opening((tmp_path, Path("公报.txt")), tmp_path / "库")


def test_a_file_that_has_gone_is_opened_to_be_told(tmp_path: Path) -> None:
    assert opening([str(tmp_path / "gone.pdf")]) == Opening((tmp_path / "gone.pdf",), None)


@pytest.mark.parametrize(
    "words", [[], ["documents"], ["--library", "x", "import", "a.txt"], ["--lang", "en"], ["--version"], ["qwerty"]]
)
def test_everything_else_is_for_the_command_line(words: list[str]) -> None:
    assert opening(words) is None


def test_a_folder_that_is_called_like_a_command_is_no_command_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "documents").mkdir()
    monkeypatch.chdir(tmp_path)
    assert opening(["documents"]) is None
    assert opening(["./documents"]) == Opening((Path("documents"),), None)


def test_options_of_commands_do_not_go_with_paths(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage):
        opening([str(tmp_path), "--json"])
