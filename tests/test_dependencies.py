"""Every package asked for has a reason in docs/dependencies.md and one locked version."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ("requirements.in", "requirements-dev.in", "requirements-build.in")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-build.lock")


def normal(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for(file: str) -> list[str]:
    """The packages that a `.in` file names."""
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return [re.split(r"[=~<>\[; ]", line)[0] for line in lines if line and not line.startswith(("#", "-"))]


def locked(file: str) -> dict[str, str]:
    """The versions a lock names, by normal name."""
    text = (ROOT / file).read_text(encoding="utf-8")
    return {normal(name): version for name, version in re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE)}


@pytest.mark.parametrize("file", INPUTS)
def test_every_package_has_a_reason(file: str) -> None:
    reasons = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    tables = " ".join(line for line in reasons.splitlines() if line.startswith(("|", "To install")))
    missing = [name for name in asked_for(file) if not re.search(rf"(?i)(?<![\w-]){re.escape(name)}(?![\w-])", tables)]
    assert missing == []


@pytest.mark.parametrize(("file", "lock"), list(zip(INPUTS, LOCKS, strict=True)))
def test_every_package_is_locked(file: str, lock: str) -> None:
    assert [name for name in asked_for(file) if normal(name) not in locked(lock)] == []


def test_locks_agree_on_versions() -> None:
    development = locked("requirements-dev.lock")
    for lock in LOCKS:
        assert {name: development.get(name) for name in locked(lock)} == locked(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = re.split(r"^(?=[\w.-]+==)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_package_index(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
