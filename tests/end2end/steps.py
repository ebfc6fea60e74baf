"""What a user does at the window, step by step, with mouse and keyboard."""

from __future__ import annotations

from pathlib import Path

from tests.end2end.desktop import wait_until
from tests.end2end.window import Window


def open_sample(window: Window) -> None:
    """Import the sample from the welcome page."""
    window.widget("welcomePage")
    window.click("welcomeSample")
    wait_until(lambda: window.command("documents")["issues"], "the sample in the library")
    window.click("noticeClose")
    wait_until(lambda: window.ask("widget", name="noticeStrip") is None, "the notice to close")


def import_files(window: Window, *files: Path) -> None:
    """Ctrl+O, the names of files, Return."""
    window.desktop.key("ctrl+o")
    wait_until(lambda: window.widget("fileNameEdit")["focused"], "the box for names of files")
    names = " ".join(f'"{file}"' for file in files)
    window.desktop.paste(names)
    wait_until(lambda: window.widget("fileNameEdit")["text"] == names, "the names typed")
    window.desktop.key("Return")
    wait_until(lambda: window.ask("widget", name="fileNameEdit") is None, "the dialog of files to close")


def close_report(window: Window) -> None:
    """Close the report of an import."""
    window.window("导入结果")
    window.click_labelled("知道了")
    wait_until(lambda: window.ask("widget", name="importReport") is None, "the report to close")


def open_document(window: Window, *path: str) -> None:
    """Click through the tree to a document, opening what is closed on the way."""
    for text in path[:-1]:
        if not window.item("libraryTree", text)["expanded"]:
            window.click_item("libraryTree", text)
            window.desktop.key("Right")
    window.click_item("libraryTree", path[-1])
    wait_until(lambda: path[-1] in window.widget("documentTitle")["text"], f"the document {path[-1]}")


def go_to_heading(window: Window, heading: str) -> None:
    """Show the outline and click on a heading."""
    if window.ask("widget", name="outlineTree") is None:
        window.desktop.key("ctrl+t")
    window.click_item("outlineTree", heading)


def select(window: Window, text: str, pane: str = "documentPage") -> None:
    """Drag the mouse over a string that is on the screen in one line or two. `pane`: the page, or what it lies in.

    A page that is still being filled, or a strip that comes above it, moves the words away under the mouse: a user sees
    that, waits, and drags again.
    """
    def dragged() -> bool:
        wait_until(lambda: unmoved(window, pane, text), f"“{text}” standing still")
        place = window.words(pane, text)
        (x, y), end = place["start"], place["end"]
        window.desktop.drag((x + 1, y), (end[0] + 1, end[1]))
        try:
            wait_until(lambda: window.ask("words", name=pane, text=text)["selected"] == text, "the selection", 5)
        except TimeoutError:
            # A drag that begins in a selection would carry its words away instead of selecting others.
            window.desktop.key("Left")
            return False
        return True

    wait_until(dragged, f"“{text}” selected")


def unmoved(window: Window, pane: str, text: str) -> bool:
    """Whether words are at the same place twice in a row."""
    return bool(window.words(pane, text) == window.words(pane, text))


def write_note(window: Window, note: str, tag: str) -> None:
    """With the mark just made chosen: N, the note, then a tag."""
    window.desktop.key("n")
    wait_until(lambda: window.widget("noteText")["focused"], "the note editor")
    window.desktop.paste(note)
    window.click("noteTags")
    window.desktop.paste(tag)
    window.desktop.key("Return")


def go_to(window: Window, place: str) -> None:
    """Ctrl+G, a place or a number, Return."""
    window.desktop.key("ctrl+g")
    wait_until(lambda: window.widget("goToText")["focused"], "the box for going to a place")
    window.desktop.paste(place)
    window.desktop.key("Return")
    wait_until(lambda: window.ask("widget", name="goToText") is None, "the box to close")


def focus_by_tab(window: Window, name: str, most: int = 60) -> None:
    """Press Tab until a widget has the focus."""
    window.widget(name)
    for _ in range(most):
        before = window.ask("focus")
        if before == name:
            return
        window.desktop.key("Tab")
    raise AssertionError(f"{name} is not reached by Tab")


def down_to(window: Window, view: str, text: str, most: int = 60) -> None:
    """With the keyboard in a tree or list: go down to the row whose text contains `text`."""
    for _ in range(most):
        if text in window.ask("current", name=view):
            return
        before = window.ask("current", name=view)
        window.desktop.key("Down")
        wait_until(lambda before=before: window.ask("current", name=view) != before, f"{text} below {before}")
    raise AssertionError(f"{text} is not reached in {view}")


def titled(window: Window, text: str) -> None:
    """Wait until the window is about a document."""
    wait_until(lambda: any(text in each["title"] for each in window.ask("windows")), f"the window on {text}")
