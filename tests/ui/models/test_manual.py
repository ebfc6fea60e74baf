"""The manual is the same in both languages, names only what exists, and can be searched."""

from __future__ import annotations

import re

import pytest

from ui.models.manual import (
    FOLDER,
    SHORTCUTS,
    KeyGroup,
    Page,
    page_html,
    pages,
    picture,
    shortcuts_page,
    with_words,
)

LINK = re.compile(r"\]\(([\w.-]+\.md)\)")


def test_both_languages_have_the_same_pages_in_the_same_order() -> None:
    assert [page.name for page in pages("zh")] == [page.name for page in pages("en")] != []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_link_to_pages_that_exist(language: str) -> None:
    names = {page.name for page in pages(language)} | {SHORTCUTS}
    assert {name for page in pages(language) for name in LINK.findall(page.text)} <= names


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pages_show_pictures_that_exist(language: str) -> None:
    wanted = {name for page in pages(language) for name in re.findall(r"\(picture:([\w-]+)\)", page.text)}
    assert wanted
    assert all((FOLDER / "pictures" / language / f"{name}.png").is_file() for name in wanted)


def test_tables_and_headings_are_alike_in_both_languages() -> None:
    def shape(page: Page) -> tuple[int, int]:
        return page.text.count("\n## "), page.text.count("\n| ")

    assert [shape(page) for page in pages("zh")] == [shape(page) for page in pages("en")]


def test_keys_are_the_users_own() -> None:
    page = Page("x.md", "页", "# 页\n\n按 {key:find} 查找，{key:none} 没有。\n")
    made = page_html(page, {"find": "Ctrl+F", "none": ""}, "zh")
    assert "<code>Ctrl+F</code>" in made
    assert "— 没有" in made


def test_an_action_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(KeyError):
        page_html(Page("x.md", "页", "{key:nothing}"), {}, "zh")


def test_words_narrow_the_pages_whatever_their_case() -> None:
    found = with_words(pages("en"), "CSL-json word")
    assert [page.name for page in found] == ["06-hand-on.md"]
    assert with_words(pages("en"), " ") == pages("en")


def test_a_picture_of_the_other_language_stands_in() -> None:
    assert picture("no-such-picture", "en") is None


def test_the_page_of_keys_holds_each_group() -> None:
    page = shortcuts_page("快捷键", ("做什么", "按键"), (KeyGroup("编辑", (("竖线", "Ctrl+|"),)),))
    assert page.title == "快捷键"
    made = page_html(page, {}, "zh")
    assert "<h2>编辑</h2>" in made
    assert "Ctrl+&#124;" in made
