"""Every panel and dialog of the real window, driven by the mouse."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import go_to_heading, open_document, titled
from tests.end2end.window import ROOT, Window, middle

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

SAMPLE = ROOT / "resources" / "sample" / "云汀市人民政府公报2025年第3期.txt"
OFFICE = ("云汀市", "2025", "第3期", "市政府办公室文件")
BREAKFAST, LIFTS = "便民早餐点管理办法", "老旧小区改造提升"
QUOTE, OTHER = "征求意见的时间不得少于20日", "取消备案，二年内不再受理其申请"


@pytest.fixture(scope="module")
def stocked_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user with the sample, a later issue that prints one sentence otherwise, and two annotations."""
    home = tmp_path_factory.mktemp("every-panel") / "home"
    home.mkdir()
    user = Window(Desktop(), home)
    text = SAMPLE.read_text(encoding="utf-8").replace("2025年第3期", "2025年第4期").replace(QUOTE, "公示不少于一个月")
    later = home / "云汀市人民政府公报2025年第4期.txt"
    later.write_text(text, encoding="utf-8")
    user.command("import", str(SAMPLE), str(later))
    document = next(one["id"] for one in listed(user) if BREAKFAST in one["title"] and QUOTE in shown(user, one["id"]))
    more = ("--style", "期限", "--note", "六月底前公示", "--tag", "公示/期限")
    user.command("annotate", document, "--quote", QUOTE, *more)
    user.command("annotate", document, "--quote", OTHER, "--style", "责任", "--tag", "罚则")
    return home


@pytest.fixture
def home(stocked_home: Path, tmp_path: Path) -> Path:
    """A copy of the user, for one test."""
    return Path(shutil.copytree(stocked_home, tmp_path / "home"))


def listed(user: Window) -> list[dict[str, Any]]:
    """All documents of the library."""
    return [one for issue in user.command("documents")["issues"] for one in issue["documents"]]


def shown(user: Window, document_id: str) -> str:
    """The text of a document."""
    return str(user.command("show", document_id)["text"])


def annotations(user: Window) -> list[dict[str, Any]]:
    """The annotations as the command line tells them."""
    found: list[dict[str, Any]] = user.command("annotations")["annotations"]
    return found


def begin(window: Window, title: str = "") -> None:
    """Bring the window to the front when its tree is there, and open a document by the tree."""
    window.desktop.activate("邸报")
    wait_until(lambda: window.ask("rows", name="libraryTree"), "the tree")
    if title:
        open_document(window, *OFFICE[:3], OFFICE[3] if title == BREAKFAST else "市政府文件", title)


def text_is(window: Window, name: str, holds: Callable[[str], bool], what: str) -> None:
    """Wait until what a widget says meets a condition."""
    wait_until(lambda: holds((window.ask("widget", name=name) or {"text": ""})["text"]), what)


def gone(window: Window, name: str) -> None:
    wait_until(lambda: window.ask("widget", name=name) is None, f"{name} to close")


def choose(window: Window, box: str, entry: str) -> None:
    """Click a box, then one of its entries."""
    window.click(box)
    window.click_popup(entry)
    wait_until(lambda: entry in window.widget(box)["text"], f"{entry} chosen")


def whole(window: Window) -> None:
    """What holds at the end of each test: nothing went wrong unseen."""
    assert window.ask("widget", name="crashText") is None
    assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_the_tree(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, BREAKFAST)
        text_is(window, "libraryCount", lambda text: "2 期" in text and "6 篇" in text, "the count")
        window.click("libraryFilter")
        desktop.paste("老旧小区")
        wait_until(lambda: not any(BREAKFAST in row for row in window.ask("rows", name="libraryTree")), "the filter")
        text_is(window, "libraryCount", lambda text: "2 篇" in text, "two documents")
        window.click("libraryFilter", times=3)
        desktop.key("Delete")
        wait_until(lambda: any(BREAKFAST in row for row in window.ask("rows", name="libraryTree")), "all again")

        # Two documents by Ctrl and the context menu of many.
        open_document(window, *OFFICE[:3], "市政府文件", LIFTS)
        window.click_item("libraryTree", BREAKFAST, held="ctrl")
        window.click_item("libraryTree", BREAKFAST, button=3)
        window.click_menu("标为已读")
        text_is(window, "libraryCount", lambda text: "4 篇未读" in text, "two are read")
        window.click_item("libraryTree", BREAKFAST, button=3)
        window.click_menu("标为未读")
        text_is(window, "libraryCount", lambda text: "未读" not in text, "none is read")
        window.click("libraryOptions")
        window.click_menu("只看有标注的")
        wait_until(lambda: not any(LIFTS in row for row in window.ask("rows", name="libraryTree")), "the annotated one")
        window.click("libraryOptions")
        window.click_menu("显示全部")
        wait_until(lambda: any(LIFTS in row for row in window.ask("rows", name="libraryTree")), "all of them")
        before = window.ask("rows", name="libraryTree")
        window.click("libraryOptions")
        window.click_menu("排列", "新的在前")
        wait_until(lambda: window.ask("rows", name="libraryTree") != before, "another order")
        whole(window)


