"""The parts of a package: licences of everything in it, Depends of what it needs, a desktop entry that fits."""

from __future__ import annotations

import configparser
import re
import shutil
from pathlib import Path

import pytest

from tests.scripts import script

ROOT = Path(__file__).resolve().parents[2]

licences = script("licences")
debian = script("debian")


def run_time_modules() -> set[str]:
    """The top-level modules of all packages that the program needs at run time."""
    owners = licences.importlib.metadata.packages_distributions()
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    wanted = {line.split("==")[0].lower() for line in lines if "==" in line and not line.startswith(("#", " "))}
    return {module for module, names in owners.items()
            if any(name.lower().replace("_", "-") in wanted for name in names)}


def test_every_run_time_package_brings_its_licence(tmp_path: Path) -> None:
    modules = run_time_modules()
    assert {"PySide6", "whoosh", "jieba", "docx"} <= modules
    parts = licences.gather(modules, [], tmp_path / "licences")
    folders = [folder for folder in (tmp_path / "licences").iterdir() if folder.is_dir()]
    assert len(folders) == len(parts) - 1  # Python's own lies beside them
    texts = {folder.name: [file for file in folder.rglob("*") if file.is_file() and file.stat().st_size]
             for folder in folders}
    assert [name for name, files in texts.items() if not files] == []


def test_the_faces_that_come_along_bring_their_licence(tmp_path: Path) -> None:
    parts = licences.gather({"whoosh"}, [], tmp_path / "licences")
    assert any("Dibao Serif" in part for part in parts)
    text = (tmp_path / "licences" / "dibao-serif" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "Adobe" in text


def test_a_part_without_a_licence_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "TEXTS_OF_OURS", {})
    with pytest.raises(licences.MissingLicence, match="whoosh"):
        licences.gather({"whoosh"}, [], tmp_path / "licences")


@pytest.mark.skipif(shutil.which("objdump") is None, reason="objdump is not installed")
def test_what_libraries_need_from_outside_is_read_off_them(tmp_path: Path) -> None:
    import PySide6

    library = Path(PySide6.__file__).parent / "Qt/lib/libQt6Gui.so.6"
    shutil.copy(library, tmp_path)
    needed, glibc = debian.needed_outside(tmp_path)
    assert {"libGL.so.1", "libQt6Core.so.6"} <= needed
    assert re.fullmatch(r"2\.\d+", glibc)
    shutil.copy(library.with_name("libQt6Core.so.6"), tmp_path)
    assert "libQt6Core.so.6" not in debian.needed_outside(tmp_path)[0]


def test_the_desktop_entry_starts_the_program_with_its_icon() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys of desktop entries have capitals
    entry.read(ROOT / "packaging/dibao.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert (desktop["Type"], desktop["Exec"], desktop["Icon"]) == ("Application", "/opt/dibao/dibao %F", "dibao")
    assert {"text/plain", "text/html", "application/pdf"} <= set(desktop["MimeType"].rstrip(";").split(";"))
    assert desktop["Name[zh_CN]"] == "邸报"
    assert (ROOT / "resources/icons/dibao.svg").exists()
