"""The real window on a real display, driven by mouse and keyboard: a first day with the program, and the day after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import (
    close_report,
    go_to_heading,
    import_files,
    open_document,
    open_sample,
    select,
    write_note,
)
from tests.end2end.window import Window

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

QUOTE = "征求意见的时间不得少于20日"
OTHER = "取消备案，二年内不再受理其申请"
NOTE = "公示期：区县要提前排期。"
TAG = "期限/公示"


def annotations(window: Window) -> list[dict[str, object]]:
    """The annotations as the command line tells them."""
    found: list[dict[str, object]] = window.command("annotations")["annotations"]
    return found


def test_a_first_day_and_the_day_after(desktop: Desktop, tmp_path: Path) -> None:
    out = tmp_path / "摘录.md"
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        open_sample(window)
        open_document(window, "云汀市", "2025", "第3期", "市政府办公室文件", "便民早餐点管理办法")

        go_to_heading(window, "规划与设置")
        select(window, QUOTE)
        desktop.key("1")
        wait_until(lambda: len(annotations(window)) == 1, "the highlight in the database")
        write_note(window, NOTE, TAG)
        wait_until(lambda: [(each["note"], each["tags"]) for each in annotations(window)] == [(NOTE, [TAG])], "note")

        go_to_heading(window, "监督管理")
        select(window, OTHER)
        desktop.key("3")
        wait_until(lambda: len(annotations(window)) == 2, "the second highlight")
        desktop.key("ctrl+z")
        wait_until(lambda: len(annotations(window)) == 1, "undo")
        desktop.key("ctrl+shift+z")
        wait_until(lambda: len(annotations(window)) == 2, "redo")

        select(window, OTHER)
        desktop.key("ctrl+shift+c")
        wait_until(lambda: "第十四条" in desktop.clipboard() and OTHER in desktop.clipboard(), "the citation copied")

        desktop.key("ctrl+shift+f")
        wait_until(lambda: window.widget("searchQuery")["focused"], "the query box")
        desktop.paste("每部电梯由市、区两级财政合计补助15万元")
        desktop.key("Return")
        wait_until(lambda: len(window.ask("rows", name="searchHits") or []) == 1, "one hit")
        window.click_item("searchHits", "")
        wait_until(lambda: "老旧小区改造提升" in window.widget("documentTitle")["text"], "the document of the hit")
        window.words("documentPage", "每部电梯由市、区两级财政合计补助15万元")

        window.click("button_export")
        window.window("导出标注")
        window.click("exportEverywhere")
        window.click("exportMarkdown")
        window.click("exportPath", times=3)
        desktop.paste(str(out))
        window.click("exportOk")
        wait_until(out.exists, "the exported file")
        text = out.read_text(encoding="utf-8")
        assert [part for part in (QUOTE, NOTE, TAG, OTHER, "云政办发〔2025〕18号") if part not in text] == []
        assert text.index(QUOTE) < text.index(OTHER)

        before = annotations(window)
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0

    with Window(desktop, tmp_path / "home") as window:
        assert annotations(window) == before
        wait_until(lambda: "老旧小区改造提升" in window.widget("documentTitle")["text"], "the last document")
        window.words("documentPage", "每部电梯由市、区两级财政合计补助15万元")
        desktop.activate("邸报")
        desktop.key("ctrl+h")
        window.click("annotationsEverywhere")
        window.click_item("annotationsList", QUOTE)
        wait_until(lambda: "便民早餐点管理办法" in window.widget("documentTitle")["text"], "the annotated document")
        window.words("documentPage", QUOTE)
        wait_until(lambda: window.widget("noteText")["text"] == NOTE, "the note")
        desktop.key("ctrl+q")
        assert window.wait_closed() == 0
        assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_a_bad_file_among_good_ones_is_told(desktop: Desktop, tmp_path: Path) -> None:
    files = tmp_path / "来件"
    files.mkdir()
    (files / "空.txt").write_bytes(b"")
    (files / "通知.txt").write_text(
        "云川省人民政府办公厅关于做好防汛工作的通知\n\n云政办发〔2025〕3号\n\n各市人民政府：\n\n请做好防汛工作。\n\n"
        "云川省人民政府办公厅\n2025年4月2日\n", encoding="utf-8",
    )
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        window.widget("welcomePage")
        import_files(window, *sorted(files.iterdir()))
        window.window("导入结果")
        rows = window.ask("rows", name="importFiles")
        assert rows[0] == "空.txt"
        assert "空的" in rows[1]
        assert "通知.txt" in rows
        close_report(window)
        issues = window.command("documents")["issues"]
        assert [document["number"] for issue in issues for document in issue["documents"]] == ["云政办发〔2025〕3号"]
