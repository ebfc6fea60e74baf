"""The real window killed while somebody marks by mouse and keys: all that it showed as marked is there afterwards."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.steps import go_to_heading, open_document, open_sample, select
from tests.end2end.window import Window

pytestmark = [pytest.mark.window, pytest.mark.xdist_group("window")]

DOCUMENT = ("云汀市", "2025", "第3期", "市政府办公室文件", "便民早餐点管理办法")
QUOTE = "征求意见的时间不得少于20日"
NOTE = "期限：先问法规处"
ROUNDS = 2
BURST = 40
"""Marks that the keys of a round would make, were the program not killed."""


def listed(window: Window) -> Counter[str]:
    """The quotes in the list of annotations, as the window shows them."""
    return Counter(window.ask("rows", name="annotationsList") or [])


def kept(window: Window) -> Counter[str]:
    """The quotes in the database, on one line each as the list has them."""
    found = window.command("annotations")["annotations"]
    return Counter(" ".join(one["quote"].split()) for one in found)


def shown_at_least(window: Window, least: int) -> Counter[str]:
    """The list once it shows so many; what is asked last is what counts."""
    return wait_until(lambda: found if (found := listed(window)).total() >= least else None, f"{least} marks", 30)


def come_back(window: Window, seen: Counter[str]) -> None:
    """Begin again after a kill: with the document, and the list of all that was marked."""
    window.desktop.activate("邸报")
    window.item("libraryTree", DOCUMENT[0])
    if window.ask("widget", name="documentTitle") is None:
        # What is open is noted now and then, not at once.
        open_document(window, *DOCUMENT)
    if window.ask("widget", name="annotationsList") is None:
        window.desktop.key("ctrl+h")
    wait_until(lambda: seen <= listed(window), "the marks of before")


def sound(window: Window) -> bool:
    """Whether both databases pass their checks."""
    findings = window.command("check")["findings"]
    return findings == []


def test_marks_shown_survive_a_kill(desktop: Desktop, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    chance = random.Random(7)
    with Window(desktop, tmp_path / "home") as window:
        desktop.activate("邸报")
        open_sample(window)
        open_document(window, *DOCUMENT)
        go_to_heading(window, "规划与设置")
        select(window, QUOTE)
        desktop.key("1", "n")
        wait_until(lambda: window.widget("noteText")["focused"], "the note editor")
        desktop.paste(NOTE)
        wait_until(lambda: NOTE in window.widget("noteText")["text"], "the note typed")
        desktop.key("Escape")
        wait_until(lambda: window.ask("focus") == "documentPage", "the text with the keyboard")
        seen |= shown_at_least(window, 1)
        window.kill()
    (only,) = window.command("annotations")["annotations"]
    assert (only["quote"], only["note"]) == (QUOTE, NOTE)

    for _ in range(ROUNDS):
        with Window(desktop, tmp_path / "home") as window:
            come_back(window, seen)
            window.click("documentPage")
            one = ["shift+Right"] * 5 + [chance.choice("12345678"), "Right", "Right"]
            keys = desktop.begin_keys("ctrl+Home", *one * BURST)
            try:
                seen |= shown_at_least(window, seen.total() + chance.randint(2, BURST // 3))
                window.kill()
            finally:
                keys.terminate()
                keys.wait()
        found = kept(window)
        assert seen <= found
        seen = found

    with Window(desktop, tmp_path / "home") as window:
        come_back(window, seen)
        assert listed(window) == seen
        assert window.ask("widget", name="crashText") is None
    assert sound(window)
