"""The real window in a process of its own, as a test sees it: where things are, and hands to click them."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from tests.end2end.desktop import Desktop, wait_until

ROOT = Path(__file__).resolve().parents[2]
PROBE = Path(__file__).with_name("probe.py")
Answer = dict[str, Any]


def middle(area: Answer) -> tuple[int, int]:
    """The middle of a rectangle on the screen."""
    return area["x"] + area["width"] // 2, area["y"] + area["height"] // 2


class Window:
    """The running program; a context manager that ends it.

    Args:
        desktop: where it opens.
        home: folder for its library, settings, and cache; the same folder again is the same user.
        arguments: of main.py.
        probe: the script that starts it and answers questions.
        extra: what its environment has besides.
    """

    def __init__(
        self, desktop: Desktop, home: Path, *arguments: str, probe: Path = PROBE,
        extra: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.desktop = desktop
        self.home = home
        self._arguments = arguments
        self._probe = probe
        self._extra = dict(extra)
        self._answers = b""

    def environment(self) -> dict[str, str]:
        """The environment of this user's programs."""
        folders = {f"XDG_{kind.upper()}_HOME": str(self.home / kind) for kind in ("data", "config", "cache")}
        return self.desktop.environment() | folders | {
            "HOME": str(self.home), "DIBAO_LIBRARY": str(self.home / "library"), "LANG": "C.UTF-8",
        } | self._extra

    def command(self, *arguments: str) -> Any:
        """Run a command of the command line on this user's library and give back its JSON."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "--json", *arguments], env=self.environment(), capture_output=True,
            text=True, timeout=120, check=False, stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, f"{arguments}: {done.returncode}\n{done.stderr}"
        return json.loads(done.stdout)

    def __enter__(self) -> Self:
        self.home.mkdir(parents=True, exist_ok=True)
        # A socket's path may be no longer than 107 bytes; the home may.
        folder = tempfile.mkdtemp(prefix="dibao-probe-")
        address = f"{folder}/socket"
        self.log = self.home / "window.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, str(self._probe), address, *self._arguments], env=self.environment(), cwd=ROOT,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            )
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(60)
        try:
            wait_until(lambda: self._connects(address), "the window", 60)
        except BaseException:
            self._end()
            raise
        finally:
            shutil.rmtree(folder)
        return self

    def _connects(self, address: str) -> bool:
        assert self.process.poll() is None, f"the window ended at once:\n{self.log.read_text(encoding='utf-8')}"
        if not Path(address).exists():
            return False
        self._socket.connect(address)
        return True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None and self.process.poll() is None:
            picture = self.home / "failed.png"
            self.desktop.screenshot(picture)
            error.add_note(f"the screen: {picture}")
            report = self.ask("widget", name="crashText")
            if report:
                error.add_note(report["text"])
        self._end()

    def _end(self) -> None:
        self._socket.close()
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def ask(self, question: str, **facts: Any) -> Any:
        """Ask the probe (tests/end2end/probe.py); the answer shows that the window's event loop is alive."""
        self._socket.sendall(json.dumps({"ask": question} | facts, ensure_ascii=False).encode() + b"\n")
        while b"\n" not in self._answers:
            data = self._socket.recv(65536)
            assert data, f"the window is gone:\n{self.log.read_text(encoding='utf-8')}"
            self._answers += data
        line, self._answers = self._answers.split(b"\n", 1)
        return json.loads(line)

    def widget(self, name: str, seconds: float = 30.0) -> Answer:
        """The widget of an object name, once it is shown and enabled."""
        def shown() -> Answer | None:
            found: Answer | None = self.ask("widget", name=name)
            return found if found and found["enabled"] else None
        return wait_until(shown, f"widget {name}", seconds)

    def labelled(self, text: str, seconds: float = 30.0) -> Answer:
        """The button or label of the active window whose text contains `text`, once it is shown."""
        return wait_until(lambda: self.ask("labelled", text=text), f"widget labelled {text}", seconds)

    def click(self, name: str, times: int = 1) -> None:
        """Click in the middle of the widget of an object name."""
        self.desktop.click(*middle(self.widget(name)), times=times)

    def click_labelled(self, text: str) -> None:
        """Click the button of the active window whose text contains `text`."""
        self.desktop.click(*middle(self.labelled(text)))

    def item(self, view: str, text: str, seconds: float = 30.0) -> Answer:
        """The row of a tree or list whose text contains `text`, once it is drawn."""
        def drawn() -> Answer | None:
            found: Answer | None = self.ask("item", name=view, text=text)
            return found if found and found["width"] > 0 and found["height"] > 0 else None
        return wait_until(drawn, f"row {text} of {view}", seconds)

    def click_item(self, view: str, text: str, times: int = 1, button: int = 1, held: str = "") -> None:
        """Click on the row of a tree or list whose text contains `text`."""
        area = self.item(view, text)
        x, y = area["x"] + min(area["width"] // 2, 60), area["y"] + area["height"] // 2
        self.desktop.click(x, y, times=times, button=button, held=held)

    def click_menu(self, *path: str) -> None:
        """Click through the menu bar: the texts of a menu, its menus below, and the entry."""
        for text in path:
            area = wait_until(lambda text=text: self.ask("entry", text=text), f"the entry {text}")
            self.desktop.click(*middle(area))

    def click_popup(self, text: str) -> None:
        """Click on the row of the list that a box has opened."""
        self.desktop.click(*middle(wait_until(lambda: self.ask("popup", text=text), f"the entry {text}")))

    def words(self, pane: str, text: str, seconds: float = 30.0) -> Answer:
        """Where a string of a text pane begins and ends on the screen, once the pane shows it."""
        def shown() -> Answer | None:
            found: Answer | None = self.ask("words", name=pane, text=text)
            return found if found and found["shown"] else None
        return wait_until(shown, f"“{text}” in {pane}", seconds)

    def window(self, title: str, seconds: float = 30.0) -> Answer:
        """The open window or dialog whose title contains `title`, once it is active."""
        def active() -> Answer | None:
            found: list[Answer] = self.ask("windows")
            return next((each for each in found if title in each["title"] and each["active"]), None)
        return wait_until(active, f"window {title}", seconds)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.process.kill()
        self.process.wait()

    def wait_closed(self, seconds: float = 30.0) -> int:
        """Wait for the program to end; its exit status."""
        return self.process.wait(timeout=seconds)
