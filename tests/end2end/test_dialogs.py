"""Dialogs in which something is decided, driven in the real window: facts put right, versions compared and chosen."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import open_document
from tests.end2end.window import Window
from tests.ui.furnished import BREAKFAST, COLLEAGUES, FREE, PUBLIC, furnish

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

MINE, THEIRS = "公示期从哪天起算？", "公示期已与法规处核实。"


@pytest.fixture(scope="module")
def furnished_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user whose library has the same document in two issues, and whose colleague has changed the same notes."""
    home = tmp_path_factory.mktemp("dialogs") / "home"
    furnish(home)
    return home


@pytest.fixture
def home(furnished_home: Path, tmp_path: Path) -> Path:
    """A copy of the user, for one test."""
    return Path(shutil.copytree(furnished_home, tmp_path / "home"))


def begin(window: Window) -> None:
    """Open the document by the tree, as one of the issues of the year prints it."""
    window.desktop.activate("邸报")
    wait_until(lambda: window.ask("rows", name="libraryTree"), "the tree")
    open_document(window, "云汀市", "2025", "第3期", "市政府办公室文件", BREAKFAST)


def gone(window: Window, name: str) -> None:
    wait_until(lambda: window.ask("widget", name=name) is None, f"{name} to close")


def fill(window: Window, name: str, text: str) -> None:
    """Type into a line instead of what is in it, and wait until it is there."""
    window.click(name)
    window.desktop.key("ctrl+a")
    window.desktop.paste(text)
    wait_until(lambda: window.widget(name)["text"] == text, f"“{text}” in {name}")


def in_front(window: Window) -> bool:
    """Whether the keyboard is the main window's."""
    return any(one["active"] and one["class"] == "MainWindow" for one in window.ask("windows"))


def notes(window: Window) -> dict[str, str]:
    """The notes of the database by their quotes, of the issue of 2025."""
    found: list[dict[str, Any]] = window.command("annotations")["annotations"]
    return {one["quote"]: one["note"] for one in found if one["note"] in (MINE, THEIRS)}


def whole(window: Window) -> None:
    """What holds at the end of each test: nothing went wrong unseen."""
    assert window.ask("widget", name="crashText") is None
    assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_facts_are_put_right_and_back(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window)
        window.click_menu("更正", "更正标题、文号等")
        window.window("更正标题、文号等")
        assert not window.ask("widget", name="factsOk")["enabled"]
        fill(window, "factsDate", "去年三月")
        wait_until(lambda: "不是日期" in (window.ask("widget", name="factsFault") or {"text": ""})["text"], "the fault")
        assert not window.ask("widget", name="factsOk")["enabled"]
        fill(window, "factsDate", "2025年6月12日")
        gone(window, "factsFault")
        fill(window, "factsTitle", "云汀市早餐点新办法")
        window.click("factsOk")
        gone(window, "factsDialog")
        wait_until(lambda: window.widget("documentTitle")["text"] == "云汀市早餐点新办法", "the new title", 60)
        wait_until(lambda: "2025年6月12日" in window.widget("documentFacts")["text"], "the new date")
        window.widget("headCorrected")
        rows = lambda: " ".join(window.ask("rows", name="libraryTree"))  # noqa: E731 - asked again and again
        wait_until(lambda: "早餐点新办法" in rows(), "it in the tree")
        desktop.key("ctrl+z")
        wait_until(lambda: BREAKFAST in window.widget("documentTitle")["text"], "the old title", 60)
        gone(window, "headCorrected")
        whole(window)


def test_two_versions_are_compared_by_keyboard_and_mouse(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window)
        window.click("headEditions")
        window.click_menu("比较本文与")
        window.widget("comparison")
        wait_until(lambda: window.ask("focus") == "comparisonList", "the keyboard in the list")
        assert window.widget("comparisonSummary")["text"].startswith("1 处不同")
        few = len(window.ask("rows", name="comparisonList"))
        desktop.key("alt+e")
        wait_until(lambda: len(window.ask("rows", name="comparisonList")) > few + 20, "what is equal too")
        desktop.key("alt+e")
        wait_until(lambda: len(window.ask("rows", name="comparisonList")) == few, "the differences alone")
        desktop.copy("")
        desktop.key("alt+c")
        wait_until(lambda: "不少于20日" in desktop.clipboard().replace("得", ""), "the list copied")
        assert "不少于一个月" in desktop.clipboard()
        before = window.widget("documentFacts")["text"]
        row = next(row for row in window.ask("rows", name="comparisonList") if "不少于一个月" in row)
        area = window.item("comparisonList", row)
        desktop.click(area["x"] + area["width"] - 60, area["y"] + area["height"] // 2, times=2)
        wait_until(lambda: window.widget("documentFacts")["text"] != before, "the other issue in the main window")
        wait_until(lambda: window.ask("words", name="documentPage", text=PUBLIC), "its own words")
        wait_until(lambda: in_front(window), "it")
        desktop.activate("比较")
        desktop.key("Escape")
        gone(window, "comparison")
        wait_until(lambda: in_front(window), "the main window again")
        desktop.key("F8")
        window.widget("reportList" if window.ask("rows", name="reportList") else "reportEmpty")
        desktop.key("Escape")
        gone(window, "issueReport")
        wait_until(lambda: in_front(window), "the main window once more")
        whole(window)


def test_conflicts_are_decided_one_by_one_and_undone_together(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window)
        assert notes(window) == {PUBLIC: MINE, FREE: MINE}
        window.click_menu("文件", "导入同事的批注")
        wait_until(lambda: window.widget("fileNameEdit")["focused"], "the box for the name of a file")
        desktop.paste(str(home / COLLEAGUES))
        desktop.key("Return")
        window.window("两边都改过的批注")
        assert len(window.ask("rows", name="conflictsList")) == 2
        window.click_item("conflictsList", "免收三年")
        wait_until(lambda: FREE in window.widget("conflictsMine")["text"], "both versions of the second")
        assert THEIRS in window.widget("conflictsTheirs")["text"]
        window.click("conflictsKeep_mine")
        wait_until(lambda: any("我的" in row for row in window.ask("rows", name="conflictsList")), "mine kept")
        desktop.key("Return")
        gone(window, "conflictsDialog")
        wait_until(lambda: notes(window) == {PUBLIC: THEIRS, FREE: MINE}, "one of each", 60)
        desktop.key("ctrl+z")
        wait_until(lambda: notes(window) == {PUBLIC: MINE, FREE: MINE}, "both as they were", 60)
        whole(window)
