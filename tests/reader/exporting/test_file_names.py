"""Names of files that every system takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.exporting.file_names import can_be_name, safe_name


@pytest.mark.parametrize(("text", "expected"), [
    ("关于夜市/早市的通知", "关于夜市_早市的通知"), ('a\\b:c*d?e"f<g>h|i', "a_b_c_d_e_f_g_h_i"),
    ("  甲\n乙\t丙 ", "甲 乙 丙"),
    ("甲\x00乙\x1b", "甲_乙_"), ("通知...", "通知"), ("通知. ", "通知"), ("", "_"), ("...", "_"), ("/", "_"),
    ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("COM1", "_COM1"), ("lpt9 ", "_lpt9"), ("Console", "Console"),
    ("\ud800甲", "_甲"),
])
def test_a_name_is_made_safe(text: str, expected: str) -> None:
    assert safe_name(text) == expected


@pytest.mark.parametrize("text", ["长" * 500, "𠮷" * 500, "a" * 500, ("长" * 79) + ". " + "x" * 9])
def test_a_long_name_is_cut_and_can_be_written(text: str, tmp_path: Path) -> None:
    name = safe_name(text)
    assert len(name) <= 80
    (tmp_path / f".{name}.jsonld.0123abcd.part").write_text("x", encoding="utf-8")


@pytest.mark.parametrize(("name", "on_windows", "elsewhere"), [
    ("通知.docx", True, True), ("a:b.docx", False, True), ("aux.csv", False, True), ("通知.", False, True),
    ("", False, False), ("甲\x07.md", False, False), ("\udc80.md", False, False),
])
def test_what_a_file_can_be_called(name: str, on_windows: bool, elsewhere: bool) -> None:
    assert (can_be_name(name, windows=True), can_be_name(name, windows=False)) == (on_windows, elsewhere)


@pytest.mark.parametrize("text", ["CON", "a:b", "通知. ", "\ud800", ""])
def test_a_name_made_safe_can_be_used_on_windows(text: str) -> None:
    assert can_be_name(f"{safe_name(text)}.md", windows=True)
