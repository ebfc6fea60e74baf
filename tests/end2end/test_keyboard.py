"""A day with the program without a mouse: everything by keys, in the real window."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import down_to, focus_by_tab, go_to, titled
from tests.end2end.window import ROOT, Window

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

SAMPLE = ROOT / "resources" / "sample" / "云汀市人民政府公报2025年第3期.txt"
BREAKFAST, LIFTS = "便民早餐点管理办法", "老旧小区改造提升"
QUOTE = "征求意见的时间不得少于20日"
RIGHT = "documentSide_1"


def annotations(window: Window) -> list[dict[str, Any]]:
    """The annotations as the command line tells them."""
    found: list[dict[str, Any]] = window.command("annotations")["annotations"]
    return found


def focused(window: Window, name: str) -> None:
    wait_until(lambda: window.ask("focus") == name, f"the keyboard in {name}")


def escape_from(window: Window, name: str) -> None:
    """Close a dialog by Esc."""
    window.desktop.key("Escape")
    wait_until(lambda: window.ask("widget", name=name) is None, f"{name} to close")


def open_by_tree(window: Window, title: str) -> None:
    """Ctrl+L, the beginning of the title, down to it in the tree, Return."""
    window.desktop.key("ctrl+l")
    focused(window, "libraryFilter")
    window.desktop.key("ctrl+a")
    window.desktop.paste(title[:6])
    wait_until(lambda: any(title in row for row in window.ask("rows", name="libraryTree")), f"{title} in the tree")
    window.desktop.key("Down")
    focused(window, "libraryTree")
    down_to(window, "libraryTree", title)
    window.desktop.key("Return")
    titled(window, title)


def test_from_the_first_start_to_an_exported_excerpt(desktop: Desktop, tmp_path: Path) -> None:
    out = tmp_path / "摘录.md"
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        focused(window, "welcomeFiles")
        focus_by_tab(window, "welcomeSample")
        desktop.key("space")
        wait_until(lambda: window.ask("widget", name="libraryTree"), "the sample in the library")
        open_by_tree(window, BREAKFAST)

        go_to(window, "5")
        focused(window, "documentPage")
        desktop.key(*["shift+Right"] * 12)
        wait_until(lambda: window.ask("widget", name="statusPlace")["text"] == "选中 12 字", "twelve characters")
        desktop.key("2")
        wait_until(lambda: len(annotations(window)) == 1, "the highlight in the database")
        desktop.key("n")
        focused(window, "noteText")
        desktop.paste("问法规处")
        desktop.key("Escape")
        focused(window, "documentPage")
        desktop.key("t")
        focused(window, "noteTags")
        desktop.paste("依据/上位法")
        desktop.key("Escape")
        focused(window, "documentPage")
        go_to(window, "8")
        focused(window, "documentPage")
        desktop.key("t")
        focused(window, "noteTags")
        desktop.paste("经营")
        desktop.key("Escape")
        wait_until(lambda: [one for one in annotations(window) if one["tags"] == ["经营"]], "the tag of the clause")
        stored = sorted(annotations(window), key=lambda one: one["range"])
        assert [(one["style"], one["note"], "第八条" in (one["address"] or "")) for one in stored] == [
            ("依据", "问法规处", False), ("依据", "", True)]
        assert len(stored[0]["quote"]) == 12

        desktop.key("ctrl+f")
        focused(window, "findText")
        desktop.paste("早餐点")
        first = wait_until(lambda: re.match(r"第 (\d+) / \d+ 处", window.widget("findCount")["text"]), "a place")
        desktop.key("F3")
        following = f"第 {int(first[1]) + 1} /"
        wait_until(lambda: following in window.widget("findCount")["text"], "the next place")
        escape_from(window, "findBar")

        desktop.key("ctrl+shift+f")
        focused(window, "searchQuery")
        desktop.paste("每部电梯")
        desktop.key("Return")
        wait_until(lambda: len(window.ask("rows", name="searchHits") or []) == 1, "one hit")
        desktop.key("F3")
        titled(window, LIFTS)
        desktop.key("ctrl+shift+c")
        wait_until(lambda: "每部电梯" in desktop.clipboard() and "——《" in desktop.clipboard(), "the hit cited")

        desktop.key("ctrl+shift+e")
        window.window("导出标注")
        for choice, first in (("exportEverywhere", "exportHere"), ("exportMarkdown", "exportHtml")):
            focus_by_tab(window, first)
            desktop.key("Right")
            focused(window, choice)
        focus_by_tab(window, "exportPath")
        desktop.key("ctrl+a")
        desktop.paste(str(out))
        desktop.key("Return")
        wait_until(out.exists, "the exported file")
        wait_until(lambda: window.ask("widget", name="exportDialog") is None, "the dialog to close")
        text = out.read_text(encoding="utf-8")
        assert [part for part in (stored[0]["quote"], "问法规处", "依据/上位法", "经营") if part not in text] == []
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0
        assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_tabs_sides_panels_and_settings_are_there_again_at_the_next_start(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    user = Window(desktop, home)
    user.command("import", str(SAMPLE))
    listed = [one for issue in user.command("documents")["issues"] for one in issue["documents"]]
    breakfast = next(one["id"] for one in listed if BREAKFAST in one["title"])
    user.command("annotate", breakfast, "--quote", QUOTE, "--note", "公示期")
    preferences = home / "config" / "dibao" / "preferences.toml"

    def theme() -> str:
        return str(tomllib.loads(preferences.read_text(encoding="utf-8"))["theme"]) if preferences.exists() else ""

    with Window(desktop, home) as window:
        desktop.activate("邸报")
        wait_until(lambda: window.ask("rows", name="libraryTree"), "the tree")
        desktop.key("ctrl+k")
        focused(window, "paletteText")
        desktop.paste("@老旧小区")
        wait_until(lambda: LIFTS in window.ask("current", name="paletteList"), "the document in the palette")
        desktop.key("Return")
        titled(window, LIFTS)
        desktop.key("ctrl+k")
        focused(window, "paletteText")
        desktop.paste("米黄")
        wait_until(lambda: "米黄" in window.ask("current", name="paletteList"), "the command in the palette")
        desktop.key("Return")
        wait_until(lambda: theme() == "sepia", "the paper's colour")

        open_by_tree(window, BREAKFAST)
        wait_until(lambda: window.ask("tab", text="早餐点") and window.ask("tab", text="老旧小区"), "two tabs")
        desktop.key("ctrl+Tab")
        titled(window, LIFTS)
        desktop.key("ctrl+w")
        titled(window, BREAKFAST)
        desktop.key("ctrl+shift+t")
        titled(window, LIFTS)

        desktop.key("ctrl+h")
        focus_by_tab(window, "annotationsHere")
        desktop.key("Right")
        focused(window, "annotationsEverywhere")
        focus_by_tab(window, "annotationsList")
        desktop.key("Home")
        down_to(window, "annotationsList", QUOTE)
        desktop.key("Return")
        titled(window, BREAKFAST)
        window.words("documentPage", QUOTE)
        desktop.key("alt+Left")
        titled(window, LIFTS)
        desktop.key("alt+Right")
        titled(window, BREAKFAST)

        desktop.key("ctrl+t")
        focus_by_tab(window, "outlineTree")
        desktop.key("Home")
        down_to(window, "outlineTree", "监督管理")
        desktop.key("Return")
        window.words("documentPage", "取消备案，二年内不再受理其申请")

        desktop.key("ctrl+backslash")
        wait_until(lambda: window.ask("widget", name=RIGHT), "the second side")
        desktop.key("F6")
        open_by_tree(window, LIFTS)

        desktop.key("ctrl+comma")
        window.window("设置")
        focus_by_tab(window, "settingsPages")
        desktop.key("Home")
        down_to(window, "settingsPages", "阅读")
        focus_by_tab(window, "settingsTheme")
        desktop.key("End")
        wait_until(lambda: theme() == "dark", "the dark paper")
        escape_from(window, "settingsDialog")
        desktop.key("F1")
        window.window("使用说明")
        desktop.key("Down")
        wait_until(lambda: window.widget("manualText")["text"], "a page of the manual")
        escape_from(window, "manualDialog")
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0

    with Window(desktop, home) as window:
        titled(window, LIFTS)
        wait_until(lambda: window.ask("widget", name=RIGHT), "the second side again")
        assert window.ask("tab", text="早餐点")
        assert theme() == "dark"
        desktop.activate("邸报")
        desktop.key("F6")
        titled(window, BREAKFAST)
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0
        assert "Traceback" not in window.log.read_text(encoding="utf-8")
