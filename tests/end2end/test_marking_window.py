"""Marking in the real window: by mouse, by keyboard alone, and when a file comes again with other words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import focus_by_tab, go_to, go_to_heading, import_files, open_document, open_sample, select
from tests.end2end.window import ROOT, Window, middle

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

DOCUMENT = ("云汀市", "2025", "第3期", "市政府办公室文件", "便民早餐点管理办法")
QUOTE = "征求意见的时间不得少于20日"
OTHER = "取消备案，二年内不再受理其申请"
SAMPLE = ROOT / "resources" / "sample" / "云汀市人民政府公报2025年第3期.txt"
Form = dict[str, Any]


def annotations(window: Window) -> list[Form]:
    """The annotations as the command line tells them."""
    found: list[Form] = window.command("annotations")["annotations"]
    return found


def eventually(window: Window, condition: Callable[[list[Form]], object], what: str) -> None:
    """Wait until the annotations in the database meet a condition."""
    wait_until(lambda: condition(annotations(window)), what, 60)


def undone_and_redone(window: Window, what: str, before: Callable[[list[Form]], object],
                      after: Callable[[list[Form]], object]) -> None:
    """Ctrl+Z brings the state before, Ctrl+Shift+Z the state after."""
    eventually(window, after, what)
    window.desktop.key("ctrl+z")
    eventually(window, before, f"{what} undone")
    window.desktop.key("ctrl+shift+z")
    eventually(window, after, f"{what} redone")


def begin(window: Window) -> None:
    """Open the rules for breakfast stalls of the sample."""
    window.desktop.activate("邸报")
    open_sample(window)
    open_document(window, *DOCUMENT)


def test_by_mouse(desktop: Desktop, tmp_path: Path) -> None:
    with Window(desktop, tmp_path / "home") as window:
        begin(window)
        go_to_heading(window, "规划与设置")

        select(window, QUOTE)
        desktop.key("1")
        undone_and_redone(window, "the highlight", lambda found: not found,
                          lambda found: [(one["quote"], one["style"]) for one in found] == [(QUOTE, "重点")])
        place = window.words("documentPage", QUOTE)
        desktop.click(place["start"][0] + 20, place["start"][1])
        window.click("noteStyle3")
        undone_and_redone(window, "another style", lambda found: found[0]["style"] == "重点",
                          lambda found: found[0]["style"] == "期限")
        window.click("documentPage")
        desktop.click(place["start"][0] + 20, place["start"][1])
        desktop.key("u")
        undone_and_redone(window, "the underline", lambda found: found[0]["mark"] == "highlight",
                          lambda found: found[0]["mark"] == "underline")

        desktop.key("n")
        wait_until(lambda: window.widget("noteText")["focused"], "the note editor")
        desktop.paste("看**附件2**")
        desktop.key("Escape")
        undone_and_redone(window, "the note", lambda found: found[0]["note"] == "",
                          lambda found: found[0]["note"] == "看**附件2**")
        desktop.key("t")
        wait_until(lambda: window.widget("noteTags")["focused"], "the tags")
        desktop.paste("期限/公示，待办")
        desktop.key("Escape")
        undone_and_redone(window, "the tags", lambda found: found[0]["tags"] == [],
                          lambda found: found[0]["tags"] == ["期限/公示", "待办"])

        # An end of the range is dragged: six characters to the left, of which the last is no longer marked.
        handle = middle(window.widget("rangeEnd"))
        shorter = window.words("documentPage", QUOTE[:-6])
        desktop.drag(handle, (shorter["end"][0], handle[1]), steps=12)
        undone_and_redone(window, "the dragged end", lambda found: found[0]["quote"] == QUOTE,
                          lambda found: found[0]["quote"] == QUOTE[:-6])

        # The clause under the mouse is marked by a click on its address in the margin.
        x, y = window.words("documentPage", QUOTE)["start"]
        desktop.move(x, y + 2)
        desktop.move(x + 3, y)
        address = window.widget("clauseAddress")
        assert "第" in address["text"]
        desktop.click(*middle(address))
        wait_until(lambda: window.widget("noteTags")["focused"], "the tags of the clause")
        desktop.key("Escape")
        undone_and_redone(window, "the clause", lambda found: len(found) == 1,
                          lambda found: len(found) == 2 and any(one["address"] == address["text"] for one in found))
        assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_by_keyboard_alone(desktop: Desktop, tmp_path: Path) -> None:
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        import_files(window, SAMPLE)
        wait_until(lambda: window.command("documents")["issues"], "the sample in the library")

        wait_until(lambda: window.widget("documentPage")["text"], "the first document")
        # To a document by its number, and in it to a clause: the caret goes along.
        desktop.activate("邸报")
        go_to(window, "云政办发18 2025")
        wait_until(lambda: "便民早餐点管理办法" in window.widget("documentTitle")["text"], "the document")
        go_to(window, "5")
        wait_until(lambda: window.widget("documentPage")["focused"], "the text")
        desktop.key(*["shift+Right"] * 12)
        desktop.key("2")
        undone_and_redone(window, "the highlight", lambda found: not found,
                          lambda found: [(one["style"], len(one["quote"])) for one in found] == [("依据", 12)])
        desktop.key("u")
        eventually(window, lambda found: found[0]["mark"] == "underline", "the underline")

        desktop.key("n")
        wait_until(lambda: window.widget("noteText")["focused"], "the note editor")
        desktop.paste("问法规处")
        desktop.key("Escape")
        eventually(window, lambda found: found[0]["note"] == "问法规处", "the note")
        desktop.key("t")
        wait_until(lambda: window.widget("noteTags")["focused"], "the tags")
        desktop.paste("依据/上位法")
        desktop.key("Escape")
        eventually(window, lambda found: found[0]["tags"] == ["依据/上位法"], "the tag")

        # Its range: the end three characters on, the start one back.
        before = annotations(window)[0]["range"]
        desktop.key("r", *["Right"] * 3, "Tab", "Right", "Return")
        undone_and_redone(window, "the range", lambda found: found[0]["range"] == before,
                          lambda found: found[0]["range"] == [before[0] + 1, before[1] + 3])

        # Another clause by T where nothing is chosen.
        go_to(window, "8")
        wait_until(lambda: window.widget("documentPage")["focused"], "the text again")
        desktop.key("t")
        wait_until(lambda: window.widget("noteTags")["focused"], "the tags of the clause")
        desktop.key("Escape")
        eventually(window, lambda found: any("第八条" in (one["address"] or "") for one in found), "the clause")

        # The list: found by words, gone to with Return, deleted with Del, brought back.
        desktop.key("alt+Up")
        window.widget("annotationsFilter")
        focus_by_tab(window, "annotationsFilter")
        desktop.paste("问法规处")
        wait_until(lambda: len(window.ask("rows", name="annotationsList") or []) == 1, "the list filtered")
        focus_by_tab(window, "annotationsList")
        desktop.key("Home", "Return")
        wait_until(lambda: window.widget("noteText")["text"] == "问法规处", "the annotation chosen")
        focus_by_tab(window, "annotationsList")
        desktop.key("Delete")
        undone_and_redone(window, "the deletion", lambda found: len(found) == 2, lambda found: len(found) == 1)
        assert "Traceback" not in window.log.read_text(encoding="utf-8")


def test_a_changed_file_and_its_orphans(desktop: Desktop, tmp_path: Path) -> None:
    home = tmp_path / "home"
    file = tmp_path / SAMPLE.name
    file.write_bytes(SAMPLE.read_bytes())
    home.mkdir()
    user = Window(desktop, home)
    user.command("import", str(file))
    documents = [one for issue in user.command("documents")["issues"] for one in issue["documents"]]
    document = next(one["id"] for one in documents if "便民早餐点管理办法" in one["title"])
    for quote in (QUOTE, OTHER):
        user.command("annotate", document, "--quote", quote)
    text = file.read_text(encoding="utf-8").replace(QUOTE, "公示不得少于一个月").replace(
        "有下列情形之一的", "经查实，有下列情形之一的")
    file.write_text(text, encoding="utf-8")
    with Window(desktop, home) as window:
        desktop.activate("邸报")
        import_files(window, file)
        eventually(window, lambda found: {one["state"] for one in found} - {"exact", "moved"}, "a place not sure")
        open_document(window, *DOCUMENT)
        go_to_heading(window, "规划与设置")
        select(window, "公示不得少于一个月")
        window.click_menu("标注", "核对标注的位置")
        window.window("核对标注的位置")
        window.click_item("reviewList", QUOTE)
        assert QUOTE in window.widget("reviewBefore")["text"]
        window.click("reviewAttach")
        eventually(window, lambda found: "公示不得少于一个月" in [one["quote"] for one in found], "attached by hand")
        eventually(window, lambda found: {one["state"] for one in found} <= {"exact", "moved"}, "all places sure")
        assert "Traceback" not in window.log.read_text(encoding="utf-8")
