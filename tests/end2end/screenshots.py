"""Save the states of the window as docs/screenshots/*.png: `python -m tests.end2end.screenshots [FOLDER]`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.page_pictures import take_pages
from tests.end2end.steps import (
    close_report,
    go_to_heading,
    import_files,
    open_document,
    open_sample,
    select,
    write_note,
)
from tests.end2end.window import ROOT, Window
from ui.models.manual import WIDEST

THEMES = ("light", "sepia", "dark")
STILL_SECONDS = 1.6
"""Longer than the place one went to is lit up."""
SAMPLE = ROOT / "resources/sample"
PICTURES = ROOT / "resources/manual/pictures"
IN_MANUAL = ("annotated", "search", "export")
"""States that the manual shows, in each language."""
BREAKFAST, RENEWAL = "便民早餐点管理办法", "老旧小区改造提升"


class Album:
    """Takes pictures of one desktop into one folder, named by state and theme."""

    def __init__(self, desktop: Desktop, folder: Path, theme: str) -> None:
        self._desktop = desktop
        self._folder = folder
        self._theme = theme

    def take(self, state: str) -> None:
        """Save what the screen shows, the pointer out of the way and nothing moving any more."""
        self._desktop.move(self._desktop.width - 2, self._desktop.height - 2)
        path = self._folder / f"{state}-{self._theme}.png"
        before, since = b"", 0.0

        def still() -> bool:
            nonlocal before, since
            self._desktop.screenshot(path)
            now = path.read_bytes()
            if now != before:
                before, since = now, time.monotonic()
            return time.monotonic() - since > STILL_SECONDS

        wait_until(still, "a picture that stands still")
        # A window has few colours: with a palette the picture is a third as large and looks the same.
        palette = ["-strip", "-dither", "None", "-colors", "255", f"PNG8:{path}"]
        subprocess.run(["convert", str(path), *palette], check=True)
        print(path)


def mark(window: Window, heading: str, text: str, key: str, note: str = "", tag: str = "") -> None:
    """Go to a heading by the outline and mark a sentence below it."""
    before = len(window.command("annotations")["annotations"])
    go_to_heading(window, heading)
    select(window, text)
    window.desktop.key(key)
    wait_until(lambda: len(window.command("annotations")["annotations"]) == before + 1, f"“{text}” marked")
    if note:
        write_note(window, note, tag)
        wait_until(lambda: any(each["note"] == note for each in window.command("annotations")["annotations"]), note)


def begin(window: Window, album: Album) -> None:
    """The first day: the welcome page, the sample, three marks."""
    window.widget("welcomePage")
    album.take("welcome")
    open_sample(window)
    open_document(window, "云汀市", "2025", "第3期", "市政府办公室文件", BREAKFAST)
    album.take("reading")
    mark(window, "监督管理", "取消备案，二年内不再受理其申请", "4")
    mark(window, "经营规范", "优先安排点位，并免收三年场地使用费", "5", "与财政局核对减免口径。", "早餐点/扶持")
    mark(window, "规划与设置", "征求意见的时间不得少于20日", "3", "布局方案须在六月底前挂网公示。", "期限/公示")
    album.take("annotated")


def take_search(window: Window, album: Album) -> None:
    """Hits of a search, the first one open."""
    window.desktop.key("ctrl+shift+f")
    wait_until(lambda: window.widget("searchQuery")["focused"], "the query box")
    window.desktop.paste("社区食堂")
    window.desktop.key("Return")
    wait_until(lambda: len(window.ask("rows", name="searchHits") or []) > 1, "hits")
    # Down from the query box, Enter: no mouse, so that it works at any scale.
    window.desktop.key("Down", "Return")
    album.take("search")


def take_dialog(window: Window, album: Album, keys: str, name: str, state: str) -> None:
    """A dialog that a shortcut opens and Escape closes."""
    window.desktop.key(keys)
    window.widget(name)
    album.take(state)
    window.desktop.key("Escape")
    wait_until(lambda: window.ask("widget", name=name) is None, f"{name} to close")


def by_palette(desktop: Desktop, window: Window, words: str) -> None:
    """Carry out the command of these words."""
    desktop.key("ctrl+k")
    window.widget("paletteText")
    desktop.paste(words)
    desktop.key("Return")


def change(window: Window, file: Path) -> None:
    """An issue of another year, one sentence marked, then the same file with this sentence put in other words."""
    sample = next(SAMPLE.glob("*.txt")).read_text(encoding="utf-8")
    text = sample.replace("2025年第3期", "2024年第8期").replace("总第87期", "总第80期").replace("〔2025〕", "〔2024〕")
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    window.command("import", str(file))
    listed = [one for issue in window.command("documents")["issues"] for one in issue["documents"]]
    found = next(one["id"] for one in listed if BREAKFAST in one["title"] and "2024" in one["number"])
    sentence = "向社会公开征求意见，征求意见的时间不得少于20日"
    window.command("annotate", found, "--quote", sentence, "--style", "期限", "--note", "二十日是工作日还是自然日？")
    file.write_text(text.replace(sentence, "公开征求意见，时间为二十个工作日以上"), encoding="utf-8")
    window.command("import", str(file))


def go_on(window: Window, album: Album, folder: Path) -> None:
    """The day after: everything else, with the marks of the first day.

    Args:
        folder: for the files that arrive.
    """
    desktop = window.desktop
    take_dialog(window, album, "ctrl+shift+e", "exportDialog", "export")
    take_search(window, album)
    take_dialog(window, album, "F8", "issueReport", "report")
    take_dialog(window, album, "ctrl+comma", "settingsDialog", "settings")
    take_dialog(window, album, "F1", "manualDialog", "manual")
    desktop.key("ctrl+k")
    window.widget("paletteText")
    desktop.paste("标注")
    album.take("palette")
    desktop.key("Escape")
    open_document(window, "云汀市", "2025", "第3期", "市政府文件", RENEWAL)
    go_to_heading(window, "年度计划表")
    place = window.words("documentPage", "惠及户数")["start"]
    desktop.click(*place)
    take_dialog(window, album, "F4", "tableWindow", "table")
    by_palette(desktop, window, "责任分工")
    window.widget("tableWindow")
    album.take("duties")
    desktop.key("Escape")
    wait_until(lambda: window.ask("widget", name="tableWindow") is None, "the table to close")
    desktop.key("ctrl+backslash")
    window.click_item("libraryTree", BREAKFAST)
    window.window(BREAKFAST)
    album.take("split")
    desktop.key("ctrl+backslash")
    files = mixed_files(folder)
    import_files(window, *files)
    window.window("导入结果")
    album.take("import-report")
    close_report(window)
    by_palette(desktop, window, "核对标注")
    window.widget("reviewDialog")
    album.take("review")
    desktop.key("Escape")


def take_theme(folder: Path, theme: str, home: Path, kept: Path) -> None:
    """Walk through the window and take a picture of each state.

    Args:
        home: of a new user, who becomes one with three annotations.
        kept: where a copy of this user goes.
    """
    prefer(home, theme=theme)
    with Desktop() as desktop:
        album = Album(desktop, folder, theme)
        with Window(desktop, home) as window:
            desktop.activate("邸报")
            begin(window, album)
            if theme == THEMES[0]:
                take_pages(window, folder, BREAKFAST)
            desktop.key("ctrl+q")
            window.wait_closed()
        shutil.copytree(home, kept)
        change(Window(desktop, home), home / "来件" / "公报2024年第8期.txt")
        with Window(desktop, home) as window:
            desktop.activate("邸报")
            window.words("documentPage", "征求意见的时间不得少于20日")
            go_on(window, album, home / "新到")
            desktop.key("ctrl+q")
            window.wait_closed()


def take_large(folder: Path, home: Path) -> None:
    """Four states on a screen with twice the dots."""
    with Desktop(2732, 1536) as desktop, Window(desktop, home, extra={"QT_SCALE_FACTOR": "2"}) as window:
        album = Album(desktop, folder, "200")
        desktop.activate("邸报")
        window.widget("documentTitle")
        album.take("annotated")
        take_dialog(window, album, "ctrl+shift+e", "exportDialog", "export")
        take_search(window, album)
        take_dialog(window, album, "ctrl+comma", "settingsDialog", "settings")


def take_english(folder: Path, home: Path) -> None:
    """What the manual shows, in English."""
    prefer(home, theme=THEMES[0], language="en")
    with Desktop() as desktop, Window(desktop, home) as window:
        album = Album(desktop, folder, "english")
        desktop.activate("Dibao")
        window.widget("documentTitle")
        album.take("annotated")
        take_dialog(window, album, "ctrl+shift+e", "exportDialog", "export")
        take_search(window, album)


def prefer(home: Path, **choices: str) -> None:
    """Write the preferences of a user."""
    folder = home / "config/dibao"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f'{name} = "{value}"\n' for name, value in choices.items()]
    (folder / "preferences.toml").write_text("".join(lines), encoding="utf-8")


def mixed_files(folder: Path) -> list[Path]:
    """Another issue, the sample again, an empty file and a picture."""
    folder.mkdir()
    sample = next(SAMPLE.glob("*.txt"))
    text = sample.read_text(encoding="utf-8")
    files = [folder / name for name in ("公报2025年第4期.txt", sample.name, "封面.txt", "空白.txt")]
    files[0].write_text(text.replace("2025年第3期", "2025年第4期"), encoding="utf-8")
    shutil.copy(sample, files[1])
    files[2].write_bytes(bytes(range(256)) * 8)
    files[3].write_bytes(b"")
    return files


def main() -> int:
    """Take all pictures, each theme on a desktop of its own."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs/screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dibao-pictures-") as place:
        for theme in THEMES:
            take_theme(folder, theme, Path(place) / theme, Path(place) / f"{theme}-kept")
        take_large(folder, Path(place) / f"{THEMES[0]}-kept")
        take_english(folder, Path(place) / f"{THEMES[1]}-kept")
    for language, ending in (("zh", THEMES[0]), ("en", "english")):
        (PICTURES / language).mkdir(parents=True, exist_ok=True)
        for state in IN_MANUAL:
            # As wide as the manual shows them: the text browser would enlarge and shrink them roughly.
            small = ["-resize", f"{WIDEST}x", "-strip", "-dither", "None", "-colors", "255"]
            shown = f"PNG8:{PICTURES / language / f'{state}.png'}"
            subprocess.run(["convert", str(folder / f"{state}-{ending}.png"), *small, shown], check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
