"""Every part of the program is listed with the text of its licence."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader.services.parts import parts


def test_every_installed_part_has_its_licence() -> None:
    found = parts()
    assert found[0].name == "邸报 Dibao"
    assert "MIT" in found[0].text()
    missing = [part.name for part in found if not part.text() and " " in part.name]
    assert missing == []
    assert any(part.name.lower().replace("_", "-").startswith("pyside6-essentials") for part in found)


def test_a_packaged_program_reads_the_folder_beside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    (folder / "lxml").mkdir(parents=True)
    (folder / "dibao.txt").write_text("MIT", encoding="utf-8")
    (folder / "README.txt").write_text("list", encoding="utf-8")
    (folder / "python.txt").write_text("PSF", encoding="utf-8")
    (folder / "lxml" / "LICENSES.txt").write_text("BSD", encoding="utf-8")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "dibao"))
    assert [(part.name, part.text()) for part in parts()] == [
        ("邸报 Dibao", "MIT"), ("lxml", "BSD"), ("python", "PSF"),
    ]
