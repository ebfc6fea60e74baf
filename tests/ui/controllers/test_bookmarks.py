"""Bookmarks."""

from __future__ import annotations

from reader.services import positions
from ui.controllers.desk import Desk


def labels(desk: Desk) -> list[str]:
    return [one.label for one in positions.bookmarks(desk.library)]


def test_a_bookmark_is_set_listed_opened_and_cleared(desk: Desk) -> None:
    assert desk.reading.current is not None
    first = desk.reading.current
    start = first.document.text.index("各单位")
    desk.window.pane.view.goto(start + 3, flash=False)
    desk.window.actions_["bookmark"].trigger()
    assert labels(desk) == ["各单位应当在汛期以前修好古桥。"]
    desk.reading.open(list(desk.documents)[1])
    desk.bookmarks.fill()
    next(a for a in desk.window.bookmark_menu.actions() if a.text().startswith("各单位")).trigger()
    assert desk.reading.current.facts.id == first.facts.id
    assert desk.window.pane.view.caret() == start
    desk.window.actions_["bookmark"].trigger()
    assert labels(desk) == []


def test_the_first_paragraphs_bookmark_has_the_documents_name(desk: Desk) -> None:
    desk.window.pane.view.goto(0, flash=False)
    desk.window.actions_["bookmark"].trigger()
    assert labels(desk) == ["云汀市人民政府关于修缮古桥的通知"]


def test_without_bookmarks_the_menu_says_so(desk: Desk) -> None:
    desk.bookmarks.fill()
    assert [action.text() for action in desk.window.bookmark_menu.actions()][-1] == "还没有书签"


def test_other_documents_follow_by_their_latest_bookmark(desk: Desk) -> None:
    first, second = desk.documents.values()
    positions.add_bookmark(desk.library, second.key, 3, "乙处")
    positions.add_bookmark(desk.library, first.key, 9, "甲后")
    positions.add_bookmark(desk.library, first.key, 1, "甲前")
    desk.tabbing.close(desk.reading.tabs.side.tabs[0].number)
    desk.bookmarks.fill()
    labels = [action.text() for action in desk.window.bookmark_menu.actions()]
    assert [label for label in labels if label in ("甲前", "甲后", "乙处")] == ["甲前", "甲后", "乙处"]
    desk.reading.open(second.id)
    desk.bookmarks.fill()
    labels = [action.text() for action in desk.window.bookmark_menu.actions()]
    assert [label for label in labels if label in ("甲前", "甲后", "乙处")] == ["乙处", "甲前", "甲后"]
