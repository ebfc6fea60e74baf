"""Titles are broken into lines of about equal length, and not inside quotation marks."""

from __future__ import annotations

import pytest

from ui.text.lines import balance, count, width


def test_width_counts_han_characters_as_one() -> None:
    assert width("安全2025.") == pytest.approx(2 + 4 * 0.56 + 0.28)


def test_title_that_fits_keeps_the_full_line() -> None:
    assert balance("关于安全生产的通知", 20) == 0


def test_long_title_has_lines_of_equal_length() -> None:
    measure = 26 - 2 * balance("安" * 30, 26)
    assert 15 <= measure <= 16


def test_break_falls_outside_brackets() -> None:
    title = "云汀市人民政府办公室关于印发《应急规划》的通知（试行）"
    measure = 20 - 2 * balance(title, 20)
    first = title[:int(measure)]
    assert first.count("《") == first.count("》")


def test_the_name_of_the_place_is_not_broken() -> None:
    title = "云汀市人民政府办公室关于印发云汀市医药储备管理实施办法的通知"
    for line in range(17, 27):
        first = title[:int(line - 2 * balance(title, line))]
        assert not first.endswith(("云", "云汀"))


def test_title_outside_the_basic_plane() -> None:
    assert balance("𠮷" * 30, 26) == balance("安" * 30, 26)


def test_title_without_a_good_break_is_still_broken() -> None:
    assert 0 <= balance("“" + "安" * 50 + "”", 20) < 10


def test_very_narrow_line() -> None:
    assert balance("关于安全生产的通知", 1.0) == 0


@pytest.mark.parametrize("title", [
    "云汀市人民政府办公室关于进一步加强古桥保护的实施意见",
    "云汀市人民政府办公室关于进一步做好夜市管理工作的通知",
])
@pytest.mark.parametrize("line", [18, 20, 22, 24])
def test_lines_break_between_words(title: str, line: int) -> None:
    measure = int(line - 2 * balance(title, line))
    first, second = title[:measure], title[measure:]
    assert second
    whole = ("人民政府", "办公室", "关于", "实施", "进一步", "加强", "做好", "管理", "保护", "工作", "意见", "通知")
    assert not any(first.endswith(word[:cut]) and second.startswith(word[cut:])
                   for word in whole for cut in range(1, len(word)))


@pytest.mark.parametrize(("text", "lines"), [
    ("", 1), ("安全生产", 1), ("安全生产安", 2), ("安全生产，", 2), ("安" * 12, 3),
    ("安全生，产安全", 2), ("A" * 20, 3),
])
def test_lines_are_counted_as_they_are_broken(text: str, lines: int) -> None:
    assert count(text, 4.5) == lines
