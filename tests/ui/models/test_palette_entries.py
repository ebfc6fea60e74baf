"""What the command palette finds, and in which order."""

from __future__ import annotations

import pytest

from ui.models.palette_entries import Entry, Kind, commands, fitting, searchable, wanted


def command(name: str, title: str, detail: str = "文件", words: str = "") -> Entry:
    return Entry(Kind.COMMAND, name, title, detail, words=f"{name.replace('_', ' ')}\n{words}")


ALL = [
    command("import_files", "导入文件", words="导入公报文件（Ctrl+O）"),
    command("export", "导出标注", words="把标注或公文导出为文件"),
    command("export_exchange", "导出批注给同事"),
    command("print", "打印"),
    command("zoom_in", "放大", "视图"),
]


def names(text: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [entry.name for entry in commands(ALL, text, recent)]


def test_without_a_text_all_are_offered_in_the_order_of_the_menus() -> None:
    assert names("") == [entry.name for entry in ALL]


def test_those_used_lately_come_first() -> None:
    assert names("", ("zoom_in", "print"))[:3] == ["zoom_in", "print", "import_files"]
    assert names("导", ("export_exchange",))[0] == "export_exchange"


@pytest.mark.parametrize(
    ("typed", "first"),
    [("导出", "export"), ("批注", "export_exchange"), ("exp", "export"), ("Zoom", "zoom_in"), ("视图 大", "zoom_in"),
     ("标注导出", "export"), ("ctrl+o", "import_files"), ("import", "import_files")],
)
def test_a_command_is_found_by_chinese_english_menu_and_key(typed: str, first: str) -> None:
    assert first in names(typed)[:2]


def test_a_name_that_begins_with_the_text_comes_before_one_that_holds_it() -> None:
    assert names("标注")[0] == "export"


def test_english_words_are_found_from_their_beginning() -> None:
    assert "print" not in names("rint")


def test_what_fits_nothing_finds_nothing() -> None:
    assert names("量子") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", (None, "")), ("导出", (None, "导出")), (">导出", (Kind.COMMAND, "导出")), ("# 防汛", (Kind.TAG, "防汛")),
     ("标签：防汛", (Kind.TAG, "防汛")), ("tag: x", (Kind.TAG, "x")), ("@古桥", (Kind.DOCUMENT, "古桥")),
     ("文号:云政发1号", (Kind.DOCUMENT, "云政发1号")), ("Title: 夜市", (Kind.DOCUMENT, "夜市"))],
)
def test_a_prefix_says_which_kind_is_meant(typed: str, expected: tuple[Kind | None, str]) -> None:
    assert wanted(typed) == expected


def test_documents_are_found_by_words_of_title_and_number() -> None:
    hays = {
        "1": searchable("关于修缮 古桥的通知", "云政发〔2025〕1号"),
        "2": searchable("关于夜市的意见", ""),
    }
    assert fitting(hays, "古桥 2025", 9) == ["1"]
    assert fitting(hays, "关于", 1) == ["1"]
    assert fitting(hays, "", 9) == ["1", "2"]
