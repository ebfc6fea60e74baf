"""Tabs and the split view in the real window, by mouse and keyboard, across two starts."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.desktop import Desktop, missing_tools, wait_until
from tests.end2end.steps import open_document, open_sample, select, titled
from tests.end2end.window import Window, middle

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

TREE = ("云汀市", "2025", "第3期", "市政府办公室文件")
BREAKFAST, LIFTS = "便民早餐点管理办法", "老旧小区改造提升"
LEFT, RIGHT = "documentSide_0", "documentSide_1"
OF_BREAKFAST, OF_LIFTS = "认真贯彻执行", "认真组织实施"
"""Words on the first screen of each."""


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    missing = missing_tools()
    if missing and not os.environ.get("CI"):
        pytest.skip(f"not installed: {', '.join(missing)}; `make test` installs them")
    assert missing == []
    with Desktop() as started:
        yield started


def tab(window: Window, text: str) -> bool:
    return window.ask("tab", text=text) is not None


def marked(window: Window) -> dict[str, str]:
    """The quotes of all annotations, with the titles of their documents."""
    documents = [each for issue in window.command("documents")["issues"] for each in issue["documents"]]
    titles = {each["id"]: each["title"] for each in documents}
    return {each["quote"]: titles[each["document_id"]] for each in window.command("annotations")["annotations"]}


def test_documents_in_tabs_and_side_by_side(desktop: Desktop, tmp_path: Path) -> None:
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        open_sample(window)
        open_document(window, *TREE, BREAKFAST)
        assert not tab(window, "早餐点")

        window.click_item("libraryTree", LIFTS, times=2)
        titled(window, LIFTS)
        window.click_item("libraryTree", BREAKFAST, times=2)
        titled(window, BREAKFAST)
        wait_until(lambda: tab(window, "早餐点") and tab(window, "老旧小区"), "two tabs")
        desktop.key("ctrl+Tab")
        titled(window, LIFTS)
        desktop.click(*middle(window.ask("tab", text="早餐点")))
        titled(window, BREAKFAST)
        desktop.key("ctrl+w")
        titled(window, LIFTS)
        desktop.key("ctrl+shift+t")
        titled(window, BREAKFAST)

        desktop.key("ctrl+backslash")
        wait_until(lambda: window.ask("widget", name=RIGHT), "the second side")
        window.click_item("libraryTree", LIFTS)
        titled(window, LIFTS)
        select(window, OF_BREAKFAST, LEFT)
        titled(window, BREAKFAST)
        desktop.key("1")
        wait_until(lambda: len(marked(window)) == 1, "a mark at the left")
        select(window, OF_LIFTS, RIGHT)
        titled(window, LIFTS)
        desktop.key("3")
        wait_until(lambda: len(marked(window)) == 2, "a mark at the right")
        found = marked(window)
        assert BREAKFAST in found[OF_BREAKFAST]
        assert LIFTS in found[OF_LIFTS]
        desktop.key("F6")
        titled(window, BREAKFAST)
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0

    with Window(desktop, tmp_path / "home") as window:
        titled(window, BREAKFAST)
        wait_until(lambda: window.ask("widget", name=RIGHT), "the second side again")
        assert tab(window, "老旧小区")
        desktop.activate("邸报")
        desktop.key("shift+F8")
        window.widget("sourceView")
        wait_until(lambda: window.ask("widget", name=RIGHT) is None, "the original in the place of the second side")
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0
        assert "Traceback" not in window.log.read_text(encoding="utf-8")
