"""Asking for what to import."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from ui.controllers.desk import Desk


@pytest.mark.parametrize("action", ["import_files", "import_folder"])
def test_where_nothing_can_be_imported_nobody_is_asked_for_files(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    asked: list[str] = []
    for name in ("getOpenFileNames", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: asked.append("asked") or ([], ""))
    monkeypatch.setattr(desk.library, "texts_read_only", True)
    desk.window.actions_[action].trigger()
    assert asked == []
    assert "不能导入" in desk.window.status.currentMessage()
