"""Choices are kept; what is broken falls back, is told, and is kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.preferences import Preferences, load, read, save

ALL = Preferences(
    theme="system",
    zoom=150,
    text_font="KaiTi",
    text_size=16.0,
    line_spacing=200,
    measure=30,
    style="期限",
    author="张三",
    strict_search=True,
    search_typing=False,
    citation="short",
    language="en",
    library="/data/公报",
    watched=("/data/新到", "/mnt/share"),
    shortcuts={"find": "Ctrl+B F6", "about": ""},
)


def test_choices_come_back(tmp_path: Path) -> None:
    save(tmp_path / "new" / "preferences.toml", ALL)
    assert load(tmp_path / "new" / "preferences.toml") == ALL
    assert read(tmp_path / "new" / "preferences.toml").wrong == ()


def test_a_missing_file_gives_the_defaults_without_a_word(tmp_path: Path) -> None:
    found = read(tmp_path / "none.toml")
    assert found.preferences == Preferences()
    assert (found.wrong, found.kept) == ((), None)


def test_a_broken_file_gives_the_defaults_and_is_kept(tmp_path: Path) -> None:
    broken = tmp_path / "preferences.toml"
    broken.write_bytes(b"\xff= [")
    found = read(broken)
    assert found.preferences == Preferences()
    assert found.wrong == ("",)
    assert found.kept is not None
    assert found.kept.read_bytes() == b"\xff= ["


def test_another_broken_file_leaves_the_copy_of_the_first(tmp_path: Path) -> None:
    broken = tmp_path / "preferences.toml"
    copies = []
    for content in ("= 1", "= 1", "= 2"):
        broken.write_text(content, encoding="utf-8")
        copies.append(read(broken).kept)
    assert copies[0] == copies[1] != copies[2]
    assert [copy.read_text(encoding="utf-8") for copy in copies if copy is not None] == ["= 1", "= 1", "= 2"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('zoom = "big"', "zoom"),
        ("zoom = 5", "zoom"),
        ("zoom = true", "zoom"),
        ('theme = "pink"', "theme"),
        ("text_size = 99.5", "text_size"),
        ("line_spacing = 1000", "line_spacing"),
        ("measure = 2", "measure"),
        ('citation = "own"', "citation"),
        ('language = "fr"', "language"),
        ("watched = [1]", "watched"),
        ('watched = "/data"', "watched"),
        ("shortcuts = { find = 1 }", "shortcuts"),
        ('shortcuts = "F1"', "shortcuts"),
        ("strict_search = 1", "strict_search"),
    ],
)
def test_a_wrong_value_is_left_out_alone_and_named(tmp_path: Path, line: str, name: str) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text(f'author = "张三"\n{line}\n', encoding="utf-8")
    found = read(path)
    assert found.preferences == Preferences(author="张三")
    assert found.wrong == (name,)
    assert found.kept is not None


def test_an_unknown_value_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text('theme = "sepia"\nunknown = 1\n', encoding="utf-8")
    assert read(path).preferences == Preferences(theme="sepia")
    assert read(path).wrong == ()


def test_a_whole_number_does_for_the_size_of_type(tmp_path: Path) -> None:
    path = tmp_path / "preferences.toml"
    path.write_text("text_size = 16\n", encoding="utf-8")
    assert read(path).preferences.text_size == 16.0
