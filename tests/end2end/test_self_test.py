"""`main.py --self-test` walks the first day in a library of its own, and fails where a step goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.model.search import ScoredDocument
from reader.services import selftest
from tests.building import FakeEngine

ROOT = Path(__file__).resolve().parents[2]
STEPS = ("导入", "索引", "检索", "批注", "引注", "导出", "备份与检查", "重新打开", "窗口", "自检通过")


def test_it_tells_each_step_and_touches_nothing_of_the_user(tmp_path: Path) -> None:
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--self-test"], env=os.environ | folders | {"HOME": str(tmp_path)},
        capture_output=True, text=True, encoding="utf-8", timeout=200, check=False, cwd=tmp_path,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert [step for step in STEPS if not any(line.startswith(step) for line in done.stdout.splitlines())] == []
    assert not (tmp_path / "DATA").exists()
    assert not (tmp_path / "CONFIG").exists()


def test_it_fails_when_a_step_gives_something_else() -> None:
    class Forgetful(FakeEngine):
        """Knows its documents, but finds none."""

        def query(self, *_: object) -> list[ScoredDocument]:
            return []

    with pytest.raises(selftest.SelfTestFailed, match="征求意见"):
        list(selftest.run(Forgetful))


def test_it_fails_when_the_window_shows_nothing() -> None:
    with pytest.raises(selftest.SelfTestFailed, match="窗口"):
        list(selftest.run(FakeEngine, lambda _: ""))
