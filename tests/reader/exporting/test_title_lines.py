"""Titles are broken between words, as a trapezium or a diamond."""

from __future__ import annotations

import pytest

from reader.exporting.title_lines import title_lines, width


def broken(title: str, line: float) -> list[str]:
    """The lines of a title whose words are parted by |."""
    lines = title_lines(title.replace("|", ""), lambda _: title.split("|"), line)
    assert "".join(lines) == title.replace("|", "")
    return list(lines)


@pytest.mark.parametrize(("title", "line", "lines"), [
    ("云汀市|人民政府|关于|古桥|保护|的|通告", 20, ["云汀市人民政府关于古桥保护的通告"]),
    ("云汀市|人民政府|办公室|关于|印发|《|云汀市|古桥|保护|管理|办法|》|的|通知", 20,
     ["云汀市人民政府办公室关于印发", "《云汀市古桥保护管理办法》的通知"]),
])
def test_lines_of_a_title(title: str, line: float, lines: list[str]) -> None:
    assert broken(title, line) == lines


LONG = ("云汀市|人民政府|办公室|关于|印发|云汀市|2025|年度|空气|质量|巩固|提升|、|水|生态|环境|保护|和|土壤|污染|"
        "防治|行动|计划|的|通知")


@pytest.mark.parametrize("line", [14, 16, 18, 20, 24])
def test_no_line_begins_or_ends_with_what_leans_on_another(line: float) -> None:
    lines = broken(LONG, line)
    assert len(lines) > 1
    assert max(map(width, lines)) <= line
    assert not any(one.startswith(("的", "、", "年")) or one.endswith(("和", "的", "2025")) for one in lines)


@pytest.mark.parametrize("line", [14, 16, 18, 20])
def test_middle_is_not_shorter_than_both_ends(line: float) -> None:
    lengths = [width(one) for one in broken(LONG, line)]
    assert all(lengths[at] + 2 >= min(lengths[at - 1], lengths[at + 1]) for at in range(1, len(lengths) - 1))


def test_name_that_no_dictionary_knows_stays_whole() -> None:
    title = "云|汀|市|人民政府|办公室|关于|印发|云|汀|市|古桥|保护|实施|办法|的|通知"
    assert not any(one.startswith(("汀", "市")) for line in range(14, 24) for one in broken(title, line))


def test_brackets_are_opened_and_shut_on_one_line_where_they_fit() -> None:
    title = "云汀市|人民政府|关于|印发|云汀市|渡口|管理|办法|（|试行|）|的|通知"
    for line in range(14, 21):
        assert all(one.count("（") == one.count("）") for one in broken(title, line))


def test_very_long_title_is_filled_line_by_line() -> None:
    lines = broken("|".join(["古桥", "保护"] * 60), 20)
    assert [len(one) for one in lines] == [20] * 12


def test_title_without_any_good_break_is_still_broken() -> None:
    assert max(map(len, broken("安" * 70, 20))) <= 20


def test_words_that_do_not_add_up_are_not_believed() -> None:
    title = "云汀市人民政府关于古桥保护的通告"
    assert "".join(title_lines(title, lambda _: ["别的"], 10)) == title


def test_very_narrow_line() -> None:
    assert broken("古桥|保护", 1) == ["古桥保护"]
