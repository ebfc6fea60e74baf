"""A gazette of five documents that are longer than the screen, and what tests ask of a desk with it."""

from __future__ import annotations

from pathlib import Path

from ui.controllers.desk import Desk
from ui.controllers.reading import Where

WORDS = ("古桥", "夜市", "水井", "茶馆", "渡口")
"""One in each title."""

LINES = 60


def write(folder: Path) -> Path:
    """The file, for the fake importer of `tests.building`."""
    file = folder / "五篇.txt"
    documents = (
        f"# 云汀市人民政府关于{word}的通知\n"
        + "".join(f"{word}第{line}段：各单位应当爱护{word}，不得损毁。\n" for line in range(LINES))
        for word in WORDS
    )
    file.write_text("".join(documents), encoding="utf-8")
    return file


def id_of(desk: Desk, word: str) -> str:
    """The document with a word in its title."""
    return next(id_ for id_, facts in desk.documents.items() if word in facts.title)


def show(desk: Desk, word: str, where: Where = Where.TAB) -> None:
    """Open a document."""
    assert desk.reading.open(id_of(desk, word), where=where)


def shown(desk: Desk) -> str:
    """Which document has the focus, "" for none; and that pane, view and controller agree about it."""
    current = desk.reading.current
    assert current is desk.window.pane.opened
    if current is None:
        return ""
    assert desk.window.pane.view.document is current.document
    return next(word for word in WORDS if word in current.facts.title)


def row(desk: Desk, side: int = 0) -> list[str]:
    """What stands on the tabs of a side."""
    tabs = desk.window.area.side(side).tabs
    return [tabs.tabText(at).split("的")[0] for at in range(tabs.count())]
