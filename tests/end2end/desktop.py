"""A desktop of a test's own: a virtual display with a window manager, real mouse, real keyboard, real clipboard."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

T = TypeVar("T")
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
POLL_SECONDS = 0.03


def missing_tools() -> list[str]:
    """The programs a desktop needs that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


def wait_until(condition: Callable[[], T | None], what: str, seconds: float = 30.0) -> T:
    """Ask until the answer is true, and give it back.

    Raises:
        TimeoutError: it did not come true in time; names `what` was waited for.
    """
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        select.select([], [], [], POLL_SECONDS)


class Desktop:
    """A virtual display with openbox on it; a context manager that ends both."""

    def __init__(self, width: int = 1366, height: int = 768) -> None:
        self.width, self.height = width, height
        self.display = ""
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        size = f"{self.width}x{self.height}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )
        self._processes.append(server)
        assert server.stdout is not None
        ready, _, _ = select.select([server.stdout], [], [], 30)
        number = server.stdout.readline().decode().strip() if ready else ""
        server.stdout.close()
        if not number:
            self._end_processes()
            raise RuntimeError("Xvfb did not start")
        self.display = f":{number}"
        self._processes.append(
            subprocess.Popen(["openbox"], env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        )
        wait_until(lambda: self._run("xdotool", "get_num_desktops").returncode == 0, "openbox on the display")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_processes()

    def _end_processes(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(timeout=20)
        self._processes.clear()

    def environment(self) -> dict[str, str]:
        """This process's environment with programs shown on this display."""
        kept = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        return kept | {"DISPLAY": self.display}

    def _run(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(command, env=self.environment(), capture_output=True, timeout=30, check=False)

    def _xdotool(self, *arguments: object) -> str:
        done = self._run("xdotool", *(str(argument) for argument in arguments))
        if done.returncode != 0:
            raise RuntimeError(f"xdotool {arguments}: {done.stderr.decode()}")
        return done.stdout.decode()

    def move(self, x: int, y: int) -> None:
        """Move the pointer to a place on the screen."""
        self._xdotool("mousemove", x, y)

    def click(self, x: int, y: int, *, button: int = 1, times: int = 1, held: str = "") -> None:
        """Click at a place on the screen. `held`: a key that is held down meanwhile, named as xdotool does."""
        clicks = ("mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)
        self._xdotool(*(("keydown", held, *clicks, "keyup", held) if held else clicks))

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 8) -> None:
        """Press the left button at one place, move, and let it go at another."""
        path = [(start[0] + (end[0] - start[0]) * step // steps, start[1] + (end[1] - start[1]) * step // steps)
                for step in range(1, steps + 1)]
        moves = [argument for x, y in path for argument in ("mousemove", "--sync", x, y)]
        self._xdotool("mousemove", "--sync", *start, "mousedown", 1, *moves, "mouseup", 1)

    def key(self, *keys: str) -> None:
        """Press keys one after another, each named as xdotool does (ctrl+shift+f, Return, 1)."""
        self._xdotool("key", "--clearmodifiers", "--delay", 40, *keys)

    def begin_keys(self, *keys: str) -> subprocess.Popen[bytes]:
        """Begin to press keys one after another; who asked for it ends the process."""
        return subprocess.Popen(["xdotool", "key", "--delay", "15", *keys], env=self.environment(),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def copy(self, text: str) -> None:
        """Put text on the clipboard."""
        subprocess.run(
            ["xclip", "-selection", "clipboard", "-in"], input=text.encode(), env=self.environment(),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=30, check=True,
        )

    def clipboard(self, target: str = "UTF8_STRING") -> str:
        """What is on the clipboard as a target (UTF8_STRING, text/html, text/uri-list), "" for none."""
        return self._run("xclip", "-selection", "clipboard", "-out", "-target", target).stdout.decode()

    def paste(self, text: str) -> None:
        """Type text where the caret is, by way of the clipboard: xdotool loses Chinese characters."""
        self.copy(text)
        self.key("ctrl+v")

    def activate(self, title: str) -> None:
        """Bring the window whose title contains `title` to the front and give it the keyboard."""
        self._xdotool("search", "--sync", "--onlyvisible", "--limit", 1, "--name", title, "windowactivate", "--sync")

    def screenshot(self, file: Path) -> None:
        """Save what the screen shows as a PNG."""
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment(), timeout=60, check=True)
