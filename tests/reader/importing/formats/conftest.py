"""What the tests of the formats share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

GAZETTES = Path(__file__).resolve().parents[5] / "shared" / "gazettes"


@pytest.fixture(scope="session")
def gazettes() -> list[Path]:
    """The real gazette files beside the repository; without them a test is skipped, but never in CI."""
    files = sorted(GAZETTES.glob("*.txt"))
    if not files:
        if os.environ.get("CI"):
            pytest.fail(f"no gazettes in {GAZETTES}")
        pytest.skip("the shared gazettes are not beside this clone")
    return files
