"""README.md tells the truth about files, commands and targets."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_chinese_comes_first() -> None:
    assert README.index("# 邸报") < README.index("# Dibao")


def test_files_it_points_to_exist() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert len(targets) > 4
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_targets_it_names_are_in_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`make (\w+)", README)) | set(re.findall(r"^make (\w+)", README, re.MULTILINE))
    assert {"run", "test", "check", "bench", "screenshots", "package"} <= targets
    assert [target for target in sorted(targets) if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_commands_it_names_exist() -> None:
    commands = set(re.findall(r"main\.py (\w[\w-]*)", README))
    done = subprocess.run([sys.executable, str(ROOT / "main.py"), "--help"], capture_output=True, text=True, check=True,
                          encoding="utf-8", timeout=60)
    assert len(commands) > 5
    assert [command for command in sorted(commands) if not re.search(rf"\b{command}\b", done.stdout)] == []


def test_the_sample_is_the_city_it_names() -> None:
    samples = list((ROOT / "resources/sample").iterdir())
    assert [sample.name.split("人民政府")[0] in README for sample in samples] == [True]


def test_the_changelog_knows_the_version_or_what_comes() -> None:
    version = re.search(r'^version = "([^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version is not None
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {version[1]}" in changes or "Unreleased" in changes
