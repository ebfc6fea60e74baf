"""What the command palette offers for what is typed; without Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

MOST_BELOW = 8
"""Documents, and tags, offered below the commands."""

MOST_ALONE = 60
"""Documents or tags offered when only they are wanted."""


class Kind(Enum):
    """What is offered."""

    COMMAND = "command"
    DOCUMENT = "document"
    TAG = "tag"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette.

    Attributes:
        kind: of what is offered.
        name: of the action, id of the document, the tag, or what to search for.
        title: what is shown first.
        detail: path of a command in the menus, number and date of a document, how often a tag is used.
        keys: shortcut.
        words: what it is found by as well: tip, English name, what others call it.
        enabled: whether it can be chosen now.
        why: it cannot be, "" where that is not known.
    """

    kind: Kind
    name: str
    title: str
    detail: str = ""
    keys: str = ""
    words: str = ""
    enabled: bool = True
    why: str = ""


_PREFIXES = {
    Kind.COMMAND: (">", "命令:", "command:"),
    Kind.DOCUMENT: ("@", "标题:", "文号:", "公文:", "title:", "number:", "document:"),
    Kind.TAG: ("#", "标签:", "tag:"),
}


def wanted(typed: str) -> tuple[Kind | None, str]:
    """Which kind alone is wanted, by how it begins (None: all), and the rest."""
    text = typed.strip().replace("：", ":").replace("＃", "#").replace("＠", "@").replace("＞", ">")
    for kind, prefixes in _PREFIXES.items():
        for prefix in prefixes:
            if text.lower().startswith(prefix):
                return kind, text[len(prefix) :].strip()
    return None, text


def commands(entries: Iterable[Entry], text: str, recent: Sequence[str]) -> list[Entry]:
    """The commands that fit, the best first; without a text those used lately, then all as they are in the menus."""
    lately = {name: place for place, name in enumerate(recent)}
    ranked = [(_rank(entry, text), lately.get(entry.name, len(lately)), entry) for entry in entries]
    fitting = [(rank, late, entry) for rank, late, entry in ranked if rank is not None]
    return [entry for _, _, entry in sorted(fitting, key=lambda one: one[:2])]


def fitting(hays: Mapping[str, str], text: str, most: int) -> list[str]:
    """The first names whose text, made by `searchable`, holds all that is typed."""
    parts = _folded(text).split()
    return list(islice((name for name, hay in hays.items() if all(part in hay for part in parts)), most))


def searchable(*texts: str) -> str:
    """What `fitting` looks into: texts without white space and capitals."""
    return "\n".join("".join(_folded(text).split()) for text in texts)


def _rank(entry: Entry, text: str) -> int | None:
    """How well a command fits: 0 best; None: not at all."""
    parts = _folded(text).split()
    title = _folded(entry.title)
    if not parts or (title.startswith(parts[0]) and all(part in title for part in parts)):
        return 0
    if all(part in title for part in parts):
        return 1
    hay = f"{title}\n{_folded(entry.detail)}\n{_folded(entry.words)}"
    if all(re.search(rf"\b{re.escape(part)}", hay) if part.isascii() else part in hay for part in parts):
        return 2
    # 批注导出 finds 导出批注: the words of a name in another order.
    whole = "".join(parts)
    if len(whole) > 1 and not whole.isascii() and all(character in title for character in whole):
        return 3
    return None


def _folded(text: str) -> str:
    return text.casefold()
