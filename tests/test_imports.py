"""Imports point down only."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FORBIDDEN = {
    "reader/model": {"reader.importing", "reader.storage", "reader.anchoring", "reader.exporting", "reader.services",
                     "reader.searching", "reader.validity",
                     "reader.cli", "reader.wording", "index", "ui", "PySide6", "whoosh", "jieba", "rjieba", "sqlite3"},
    "reader/importing": {"reader.storage", "reader.anchoring", "reader.exporting", "reader.services", "reader.cli"},
    "reader/storage": {"reader.importing", "reader.anchoring", "reader.exporting", "reader.services", "reader.cli"},
    "reader/anchoring": {"reader.importing", "reader.storage", "reader.exporting", "reader.services", "reader.cli"},
    "reader/exporting": {"reader.importing", "reader.storage", "reader.anchoring", "reader.services", "reader.cli"},
    "reader/searching": {"reader.importing", "reader.storage", "reader.anchoring", "reader.exporting",
                         "reader.services", "reader.cli", "reader.wording", "sqlite3"},
    "reader/validity": {"reader.storage", "reader.anchoring", "reader.exporting", "reader.searching",
                        "reader.comparing", "reader.services", "reader.cli", "reader.wording", "sqlite3"},
    "reader/comparing": {"reader.importing", "reader.storage", "reader.exporting", "reader.searching",
                         "reader.services", "reader.cli", "reader.wording", "sqlite3"},
    "reader/services": {"reader.cli"},
    "reader": {"index", "ui", "PySide6", "whoosh", "jieba", "rjieba", "main"},
    "index": {"reader.importing", "reader.storage", "reader.anchoring", "reader.exporting", "reader.services",
              "reader.cli", "reader.wording", "ui", "PySide6", "main"},
    "ui": {"whoosh", "jieba", "rjieba", "sqlite3", "sqlite_utils", "index", "reader.storage", "reader.cli", "main"},
}
NETWORK = {"socket", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "PySide6.QtNetwork"}


def imported(path: Path) -> set[str]:
    """The dotted names a module imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module)
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def within(name: str, packages: set[str]) -> bool:
    """Whether `name` is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


@pytest.mark.parametrize("folder", FORBIDDEN)
def test_imports_point_down(folder: str) -> None:
    modules = sorted((ROOT / folder).rglob("*.py"))
    assert modules
    wrong = [f"{module.relative_to(ROOT)} imports {name}" for module in modules
             for name in sorted(imported(module)) if within(name, FORBIDDEN[folder])]
    assert wrong == []


def test_no_module_can_reach_the_network() -> None:
    modules = [ROOT / "main.py", *(m for top in ("reader", "index", "ui") for m in (ROOT / top).rglob("*.py"))]
    wrong = [f"{module.relative_to(ROOT)} imports {name}" for module in modules if module.exists()
             for name in sorted(imported(module)) if within(name, NETWORK)]
    assert wrong == []
