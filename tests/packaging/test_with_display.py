"""packaging/with-display.sh gives a program a display, hands on its status, and leaves nothing running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging/with-display.sh"
WITHOUT = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}

needs_xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(SCRIPT), *command], env=WITHOUT | environment, capture_output=True, text=True, timeout=60, check=False,
        stdin=subprocess.DEVNULL,
    )


def test_a_display_at_hand_is_used() -> None:
    done = run("sh", "-c", "echo $DISPLAY", DISPLAY=":7")
    assert (done.stdout, done.stderr) == (":7\n", "")


@needs_xvfb
def test_without_one_a_virtual_display_is_started() -> None:
    done = run("sh", "-c", "echo $DISPLAY; test -S /tmp/.X11-unix/X${DISPLAY#:} || exit 9")
    assert done.returncode == 0
    assert done.stdout.startswith(":")


@needs_xvfb
def test_the_status_of_the_program_is_handed_on() -> None:
    assert run("sh", "-c", "exit 7").returncode == 7


@needs_xvfb
def test_a_signal_stops_program_and_display() -> None:
    script = "echo $DISPLAY; exec sleep 60"
    with subprocess.Popen([str(SCRIPT), "sh", "-c", script], env=WITHOUT, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        display = process.stdout.readline().strip().lstrip(":")
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 128 + signal.SIGTERM
    assert not Path(f"/tmp/.X11-unix/X{display}").exists()
