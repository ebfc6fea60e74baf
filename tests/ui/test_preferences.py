"""Choices are kept, and what is broken falls back."""

from __future__ import annotations

from pathlib import Path

from ui.preferences import Preferences, load, save


def test_choices_come_back(tmp_path: Path) -> None:
    chosen = Preferences(theme="dark", zoom=150, style="期限", author="张三")
    save(tmp_path / "new" / "preferences.toml", chosen)
    assert load(tmp_path / "new" / "preferences.toml") == chosen


def test_a_missing_or_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Preferences()
    (tmp_path / "broken.toml").write_bytes(b"\xff= [")
    assert load(tmp_path / "broken.toml") == Preferences()


def test_a_value_of_the_wrong_kind_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text('theme = "sepia"\nzoom = "big"\nunknown = 1\n', encoding="utf-8")
    assert load(tmp_path / "p.toml") == Preferences(theme="sepia")
