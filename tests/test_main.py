"""The composition root: faults of ours are told and logged, without texts."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

import main
from reader import cli
from reader.services import logbook, paths

SECRET = "机密的正文"


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for logs, and a command line that trips."""
    monkeypatch.setattr(paths, "logs", lambda: tmp_path / "logs")

    def trip(*_: object) -> int:
        raise ValueError(SECRET)

    monkeypatch.setattr(cli, "run", trip)
    return tmp_path / "logs"


def test_a_fault_is_told_and_logged_without_texts(logs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["documents", "--json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["error"] == "internal.fault"
    assert "ValueError" in err
    logged = (logs / logbook.FILE).read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "in trip" in logged
    assert SECRET not in out + err + logged


def test_a_fault_is_told_where_no_log_can_be_kept(logs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.write_text("a file stands where the folder should be", encoding="utf-8")
    assert main.main(["documents"]) == 1
    assert "ValueError" in capsys.readouterr().err


def test_the_log_is_let_go_after_a_command(logs: Path) -> None:
    before = list(logging.getLogger().handlers)
    main.main(["documents"])
    assert logging.getLogger().handlers == before
    assert logs.is_dir()