def test_outline_find_bar_table_and_sides(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, LIFTS)
        go_to_heading(window, "年度计划表")
        desktop.click(*window.words("documentPage", "惠及户数")["start"])
        window.click_menu("视图", "放大查看表格")
        window.widget("tableWindow")
        window.click("tableFind")
        desktop.paste("惠及")
        text_is(window, "tableOutcome", lambda text: "1" in text, "a cell found")
        desktop.key("Escape")
        if window.ask("widget", name="tableWindow"):
            desktop.key("Escape")
        gone(window, "tableWindow")

        window.click_menu("编辑", "在本文中查找")
        window.click("findText")
        desktop.paste("电梯")
        text_is(window, "findCount", lambda text: "/" in text, "places")
        before = window.widget("findCount")["text"]
        window.click("findNext")
        text_is(window, "findCount", lambda text: text != before, "the next place")
        choose(window, "findHow", "各词")
        window.click("findClose")
        gone(window, "findBar")

        window.click_menu("视图", "并排")
        wait_until(lambda: window.ask("widget", name="documentSide_1"), "the second side")
        window.click_item("libraryTree", OFFICE[3])
        desktop.key("Right")
        window.click_item("libraryTree", BREAKFAST)
        titled(window, BREAKFAST)
        window.click("sideClose")
        gone(window, "documentSide_1")
        window.click_menu("视图", "在旁边对照原文")
        window.widget("sourceView")
        window.click("sourceClose")
        gone(window, "sourceView")
        whole(window)


def test_the_search_panel(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, LIFTS)
        window.click_menu("编辑", "检索全库")
        window.click("searchQuery")
        desktop.paste("云汀市")
        wait_until(lambda: len(window.ask("rows", name="searchHits") or []) == 6, "hits")
        facet = window.widget("facet_section")
        desktop.click(facet["x"] + 10, facet["y"] + 8)
        window.widget("chip_section")
        wait_until(lambda: 0 < len(window.ask("rows", name="searchHits")) < 6, "fewer hits")
        window.click("chip_section")
        wait_until(lambda: len(window.ask("rows", name="searchHits")) == 6, "all hits again")
        window.click_item("searchHits", BREAKFAST)
        titled(window, BREAKFAST)
        desktop.copy("")
        window.click_item("searchHits", BREAKFAST, button=3)
        window.click_menu("连同出处复制")
        wait_until(lambda: "云政办发〔2025〕18号" in desktop.clipboard(), "the hit with its citation")
        window.click("searchStrict")
        text_is(window, "searchStatus", lambda text: "6 条结果" in text, "the strict answer")
        whole(window)


def test_the_annotations_panel_and_what_is_kept_about_annotations(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, BREAKFAST)
        window.click_menu("视图", "批注")
        window.click("annotationsEverywhere")
        rows = lambda: " ".join(window.ask("rows", name="annotationsList") or [])  # noqa: E731 - asked again and again
        wait_until(lambda: QUOTE in rows() and OTHER in rows(), "both annotations")
        choose(window, "annotationsStyle", "责任")
        wait_until(lambda: QUOTE not in rows() and OTHER in rows(), "one style")
        choose(window, "annotationsStyle", "全部颜色")
        choose(window, "annotationsTag", "公示（含下级）")
        wait_until(lambda: QUOTE in rows() and OTHER not in rows(), "one tag")
        choose(window, "annotationsTag", "全部标签")
        window.click("annotationsMore")
        choose(window, "annotationsSince", "上周")
        wait_until(lambda: QUOTE not in rows(), "none of last week")
        choose(window, "annotationsSince", "时间：全部")
        window.click("annotationsMore")

        window.click_item("annotationsList", QUOTE)
        window.click("noteStyle1")
        window.click("noteText")
        desktop.key("ctrl+End")
        desktop.paste("（待核）")
        window.click("noteTags")
        wait_until(lambda: [one for one in annotations(window) if one["note"].endswith("（待核）")], "the note")
        window.click("noteDelete")
        wait_until(lambda: len(annotations(window)) == 1, "the annotation deleted")

        window.click_menu("标注", "标注回收站")
        window.window("标注回收站")
        window.click_item("trashList", QUOTE)
        window.click("trashRestore")
        wait_until(lambda: len(annotations(window)) == 2, "the annotation back")
        desktop.key("Escape")
        gone(window, "trashDialog")

        window.click_menu("标注", "标签管理")
        window.window("标签管理")
        window.click_item("tagsTree", "罚则")
        window.click("tagsRename")
        window.window("改名")
        desktop.key("ctrl+a")
        desktop.paste("责任/罚则")
        desktop.key("Return")
        wait_until(lambda: [one for one in annotations(window) if one["tags"] == ["责任/罚则"]], "the tag renamed")
        desktop.key("Escape")
        gone(window, "tagsDialog")

        window.click_menu("标注", "核对标注的位置")
        window.window("核对标注的位置")
        desktop.key("Escape")
        gone(window, "reviewDialog")
        window.click_menu("文件", "从备份恢复")
        window.window("从备份恢复标注")
        text_is(window, "backupsContents", bool, "what the backup holds")
        desktop.key("Escape")
        gone(window, "backupsDialog")
        whole(window)


