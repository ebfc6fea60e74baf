"""The manual: pages of Markdown in each language, with the user's own shortcuts filled in."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import markdown

from ui.paths import RESOURCES

FOLDER = RESOURCES / "manual"
SHORTCUTS = "09-keys.md"
"""The page that no file holds: it is made of the actions, so that it is always right."""

_KEY = re.compile(r"\{key:(\w+)\}")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(picture:([\w-]+)\)")
WIDEST = 640
"""Pixels: how wide pictures are, in their files and on the page."""
_WRAPPED = re.compile(r"(?<=[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef])\n(?=[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef])")
"""The end of a line of the file inside Chinese text: no space belongs there."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual.

    Attributes:
        name: of its file, as links between pages write it; sorts in reading order.
        title: its first heading.
        text: Markdown with `{key:action}` and `picture:name` yet to be filled in.
    """

    name: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The shortcuts of one menu: its title, and the text and keys of each action."""

    title: str
    keys: tuple[tuple[str, str], ...]


def pages(language: str) -> tuple[Page, ...]:
    """All pages that are files, in reading order.

    Args:
        language: `zh` or `en`.
    """
    return tuple(
        _page(file.name, file.read_text(encoding="utf-8")) for file in sorted((FOLDER / language).glob("*.md"))
    )


def shortcuts_page(title: str, head: tuple[str, str], groups: Sequence[KeyGroup]) -> Page:
    """The page of all shortcuts.

    Args:
        title: of the page.
        head: what stands over the two columns.
        groups: in the order of the menus.
    """
    lines = [f"# {title}"]
    for group in groups:
        lines += ["", f"## {group.title}", "", f"| {head[0]} | {head[1]} |", "| --- | --- |"]
        lines += [f"| {text} | {keys.replace('|', '&#124;')} |" for text, keys in group.keys]
    return _page(SHORTCUTS, "\n".join(lines) + "\n")


def with_words(all_pages: Sequence[Page], words: str) -> tuple[Page, ...]:
    """The pages in whose text all of the words occur, whatever their case; all pages when there are none."""
    wanted = words.casefold().split()
    return tuple(page for page in all_pages if all(word in page.text.casefold() for word in wanted))


def page_html(page: Page, keys: Mapping[str, str], language: str) -> str:
    """A page as HTML for a text browser.

    Args:
        page: one of `pages`.
        keys: shortcut by the name of its action; "" where it has none now.
        language: whose pictures are shown; those of the other language stand in where there are none.

    Raises:
        KeyError: the page names an action that does not exist.
    """
    text = _WRAPPED.sub("", page.text)
    text = _KEY.sub(lambda found: f"`{keys[found[1]]}`" if keys[found[1]] else "—", text)
    text = _PICTURE.sub(lambda found: _picture(found[1], found[2], language), text)
    return markdown.markdown(text, extensions=["tables", "fenced_code", "sane_lists"])


def picture(name: str, language: str) -> Path | None:
    """The file of a picture, in this language or in the other, else None."""
    for folder in (language, "zh", "en"):
        file = FOLDER / "pictures" / folder / f"{name}.png"
        if file.is_file():
            return file
    return None


def _picture(words: str, name: str, language: str) -> str:
    file = picture(name, language)
    if file is None:
        return ""
    return f'<img src="{file.as_uri()}" width="{WIDEST}" alt="{html.escape(words)}">'


def _page(name: str, text: str) -> Page:
    return Page(name, text.split("\n", 1)[0].removeprefix("# ").strip(), text)
