"""Ending when the system asks for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from tests.building import FakeEngine
from ui import app
from ui.main_window import MainWindow

def ready():
    shown = any(isinstance(one, MainWindow) and one.isVisible() for one in app.application().topLevelWidgets())
    if shown:
        print("ready", flush=True)
    else:
        QTimer.singleShot(50, ready)

app.application()
QTimer.singleShot(50, ready)
folder = Path(sys.argv[1])
sys.exit(app.run(folder / "library", FakeEngine, config=folder, logs=folder))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows closes the windows by itself")
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_and_the_library(tmp_path: Path, asked: signal.Signals) -> None:
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE,
                          text=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            process.send_signal(asked)
            assert process.wait(timeout=120) == 0
        finally:
            process.kill()
    # What a closed window leaves behind: its layout; and what it does not: a log beside the database.
    assert (tmp_path / "window.ini").exists()
    assert not (tmp_path / "library" / "annotations.db-wal").exists()