def test_the_report_and_the_comparison(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, BREAKFAST)
        window.click_menu("更正", "对照原文检查")
        window.widget("issueReport")
        text_is(window, "reportAbout", lambda text: "2025年第" in text, "the issue")
        window.click("reportGroup_all")
        desktop.key("Escape")
        gone(window, "issueReport")

        window.click("headEditions")
        window.click_menu("比较本文与")
        window.widget("comparison")
        wait_until(lambda: window.ask("rows", name="comparisonList"), "rows of the comparison")
        text_is(window, "comparisonSummary", bool, "the summary")
        window.click("comparisonNext")
        window.click("comparisonEverything")
        desktop.key("Escape")
        gone(window, "comparison")
        whole(window)


def test_settings_export_preview_palette_manual_and_about(desktop: Desktop, home: Path) -> None:
    with Window(desktop, home) as window:
        begin(window, BREAKFAST)
        window.click_menu("文件", "设置")
        window.window("设置")
        for page, part in (
            ("阅读", "settingsTheme"), ("标注样式", "stylesEditor"), ("检索", "settingsReset"),
            ("导出", "settingsAuthor"), ("备份", "settingsLastBackup"), ("快捷键", "shortcutsSearch"),
            ("公报库", "settingsLibrary"),
        ):
            window.click_item("settingsPages", page)
            window.widget(part)
        window.click_item("settingsPages", "阅读")
        choose(window, "settingsTheme", "米黄")
        window.click("settingsClose")
        gone(window, "settingsDialog")

        window.click("button_export")
        window.window("导出标注")
        for form in ("Word", "Pdf", "Excel", "Csv", "Html"):
            window.click(f"export{form}")
        window.click("exportDocuments")
        window.click("exportAnnotations")
        window.click("exportTemplateHelp")
        window.widget("templateHelp")
        desktop.key("Escape")
        gone(window, "templateHelp")
        desktop.key("Escape")
        gone(window, "exportDialog")

        window.click_menu("文件", "打印预览")
        window.widget("printPreview", 90)
        desktop.key("Escape")
        gone(window, "printPreview")

        window.click_menu("帮助", "命令面板")
        window.click("paletteText")
        desktop.paste("@老旧小区")
        wait_until(lambda: LIFTS in window.ask("current", name="paletteList"), "the document")
        window.click_item("paletteList", LIFTS)
        titled(window, LIFTS)

        window.click_menu("帮助", "使用说明")
        window.window("使用说明")
        before = window.widget("manualText")["text"]
        window.click_item("manualContents", "检索")
        text_is(window, "manualText", lambda text: text not in ("", before), "another page")
        desktop.key("Escape")
        gone(window, "manualDialog")
        window.click_menu("帮助", "关于邸报")
        window.widget("aboutDialog")
        desktop.click(*middle(wait_until(lambda: window.ask("tab", text="许可"), "the tab of licences")))
        wait_until(lambda: window.ask("rows", name="aboutParts"), "the parts")
        desktop.key("Escape")
        gone(window, "aboutDialog")
        whole(window)


def test_what_a_watched_folder_brings_is_offered(desktop: Desktop, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "来件"
    folder.mkdir()
    text = SAMPLE.read_text(encoding="utf-8").replace("2025年第3期", "2025年第5期")
    (folder / "公报第5期.txt").write_text(text, encoding="utf-8")
    (home / "config" / "dibao").mkdir(parents=True, exist_ok=True)
    (home / "config" / "dibao" / "preferences.toml").write_text(f'watched = ["{folder}"]\n', encoding="utf-8")
    with Window(desktop, home) as window:
        begin(window)
        text_is(window, "noticeText", lambda text: "1 份新公报" in text, "the offer")
        window.click_labelled("导入")
        wait_until(lambda: len(listed(window)) == 9, "the new issue in the library")
        whole(window)
