"""Save the main states of the window as docs/screenshots/*.png: `python -m tests.end2end.screenshots [FOLDER]`."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.end2end.desktop import Desktop, wait_until
from tests.end2end.page_pictures import take_pages
from tests.end2end.steps import close_report, go_to_heading, open_document, open_sample, select, write_note
from tests.end2end.window import ROOT, Window

THEMES = ("light", "dark")
STILL_SECONDS = 1.6
"""Longer than the place one went to is lit up."""
SAMPLE = ROOT / "resources/sample"


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


def take_all(desktop: Desktop, folder: Path, theme: str, home: Path) -> None:
    """Walk through the window and take a picture of each main state."""
    (home / "config/dibao").mkdir(parents=True)
    (home / "config/dibao/preferences.toml").write_text(f'theme = "{theme}"\n', encoding="utf-8")
    album = Album(desktop, folder, theme)
    with Window(desktop, home) as window:
        desktop.activate("邸报")
        window.widget("welcomePage")
        album.take("welcome")
        open_sample(window)
        open_document(window, "云汀市", "2025", "第3期", "市政府办公室文件", "便民早餐点管理办法")
        album.take("reading")
        mark(window, "监督管理", "取消备案，二年内不再受理其申请", "4")
        mark(window, "经营规范", "优先安排点位，并免收三年场地使用费", "5", "与财政局核对减免口径。", "早餐点/扶持")
        mark(window, "规划与设置", "征求意见的时间不得少于20日", "3", "布局方案须在六月底前挂网公示。", "期限/公示")
        album.take("annotated")
        if theme == THEMES[0]:
            take_pages(window, folder, "便民早餐点管理办法")
        desktop.key("ctrl+shift+f")
        wait_until(lambda: window.widget("searchQuery")["focused"], "the query box")
        desktop.paste("社区食堂")
        desktop.key("Return")
        wait_until(lambda: len(window.ask("rows", name="searchHits") or []) > 1, "hits")
        window.click_item("searchHits", "")
        album.take("search")
        window.click("button_export")
        window.window("导出标注")
        window.click("exportEverywhere")
        window.click("exportPath", times=3)
        desktop.paste("/home/档案科/公报摘录.html")
        album.take("export")
        window.click("exportPdf")
        album.take("export-pdf")
        desktop.key("Escape")
        wait_until(lambda: window.ask("widget", name="exportDialog") is None, "the dialog to close")
        files = mixed_files(home / "来件")
        desktop.key("ctrl+o")
        window.widget("fileNameEdit")
        desktop.paste(" ".join(f'"{file}"' for file in files))
        desktop.key("Return")
        window.window("导入结果")
        album.take("import-report")
        close_report(window)
        desktop.key("ctrl+q")
        window.wait_closed()


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
    for theme in THEMES:
        with tempfile.TemporaryDirectory(prefix="dibao-pictures-") as home, Desktop() as desktop:
            take_all(desktop, folder, theme, Path(home))
    return 0


if __name__ == "__main__":
    sys.exit(main())
